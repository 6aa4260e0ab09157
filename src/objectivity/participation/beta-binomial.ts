/**
 * Beta-binomial tail: how often does an ordinary unit have so many absent, when units differ among themselves?
 *
 * Formula: P(X = k) = C(n, k) B(k + a, n - k + b) / B(a, b), a = q (1 - rho) / rho, b = (1 - q)(1 - rho) / rho, by the ratio of
 * neighbouring terms; rho = 0 is the binomial. Source: Skellam 1948, J. R. Stat. Soc. B 10:257.
 */

/** P(X >= count); count above n answers 0. */
export function betaBinomialUpperTail(count: number, n: number, share: number, rho: number): number {
  if (count <= 0) return 1;
  if (count > n || share <= 0) return 0;
  if (share >= 1) return 1;
  // Logarithms of the terms up to a common factor: the sum puts them right.
  const logs = new Float64Array(n + 1);
  for (let k = 1; k <= n; k++) logs[k] = logs[k - 1]! + Math.log(((n - k + 1) / k) * ratio(k, n, share, rho));
  const largest = logs.reduce((a, b) => Math.max(a, b));
  let all = 0;
  let above = 0;
  for (let k = 0; k <= n; k++) {
    const term = Math.exp(logs[k]! - largest);
    all += term;
    if (k >= count) above += term;
  }
  return above / all;
}

/** P(k successes in a row) against P(k - 1), without the binomial coefficients. */
function ratio(k: number, n: number, share: number, rho: number): number {
  if (rho <= 0) return share / (1 - share);
  const a = (share * (1 - rho)) / rho;
  const b = ((1 - share) * (1 - rho)) / rho;
  return (k - 1 + a) / (n - k + b);
}

/**
 * Intra-class correlation of a share between units, by moments: Pearson's X2 over its degrees of freedom is 1 + (n0 - 1) rho,
 * n0 the effective size. Source: Williams 1982, Appl. Stat. 31:144. At most .5; 0 where the units differ less than by chance.
 */
export function intraClassCorrelation(units: readonly { readonly count: number; readonly n: number }[]): number {
  const used = units.filter(({ n }) => n > 0);
  const n = used.reduce((sum, unit) => sum + unit.n, 0);
  const count = used.reduce((sum, unit) => sum + unit.count, 0);
  const share = n === 0 ? 0 : count / n;
  if (used.length < 2 || share <= 0 || share >= 1) return 0;
  let pearson = 0;
  let squares = 0;
  for (const unit of used) {
    pearson += (unit.count - unit.n * share) ** 2 / (unit.n * share * (1 - share));
    squares += unit.n * unit.n;
  }
  const freedom = used.length - 1;
  const effective = (n - squares / n) / freedom;
  if (effective <= 1) return 0;
  return Math.min(0.5, Math.max(0, (pearson / freedom - 1) / (effective - 1)));
}
