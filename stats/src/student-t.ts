import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import { normalUpperTail } from './normal.ts';

/**
 * Student's t distribution: the shape of an honest reference with heavy tails.
 *
 * Formula: P(T >= t) = I_x(v/2, 1/2) / 2 with x = v / (v + t^2) for t >= 0 (Abramowitz & Stegun 26.7.1).
 * Degrees of freedom may be any positive number; above 1e6 the normal distribution answers.
 */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom > 1e6) return normalUpperTail(t);
  const half = 0.5 * betainc(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5, true, false);
  return t >= 0 ? half : 1 - half;
}

/** ln of the density of t. */
export function studentLogDensity(t: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom > 1e6) return -0.5 * (t * t + Math.log(2 * Math.PI));
  return studentLogConstant(degreesOfFreedom) - ((degreesOfFreedom + 1) / 2) * Math.log1p((t * t) / degreesOfFreedom);
}

/** ln of the normalising constant of the density; for loops that evaluate many points at the same degrees of freedom. */
export function studentLogConstant(degreesOfFreedom: number): number {
  return (
    gammaln((degreesOfFreedom + 1) / 2) - gammaln(degreesOfFreedom / 2) - 0.5 * Math.log(degreesOfFreedom * Math.PI)
  );
}
