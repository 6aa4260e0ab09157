/**
 * The rules by which regional centres look for doubtful results, applied to one class in one work, and then the number of
 * rules that fire.
 *
 * - mean: the class's 95 % interval of the mean lies above the region's (methodology of 2019, formula (i), as printed).
 * - hardOverEasy: the hardest third of the tasks done better than in the region, the easiest third worse (announcements of
 *   2017-2018; no bound beyond that).
 * - journal: the share of marks below (or above) the journal's exceeds the region's share (recommendations of 2026, p. 10).
 * - peaks: papers on the boundaries of marks exceed those one point below (recommendations of 2026, p. 15).
 * - shares: more «5» and fewer «2» than the region has (regional limits of the shares of marks).
 *
 * Documents set no bound for the last three at the level of a class. Bounds met in practice (40 % of marks lowered; one and a
 * half times the mean count; the region's own share of «5») fire on a third to nearly all of the honest classes. The rules get
 * better ones here: a twentieth of the region's classes, those that stand out most; a hundredth for the shares.
 */
import { quantile } from '#stats/quantiles.ts';
import type { Administration } from '../engine/administration.ts';
import { momentsOf } from '../official/by-school.ts';
import { meanInterval } from '../official/mean-interval.ts';
import type { SimulatedRegion } from './region.ts';
import { papersByClass } from './score-tables.ts';

export const RULES = ['mean', 'hardOverEasy', 'journal', 'peaks', 'shares'] as const;
export type Rule = (typeof RULES)[number];

export interface RuleAnswers {
  /** Per unit of the region's truth; NaN where the class has fewer than two papers. */
  readonly score: Readonly<Record<Rule, Float64Array>>;
  /** 1 where the rule fires. */
  readonly fired: Readonly<Record<Rule, Uint8Array>>;
}

/** Share of a region's classes that stand out, where no document sets a bound. */
const OUTSTANDING = 0.05;
/** The same for shares of marks, which go with the mean: a wider bound would count the mean twice. */
const FAR_OUT = 0.01;

export function applyRules(region: SimulatedRegion): RuleAnswers {
  const units = region.truth.length;
  const score = perRule(() => new Float64Array(units).fill(Number.NaN));
  const fired = perRule(() => new Uint8Array(units));
  region.administrations.forEach((administration, index) => {
    const ruled = classRules(administration);
    region.truth.forEach((truth, unit) => {
      if (truth.administration !== index) return;
      for (const rule of RULES) {
        score[rule][unit] = ruled[rule].score[truth.classIndex]!;
        fired[rule][unit] = ruled[rule].fired(truth.classIndex) ? 1 : 0;
      }
    });
  });
  return { score, fired };
}

interface Ruled {
  readonly score: Float64Array;
  readonly fired: (classIndex: number) => boolean;
}

function classRules(administration: Administration): Readonly<Record<Rule, Ruled>> {
  const papers = papersByClass(administration);
  return {
    mean: meanRule(administration, papers),
    hardOverEasy: hardOverEasyRule(administration, papers),
    journal: journalRule(administration, papers),
    peaks: peaksRule(administration, papers),
    shares: sharesRule(administration, papers),
  };
}

function meanRule(administration: Administration, papers: readonly Int32Array[]): Ruled {
  const { totals, size } = administration;
  const region = momentsOf(
    totals,
    Int32Array.from({ length: size }, (_, paper) => paper),
  );
  const all = meanInterval(region);
  const score = Float64Array.from(papers, (own) => {
    const interval = meanInterval(momentsOf(totals, own));
    return all === null || interval === null ? Number.NaN : interval.low - all.high;
  });
  return { score, fired: (index) => score[index]! > 0 };
}

