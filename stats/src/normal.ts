import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalLogCdf from '@stdlib/stats-base-dists-normal-logcdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * The standard normal distribution, right far in its tails: tails are computed directly, never as one minus a cdf.
 *
 * Source: Abramowitz & Stegun 26.2; the numerics are those of @stdlib (erfc by W. J. Cody's rational approximations).
 */

/** P(Z >= z). Exact to about 1e-15 relative down to 1e-300. */
export function normalUpperTail(z: number): number {
  return normalCdf(-z, 0, 1);
}

/** ln P(Z >= z), finite where the probability itself underflows. */
export function normalLogUpperTail(z: number): number {
  return normalLogCdf(-z, 0, 1);
}

/** P(Z <= z). */
export function normalLowerTail(z: number): number {
  return normalCdf(z, 0, 1);
}

/** z with P(Z >= z) = probability; infinite at 0 and 1. */
export function normalUpperQuantile(probability: number): number {
  return -normalQuantile(probability, 0, 1);
}
