/**
 * Thresholds by pairwise conditional estimation: each pair of tasks is compared by the papers that have the same sum on the two.
 *
 * Formula: F(ik, jl) = papers with x_i = k and x_j = l - 1; ln(F(ik, jl) / F(jl, ik)) estimates tau_jl - tau_ik. All pairs together
 * by least squares weighted with F F' / (F + F'), the inverse variance of the log ratio.
 * Source: Choppin 1968, Nature 219:870; Heine & Tarnai 2015, Psych. Test Assess. Model. 57:3.
 * Assumptions: irt-model.ts. Needs the table of task x score by task x score, which is additive over any parts of the papers and
 * bears any pattern of missing tasks. Minimum sample: as conditional likelihood (irt-conditional.ts), some 10 papers a cell.
 * How it can be wrong: pairs share papers, so the weights are not exactly right and no standard errors are given; it is a check on
 * the likelihood and a way out where papers have many patterns of missing tasks.
 */
import { cholesky, solveCholesky } from './irt-solve.ts';

/** Papers with score a on task i and score b on task j: `papers[offset(i) + a][offset(j) + b]`, offsets by `maxima`. */
export interface PairTable {
  readonly maxima: readonly number[];
  /** Square, row-major; side: sum of (max + 1). */
  readonly papers: ArrayLike<number>;
}

/** Thresholds of each task, mean of all 0, logits; NaN where no comparison reaches one. Null: the tasks fall apart. */
export function fitPairwise({ maxima, papers }: PairTable): Float64Array[] | null {
  const offsets: number[] = [];
  let side = 0;
  for (const max of maxima) {
    offsets.push(side);
    side += max + 1;
  }
  const thresholds = maxima.flatMap((max, task) => Array.from({ length: max }, (_, k) => ({ task, score: k + 1 })));
  const size = thresholds.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  const reached = new Uint8Array(size);
  thresholds.forEach((a, row) => {
    thresholds.forEach((b, column) => {
      if (a.task >= b.task) return;
      const left = papers[(offsets[a.task]! + a.score) * side + offsets[b.task]! + b.score - 1]!;
      const other = papers[(offsets[a.task]! + a.score - 1) * side + offsets[b.task]! + b.score]!;
      if (left === 0 || other === 0) return;
      const weight = (left * other) / (left + other);
      const difference = Math.log(other / left);
      reached[row] = 1;
      reached[column] = 1;
      matrix[row * size + row]! += weight;
      matrix[column * size + column]! += weight;
      matrix[row * size + column]! -= weight;
      matrix[column * size + row]! -= weight;
      right[row]! += weight * difference;
      right[column]! -= weight * difference;
    });
  });
  const used = thresholds.flatMap((_, index) => (reached[index] === 1 ? [index] : []));
  const scale = used.reduce((sum, index) => sum + matrix[index * size + index]!, 0) / Math.max(1, used.length);
  // The mean is a convention: one more equation, sum = 0, makes the system regular.
  const reduced = used.flatMap((row) => used.map((column) => matrix[row * size + column]! + scale / used.length));
  const lower = used.length === 0 ? null : cholesky(reduced, used.length);
  if (lower === null) return null;
  const solution = solveCholesky(
    lower,
    used.map((index) => right[index]!),
  );
  const result = maxima.map((max) => new Float64Array(max).fill(Number.NaN));
  used.forEach((index, at) => {
    const { task, score } = thresholds[index]!;
    result[task]![score - 1] = solution[at]!;
  });
  return result;
}
