import { assert, integer, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact, FactId, Facts, Paragraph } from './model.ts';
import { factWords } from './fact-words.ts';
import { daysIn, type Names, numbersIn, valueOf } from './figures-in-text.ts';
import { namesOf } from './names.ts';
import { checkParagraph, checkReport, refreshParagraph } from './numbers.ts';

const fact = (id: FactId, value: number, unit: Fact['unit'] = 'count'): [FactId, Fact] => [
  id,
  { id, value, unit, words: '' },
];
const facts = new Map([fact('schoolsReported', 12), fact('schools', 15), fact('schoolOnTimeShare', 80.5, 'percent')]);
const paragraph: Paragraph = {
  id: 'p',
  text: 'Отчитались 12 из 15 школ; вовремя представлено 80,5 % подтверждений.',
  bound: [
    { fact: 'schoolsReported', words: '12' },
    { fact: 'schools', words: '15' },
    { fact: 'schoolOnTimeShare', words: '80,5' },
  ],
  sourced: [],
};

test('numbers that come from the data pass', () => {
  expect(checkParagraph(paragraph, facts)).toEqual([]);
});

test('a number changed by hand disagrees and the data’s is named', () => {
  const changed = { ...paragraph, text: paragraph.text.replace('12', '13') };
  expect(checkParagraph(changed, facts)).toEqual([
    { kind: 'disagrees', paragraph: 'p', words: '13', fact: 'schoolsReported', expected: '12' },
  ]);
});

test('data that changed after the text was written disagrees, and one step takes the new figure over', () => {
  const later = new Map([...facts, fact('schoolsReported', 14)]);
  expect(checkParagraph(paragraph, later)).toMatchObject([{ kind: 'disagrees', words: '12', expected: '14' }]);
  const refreshed = refreshParagraph({ ...paragraph, text: `Итог: ${paragraph.text}` }, later);
  expect(refreshed.text).toBe('Итог: Отчитались 14 из 15 школ; вовремя представлено 80,5 % подтверждений.');
  expect(checkParagraph(refreshed, later)).toEqual([]);
});

test('a number from elsewhere needs a source', () => {
  const more = { ...paragraph, text: `${paragraph.text} На совещании было 47 человек.` };
  expect(checkParagraph(more, facts)).toEqual([{ kind: 'unproved', paragraph: 'p', words: '47' }]);
  expect(checkParagraph({ ...more, sourced: [{ words: '47', source: 'лист регистрации' }] }, facts)).toEqual([]);
  expect(checkParagraph({ ...more, sourced: [{ words: '47', source: ' ' }] }, facts)).toHaveLength(1);
});

test('a sentence that was taken out takes its numbers with it', () => {
  expect(checkParagraph({ ...paragraph, text: 'Отчитались 12 из 15 школ.' }, facts)).toEqual([]);
});

test.each([
  'Совещание прошло 30.11.2026 в 2026/2027 учебном году',
  'Приказ № 14-од от 5 сентября 2026 г., п. 3.2',
  'работы 5-х и 9 классов, 4–8 классы',
  'в ноябре 2026 года',
  '1. Общие сведения',
])('«%s» holds no figures', (text) => {
  expect(numbersIn(text)).toEqual([]);
});

test.each([
  ['Всего сорок педагогов', 'сорок'],
  ['Обучено двадцать пять педагогов', 'двадцать пять'],
  ['Половина школ не отчиталась', 'Половина'],
  ['Участвовали \u216b школ', '\u216b'],
  ['Участвовали \uff13 учителя', '\uff13'],
  ['на 2026/2029 учебный год', '2026'],
  ['Отчиталась одна школа', 'одна'],
  ['Ни одна школа не отчиталась', 'Ни одна'],
  ['Треть школ не отчиталась', 'Треть'],
  ['Двое учителей обучены', 'Двое'],
  ['Отчитались обе школы', 'обе'],
  ['Участвовали XII школ', 'XII'],
  ['Участвовали \u0661\u0662 школ', '\u0661\u0662'],
  ['Участвовали 1О школ', '1О'],
  ['Проведено задач 12', '12'],
  ['Занято мест 15', '15'],
  ['Обследовано 40 классов', '40'],
  ['В мае 1204 работы', '1204'],
  ['Возвращено 31-х школ, из них 45-х', '45'],
  ['изменение -12', '-12'],
])('«%s» holds a figure though it is no plain number', (text, words) => {
  const plain = { id: 'p', text, bound: [], sourced: [] };
  expect(numbersIn(text)[0]!.words).toBe(words);
  expect(checkParagraph(plain, facts)[0]).toMatchObject({ kind: 'unproved', words });
  const named = numbersIn(text).map((one) => ({ words: one.words, source: 'протокол' }));
  expect(checkParagraph({ ...plain, sourced: named }, facts)).toEqual([]);
});

