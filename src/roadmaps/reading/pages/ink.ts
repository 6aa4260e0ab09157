/** The dark places of a picture, told from its paper. */

export interface Ink {
  readonly width: number;
  readonly height: number;
  /** Brightness of each pixel, row by row, 0 to 255. */
  readonly grey: Uint8Array;
  /** Darker than this is ink; thin lines are greyer than letters. */
  readonly dark: number;
}

/** Parts of the paper's brightness below which there is ink. */
const INK = 0.72;
/** The paper is brighter than most: the brightness that a tenth of the pixels surpasses. */
const PAPER = 0.1;

/** @param pixels four bytes a pixel: red, green, blue, opacity. */
export function inkOf(width: number, height: number, pixels: Uint8ClampedArray): Ink {
  const grey = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let at = 0; at < grey.length; at += 1) {
    const bright = (pixels[at * 4] * 77 + pixels[at * 4 + 1] * 150 + pixels[at * 4 + 2] * 29) >> 8;
    grey[at] = bright;
    counts[bright] += 1;
  }
  let paper = 255;
  for (let above = counts[255]; paper > 0 && above < grey.length * PAPER; above += counts[paper]) paper -= 1;
  return { width, height, grey, dark: Math.round(paper * INK) };
}
