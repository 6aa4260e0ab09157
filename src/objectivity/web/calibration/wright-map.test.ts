import { expect, test } from 'vitest';
import { documentDrawing } from '#src/platform/ui/charts/drawing.ts';
import { toMarkup } from '#src/platform/ui/charts/svg.ts';
import type { TaskCalibration } from '../../calibration/model.ts';
import { drawMap, mapTable, type MapData } from './wright-map.ts';

function task(id: string, max: number, thresholds: readonly (number | null)[], error: number): TaskCalibration {
  const known = thresholds.filter((each) => each !== null);
  return {
    task: Number(id) - 1,
    id,
    max,
    papers: 900,
    counts: [],
    difficulty: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length,
    error: known.length === 0 ? null : error,
    noDifficulty: known.length === 0 ? 'everybody' : null,
    thresholds,
    thresholdErrors: thresholds.map(() => error),
    emptyScores: [],
    infit: 1,
    outfit: 1,
    information: 0.2,
  };
}

const DATA: MapData = {
  tasks: [task('1', 1, [-1.3], 0.08), task('2', 2, [-0.4, 1], 0.07), task('3', 1, [null], 0), task('4', 1, [1.1], 0.1)],
  totals: [
    { total: 0, papers: 40, expected: 38, ability: -2.9, error: 1.3 },
    { total: 1, papers: 180, expected: 190, ability: -1.2, error: 0.9 },
    { total: 2, papers: 310, expected: 300, ability: -0.1, error: 0.8 },
    { total: 3, papers: 260, expected: 270, ability: 1, error: 0.9 },
    { total: 4, papers: 110, expected: 102, ability: 2.7, error: 1.3 },
    { total: 5, papers: 0, expected: 0, ability: null, error: null },
  ],
  population: { mean: 0.1, deviation: 1.1 },
};

test('pupils stand above and tasks below on one scale, from the easiest to the hardest', async () => {
  const drawing = toMarkup(drawMap(DATA, 'Задание 4 по силам немногим', documentDrawing));
  await expect(drawing).toMatchFileSnapshot('snapshots/wright-map.svg');
});

test('the table has every task with a difficulty and every total with papers', () => {
  const table = mapTable(DATA, 'en');
  expect(table.rows.map(([name]) => name)).toEqual([
    'Task 1',
    'Task 2',
    'Task 4',
    'total 0',
    'total 1',
    'total 2',
    'total 3',
    'total 4',
  ]);
  expect(table.rows[0]!.slice(1, 4)).toEqual(['−1.30', '−1.46', '−1.14']);
});
