/** Periods of a school year as journals and forms write them. */
import type { Term } from '../../model.ts';

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/перв/u, 1],
  [/втор/u, 2],
  [/трет/u, 3],
  [/четв[её]рт(?!ь)/u, 4],
];
const PERIODS: readonly (readonly [RegExp, 'q' | 't' | 'h', number])[] = [
  [/четверт[ьия]|(?<![\p{L}])ч(?:ет)?(?![\p{L}])/u, 'q', 4],
  [/тримест|(?<![\p{L}])тр(?:им)?(?![\p{L}])/u, 't', 3],
  [/полугод|(?<![\p{L}])п\/?г(?![\p{L}])/u, 'h', 2],
];

/** «1 четверть», «II триместр», «за первое полугодие», «Год. оценка», «Итог. отметка», «q3»; null for anything else. */
export function termOf(text: string): Term | null {
  const bare = text
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[\s\u00a0._]+/gu, ' ')
    .trim();
  if (bare.length > 120) return null;
  const code = /^([qth])([1-4])$/u.exec(bare);
  if (code !== null) return asTerm(code[1], Number(code[2]));
  for (const [pattern, letter, most] of PERIODS) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    const number = numberBefore(bare.slice(0, match.index)) ?? numberAfter(bare.slice(match.index + match[0].length));
    if (number !== null && number <= most) return asTerm(letter, number);
  }
  if (/^(за )?год(ов|$| |\b)|годов/u.test(bare) || bare === 'year') return 'year';
  return /^итог(?!о\b)|итогов|^final$|аттестат/u.test(bare) && !/^итого( |$)/u.test(bare) ? 'final' : null;
}

function asTerm(letter: string, number: number): Term | null {
  const term = `${letter}${number}`;
  return /^(q[1-4]|t[1-3]|h[12])$/u.test(term) ? (term as Term) : null;
}

/** The number right before the word: «1», «1-я», «IV», «первая». */
function numberBefore(text: string): number | null {
  const last = /(?:^| )([1-4]|i{1,3}|iv|[а-я]+)(?:-?(?:я|ю|й|ое|го|ой))? ?$/u.exec(text)?.[1];
  return last === undefined ? null : numeral(last);
}

/** «четверть 1», «триместр: 2». */
function numberAfter(text: string): number | null {
  const first = /^[ :№-]*([1-4]|i{1,3}|iv)(?![\p{L}\d])/u.exec(text)?.[1];
  return first === undefined ? null : numeral(first);
}

function numeral(word: string): number | null {
  if (/^[1-4]$/u.test(word)) return Number(word);
  return ROMAN[word] ?? ORDINALS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Year of the 1 September: «2025/2026», «2025-26 учебный год», «2025»; null where no school year stands. */
export function schoolYearOf(text: string): number | null {
  const pair = /(?<!\d)(20\d\d)\s*[/–—-]\s*(20)?(\d\d)(?!\d)/u.exec(text);
  if (pair !== null) return Number(pair[3]) === (Number(pair[1]) + 1) % 100 ? Number(pair[1]) : null;
  return /^\s*20\d\d\s*$/u.test(text) ? Number(text) : null;
}
