/** Papers scored a second time: what was read, and what it shows. Shapes only. */
import type { Estimate } from '#stats/bunching.ts';

/** One answer of one paper with its scores, points. */
export interface Rescored {
  readonly paper: string;
  /** null: the score is of the whole paper. */
  readonly task: string | null;
  readonly first: number;
  readonly second: number;
  readonly third: number | null;
  /** Who gave each score; null where it is not said. */
  readonly raters: readonly [string | null, string | null, string | null];
}

/** `within`: as honest raters differ. `generous`/`severe`: the first scores were higher/lower. `scattered`: both ways. `undecided`: too few papers to tell. */
export type RecheckVerdict = 'within' | 'generous' | 'severe' | 'scattered' | 'undecided' | 'insufficient';

export interface RaterFigure {
  readonly rater: string;
  /** Points per answer, positive = stricter than the mean of the raters; 95 % interval. */
  readonly severity: Estimate;
  readonly answers: number;
}

export interface RecheckResult {
  readonly verdict: RecheckVerdict;
  readonly papers: number;
  readonly answers: number;
  /** Points by which two honest scorings of a paper may differ. */
  readonly tolerance: number;
  /** Share of papers that may differ by more all the same. */
  readonly allowedShare: number;
  /** Papers whose sum changed by more than the tolerance, and of them those raised and lowered. */
  readonly beyond: {
    readonly papers: number;
    readonly raised: number;
    readonly lowered: number;
    readonly share: Estimate;
  };
  /** Papers whose sum changed at all. */
  readonly changed: number;
  /** Mean of second minus first, points per paper, 95 % interval; null for a single paper. */
  readonly meanChange: Estimate | null;
  /** Limits within which 95 % of single papers change. */
  readonly limits: { readonly lower: Estimate; readonly upper: Estimate } | null;
  /** Quadratic weighted kappa of the answers' scores; null where they do not vary or are not whole. */
  readonly qwk: Estimate | null;
  /** ICC(A,1) of the papers' sums; null where they do not vary. */
  readonly icc: Estimate | null;
  /** Krippendorff's alpha (interval) of the answers over all scores given. */
  readonly alpha: number | null;
  /** null: raters are not named, or not connected by common answers. */
  readonly severity: readonly RaterFigure[] | null;
  /** Papers beyond the tolerance among all of the unit; null where it is not said how many there are. */
  readonly inAll: (Estimate & { readonly papers: number }) | null;
}
