/**
 * What the Rasch family needs of any number of papers: integers, counted in one pass. The total is sufficient for the ability, so
 * papers by form, total, task and score hold everything that estimation and fit use.
 */

/** Papers of one form: those that were set (and taught) the same tasks, so that their totals compare. */
export interface FormTable {
  /** Indices of the tasks of this form in the calibration's list of tasks. */
  readonly tasks: readonly number[];
  /** Papers by total over these tasks, 0..sum of maxima. */
  readonly totals: ArrayLike<number>;
  /** Papers by total, task of the form and score: `cells[(total * tasks.length + position) * width + score]`. */
  readonly cells: ArrayLike<number>;
}

export interface ScoreTables {
  /** Maximum of each task, points. */
  readonly maxima: readonly number[];
  /** Scores 0..width-1 fit into the cells: the largest maximum + 1. */
  readonly width: number;
  readonly forms: readonly FormTable[];
}

/** An empty table to count into. */
export function emptyForm(
  tasks: readonly number[],
  maxima: readonly number[],
): FormTable & { readonly totals: Int32Array; readonly cells: Int32Array } {
  const length = tasks.reduce((sum, task) => sum + maxima[task]!, 0) + 1;
  const width = tableWidth(maxima);
  return { tasks, totals: new Int32Array(length), cells: new Int32Array(length * tasks.length * width) };
}

export function tableWidth(maxima: readonly number[]): number {
  return Math.max(0, ...maxima) + 1;
}

/** Counts one paper; `scores[position]` belongs to `form.tasks[position]`. */
export function countPaper(
  form: { readonly totals: Int32Array; readonly cells: Int32Array; readonly tasks: readonly number[] },
  scores: ArrayLike<number>,
  width: number,
  papers = 1,
): void {
  let total = 0;
  for (let position = 0; position < form.tasks.length; position++) total += scores[position]!;
  form.totals[total]! += papers;
  for (let position = 0; position < form.tasks.length; position++) {
    form.cells[(total * form.tasks.length + position) * width + scores[position]!]! += papers;
  }
}

/** Papers by score of each task over all forms (the item-step margins), counting totals `from`..`to` only. */
export function scoreCounts(tables: ScoreTables, from = 0, to = Infinity): number[][] {
  const counts = tables.maxima.map((max) => Array.from({ length: max + 1 }, () => 0));
  for (const form of tables.forms) {
    for (let total = from; total < form.totals.length && total <= to; total++) {
      form.tasks.forEach((task, position) => {
        const at = (total * form.tasks.length + position) * tables.width;
        for (let score = 0; score <= tables.maxima[task]!; score++) counts[task]![score]! += form.cells[at + score]!;
      });
    }
  }
  return counts;
}
