/**
 * Cauchy combination: one p from several, valid under any dependence between them in the tail that matters.
 *
 * Formula: T = sum w_j tan((1/2 - p_j) pi), weights normalised to one; p = 1/2 - arctan(T)/pi.
 * Source: Liu & Xie 2020, J. Am. Stat. Assoc. 115:393. Assumption: each p is uniform under the null.
 * For p below 1e-15 the tangent is replaced by its limit 1/(p pi), as the authors advise.
 */
export function cauchyCombination(p: readonly number[], weights?: readonly number[]): number {
  let sum = 0;
  let weightSum = 0;
  p.forEach((value, index) => {
    const weight = weights?.[index] ?? 1;
    weightSum += weight;
    const clamped = Math.min(Math.max(value, 1e-300), 1 - 1e-15);
    sum += weight * (clamped < 1e-15 ? 1 / (clamped * Math.PI) : Math.tan((0.5 - clamped) * Math.PI));
  });
  if (weightSum === 0) return 1;
  const statistic = sum / weightSum;
  return statistic > 1e15 ? 1 / (statistic * Math.PI) : 0.5 - Math.atan(statistic) / Math.PI;
}
