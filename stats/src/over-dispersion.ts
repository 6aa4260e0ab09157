/**
 * Natural heterogeneity between honest units: how much more their standardised deviations spread than sampling alone
 * explains, estimated so that a minority of odd units does not inflate it.
 */
import { sortedQuantile } from './quantiles.ts';

/** Mean of squares of a standard normal winsorised at its 10 % and 90 % quantiles: the bias that `winsorisedPhi` undoes. */
const WINSORISED_SQUARE = 0.6793;

/**
 * Over-dispersion factor: mean square of z winsorised at the 10 % and 90 % quantiles, divided by what that is for a
 * standard normal. 1 means no more than sampling.
 *
 * Source: Spiegelhalter 2005, Stat. Med. 24:1185; without the division it is .68 of what it should be under normality.
 * Minimum: about 20 units; NaN for none.
 */
export function winsorisedPhi(z: ArrayLike<number>): number {
  const sorted = Float64Array.from(z).sort();
  const low = sortedQuantile(sorted, 0.1);
  const high = sortedQuantile(sorted, 0.9);
  let sum = 0;
  for (const value of sorted) sum += Math.min(high, Math.max(low, value)) ** 2;
  return sum / sorted.length / WINSORISED_SQUARE;
}

/**
 * DerSimonian-Laird moment estimate of the variance between units, in squared units of the estimates.
 *
 * Formula: tau^2 = max(0, (Q - (k - 1)) / (S1 - S2/S1)), Q = sum w (y - ybar)^2, w = 1/s^2.
 * Source: DerSimonian & Laird 1986, Control. Clin. Trials 7:177. Not robust: every unit counts.
 */
export function derSimonianLaird(estimates: ArrayLike<number>, variances: ArrayLike<number>): number {
  let s1 = 0;
  let s2 = 0;
  let weighted = 0;
  for (let index = 0; index < estimates.length; index++) {
    const weight = 1 / variances[index]!;
    s1 += weight;
    s2 += weight * weight;
    weighted += weight * estimates[index]!;
  }
  const mean = weighted / s1;
  let q = 0;
  for (let index = 0; index < estimates.length; index++) q += (estimates[index]! - mean) ** 2 / variances[index]!;
  const scale = s1 - s2 / s1;
  return scale > 0 ? Math.max(0, (q - (estimates.length - 1)) / scale) : 0;
}

/**
 * Paule-Mandel estimate of the variance between units: the tau^2 at which sum (y - mean)^2 / (s^2 + tau^2) = k - 1.
 *
 * Source: Paule & Mandel 1982, J. Res. NBS 87:377. Found by bisection; 0 when sampling alone explains the spread.
 */
export function pauleMandel(estimates: ArrayLike<number>, variances: ArrayLike<number>): number {
  const excess = (tau2: number): number => {
    let s1 = 0;
    let weighted = 0;
    for (let index = 0; index < estimates.length; index++) {
      const weight = 1 / (variances[index]! + tau2);
      s1 += weight;
      weighted += weight * estimates[index]!;
    }
    const mean = weighted / s1;
    let q = 0;
    for (let index = 0; index < estimates.length; index++) {
      q += (estimates[index]! - mean) ** 2 / (variances[index]! + tau2);
    }
    return q - (estimates.length - 1);
  };
  if (estimates.length < 2 || excess(0) <= 0) return 0;
  let high = 1e-6;
  while (excess(high) > 0) high *= 4;
  let low = 0;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
