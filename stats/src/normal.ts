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

/** Below this the library's quantile loses its digits (and is infinite from 1e-17 on). */
const FAR_TAIL = 1e-8;
const LOG_ROOT_TWO_PI = 0.9189385332046727;

/**
 * z with P(Z >= z) = probability; infinite at 0 and 1. Far in the tail by Newton's method on the logarithm of the tail, from
 * the asymptote sqrt(-2 ln p).
 */
export function normalUpperQuantile(probability: number): number {
  if (probability > FAR_TAIL || probability <= 0) return -normalQuantile(probability, 0, 1);
  const target = Math.log(probability);
  let z = Math.sqrt(-2 * target);
  for (let step = 0; step < 8; step++) {
    const logTail = normalLogUpperTail(z);
    const logDensity = -0.5 * z * z - LOG_ROOT_TWO_PI;
    z += (logTail - target) * Math.exp(logTail - logDensity);
  }
  return z;
}
