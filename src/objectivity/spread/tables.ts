/**
 * Integer sufficient tables of a work: everything that calibration, conditional means and the relation of marks need to know
 * of millions of papers. Tables of two partitions add cell by cell, so a country's table is the sum of its regions' in
 * any order and to the last unit; floating point begins only after the sum.
 *
 * Assumptions: totals are comparable within a variant only, and only for papers in which every task of the work counts;
 * papers with a topic not taught or an empty cell enter the distribution of totals and of marks, not the task table.
 */
import type { Administration } from '../engine/administration.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';

export interface WorkTables {
  readonly procedure: string;
  readonly subject: string;
  readonly grade: number;
  readonly tasks: readonly { readonly id: string; readonly max: number }[];
  readonly papers: number;
  readonly absent: number;
  readonly classes: number;
  readonly schools: number;
  /** Papers by total, 0..maximum; all papers. */
  readonly totals: readonly number[];
  /** Papers by journal mark (row: none, 2, 3, 4, 5) and mark of the work (column, likewise), row-major 5 x 5. */
  readonly marks: readonly number[];
  /** By variant: the task table of its complete papers. */
  readonly variants: readonly VariantTable[];
}

export interface VariantTable {
  /** As printed in the protocol: partitions number the same variants differently, so the name is the key. */
  readonly variant: string;
  /** Complete papers by total, 0..maximum. */
  readonly totals: readonly number[];
  /** Row-major total x cell; a task of maximum m has m + 1 neighbouring cells, for the values 0..m. */
  readonly cells: readonly number[];
}

/** Two works that do not have the same tasks cannot be added. */
export class DifferentWorks extends Error {}

export function workKeyOf({ procedure, subject, grade, tasks }: WorkTables | Administration): string {
  return JSON.stringify([procedure, subject, grade, tasks.map(({ id, max }) => [id, max])]);
}

/** One pass over the papers. A task that was not attempted has the value 0: it earned nothing. */
export function tablesOf(administration: Administration): WorkTables {
  const { tasks, size, scores, marks, journalMarks, variants } = administration;
  const taskCount = tasks.length;
  const maximum = tasks.reduce((sum, { max }) => sum + max, 0);
  const starts = cellStarts(tasks);
  const width = starts.at(-1)!;
  const totals = new Float64Array(maximum + 1);
  const byMark = new Float64Array(25);
  const byVariant = new Map<string, { totals: Float64Array; cells: Float64Array }>();
  for (let paper = 0; paper < size; paper++) {
    const total = administration.totals[paper]!;
    totals[total] = totals[total]! + 1;
    const mark = markPlace(journalMarks[paper]!) * 5 + markPlace(marks[paper]!);
    byMark[mark] = byMark[mark]! + 1;
    const from = paper * taskCount;
    let complete = true;
    for (let task = 0; task < taskCount; task++) complete &&= scores[from + task]! >= NOT_ATTEMPTED;
    if (!complete) continue;
    const variant = administration.variantNames?.[variants[paper]!] ?? String(variants[paper]!);
    let table = byVariant.get(variant);
    if (table === undefined) {
      table = { totals: new Float64Array(maximum + 1), cells: new Float64Array((maximum + 1) * width) };
      byVariant.set(variant, table);
    }
    table.totals[total] = table.totals[total]! + 1;
    for (let task = 0; task < taskCount; task++) {
      const at = total * width + starts[task]! + Math.max(0, scores[from + task]!);
      table.cells[at] = table.cells[at]! + 1;
    }
  }
  return {
    procedure: administration.procedure,
    subject: administration.subject,
    grade: administration.grade,
    tasks: tasks.map(({ id, max }) => ({ id, max })),
    papers: size,
    absent: administration.absentByClass.reduce((sum, count) => sum + count, 0),
    classes: administration.classes.length,
    schools: administration.schools.length,
    totals: [...totals],
    marks: [...byMark],
    variants: [...byVariant]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([variant, table]) => ({ variant, totals: [...table.totals], cells: [...table.cells] })),
  };
}

/** Place of a task's value 0 among the cells of one total; the last entry is how many cells there are. */
export function cellStarts(tasks: readonly { readonly max: number }[]): number[] {
  const starts = [0];
  for (const { max } of tasks) starts.push(starts.at(-1)! + max + 1);
  return starts;
}

/** Place of a mark in the table of marks, 0..4: no mark, then 2..5. */
export function markPlace(mark: number): number {
  return mark === 0 ? 0 : mark - 1;
}

/** @throws DifferentWorks where the two are not of one work. */
export function addTables(a: WorkTables, b: WorkTables): WorkTables {
  if (workKeyOf(a) !== workKeyOf(b)) throw new DifferentWorks(`${workKeyOf(a)} and ${workKeyOf(b)}`);
  const variants = new Map(a.variants.map((table) => [table.variant, table]));
  for (const table of b.variants) {
    const known = variants.get(table.variant);
    variants.set(
      table.variant,
      known === undefined
        ? table
        : { variant: table.variant, totals: plus(known.totals, table.totals), cells: plus(known.cells, table.cells) },
    );
  }
  return {
    ...a,
    papers: a.papers + b.papers,
    absent: a.absent + b.absent,
    classes: a.classes + b.classes,
    schools: a.schools + b.schools,
    totals: plus(a.totals, b.totals),
    marks: plus(a.marks, b.marks),
    variants: [...variants.values()].sort((x, y) => (x.variant < y.variant ? -1 : 1)),
  };
}

/** Tables of many partitions, one per work, in a fixed order of works. */
export function sumTables(parts: readonly (readonly WorkTables[])[]): WorkTables[] {
  const sums = new Map<string, WorkTables>();
  for (const table of parts.flat()) {
    const key = workKeyOf(table);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? table : addTables(sum, table));
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, table]) => table);
}

function plus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value + b[index]!);
}
