/**
 * The integer tables of one work that a finding is read against: what pupils of the same variant and total got on each task,
 * and which journal marks they had. They are stored with the analysis, so that a finding can be taken apart later without the
 * papers of other schools.
 */
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { cellStarts, tablesOf, type WorkTables } from '../spread/tables.ts';

export interface ReferenceTables extends WorkTables {
  /** By variant: complete papers with a journal mark, row-major total x mark 2..5. */
  readonly journal: readonly { readonly variant: string; readonly counts: readonly number[] }[];
}

const MARKS = 4;

/** One more pass over the papers than `tablesOf`. */
export function referenceTables(administration: Administration): ReferenceTables {
  const { tasks, size, scores, totals, journalMarks, variants } = administration;
  const tables = tablesOf(administration);
  const byVariant = new Map<string, number[]>();
  for (let paper = 0; paper < size; paper++) {
    const mark = journalMarks[paper]!;
    if (mark === 0 || !complete(scores, paper * tasks.length, tasks.length)) continue;
    const variant = administration.variantNames?.[variants[paper]!] ?? String(variants[paper]!);
    let counts = byVariant.get(variant);
    if (counts === undefined) {
      counts = Array.from({ length: tables.totals.length * MARKS }, () => 0);
      byVariant.set(variant, counts);
    }
    counts[totals[paper]! * MARKS + mark - 2]! += 1;
  }
  return {
    ...tables,
    journal: [...byVariant].sort(([a], [b]) => (a < b ? -1 : 1)).map(([variant, counts]) => ({ variant, counts })),
  };
}

function complete(scores: ArrayLike<number>, from: number, taskCount: number): boolean {
  for (let task = 0; task < taskCount; task++) if (scores[from + task]! < NOT_ATTEMPTED) return false;
  return true;
}

/** What a paper is expected to show, given its variant and total or its journal mark. null: nothing to compare with. */
export interface Expectations {
  /** Mean points per task among papers of the same variant and total. */
  readonly scores: (variant: string, total: number) => Float64Array | null;
  /** Share of papers of the same variant and total with this score on the task, smoothed by one paper of every score. */
  readonly chance: (variant: string, total: number, task: number, score: number) => number;
  /** Mean journal mark among papers of the same variant and total. */
  readonly journalMark: (variant: string, total: number) => number | null;
  /** Mean total among papers of the same variant and journal mark. */
  readonly total: (variant: string, journalMark: number) => number | null;
}

export function expectationsOf(tables: ReferenceTables): Expectations {
  const starts = cellStarts(tables.tasks);
  const width = starts.at(-1)!;
  const tableOf = byName(tables.variants);
  const journalOf = byName(tables.journal);
  return {
    scores(variant, total) {
      const table = tableOf(variant);
      const papers = table?.totals[total] ?? 0;
      if (table === undefined || papers === 0) return null;
      return Float64Array.from(tables.tasks, ({ max }, task) => {
        let sum = 0;
        for (let value = 1; value <= max; value++) sum += value * table.cells[total * width + starts[task]! + value]!;
        return sum / papers;
      });
    },
    chance(variant, total, task, score) {
      const table = tableOf(variant);
      const levels = tables.tasks[task]!.max + 1;
      const papers = table?.totals[total] ?? 0;
      const same = table?.cells[total * width + starts[task]! + score] ?? 0;
      return (same + 1) / (papers + levels);
    },
    journalMark(variant, total) {
      const counts = journalOf(variant)?.counts.slice(total * MARKS, (total + 1) * MARKS) ?? [];
      return meanOf(counts, 2);
    },
    total(variant, journalMark) {
      const counts = journalOf(variant)?.counts ?? [];
      return meanOf(
        counts.filter((_, at) => at % MARKS === journalMark - 2),
        0,
      );
    },
  };
}

/** A work whose variants could not be told apart has one table for all. */
function byName<T extends { readonly variant: string }>(tables: readonly T[]): (variant: string) => T | undefined {
  const named = new Map(tables.map((table) => [table.variant, table]));
  return (variant) => named.get(variant) ?? (tables.length === 1 ? tables[0] : undefined);
}

/** Mean of first, first + 1, … counted so many times each. */
function meanOf(counts: readonly number[], first: number): number | null {
  let papers = 0;
  let sum = 0;
  counts.forEach((count, at) => {
    papers += count;
    sum += count * (first + at);
  });
  return papers === 0 ? null : sum / papers;
}
