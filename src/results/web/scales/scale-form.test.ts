import { expect, test } from 'vitest';
import { defectsOf, readScaleForm, type ScaleForm, scaleForm } from './scale-form.ts';

const good: ScaleForm = {
  ...scaleForm({ year: '2026', grade: '5', subject: 'Математика', max: '20' }),
  ranges: {
    2: { first: '0', last: '6' },
    3: { first: '7', last: '10' },
    4: { first: '11', last: '14' },
    5: { first: '15', last: '20' },
  },
  source: 'Описание работы, 2026, с. 4',
};

test('a scale that covers every score is sent as typed', () => {
  expect(readScaleForm(good)).toMatchObject({
    body: { year: 2026, grade: 5, maxScore: 20, ranges: { 2: [0, 6], 5: [15, 20] }, note: '' },
  });
});

test('the first and the last score come from what is known already', () => {
  const form = scaleForm({ max: '20' });
  expect(form.ranges[2].first).toBe('0');
  expect(form.ranges[5].last).toBe('20');
});

test('an overlap is found while the form is typed', () => {
  const ranges = { ...good.ranges, 4: { first: '10', last: '14' } };
  expect(defectsOf({ ...good, ranges })).toEqual([{ kind: 'overlap', mark: 4, found: 10, expected: 11 }]);
});

test('nothing is judged before all ranges are typed', () => {
  expect(defectsOf(scaleForm({ max: '20' }))).toBeNull();
});

test('a scale without a source is refused', () => {
  expect(readScaleForm({ ...good, source: '  ' })).toEqual({ faults: [{ kind: 'source' }] });
});

test('an empty form tells all its faults', () => {
  const read = readScaleForm(scaleForm({}));
  expect('faults' in read && read.faults.map(({ kind }) => kind)).toEqual([
    'year',
    'grade',
    'subject',
    'max',
    'range',
    'range',
    'range',
    'range',
    'source',
  ]);
});
