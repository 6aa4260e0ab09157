/**
 * How alike the papers of each class are beyond what their totals and the class's own strong and weak tasks explain.
 * Used by B5; for simulated papers as well as for real ones.
 *
 * Formula: for pupils p and q, L = sum over tasks of ln((1 - c) + c / P) where the scores are equal (P: probability of that
 * score, geometric mean over the two pupils) and ln(1 - c) where they differ: the log likelihood ratio of "a share c of
 * the tasks was copied" against "worked alone". Only positive L count: most pairs of a copying class did not copy.
 * A pair that differs in at most three tasks may also be a paper rewritten as a whole, with c = .9, at even odds.
 * P is that of the pupil's score group, without the class's own papers where they are more than a fiftieth of it (otherwise a
 * class of identical papers would be its own explanation), tilted by the class's shift of the task: b solves
 * sum over papers (x - E[x | group, b]) = b / 0.25, P(k | group, b) ~ P(k | group) exp(b k), the posterior mode of a class x task
 * effect (logit shift, Rasch 1960); no P counts as less than .02.
 * A pupil's likeness is the mean of positive L with the classmates; the class's, the mean over its most alike third.
 * Source: likelihood form of answer-copying indices (omega: Wollack 1997, Appl. Psych. Meas. 21:307; generalised binomial
 * test: van der Linden & Sotaridona 2006, J. Educ. Behav. Stat. 31:283), with class-adjusted probabilities.
 */
import { threadKernel } from '../kernel/kernel.ts';
import type { ScoreGroups } from '../engine/score-groups.ts';
import type { ScoreProbabilities } from '../engine/score-probabilities.ts';

/** One value per class. */
export interface Likeness {
  /** Mean positive log likelihood ratio of the most alike third of the pupils; 0 when nobody is alike. */
  readonly score: Float64Array;
  /** Pairs whose papers are more likely copied than not at odds of 20 to 1. */
  readonly alikePairs: Float64Array;
  /** Pupils in at least one such pair. */
  readonly alikePupils: Float64Array;
  /** Equal task scores per pair, observed and expected. */
  readonly equal: Float64Array;
  readonly equalExpected: Float64Array;
}

/** Papers of classes that follow one another. */
export interface ClassPapers {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Score group of each paper by its place in ScoreGroups.present; -1 leaves it out. */
  readonly groups: Int32Array;
  /** papers x tasks. */
  readonly points: Int8Array;
}

const FIGURES = 5;

/** @param counted whether the papers are part of the table (simulated ones are not). */
export function likeness(
  { wide, levels, table, floors }: ScoreProbabilities,
  { present, sizes }: Pick<ScoreGroups, 'present' | 'sizes'>,
  taskCount: number,
  { starts, ends, groups, points }: ClassPapers,
  counted: boolean,
): Likeness {
  const classes = starts.length;
  const largest = ends.reduce((most, end, unit) => Math.max(most, end - starts[unit]!), 0);
  const room = Math.ceil((largest + 1) / 8) * 8;
  const kernel = threadKernel();
  return kernel.scope(() => {
    const slots = kernel.take(4 * present.length);
    kernel.bytes(slots, 4 * present.length).fill(255);
    const out = kernel.take(8 * FIGURES * classes);
    kernel.run.likeness(
      kernel.put(table),
      kernel.put(floors),
      kernel.put(present.map((group) => sizes[group]!)),
      slots,
      taskCount,
      wide,
      levels,
      kernel.put(points),
      kernel.put(groups),
      kernel.put(starts),
      kernel.put(ends),
      classes,
      counted ? 1 : 0,
      room,
      kernel.take(24 * room + 4 * room * levels * wide + 12 * taskCount * room + 8 * wide + 64),
      out,
    );
    const figures = kernel.float64(out, FIGURES * classes);
    const column = (index: number): Float64Array =>
      Float64Array.from({ length: classes }, (_, unit) => figures[unit * FIGURES + index]!);
    return {
      score: column(0),
      alikePairs: column(1),
      alikePupils: column(2),
      equal: column(3),
      equalExpected: column(4),
    };
  });
}
