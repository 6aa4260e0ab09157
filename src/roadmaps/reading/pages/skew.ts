/** By how much a page lies askew in its picture: turned back by it, its lines are the sharpest. */
import type { Ink } from './ink.ts';

/** A page further askew was not laid on a scanner. */
const MOST_DEGREES = 4;
const COARSE = 0.2;
const FINE = 0.02;
/** Every so many pixels in each direction are looked at. */
const STEP = 3;
const MOST_POINTS = 120_000;
const RADIANS = Math.PI / 180;

/** Angle in radians, clockwise; 0 for an empty picture. */
export function skewOf({ width, height, grey, dark }: Ink): number {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height && xs.length < MOST_POINTS; y += STEP) {
    for (let x = 0; x < width; x += STEP) {
      // The upper edge of ink: what is dark with light above it.
      if (grey[y * width + x] < dark && (y === 0 || grey[(y - 1) * width + x] >= dark)) {
        xs.push(x);
        ys.push(y);
      }
    }
  }
  if (xs.length < 100) return 0;
  const sharpness = (degrees: number): number => {
    const slope = Math.tan(degrees * RADIANS);
    const shift = Math.ceil(width * Math.abs(slope)) + 1;
    const rows = new Uint32Array(height + 2 * shift + 2);
    for (let at = 0; at < xs.length; at += 1) rows[Math.round(ys[at] - xs[at] * slope) + shift] += 1;
    return rows.reduce((sum, count) => sum + count * count, 0);
  };
  const best = (from: number, to: number, step: number): number => {
    let [found, most] = [0, -1];
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const score = sharpness(degrees);
      if (score > most) [found, most] = [degrees, score];
    }
    return found;
  };
  const near = best(-MOST_DEGREES, MOST_DEGREES, COARSE);
  return best(near - COARSE, near + COARSE, FINE) * RADIANS;
}
