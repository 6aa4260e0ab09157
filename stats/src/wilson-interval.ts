/**
 * Wilson score interval for a share.
 *
 * Formula: (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n). Source: Wilson 1927, J. Am. Stat. Assoc. 22:209.
 * Stays within [0, 1] and is usable from n = 1; for n = 0 it is the whole range.
 */
export function wilsonInterval(successes: number, n: number, z = 1.959963984540054): { low: number; high: number } {
  if (n <= 0) return { low: 0, high: 1 };
  const share = successes / n;
  const square = (z * z) / n;
  const centre = share + square / 2;
  const half = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  return { low: Math.max(0, (centre - half) / (1 + square)), high: Math.min(1, (centre + half) / (1 + square)) };
}
