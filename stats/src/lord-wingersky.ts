/**
 * Distribution of the total at one ability: tasks are added one after another.
 *
 * Formula: f_i(r) = sum_k P(x_i = k) f_{i-1}(r - k), f_0(0) = 1.
 * Source: Lord & Wingersky 1984, Appl. Psychol. Meas. 8:453; polytomous: Thissen, Pommerich, Billeaud & Williams 1995, 19:39.
 * Assumptions: scores independent given the ability; the probabilities may come from any model.
 * How it can be wrong: tasks that hang together make the true distribution wider.
 *
 * @param probabilities of each task, over its scores 0..max; each sums to 1.
 * @returns probabilities of totals 0..sum of maxima; they sum to 1.
 */
export function totalDistribution(probabilities: readonly ArrayLike<number>[]): Float64Array {
  let distribution = Float64Array.of(1);
  for (const task of probabilities) {
    const next = new Float64Array(distribution.length + task.length - 1);
    for (let r = 0; r < distribution.length; r++) {
      for (let k = 0; k < task.length; k++) next[r + k]! += distribution[r]! * task[k]!;
    }
    distribution = next;
  }
  return distribution;
}
