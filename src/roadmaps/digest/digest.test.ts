import { expect, test } from 'vitest';
import type { Week, WeekRow } from '../carrying/week/week.ts';
import { digestOf } from './digest.ts';
import { digestDue } from './schedule.ts';

const row = (fields: Partial<WeekRow>): WeekRow => ({
  group: 'thisWeek',
  occurrenceId: 1,
  measureId: 1,
  planId: 1,
  planTitle: 'План',
  number: '1.2',
  text: 'Сверить отметки с результатами работ',
  result: '',
  deadline: 'ноябрь',
  opensOn: null,
  dueOn: '2026-11-27',
  state: 'open',
  parties: [],
  mine: null,
  insteadOf: null,
  remark: null,
  waiting: 0,
  submittedBy: null,
  submittedAt: null,
  ...fields,
});
const week = (rows: WeekRow[]): Week => ({
  today: '2026-11-23',
  weekEnds: '2026-11-29',
  organization: { id: 1, name: 'Школа «Кедр»', own: true },
  whose: 'mine',
  linked: true,
  mine: 1,
  plans: 1,
  rows,
  below: [],
});

test('what is late stands first, with its days; the subject counts', () => {
  const late = row({ group: 'overdue', number: '3', text: 'Назначить наблюдателей', dueOn: '2026-11-20' });
  const message = digestOf(week([row({}), late]), 'ru', 'https://school.example')!;
  expect(message.subject).toBe('Неделя с 23.11.2026: 2 мероприятия');
  expect(message.text.indexOf('Срок прошёл')).toBeLessThan(message.text.indexOf('До конца недели'));
  expect(message.text).toContain('– 3. Назначить наблюдателей — срок 20.11.2026');
  expect(message.text).toContain('https://school.example/week');
});

test('a week with nothing to do, or only what goes on all year, sends no letter', () => {
  expect(digestOf(week([]), 'ru', null)).toBeNull();
  expect(digestOf(week([row({ group: 'continuous' })]), 'ru', null)).toBeNull();
});

test('the words of a plan stay words in the letter', () => {
  const message = digestOf(week([row({ text: '<b>Собрание</b> & «вопросы»' })]), 'ru', null)!;
  expect(message.html).toContain('&lt;b&gt;Собрание&lt;/b&gt; &amp; «вопросы»');
});

test('a long list names a dozen of a group and counts the rest', () => {
  const message = digestOf(week(Array.from({ length: 20 }, (_, n) => row({ number: String(n + 1) }))), 'en', null)!;
  expect(message.text).toContain('– 12.');
  expect(message.text).not.toContain('– 13.');
  expect(message.text).toContain('and 8 more');
});

test.each([
  ['2026-11-23T05:59', null],
  ['2026-11-23T06:00', '2026-11-23'],
  ['2026-11-25T20:00', '2026-11-23'],
  ['2026-11-26T08:00', null],
  ['2026-11-29T08:00', null],
])('at %s the digest due is %s', (moment, monday) => {
  expect(digestDue(new Date(moment))).toBe(monday);
});
