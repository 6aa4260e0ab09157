import { expect, test } from 'vitest';
import { isTimeTitle, wordsInSection } from './section-deadlines.ts';
import { readPlainText } from './read-text.ts';
import { readRoadmap } from './read.ts';

test.each(['Сентябрь', 'ОКТЯБРЬ – НОЯБРЬ', '2. Декабрь 2025 г.', 'В течение года', 'II четверть', 'Весенние каникулы'])(
  '«%s» is a time and nothing else',
  (title) => {
    expect(isTimeTitle(title)).toBe(true);
  },
);

test.each(['Работа с родителями в сентябре', 'Контроль', '1. Анализ итогов года', 'I', '12'])(
  '«%s» is no time',
  (title) => {
    expect(isTimeTitle(title)).toBe(false);
  },
);

test.each([
  ['в течение месяца', 'Март 2026', 'Март 2026'],
  ['2 неделя', 'Ноябрь', 'Ноябрь, 2 неделя'],
  ['третья декада', 'НОЯБРЬ', 'НОЯБРЬ, третья декада'],
  ['до 15 числа', 'Декабрь', 'до 15 декабря'],
  ['25', 'Январь 2026', '25 января 2026'],
  ['еженедельно', 'Январь 2026', 'еженедельно'],
  ['в течение месяца', 'Работа с учителями', 'в течение месяца'],
])('«%s» under «%s» is understood as «%s»', (deadline, title, words) => {
  expect(wordsInSection(deadline, title)).toBe(words);
});

test('a plan by months: each measure has its month, and a deadline of its own stays as printed', () => {
  const plan = readRoadmap(
    readPlainText(`План работы выдуманной школы на 2025/2026 учебный год
№\tМероприятие\tСрок\tОтветственный
Октябрь
1\tСверка журналов\t\tЗавуч
2\tБеседы с учителями\t3 неделя\tДиректор
Ноябрь
3\tПедсовет\t\tДиректор
`),
    { presentYear: 2026 },
  );
  expect(
    plan.sections.map(({ title, measures }) => [
      title,
      ...measures.map(({ deadline }) => [deadline.verbatim, deadline.type, deadline.windows[0]?.from]),
    ]),
  ).toEqual([
    ['Октябрь', ['Октябрь', 'MONTH', '2025-10-01'], ['3 неделя', 'PART_OF_MONTH', '2025-10-13']],
    ['Ноябрь', ['Ноябрь', 'MONTH', '2025-11-01']],
  ]);
});
