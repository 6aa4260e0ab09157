/**
 * Which scores of which tasks the data can say anything about. A score that nobody got, or that only papers with the lowest or
 * the highest total got, has no finite difficulty: it is set aside and named, never merged with its neighbour.
 */

/** Papers by score of each task over all forms, and papers by total of each form: what conditional estimation needs. */
export interface ScoreMargins {
  readonly counts: readonly ArrayLike<number>[];
  readonly forms: readonly { readonly tasks: readonly number[]; readonly totals: ArrayLike<number> }[];
}

export interface EstimableScores {
  readonly margins: ScoreMargins;
  /** Papers by task and score without the papers at the lowest and highest total of their form: those say nothing. */
  readonly counts: readonly number[][];
  /** The forms without those papers. */
  readonly forms: readonly { readonly tasks: readonly number[]; readonly totals: number[] }[];
  /** Papers left. */
  readonly papers: number;
  /** Lowest score of each task among the papers left: the zero of its difficulties. */
  readonly lowest: readonly number[];
  readonly parameters: readonly { readonly task: number; readonly score: number; readonly points: number }[];
  /** Task x score -> index of the parameter, -1 where there is none. */
  readonly indexOf: readonly Int32Array[];
  /** Points of each parameter above its task's zero: a shift of all abilities moves the parameters along this. */
  readonly direction: Float64Array;
}

export function estimableScores(margins: ScoreMargins): EstimableScores {
  const counts = margins.counts.map((scores) => Array.from(scores));
  const forms = margins.forms.map((form) => ({ tasks: form.tasks, totals: Array.from(form.totals) }));
  // Setting papers aside can leave another score without papers, and so other totals lowest or highest.
  while (setAsideExtremes(counts, forms));
  const lowest = counts.map((scores) =>
    Math.max(
      0,
      scores.findIndex((papers) => papers > 0),
    ),
  );
  const parameters = counts.flatMap((scores, task) =>
    scores.flatMap((papers, score) =>
      papers > 0 && score > lowest[task]! ? [{ task, score, points: score - lowest[task]! }] : [],
    ),
  );
  const indexOf = counts.map((scores) => new Int32Array(scores.length).fill(-1));
  parameters.forEach(({ task, score }, index) => {
    indexOf[task]![score] = index;
  });
  return {
    margins,
    counts,
    forms,
    papers: forms.reduce((sum, { totals }) => totals.reduce((papers, each) => papers + each, sum), 0),
    lowest,
    parameters,
    indexOf,
    direction: Float64Array.from(parameters, ({ points }) => points),
  };
}

/** @returns whether anything changed. */
function setAsideExtremes(
  counts: number[][],
  forms: readonly { readonly tasks: readonly number[]; readonly totals: number[] }[],
): boolean {
  const low = counts.map((scores) =>
    Math.max(
      0,
      scores.findIndex((papers) => papers > 0),
    ),
  );
  const high = counts.map((scores) =>
    Math.max(
      0,
      scores.findLastIndex((papers) => papers > 0),
    ),
  );
  let changed = false;
  for (const { tasks, totals } of forms) {
    for (const scores of [low, high]) {
      const total = tasks.reduce((sum, task) => sum + scores[task]!, 0);
      const papers = totals[total] ?? 0;
      if (papers === 0) continue;
      totals[total] = 0;
      for (const task of tasks) counts[task]![scores[task]!]! -= papers;
      changed = true;
    }
  }
  return changed;
}
