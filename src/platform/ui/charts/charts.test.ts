import { expect, test } from 'vitest';
import { counts, papers, profile, regionCounts, tasks, thresholds, transition } from '../design/invented.ts';
import { documentDrawing, textWidth, wrapped } from './drawing.ts';
import { drawHeatmap, guttmanOrder, heatmapTable } from './heatmap.ts';
import { drawHistogram, histogramTable } from './histogram.ts';
import { drawProfile, profileTable } from './profile.ts';
import { el, toMarkup } from './svg.ts';
import { drawTransition, transitionTable } from './transition.ts';

const histogram = { unit: '5Б', counts, region: { name: 'регион', counts: regionCounts }, thresholds };

test('a histogram is drawn with the region behind and the boundaries of marks', async () => {
  const drawing = toMarkup(drawHistogram(histogram, 'Работ выше порога больше, чем ожидалось', documentDrawing));
  await expect(drawing).toMatchFileSnapshot('snapshots/histogram.svg');
});

test('a profile of tasks is drawn from the easiest to the hardest', async () => {
  const data = { unit: '5Б', participants: 22, tasks: profile };
  const drawing = toMarkup(drawProfile(data, 'Трудные задания решены лучше ожидаемого', documentDrawing));
  await expect(drawing).toMatchFileSnapshot('snapshots/profile.svg');
});

test('a heatmap is drawn in Guttman order', async () => {
  const matrix = guttmanOrder({ tasks, papers, named: ['9', '10', '12'] });
  const drawing = toMarkup(drawHeatmap(matrix, 'Правый край заполнен', documentDrawing));
  await expect(drawing).toMatchFileSnapshot('snapshots/heatmap.svg');
});

test('a matrix of marks is drawn with equal marks outlined', async () => {
  const drawing = toMarkup(drawTransition(transition, 'Отметка за работу выше журнальной', documentDrawing));
  await expect(drawing).toMatchFileSnapshot('snapshots/transition.svg');
});

test('the table of a histogram counts every paper once and scales the region to the same number', () => {
  const table = histogramTable(histogram, 'en');
  const column = (index: number) => table.rows.reduce((sum, row) => sum + Number(row[index]), 0);
  expect(table.columns).toHaveLength(4);
  expect(column(2)).toBe(papers.length);
  expect(column(3)).toBeCloseTo(papers.length, 0);
});

test('the table of marks adds up to all papers', () => {
  const table = transitionTable(transition, 'ru');
  expect(table.rows.map((row) => row[0])).toEqual(['5', '4', '3', '2']);
  expect(table.rows.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(
    transition.flat().reduce((a, b) => a + b, 0),
  );
});

test('the profile table names tasks from easy to hard with intervals inside 0..100 %', () => {
  const table = profileTable({ unit: '5Б', participants: 22, tasks: profile }, 'en');
  expect(table.rows[0][0]).toBe('1');
  expect(table.rows.at(-1)?.[5]).toMatch(/– 100%$/);
});

test('Guttman order puts high totals first, easy tasks first, and leaves missing out of a task’s difficulty', () => {
  const matrix = guttmanOrder({
    tasks: [
      { id: 'hard', max: 2 },
      { id: 'easy', max: 1 },
      { id: 'not asked', max: 1 },
    ],
    papers: [
      { participant: 'low', scores: [-1, 1, -3], total: 1, mark: 2 },
      { participant: 'high', scores: [2, 1, -3], total: 3, mark: 5 },
    ],
  });
  expect(matrix.papers.map((paper) => paper.participant)).toEqual(['high', 'low']);
  expect(matrix.tasks.map((task) => task.id)).toEqual(['easy', 'hard', 'not asked']);
  expect(matrix.tasks.map((task) => task.solved)).toEqual([1, 0.5, null]);
});

test('a line that is too long for its place goes on in the next one and loses no word', () => {
  const line = 'чем плотнее закраска, тем больше балл';
  const lines = wrapped(line, 120, 12);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(line);
  expect(lines.every((each) => textWidth(each, 12) <= 120)).toBe(true);
  expect(wrapped(line, 1000, 12)).toEqual([line]);
});

test('the heatmap table keeps special values apart from zero', () => {
  const matrix = guttmanOrder({
    tasks: [{ id: '1', max: 1 }],
    papers: [
      { participant: 'a', scores: [0], total: 0, mark: 2 },
      { participant: 'b', scores: [-1], total: 0, mark: 2 },
      { participant: 'c', scores: [-3], total: 0, mark: null },
    ],
  });
  expect(heatmapTable(matrix, 'ru').rows.map((row) => row[1])).toEqual(['0', 'X', '—']);
});

test('text of a drawing is escaped', () => {
  expect(toMarkup(el('text', { 'aria-label': 'a"b' }, '5<Б> & co'))).toBe(
    '<text aria-label="a&quot;b">5&lt;Б&gt; &amp; co</text>',
  );
});
