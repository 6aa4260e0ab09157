import { expect, test } from 'vitest';
import { editOf, nextNumber } from './drafts.ts';
import type { Plan } from './merge.ts';

test('a new row goes on with the number of the last one of its section', () => {
  expect(nextNumber(['1.1', '1.2'])).toBe('1.3');
  expect(nextNumber(['9'])).toBe('10');
  expect(nextNumber([])).toBe('1');
  expect(nextNumber(['1', null])).toBe(null);
});

const plan = {
  title: 'План',
  approval: {},
  sections: [
    {
      id: 5,
      title: 'Раздел',
      revision: 1,
      measures: [{ id: 7, text: 'Сейчас', revision: 4, deadline: { verbatim: '' } }],
    },
  ],
} as unknown as Plan;

test('a draft of a row that has not changed goes with its revision, of one that has changed as old', () => {
  const entry = { op: 'setMeasure', id: 7, field: 'text', value: 'Моё' } as const;
  expect(editOf({ ...entry, base: 'Сейчас' }, plan).edit).toMatchObject({ revision: 4 });
  expect(editOf({ ...entry, base: 'Раньше' }, plan).edit).toMatchObject({ revision: 0 });
});