test('a number multiplied by a word, or of another unit, is another number', () => {
  const thousand = { ...paragraph, text: paragraph.text.replace('12', '12 тыс.') };
  expect(checkParagraph(thousand, facts)).toMatchObject([{ kind: 'unproved', words: 'тыс' }]);
  const share = { ...paragraph, text: paragraph.text.replace('12', '12 %') };
  expect(checkParagraph(share, facts)).toMatchObject([{ kind: 'disagrees', words: '12\u00a0%', expected: '12' }]);
  const unitless = { ...paragraph, text: paragraph.text.replace('80,5 %', '80,5') };
  expect(checkParagraph(unitless, facts)).toMatchObject([
    { kind: 'disagrees', words: '80,5', expected: '80,5\u00a0%' },
  ]);
  for (const wrong of [share, unitless]) expect(checkParagraph(refreshParagraph(wrong, facts), facts)).toEqual([]);
});

test('numbers that changed places disagree though each is right somewhere', () => {
  const swapped = { ...paragraph, text: 'Отчитались 15 из 12 школ; вовремя представлено 80,5 % подтверждений.' };
  expect(checkParagraph(swapped, facts).length).toBeGreaterThan(0);
});

test('a number that only happens to be right is not borne out', () => {
  const more = { ...paragraph, text: `${paragraph.text} Посещено уроков: 12.` };
  expect(checkParagraph(more, facts)).toMatchObject([{ kind: 'unproved', words: '12' }]);
});

const REPORTED: Facts = {
  month: '2026-11',
  day: '2026-11-30',
  title: 'План «Семь шагов» на 2026/2027 учебный год',
  facts: [{ id: 'target:5:0', value: 3, unit: 'count', words: 'не менее 10 педагогов: Обучить 2 группы экспертов.' }],
  schools: [],
  measures: [
    {
      measureId: 5,
      section: 'Кадры',
      number: '2.1',
      text: 'Обучить 2 группы экспертов.',
      occurrences: [{ dueOn: '2026-11-20', state: 'submitted', submittedOn: '2026-11-18' }],
      evidence: [
        { id: 1, kind: 'note', title: '12' },
        { id: 2, kind: 'note', title: 'Список 14 экспертов' },
      ],
      targets: [
        { measureId: 5, index: 0, words: 'не менее 10 педагогов', comparison: 'atLeast', value: 10, reached: 3 },
      ],
    },
  ],
};
const names: Names = namesOf(REPORTED);

test.each([
  'Обучить 2 группы экспертов: исполнено',
  'не менее 10 педагогов: Обучить 2 группы экспертов',
  'Материалы: «Список 14 экспертов».',
])('the name «%s» may be quoted', (text) => {
  expect(numbersIn(text, names)).toEqual([]);
});

test.each([
  ['Обучено не менее 10 педагогов', '10'],
  ['Отчитались 12 школ', '12'],
  ['Список 14 экспертов не представлен', '14'],
  ['Обучить 2 группы экспертов5', '2'],
])('«%s» is no name', (text, words) => {
  expect(numbersIn(text, names).map((one) => one.words)).toContain(words);
});

const reportOf = (title: string, text: string) => ({
  title,
  body: {
    approver: { post: '', person: '' },
    author: { post: '', person: '' },
    sections: [
      { id: 'measures', title: 'Мероприятия', paragraphs: [{ id: 'measure-5', text, bound: [], sourced: [] }] },
    ],
  },
});

test('the title of the report holds no number of its own', () => {
  expect(checkReport(reportOf('Отчёт: 100 % школ', ''), REPORTED)).toMatchObject([
    { kind: 'unproved', paragraph: 'title', words: '100' },
  ]);
});

test('a measure is told of with its own days: another day needs a source', () => {
  const right = 'Представлено 18.11.2026 (срок 20 ноября), письмо от 25.11.2026 № 4';
  expect(checkReport(reportOf('Отчёт', right), REPORTED)).toEqual([]);
  const wrong = 'Представлено 19.11.2026 (срок 21 ноября)';
  expect(checkReport(reportOf('Отчёт', wrong), REPORTED)).toMatchObject([
    { kind: 'unproved', words: '19.11.2026' },
    { kind: 'unproved', words: '21 ноября' },
  ]);
  expect(daysIn('к 5 мая 2027 г.').map(({ day }) => day)).toEqual(['2027-05-05']);
});

test('names in quotes keep their numerals, and the first of a pair is its own number', () => {
  expect(numbersIn('по форме «Семь шагов» и в первый раз')).toEqual([]);
});

test('thousands and shares are read as they are set', () => {
  expect(numbersIn('всего 1\u202f204 работы, 12,5 %').map(({ words }) => valueOf(words))).toEqual([1204, 12.5]);
  expect(factWords({ value: 1_204_000, unit: 'count' })).toBe('1\u202f204\u202f000');
});

test('whatever the figures, a refreshed text passes', () => {
  assert(
    property(nat(5_000_000), nat(5_000), integer({ min: 0, max: 1000 }), (a, b, share) => {
      const now = new Map([
        fact('schoolsReported', a),
        fact('schools', b),
        fact('schoolOnTimeShare', share / 10, 'percent'),
      ]);
      expect(checkParagraph(refreshParagraph(paragraph, now), now)).toEqual([]);
    }),
  );
});
