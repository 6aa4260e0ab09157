/**
 * R «Перепроверка»: what a second, independent scoring of papers shows about the first.
 *
 * What it answers: do the first scores differ from the second more than honest raters differ among themselves, and to which side?
 * Formula: per paper d = sum of second minus sum of first scores. Beyond = share of papers with |d| > tolerance, Wilson interval; mean change with
 * Student's t and limits of agreement (stats/bland-altman.ts); QWK of the answers' scores, ICC(A,1) of the papers' sums, alpha over all scores; severity of named
 * raters (stats/rater-severity.ts); papers beyond the tolerance among all papers of the unit, exact hypergeometric interval.
 * Tolerance: two honest raters differ on one extended answer with standard deviation sqrt(2) * .38 points at most (raters' sd .12-.38 points in writing
 * tasks scored by many), over T answers sqrt(2 T) * .38; 1.96 of it, rounded down, at least one point: a second rater who differs by a point is normal. Verdict: one
 * paper in ten may be beyond it; more, when the lower end of the interval of the share is above a tenth; within, when the share itself is at most a tenth and the
 * upper end below a quarter; generous or severe, when the mean change leaves zero out.
 * Source: rater variance as in generalisability studies of writing assessment; tolerance of re-marking as an idea: Ofqual 2012 (6 %, then 3 % of the maximum).
 * Assumptions: the second scoring did not see the first; papers drawn at random (for the inference to all). Minimum sample: 15 papers.
 * Units: points per paper, shares of papers. How it can be wrong: one strict second rater moves every paper, so severity of the second is part of the change; papers
 * chosen because they lay near a boundary change more than others would.
 */
import { blandAltman } from '#stats/bland-altman.ts';
import type { Estimate } from '#stats/bunching.ts';
import { hypergeometricInterval } from '#stats/hypergeometric-interval.ts';
import { icc } from '#stats/icc.ts';
import { cohenKappa, pairTable } from '#stats/kappa.ts';
import { krippendorffAlpha } from '#stats/krippendorff-alpha.ts';
import { raterSeverity } from '#stats/rater-severity.ts';
import { wilsonInterval } from '#stats/wilson-interval.ts';
import type { RaterFigure, RecheckResult, RecheckVerdict, Rescored } from './model.ts';

export const MINIMUM_PAPERS = 15;
export const ALLOWED_SHARE = 0.1;
/** Within the tolerance as a whole: no more than this share can be beyond it. */
const SURELY_WITHIN = 0.25;
/** Largest spread of honest raters on one extended answer, points. */
const RATER_SD = 0.38;
const WIDTH = 1.959963984540054;

export interface RecheckOptions {
  /** Points per paper; default by the number of answers read again in a paper. */
  readonly tolerance?: number;
  /** All papers of the unit, from which those read again were drawn. */
  readonly population?: number;
}

/** Points by which two honest scorings of a paper with so many extended answers may differ. */
export function honestTolerance(answersPerPaper: number): number {
  return Math.max(1, Math.floor(WIDTH * Math.sqrt(2 * answersPerPaper) * RATER_SD));
}

export function recheckStatistics(rescored: readonly Rescored[], options: RecheckOptions = {}): RecheckResult {
  const papers = [...Map.groupBy(rescored, ({ paper }) => paper).values()];
  const sums = papers.map((answers) => [total(answers, 'first'), total(answers, 'second')] as const);
  const tolerance = options.tolerance ?? honestTolerance(medianOf(papers.map(({ length }) => length)));
  const changes = sums.map(([first, second]) => second - first);
  const raised = changes.filter((change) => change > tolerance + 1e-9).length;
  const lowered = changes.filter((change) => change < -tolerance - 1e-9).length;
  const beyond = raised + lowered;
  const share = papers.length > 0 ? beyond / papers.length : 0;
  const difference = blandAltman(changes);
  const { population } = options;
  const result = {
    papers: papers.length,
    answers: rescored.length,
    tolerance,
    allowedShare: ALLOWED_SHARE,
    beyond: { papers: beyond, raised, lowered, share: { value: share, ...wilsonInterval(beyond, papers.length) } },
    changed: changes.filter((change) => Math.abs(change) > 1e-9).length,
    meanChange: difference?.bias ?? null,
    limits: difference === null ? null : { lower: difference.lower, upper: difference.upper },
    qwk: kappaOf(rescored),
    icc: iccOf(sums),
    alpha: alphaOf(rescored),
    severity: severityOf(rescored),
    inAll:
      population === undefined
        ? null
        : { ...hypergeometricInterval(beyond, papers.length, population), papers: population },
  };
  return { ...result, verdict: verdictOf(result) };
}

function verdictOf({ papers, beyond, meanChange }: Omit<RecheckResult, 'verdict'>): RecheckVerdict {
  if (papers < MINIMUM_PAPERS) return 'insufficient';
  const { value, low, high } = beyond.share;
  if (low > ALLOWED_SHARE) {
    if (meanChange !== null && meanChange.high < 0) return 'generous';
    if (meanChange !== null && meanChange.low > 0) return 'severe';
    return 'scattered';
  }
  return value <= ALLOWED_SHARE && high < SURELY_WITHIN ? 'within' : 'undecided';
}

function total(answers: readonly Rescored[], which: 'first' | 'second'): number {
  return answers.reduce((sum, answer) => sum + answer[which], 0);
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
}

function kappaOf(rescored: readonly Rescored[]): Estimate | null {
  const first = rescored.map((answer) => answer.first);
  const second = rescored.map((answer) => answer.second);
  if (![...first, ...second].every(Number.isInteger)) return null;
  const categories = Math.max(0, ...first, ...second) + 1;
  const { value, low, high } = cohenKappa(pairTable(first, second, categories), categories, 'quadratic');
  return Number.isFinite(value) ? { value, low, high } : null;
}

function iccOf(sums: readonly (readonly [number, number])[]): Estimate | null {
  if (sums.length < 2) return null;
  const { value, low, high } = icc(sums, 'A,1');
  if (!Number.isFinite(value)) return null;
  // Papers scored exactly alike have no error to make an interval of.
  return { value, low: Number.isFinite(low) ? low : value, high: Number.isFinite(high) ? high : value };
}

function alphaOf(rescored: readonly Rescored[]): number | null {
  const alpha = krippendorffAlpha(
    rescored.map(({ first, second, third }) => (third === null ? [first, second] : [first, second, third])),
    'interval',
  );
  return Number.isFinite(alpha) ? alpha : null;
}

function severityOf(rescored: readonly Rescored[]): readonly RaterFigure[] | null {
  const names = [...new Set(rescored.flatMap(({ raters }) => raters.filter((rater) => rater !== null)))].sort();
  if (names.length < 2) return null;
  const position = new Map(names.map((name, index) => [name, index]));
  const ratings = rescored.flatMap(({ first, second, third, raters }, answer) =>
    [first, second, third].flatMap((score, index) => {
      const rater = raters[index] ?? null;
      return score === null || rater === null ? [] : [{ answer, rater: position.get(rater)!, score }];
    }),
  );
  const found = raterSeverity(ratings, names.length);
  if (found === null) return null;
  return names.map((rater, index) => {
    const value = found.severity[index]!;
    const half = WIDTH * found.errors[index]!;
    return { rater, severity: { value, low: value - half, high: value + half }, answers: found.shared[index]! };
  });
}