function hardOverEasyRule(administration: Administration, papers: readonly Int32Array[]): Ruled {
  const { tasks, scores, size } = administration;
  const shareOf = (own: ArrayLike<number>): number[] =>
    tasks.map(({ max }, task) => {
      let sum = 0;
      for (let index = 0; index < own.length; index++) {
        sum += Math.max(0, scores[own[index]! * tasks.length + task]!);
      }
      return sum / (own.length * max);
    });
  const region = shareOf(Int32Array.from({ length: size }, (_, paper) => paper));
  const byShare = tasks.map((_, task) => task).sort((a, b) => region[a]! - region[b]!);
  const third = Math.max(1, Math.round(tasks.length / 3));
  const hardest = byShare.slice(0, third);
  const easiest = byShare.slice(-third);
  const hard = new Float64Array(papers.length);
  const easy = new Float64Array(papers.length);
  papers.forEach((own, index) => {
    const shares = shareOf(own);
    const above = (group: readonly number[]): number =>
      group.reduce((sum, task) => sum + shares[task]! - region[task]!, 0) / group.length;
    hard[index] = above(hardest);
    easy[index] = above(easiest);
  });
  return {
    score: hard.map((value, index) => value - easy[index]!),
    fired: (index) => hard[index]! > 0 && easy[index]! < 0,
  };
}

function journalRule({ marks, journalMarks, size }: Administration, papers: readonly Int32Array[]): Ruled {
  const sharesOf = (own: ArrayLike<number>): { readonly lowered: number; readonly raised: number } => {
    let lowered = 0;
    let raised = 0;
    let both = 0;
    for (let index = 0; index < own.length; index++) {
      const paper = own[index]!;
      if (marks[paper] === 0 || journalMarks[paper] === 0) continue;
      both++;
      if (marks[paper]! < journalMarks[paper]!) lowered++;
      if (marks[paper]! > journalMarks[paper]!) raised++;
    }
    return { lowered: lowered / both, raised: raised / both };
  };
  const region = sharesOf(Int32Array.from({ length: size }, (_, paper) => paper));
  const score = Float64Array.from(papers, (own) => {
    const { lowered, raised } = sharesOf(own);
    return Math.max(lowered - region.lowered, raised - region.raised);
  });
  const bound = outstanding(score);
  return { score, fired: (index) => score[index]! > bound };
}

function peaksRule({ thresholds, totals }: Administration, papers: readonly Int32Array[]): Ruled {
  const cuts = thresholds === null ? [] : [thresholds[3], thresholds[4], thresholds[5]];
  const score = Float64Array.from(papers, (own) => {
    if (own.length < 2 || cuts.length === 0) return Number.NaN;
    let excess = 0;
    for (const paper of own) {
      const total = totals[paper]!;
      if (cuts.includes(total)) excess++;
      else if (cuts.includes(total + 1)) excess--;
    }
    return excess / own.length;
  });
  const bound = outstanding(score);
  return { score, fired: (index) => score[index]! > bound };
}

function sharesRule({ marks }: Administration, papers: readonly Int32Array[]): Ruled {
  const shareOf = (mark: number): Float64Array =>
    Float64Array.from(papers, (own) => own.filter((paper) => marks[paper] === mark).length / own.length);
  const fives = standardised(shareOf(5));
  const twos = standardised(shareOf(2));
  const score = fives.map((value, index) => value - twos[index]!);
  const bound = outstanding(score, FAR_OUT);
  return { score, fired: (index) => score[index]! > bound };
}

/** The bound above which the region's outstanding classes stand. */
function outstanding(score: Float64Array, share = OUTSTANDING): number {
  return quantile(
    score.filter((value) => !Number.isNaN(value)),
    1 - share,
  );
}

/** Values minus their mean, in standard deviations; NaN stays NaN. */
export function standardised(values: Float64Array): Float64Array {
  const given = values.filter((value) => !Number.isNaN(value));
  const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
  const variance = given.reduce((sum, value) => sum + (value - mean) ** 2, 0) / given.length;
  const sd = Math.sqrt(variance) || 1;
  return values.map((value) => (value - mean) / sd);
}

function perRule<T>(make: () => T): Record<Rule, T> {
  return { mean: make(), hardOverEasy: make(), journal: make(), peaks: make(), shares: make() };
}
