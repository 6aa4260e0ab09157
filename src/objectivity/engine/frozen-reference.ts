/**
 * An honest reference frozen from an administration run by outside observers: what was learnt there, kept as JSON and used
 * elsewhere and later.
 *
 * It holds, for each work, the tables of its score groups and how much honest parts of the region differ against them; for all
 * works together, what the units say of the tail of every marker's honest distribution.
 * Where a later administration has the same work, the region as a whole is compared with the tables; where it has another
 * work, only the tails are taken over.
 */
import type { Task } from '#src/results/model.ts';
import type { MarkerId, UnitLevel } from '../model.ts';
import type { Context } from './context.ts';
import { COMPARISONS, type Comparison, compareRange, type ScoreTables, scoreTables } from './region-comparison.ts';

export const FROZEN_VERSION = 1;

export interface FrozenWork {
  readonly subject: string;
  readonly grade: number;
  readonly tasks: readonly Pick<Task, 'id' | 'max' | 'response'>[];
  readonly tables: ScoreTables;
  /** Standard deviation of each comparison between honest parts of the region, sampling included; null where unknown. */
  readonly spread: Readonly<Record<Comparison, number | null>>;
  /** Parts that the spread was read from. */
  readonly parts: number;
}

export interface FrozenReference {
  readonly version: typeof FROZEN_VERSION;
  readonly name: string;
  /** ISO date. */
  readonly madeAt: string;
  readonly engineVersion: string;
  /** Classes and papers that it was learnt from. */
  readonly units: number;
  readonly papers: number;
  readonly works: readonly FrozenWork[];
  /** By marker and level, «B2:class»: ln likelihood of every tail of the grid (HonestFit.tailEvidence), works added. */
  readonly tails: Readonly<Record<string, readonly number[]>>;
}

export interface FrozenLabel {
  readonly name: string;
  readonly madeAt: string;
  readonly engineVersion: string;
}

/** Tail evidence of one marker at one level in one work. */
export interface TailOfMarker {
  readonly marker: MarkerId;
  readonly level: UnitLevel;
  readonly tailEvidence: Float64Array;
}

export function freeze(
  contexts: readonly Context[],
  tails: readonly TailOfMarker[],
  label: FrozenLabel,
): FrozenReference {
  const sums: Record<string, number[]> = {};
  for (const { marker, level, tailEvidence } of tails) {
    const key = `${marker}:${level}`;
    const before = sums[key];
    sums[key] = Array.from(tailEvidence, (value, tail) => value + (before?.[tail] ?? 0));
  }
  return {
    version: FROZEN_VERSION,
    ...label,
    units: contexts.reduce((sum, context) => sum + context.units('class').length, 0),
    papers: contexts.reduce((sum, { papers }) => sum + papers.size, 0),
    works: contexts.map(frozenWork),
    tails: sums,
  };
}

/** Fewer municipalities than this do not show how much they differ; schools then stand for them. */
const ENOUGH_MUNICIPALITIES = 8;

function frozenWork(context: Context): FrozenWork {
  const { papers } = context;
  const { subject, grade, tasks } = papers.administration;
  const tables = scoreTables(papers);
  const municipalities = context.units('municipality');
  const parts = municipalities.length >= ENOUGH_MUNICIPALITIES ? municipalities : context.units('school');
  const figures = parts.map((part) => compareRange(papers, tables, part));
  const spread = Object.fromEntries(
    COMPARISONS.map((comparison) => [comparison, deviationOf(figures.map((figure) => figure[comparison]))]),
  ) as Record<Comparison, number | null>;
  return {
    subject,
    grade,
    tasks: tasks.map(({ id, max, response }) => ({ id, max, response })),
    tables,
    spread,
    parts: parts.length,
  };
}

/** About zero, which is where the parts stand against their own tables. */
function deviationOf(values: readonly number[]): number | null {
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length < 3) return null;
  return Math.sqrt(known.reduce((sum, value) => sum + value * value, 0) / (known.length - 1));
}

/** The work of the reference that is this one, task by task; null where there is none. */
export function sameWork(reference: FrozenReference, context: Context): FrozenWork | null {
  const { subject, grade, tasks } = context.papers.administration;
  return (
    reference.works.find(
      (work) =>
        work.subject === subject &&
        work.grade === grade &&
        work.tasks.length === tasks.length &&
        work.tasks.every((task, index) => task.id === tasks[index]!.id && task.max === tasks[index]!.max),
    ) ?? null
  );
}
