/**
 * Share of papers above a boundary within its window, in the region's histogram tilted to a given mean.
 *
 * Formula: f(s) exp(lambda s), lambda such that the mean is the unit's; q_c = mass at c..c+w-1 over mass at c-w..c+w-1.
 * Tilted once on a grid of lambda and interpolated on the mean, so that a unit costs a look-up.
 * Source: exponential tilting (Esscher 1932).
 */
export interface Tilted {
  /** @param cut index of the boundary. @param mean mean total of the unit. */
  readonly shareAbove: (cut: number, mean: number) => number;
}

const STEPS = 241;
const WIDEST = 1.2;

export function tiltedWindows(histogram: Int32Array, cuts: readonly number[], window: number): Tilted {
  const means = new Float64Array(STEPS);
  const shares = cuts.map(() => new Float64Array(STEPS));
  const middle = (histogram.length - 1) / 2;
  for (let step = 0; step < STEPS; step++) {
    const lambda = WIDEST * ((2 * step) / (STEPS - 1) - 1);
    const tilted = Float64Array.from(histogram, (count, score) => count * Math.exp(lambda * (score - middle)));
    let mass = 0;
    let first = 0;
    tilted.forEach((weight, score) => {
      mass += weight;
      first += weight * score;
    });
    means[step] = mass > 0 ? first / mass : 0;
    cuts.forEach((cut, index) => {
      let below = 0;
      let above = 0;
      for (let distance = 0; distance < window; distance++) {
        below += tilted[cut - 1 - distance] ?? 0;
        above += tilted[cut + distance] ?? 0;
      }
      shares[index]![step] = below + above > 0 ? above / (below + above) : 0.5;
    });
  }
  return {
    shareAbove(cut, mean) {
      let low = 0;
      let high = STEPS - 1;
      while (high - low > 1) {
        const centre = (low + high) >> 1;
        if (means[centre]! <= mean) low = centre;
        else high = centre;
      }
      const gap = means[high]! - means[low]!;
      const part = gap > 0 ? Math.min(1, Math.max(0, (mean - means[low]!) / gap)) : 0;
      return shares[cut]![low]! + part * (shares[cut]![high]! - shares[cut]![low]!);
    },
  };
}
