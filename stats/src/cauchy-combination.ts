/**
 * Cauchy combination: one p from several, valid under any dependence between them in the tail that matters.
 *
 * Formula: T = sum w_j tan((1/2 - p_j) pi), weights normalised to one; p = 1/2 - arctan(T)/pi.
 * Source: Liu & Xie 2020, J. Am. Stat. Assoc. 115:393. Assumption: each p is uniform under the null.
 */
export function cauchyCombination(p: readonly number[], weights?: readonly number[]): number {
  let sum = 0;
  let weightSum = 0;
  p.forEach((value, index) => {
    const weight = weights?.[index] ?? 1;
    weightSum += weight;
    const clamped = Math.min(Math.max(value, 1e-300), 1 - 1e-15);
    // tan((1/2 - p) pi) = 1 / tan(p pi), which keeps its digits where p is small.
    sum += weight / Math.tan(clamped * Math.PI);
  });
  if (weightSum === 0) return 1;
  const statistic = sum / weightSum;
  // The same turned round: 1/2 - arctan(T)/pi loses all digits of a small p.
  return statistic > 0 ? Math.atan(1 / statistic) / Math.PI : 0.5 - Math.atan(statistic) / Math.PI;
}
