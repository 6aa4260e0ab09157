/**
 * Whether the region as a whole answers as the observed one did. Inside a region that is manipulated everywhere no unit stands
 * out; only a reference from elsewhere can tell it from a clean one.
 *
 * Formula: z = figure / (spread sqrt(1 + 1 / parts)), upper tail of Student's t with parts - 1 degrees of freedom; the region differs
 * where p is at most .01 over the number of comparisons asked (Bonferroni).
 * Assumptions: regions differ from one another as the parts of the observed one do.
 * How it can be wrong: a curriculum of the region's own; observers who saw a stronger or weaker sample of schools than they think.
 */
import { studentUpperTail } from '#stats/student-t.ts';
import type { Context } from './context.ts';
import { type FrozenReference, sameWork } from './frozen-reference.ts';
import { COMPARISONS, type Comparison, compareRange } from './region-comparison.ts';

const LEVEL = 0.01;

export interface RegionAnswer {
  readonly comparison: Comparison;
  /** Probability of lifting (boundary), points per pupil (tasks), marks per pupil (marks). */
  readonly value: number;
  readonly z: number;
  readonly p: number;
}

export type RegionResult = {
  readonly procedure: string;
  readonly subject: string;
  readonly grade: number;
} & (
  | {
      readonly kind: 'compared';
      readonly reference: string;
      readonly answers: readonly RegionAnswer[];
      /** Comparisons in which the region stands above what honest regions show. */
      readonly above: readonly Comparison[];
    }
  /** Without a reference of the same work a region manipulated as a whole cannot be told from a clean one. */
  | { readonly kind: 'notCompared'; readonly reason: 'noReference' | 'otherWork' }
);

export function regionResult(context: Context, reference: FrozenReference | null): RegionResult {
  const { procedure, subject, grade } = context.papers.administration;
  const head = { procedure, subject, grade };
  if (reference === null) return { ...head, kind: 'notCompared', reason: 'noReference' };
  const work = sameWork(reference, context);
  if (work === null) return { ...head, kind: 'notCompared', reason: 'otherWork' };
  const figures = compareRange(context.papers, work.tables, { start: 0, end: context.papers.size });
  const answers = COMPARISONS.flatMap((comparison): RegionAnswer[] => {
    const value = figures[comparison];
    const spread = work.spread[comparison];
    if (!Number.isFinite(value) || spread === null || !(spread > 0)) return [];
    const z = value / (spread * Math.sqrt(1 + 1 / work.parts));
    return [{ comparison, value, z, p: studentUpperTail(z, Math.max(2, work.parts - 1)) }];
  });
  const above = answers.filter(({ p }) => p <= LEVEL / answers.length).map(({ comparison }) => comparison);
  return { ...head, kind: 'compared', reference: reference.name, answers, above };
}
