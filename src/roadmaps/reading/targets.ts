/** Countable targets hidden in words: «не менее 10 педагогов», «обучено 20 учителей», «100 % работ». */
import { fold } from './fold.ts';
import type { Comparison, Target } from './model.ts';

const COUNTED =
  '(?:%|процент\\p{L}*|педагог\\p{L}*|учител\\p{L}*|работник\\p{L}*|сотрудник\\p{L}*|руководител\\p{L}*|человек\\p{L}*|чел\\.?|школ\\p{L}*|оо|оу|организаци\\p{L}*|учрежден\\p{L}*|обучающ\\p{L}*|учащ\\p{L}*|учени\\p{L}*|выпускник\\p{L}*|участник\\p{L}*|родител\\p{L}*|наблюдател\\p{L}*|эксперт\\p{L}*|семинар\\p{L}*|вебинар\\p{L}*|совещан\\p{L}*|собран\\p{L}*|заседан\\p{L}*|заняти\\p{L}*|урок\\p{L}*|консультац\\p{L}*|мероприят\\p{L}*|работ(?:ы|а)?|отчет\\p{L}*|справ\\p{L}*|публикац\\p{L}*|выпуск\\p{L}*)';
const PREFIX =
  '(не менее(?: чем)?|не ниже|минимум|от|не более(?: чем)?|не выше|не больше|максимум|более|свыше|больше|менее|меньше|ниже)?';
const TARGET = new RegExp(
  `(?<![\\p{L}\\d.,/])${PREFIX}\\s*(\\d{1,6}(?:[.,]\\d{1,2})?)(?:-?(?:ти|х|ми))?\\s*(?:(?!класс)\\p{L}{4,}(?:их|ых|ий|ые|ие)\\s+)?${COUNTED}(?![\\p{L}])`,
  'giu',
);

const COMPARISONS: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:не менее|не ниже|минимум|от)/u, 'atLeast'],
  [/^(?:не более|не выше|не больше|максимум)/u, 'atMost'],
  [/^(?:более|свыше|больше)/u, 'moreThan'],
  [/^(?:менее|меньше|ниже)/u, 'lessThan'],
];

export function targets(...texts: readonly string[]): readonly Target[] {
  const found: Target[] = [];
  for (const text of texts) {
    // The folded text keeps its length letter by letter only roughly, so the words are taken from the folding's own source.
    const words = text.replace(/\s+/gu, ' ').slice(0, 4000);
    for (const match of words.matchAll(TARGET)) {
      const prefix = fold(match[1] ?? '');
      const comparison = COMPARISONS.find(([pattern]) => pattern.test(prefix))?.[1] ?? 'equal';
      found.push({ value: Number(match[2].replace(',', '.')), comparison, words: match[0].trim() });
    }
  }
  return found.filter((one, index) => found.findIndex(({ words }) => words === one.words) === index);
}
