import { expect, test } from 'vitest';
import { lintPlan } from './lint.ts';
import { measureOf, planOf, sectionOf } from './plan-fixture.ts';
import { planWithNotes } from './print.ts';

test('notes are numbered as they are met, stand in their cells, and the same words are one note', () => {
  const plan = planOf(
    [
      sectionOf(
        'a',
        [measureOf(0, { deadline: 'октябрь' }), measureOf(1, { deadline: '', responsible: [] })],
        'Рaздел',
      ),
      sectionOf('b', [measureOf(2, { deadline: 'октябрь', number: '1' })]),
    ],
    { approval: { order: null, on: null } },
  );
  const printed = planWithNotes(plan, lintPlan(plan), 'ru');
  expect(printed.noteNumbers).toEqual([1]);
  expect(printed.sections[0].noteNumbers).toEqual([2]);
  const [first, second] = printed.sections[0].rows;
  expect(first.deadline).toEqual({ words: 'октябрь', notes: [3] });
  expect(second.deadline.notes).toEqual([4]);
  expect(second.responsible).toEqual({ words: '', notes: [5] });
  expect(second.noteNumbers).toEqual([4, 5]);
  expect(printed.sections[1].rows[0].deadline.notes).toEqual([3]);
  expect(printed.notes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(printed.notes[2].text).toBe(
    'В сроке «октябрь» нет года. Он взят из учебного года плана: 2026/2027. Впишите год, чтобы срок нельзя было прочесть иначе.',
  );
});

test('a plan without remarks is printed without notes', () => {
  const plan = planOf([sectionOf('a', [measureOf(0)])]);
  const printed = planWithNotes(plan, lintPlan(plan), 'en');
  expect(printed.notes).toEqual([]);
  expect(printed.sections[0].rows[0]).toMatchObject({
    number: { words: '1', notes: [] },
    responsible: { words: 'Заместитель директора по УВР' },
    noteNumbers: [],
  });
});
