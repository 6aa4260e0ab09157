import { expect, test } from 'vitest';
import { draftSections } from './draft.ts';
import type { Fact, Facts } from './model.ts';
import { checkReport } from './numbers.ts';

const count = (id: Fact['id'], value: number): Fact => ({ id, value, unit: 'count', words: '' });
const FACTS: Facts = {
  month: '2026-11',
  day: '2026-11-22',
  title: 'План',
  facts: [count('accepted', 1), count('underReview', 0), count('returned', 0)],
  schools: [],
  measures: [
    {
      measureId: 5,
      section: 'Кадры',
      number: '2',
      text: 'Обучить экспертов.',
      occurrences: [
        { dueOn: '2026-11-30', state: 'open', submittedOn: null },
        { dueOn: '2026-11-20', state: 'accepted', submittedOn: '2026-11-18' },
      ],
      evidence: [],
      targets: [],
    },
  ],
};

test('a time ahead is named once, and the count of what was due says that early pieces are not in it', () => {
  const sections = draftSections(FACTS);
  const texts = sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  expect(texts).toContain(
    '№ 2 Обучить экспертов: срок впереди, 30 ноября; исполнено, подтверждение принято (срок 20 ноября).',
  );
  expect(texts).toContain(
    'Из подтверждений, которым наступил срок, досрочных не считая, принято: 1, на проверке: 0, возвращено на доработку: 0.',
  );
  const nobody = { post: '', person: '' };
  expect(checkReport({ title: 'Отчёт', body: { approver: nobody, author: nobody, sections } }, FACTS)).toEqual([]);
});
