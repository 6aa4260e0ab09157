/**
 * A unit against its region: a funnel whose limits allow for the natural spread of honest units, not for chance alone.
 *
 * z_i = (p_i - P) / s_i, s_i^2 = P(1 - P) / n_i; phi = mean square of z winsorised at 10 % (stats/over-dispersion);
 * tau^2 = max(0, (I phi - (I - 1)) / (S1 - S2 / S1)), S_k = sum s_i^(-2k); limits P -+ 1.96 and 3.09 sqrt(s_i^2 + tau^2).
 * Source: Spiegelhalter 2005, Stat. Med. 24:1185, additive form. Assumes that most units are honest; fewer than 20 units
 * estimate phi poorly, fewer than 10 not at all, and then nobody is compared.
 */
import { winsorisedPhi } from '#stats/over-dispersion.ts';
import { wilsonInterval } from '#stats/wilson-interval.ts';
import type { Position, Reference, Standing, UnitCount } from './model.ts';

/** Fewer units tell nothing of how units differ. */
export const FEWEST_UNITS = 10;
/** Two-sided limits of 95 and 99.8 per cent. */
export const NEAR = 1.96;
export const FAR = 3.09;

/** Sampling variance of a share of the region with `n`; half a case is added so that 0 and 1 keep a variance. */
function samplingVariance({ numerator, denominator }: Pick<Reference, 'numerator' | 'denominator'>, n: number): number {
  const share = (numerator + 0.5) / (denominator + 1);
  return (share * (1 - share)) / n;
}

/** The region that units are compared with; null when nothing was counted. @param minimum smallest denominator that counts. */
export function referenceOf(units: readonly UnitCount[], minimum: number): Reference | null {
  const numerator = units.reduce((sum, unit) => sum + unit.numerator, 0);
  const denominator = units.reduce((sum, unit) => sum + unit.denominator, 0);
  if (denominator === 0) return null;
  const share = numerator / denominator;
  const large = units.filter((unit) => unit.denominator >= minimum);
  const whole = { numerator, denominator };
  if (large.length < FEWEST_UNITS) return { ...whole, share, units: large.length, phi: 1, tau: 0 };
  const z: number[] = [];
  let s1 = 0;
  let s2 = 0;
  for (const unit of large) {
    const variance = samplingVariance(whole, unit.denominator);
    z.push((unit.numerator / unit.denominator - share) / Math.sqrt(variance));
    s1 += 1 / variance;
    s2 += 1 / variance ** 2;
  }
  const phi = winsorisedPhi(z);
  const excess = large.length * phi - (large.length - 1);
  const tau = Math.sqrt(Math.max(0, excess / (s1 - s2 / s1)));
  return { ...whole, share, units: large.length, phi: Math.max(1, phi), tau };
}

/** Standard deviation of a unit's share around the region's, chance and natural spread together, 0..1. */
export function spreadOf(reference: Reference, n: number): number {
  return Math.sqrt(samplingVariance(reference, n) + reference.tau ** 2);
}

function positionOf(z: number): Position {
  if (z > FAR) return 'farAbove';
  if (z > NEAR) return 'above';
  if (z < -FAR) return 'farBelow';
  return z < -NEAR ? 'below' : 'usual';
}

/** A unit with its interval and its place against the region. */
export function standingOf(unit: UnitCount, reference: Reference | null, minimum: number): Standing {
  const { numerator, denominator } = unit;
  const { low, high } = wilsonInterval(numerator, denominator);
  const share = denominator === 0 ? null : numerator / denominator;
  const comparable = share !== null && reference !== null && denominator >= minimum && reference.units >= FEWEST_UNITS;
  const z = comparable ? (share - reference.share) / spreadOf(reference, denominator) : null;
  return { ...unit, share, low, high, z, position: z === null ? null : positionOf(z) };
}
