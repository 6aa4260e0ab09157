import { assert, integer, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact, FactId, Paragraph } from './model.ts';
import { checkParagraph, factWords, numbersIn, refreshParagraph, valueOf } from './numbers.ts';

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
])('«%s» holds a figure though it is no plain number', (text, words) => {
  const plain = { id: 'p', text, bound: [], sourced: [] };
  expect(numbersIn(text)[0]!.words).toBe(words);
  expect(checkParagraph(plain, facts)[0]).toMatchObject({ kind: 'unproved', words });
  const named = numbersIn(text).map((one) => ({ words: one.words, source: 'протокол' }));
  expect(checkParagraph({ ...plain, sourced: named }, facts)).toEqual([]);
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
