import { expect, test } from 'vitest';
import type { WorkRow } from '#src/results/store.ts';
import { calibrate } from './calibrate.ts';
import { calibrationSheet } from './spreadsheet.ts';

const TASKS = [
  { id: '1', max: 1, response: 'short' },
  { id: '2', max: 2, response: 'extended' },
  { id: '3', max: 1, response: 'short' },
] as const;

const WORK: WorkRow = {
  id: 1,
  organizationId: 1,
  procedureId: 1,
  procedure: 'ВПР',
  kind: 'vpr',
  observed: false,
  year: 2026,
  subject: 'Математика',
  grade: 5,
  level: 'base',
  heldOn: null,
  tasks: TASKS,
  maxScore: 4,
  scaleId: null,
  revision: 1,
  papersChangedAt: null,
  analysedAt: null,
};

/** 90 papers with total 1 and 90 with total 2, and one variant of a few papers. */
const CELLS = [
  [0, 0, 0, 0, 0, 0, 0, 0, 0],
  [40, 50, 0, 60, 30, 0, 80, 10, 0],
  [20, 70, 0, 30, 40, 20, 60, 30, 0],
  [0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 0, 0],
].flat();
const SHOWN = {
  work: WORK,
  ...calibrate({
    tasks: TASKS.map(({ id, max }) => ({ id, max })),
    width: 3,
    variants: [
      { name: '1', forms: [{ tasks: [0, 1, 2], totals: [0, 90, 90, 0, 0], cells: CELLS }], leftOut: 0 },
      { name: '2', forms: [{ tasks: [0, 1, 2], totals: [0, 0, 0, 0, 0], cells: CELLS.map(() => 0) }], leftOut: 0 },
    ],
  }),
};

test('a row for each task of each calibrated variant, as wide as the header; the second sheet says what the figures are', () => {
  const sheet = calibrationSheet(SHOWN, 'Аналитик', 'ru');
  const rows = [...(sheet.rows as Iterable<readonly unknown[]>)];
  expect(rows.map((row) => row[1])).toEqual(['1', '2', '3']);
  for (const row of rows) expect(row).toHaveLength(sheet.columns.length);
  const parameters = new Map(sheet.parameters);
  expect(parameters.get('Вариант 2')).toContain('Данных недостаточно');
  expect(parameters.get('Метод')).toContain('условное максимальное правдоподобие');
  expect(parameters.get('Кто скачал')).toBe('Аналитик');
});

test('in English there is no Russian but what the data hold', () => {
  const { columns, parameters } = calibrationSheet(SHOWN, 'Analyst', 'en');
  expect(JSON.stringify([columns, parameters]).replace(/ВПР, Математика/u, '')).not.toMatch(/[А-яЁё]/u);
});
