import { expect, test } from 'vitest';
import { documentDrawing } from '#src/platform/ui/charts/drawing.ts';
import { toMarkup } from '#src/platform/ui/charts/svg.ts';
import { referenceOf, standingOf } from '../funnel.ts';
import { drawFunnel, funnelTable } from './funnel-chart.ts';

const counts = Array.from({ length: 24 }, (_, index) => ({
  id: String(index),
  numerator: 4 + index + (index % 3),
  denominator: 20 + 5 * index,
}));
const units = [
  ...counts,
  { id: 'high', numerator: 78, denominator: 80 },
  { id: 'small', numerator: 2, denominator: 4 },
];
const reference = referenceOf(units, 10)!;
const data = {
  reference,
  minimum: 10,
  units: units.map((unit) => ({ ...standingOf(unit, reference, 10), name: `Школа ${unit.id}` })),
};

test('a funnel fills the dot of a school outside the wide limits and dashes the one with little data', () => {
  const drawing = toMarkup(drawFunnel(data, '1 школа из 26 выходит за пределы', documentDrawing));
  expect(drawing.match(/<circle/g)).toHaveLength(26);
  expect(drawing.match(/fill="#000000" stroke="#000000"/g)).toHaveLength(1);
  expect(drawing.match(/stroke-dasharray/g)).toHaveLength(1);
  expect(drawing).toContain('Школа high: 78 из 80');
  expect(drawing).not.toContain('NaN');
});

test('the table of a funnel holds numerator, denominator, share and place of every school', () => {
  const { columns, rows } = funnelTable(data, 'ru');
  expect(columns).toHaveLength(5);
  expect(rows.at(-1)).toEqual(['Школа small', '2', '4', '50\u202f%', 'мало данных']);
});
