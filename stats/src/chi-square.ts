import gammainc from '@stdlib/math-base-special-gammainc';

/**
 * P(X >= x) of the chi-square distribution: the regularised upper incomplete gamma function Q(v/2, x/2)
 * (Abramowitz & Stegun 26.4.19). Degrees of freedom > 0, x >= 0.
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  return gammainc(x / 2, degreesOfFreedom / 2, true, true);
}

/**
 * Wilson-Hilferty cube-root transformation: a chi-square turned into an approximate standard normal deviate.
 *
 * Formula: z = ((x/v)^(1/3) - (1 - 2/(9v))) / sqrt(2/(9v)). Source: Wilson & Hilferty 1931, PNAS 17:684.
 * Good to two digits of the tail for v >= 3.
 */
export function wilsonHilferty(x: number, degreesOfFreedom: number): number {
  const spread = 2 / (9 * degreesOfFreedom);
  return (Math.cbrt(Math.max(0, x) / degreesOfFreedom) - (1 - spread)) / Math.sqrt(spread);
}
