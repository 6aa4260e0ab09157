import { expect, test } from 'vitest';
import { completeDeadline, explainDeadline } from './complete.ts';
import { parseDeadline } from './parse.ts';
import { resolveDeadline } from './resolve.ts';

const YEAR = { schoolYear: 2026, approvedOn: '2026-11-22' };
const words = (typed: string) => completeDeadline(typed, YEAR).map((each) => each.words);

test.each([
  ['посл', ['последний понедельник месяца', 'последняя пятница месяца', 'последний рабочий день месяца']],
  ['понед', ['последний понедельник месяца', 'первый понедельник месяца']],
  ['1 раз в ч', ['1 раз в четверть']],
  ['ок', ['октябрь']],
  ['октябрь - д', ['октябрь – декабрь']],
  ['до 15 но', ['до 15 ноября']],
  ['до ма', ['до конца марта', 'до конца мая']],
  ['по гра', ['по графику ВПР', 'по графику Рособрнадзора']],
  ['весен', ['весенние каникулы']],
])('«%s» is completed', (typed, expected) => {
  expect(words(typed)).toEqual(expect.arrayContaining(expected));
});

test('a completion says its dates', () => {
  expect(completeDeadline('последний пон', YEAR)[0]).toEqual({
    words: 'последний понедельник месяца',
    explanation: '30.11.2026, 28.12.2026, 25.01.2027, 22.02.2027, 29.03.2027 и ещё 2',
  });
});

test('what is typed already is not offered again, and nothing is offered for a whole paragraph', () => {
  expect(words('постоянно')).not.toContain('постоянно');
  expect(words('слово '.repeat(40))).toEqual([]);
  expect(words('абракадабра')).toEqual([]);
});

test('every phrase that is offered is understood', () => {
  for (const typed of ['', 'п', 'в', 'е', '1', '2', 'до', 'I', 'ок', 'до 5', 'с 1', 'ма', 'з']) {
    for (const each of completeDeadline(typed, YEAR)) {
      const { type, warnings } = resolveDeadline(parseDeadline(each.words), YEAR);
      expect([each.words, type]).not.toContain('UNKNOWN');
      expect(warnings.map(({ code }) => code)).not.toContain('partNotUnderstood');
    }
  }
});

test('the field explains what is typed and says what is doubtful', () => {
  expect(explainDeadline('', YEAR)).toBe('');
  expect(explainDeadline('последний понедельник месяца', YEAR)).toContain('30.11.2026, 28.12.2026');
  expect(explainDeadline('ноябрь декабрь', YEAR)).toContain('это промежуток или перечень?');
  expect(explainDeadline('абракадабра', YEAR)).toContain('срок не понят');
  expect(explainDeadline('по графику ВПР', YEAR)).toContain('даты появятся');
  expect(explainDeadline('до 15 декабря', YEAR, 'en')).toContain('15.12.2026');
});
