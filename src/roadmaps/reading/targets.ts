/** Countable targets hidden in words: «не менее 10 педагогов», «не менее десяти работ», «обучено 20 учителей», «100 % работ». */
import { fold } from './fold.ts';
import type { Comparison, Target } from './model.ts';

const COUNTED =
  '(?:%|процент\\p{L}*|педагог\\p{L}*|учител\\p{L}*|работник\\p{L}*|сотрудник\\p{L}*|специалист\\p{L}*|руководител\\p{L}*|человек\\p{L}*|чел\\.?|школ\\p{L}*|оо|оу|организаци\\p{L}*|учрежден\\p{L}*|обучающ\\p{L}*|учащ\\p{L}*|учени\\p{L}*|выпускник\\p{L}*|участник\\p{L}*|родител\\p{L}*|наблюдател\\p{L}*|эксперт\\p{L}*|семинар\\p{L}*|вебинар\\p{L}*|совещан\\p{L}*|собран\\p{L}*|заседан\\p{L}*|заняти\\p{L}*|урок\\p{L}*|консультац\\p{L}*|мероприят\\p{L}*|работ(?:ы|а)?|протокол\\p{L}*|план(?:а|ов)?|программ\\p{L}*|маршрут\\p{L}*|отчет\\p{L}*|отчёт\\p{L}*|справ\\p{L}*|публикац\\p{L}*|выпуск\\p{L}*)';
const PREFIX =
  '(не менее(?: чем)?|не ниже|минимум|от|не более(?: чем)?|не выше|не больше|максимум|более|свыше|больше|менее|меньше|ниже|до)';

/** Numbers in words, in the cases in which they follow «не менее» and «до». */
const NUMERALS: readonly (readonly [string, number])[] = [
  ['одного|одной|один|одна', 1],
  ['двух|два|две', 2],
  ['трех|трёх|три', 3],
  ['четырех|четырёх|четыре', 4],
  ['пятнадцати|пятнадцать', 15],
  ['двадцати пяти', 25],
  ['двадцати|двадцать', 20],
  ['тридцати|тридцать', 30],
  ['пятидесяти|пятьдесят', 50],
  ['пяти|пять', 5],
  ['шести|шесть', 6],
  ['семи|семь', 7],
  ['восьми|восемь', 8],
  ['девяти|девять', 9],
  ['десяти|десять', 10],
  ['двенадцати|двенадцать', 12],
  ['ста|сто', 100],
];
const WORDED = NUMERALS.map(([words]) => words).join('|');
const FIGURES = '\\d{1,6}(?:[.,]\\d{1,2})?';
/** «10-ти», «действующих»: between the number and what is counted. */
const BETWEEN = '(?:-?(?:ти|х|ми))?\\s*(?:(?!класс)\\p{L}{4,}(?:их|ых|ий|ые|ие)\\s+)?';
const TARGET = new RegExp(
  `(?<![\\p{L}\\d.,/])(?:${PREFIX}\\s+(${FIGURES}|${WORDED})|(${FIGURES}))${BETWEEN}(${COUNTED})(?![\\p{L}])`,
  'giu',
);

const COMPARISONS: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:не менее|не ниже|минимум|от)/u, 'atLeast'],
  [/^(?:не более|не выше|не больше|максимум|до)/u, 'atMost'],
  [/^(?:более|свыше|больше)/u, 'moreThan'],
  [/^(?:менее|меньше|ниже)/u, 'lessThan'],
];
/** «Рекомендации, не менее 5»: what is counted stands before. */
const BARE =
  /(?<![\p{L}\d])(не менее(?: чем)?|не ниже|минимум|не более(?: чем)?|не выше|более|свыше)\s+(\d{1,6})(?=\s*(?:$|[;,.](?!\d)))/giu;
/** «увеличить долю до 80 %»: what has to be reached. */
const RISING = /(?:повы[сш]|увелич|рост|довед|довес|достиг|охват)\p{L}*[^.;]*$/iu;

export function targets(...texts: readonly string[]): readonly Target[] {
  const found: Target[] = [];
  for (const text of texts) {
    const words = text.replace(/\s+/gu, ' ').slice(0, 4000);
    for (const match of words.matchAll(TARGET)) {
      const [whole, given = '', compared, bare, counted] = match;
      const value = valueOf(compared ?? bare);
      if (value === null) continue;
      found.push({
        value,
        comparison: comparisonOf(fold(given), words.slice(0, match.index)),
        words: whole.trim(),
        unit: counted.toLowerCase(),
      });
    }
  }
  for (const text of texts) {
    for (const [words, given, number] of text.replace(/\s+/gu, ' ').slice(0, 4000).matchAll(BARE)) {
      found.push({ value: Number(number), comparison: comparisonOf(fold(given), ''), words });
    }
  }
  return found.filter((one, index) => found.findIndex(({ words }) => words === one.words) === index);
}

function comparisonOf(prefix: string, before: string): Comparison {
  if (prefix === 'до' && RISING.test(before)) return 'atLeast';
  return COMPARISONS.find(([pattern]) => pattern.test(prefix))?.[1] ?? 'equal';
}

function valueOf(number: string): number | null {
  if (/^\d/u.test(number)) return Number(number.replace(',', '.'));
  const word = number.toLowerCase();
  return NUMERALS.find(([words]) => words.split('|').includes(word))?.[1] ?? null;
}
