import { array, assert, constantFrom, integer, nat, property, record, tuple, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { NO_VALUE, NOT_ATTEMPTED, NOT_TAUGHT } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { AdministrationBuilder } from '../engine/builder.ts';
import { addTables, cellStarts, DifferentWorks, sumTables, tablesOf, type WorkTables } from './tables.ts';

const TASKS = [
  { id: '1', max: 1, response: 'short' },
  { id: '2', max: 2, response: 'extended' },
  { id: '3', max: 3, response: 'short' },
] as const;

interface Row {
  readonly school: number;
  readonly variant: string;
  readonly journal: number;
  readonly scores: readonly number[];
}

function administration(rows: readonly Row[], subject = 'Математика'): Administration {
  const builder = new AdministrationBuilder({
    procedure: 'ВПР 2026',
    subject,
    grade: 5,
    tasks: TASKS,
    thresholds: { 3: 2, 4: 4, 5: 5 },
  });
  for (const { school, variant, journal, scores } of rows) {
    const at = builder.classIndex('Округ', `Ш${school}`, '5А', null);
    builder.addTo(at, { participant: '', variant, journalMark: journal || null, scores: Int8Array.from(scores) }, 0);
  }
  return builder.build();
}

const sum = (cells: readonly number[]): number => cells.reduce((total, value) => total + value, 0);

/** Counts of schools and classes do not add: parts of one class are two classes. */
const withoutUnits = (tables: WorkTables): WorkTables => ({ ...tables, classes: 0, schools: 0 });

const rowArbitrary: Arbitrary<Row> = record({
  school: integer({ min: 1, max: 4 }),
  variant: constantFrom('1', '2', 'А'),
  journal: constantFrom(0, 2, 3, 4, 5),
  scores: tuple(
    constantFrom(NOT_ATTEMPTED, 0, 1),
    constantFrom(NOT_TAUGHT, NOT_ATTEMPTED, 0, 1, 2),
    constantFrom(NO_VALUE, 0, 1, 2, 3),
  ),
});

test('every paper is counted once in totals and in marks, complete ones in the task table too', () => {
  assert(
    property(array(rowArbitrary, { minLength: 1, maxLength: 60 }), (rows) => {
      const tables = tablesOf(administration(rows));
      const complete = rows.filter(({ scores }) => scores.every((score) => score >= NOT_ATTEMPTED)).length;
      expect(sum(tables.totals)).toBe(rows.length);
      expect(sum(tables.marks)).toBe(rows.length);
      expect(sum(tables.variants.flatMap(({ totals }) => totals))).toBe(complete);
      expect(sum(tables.variants.flatMap(({ cells }) => cells))).toBe(complete * TASKS.length);
    }),
  );
});

test('tables of parts add to the tables of the whole, in any order', () => {
  assert(
    property(array(rowArbitrary, { minLength: 3, maxLength: 60 }), nat(), (rows, seed) => {
      const cut = 1 + (seed % (rows.length - 1));
      const [first, second] = [rows.slice(0, cut), rows.slice(cut)].map((part) => tablesOf(administration(part)));
      const whole = tablesOf(administration(rows));
      expect(withoutUnits(addTables(first!, second!))).toEqual(withoutUnits(whole));
      expect(addTables(second!, first!)).toEqual(addTables(first!, second!));
    }),
  );
});

test('a value stands in the cell of its task, value and total', () => {
  const tables = tablesOf(administration([{ school: 1, variant: '1', journal: 4, scores: [1, 0, 3] }]));
  const starts = cellStarts(TASKS);
  const width = starts.at(-1)!;
  expect(width).toBe(9);
  const cells = tables.variants[0]!.cells;
  expect(cells.flatMap((count, at) => (count > 0 ? [at] : []))).toEqual([
    4 * width + starts[0]! + 1,
    4 * width + starts[1]!,
    4 * width + starts[2]! + 3,
  ]);
  // Journal «4» (row 3), the work's own mark «4» (column 3).
  expect(tables.marks.indexOf(1)).toBe(3 * 5 + 3);
});

test('tables of different works are never added, only set side by side', () => {
  const rows = [{ school: 1, variant: '1', journal: 4, scores: [1, 0, 3] }];
  const [mathematics, russian] = [tablesOf(administration(rows)), tablesOf(administration(rows, 'Русский язык'))];
  expect(() => addTables(mathematics, russian)).toThrow(DifferentWorks);
  expect(sumTables([[mathematics], [russian, mathematics]]).map(({ subject, papers }) => [subject, papers])).toEqual([
    ['Математика', 2],
    ['Русский язык', 1],
  ]);
});
