/**
 * Numbers in a report's text against the data they come from. A number is borne out by a fact it is bound to, or by a source
 * that a person named. What is no figure is left alone: days, years, numbers of orders, points and classes.
 */
import type { Bound, Fact, FactId, Facts, NumberProblem, Paragraph, ReportBody } from './model.ts';

export interface FoundNumber {
  readonly words: string;
  /** Place in the text, from 0. */
  readonly at: number;
}

/** Thousands may be parted by any of the spaces that people and programs put there. */
const NUMBER = /\d+(?:[\u0020\u00a0\u202f\u2009]\d{3}(?!\d))*(?:[.,]\d+)?/gu;

/** Stretches of text whose digits are no figures. */
const NO_FIGURES: readonly RegExp[] = [
  /\d{1,2}\.\d{1,2}\.\d{2,4}/gu,
  /\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?:\s\d{4})?/gu,
  /(?:январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*\s\d{4}/gu,
  /(?:19|20)\d{2}\s?(?:г\.|год|гг\.)/gu,
  /№\s?[\p{L}\d./–-]+/gu,
  /(?:п|пп|ст|ч|раздел|пункт|приложени\p{L}*|таблиц\p{L}*|рис)\.?\s\d+(?:\.\d+)*/gu,
  /\d+(?:[–-]\d+)?(?:\s?[–-]?\s?(?:х|е|й|го|м|ых|ые))?\s?класс\p{L}*/gu,
  /\d+[–-](?:х|е|й|я|го|м|ых|ые|ой)(?!\p{L})/gu,
  /https?:\S+/gu,
];

/** A school year: two years, the second next to the first. Other pairs of years are figures that somebody answers for. */
const SCHOOL_YEAR = /((?:19|20)\d{2})\s?[/–-]\s?(?:20)?(\d{2})(?!\d)/gu;

/** A cardinal number from two on, in letters, in any case. */
const WORD =
  '(?:дв(?:а|е|ух|ум|умя)|тр(?:и|[её]х|[её]м|емя)|четыр(?:е|[её]х|[её]м|ьмя)|пят(?:ь|и|ью)|шест(?:ь|и|ью)|сем(?:ь|и|ью)' +
  '|вос(?:емь|ьми|емью)|девят(?:ь|и|ью)|десят(?:ь|и|ью|ок|ка|ков)|\\p{L}{2,7}надцат(?:ь|и|ью)|(?:два|три)дцат(?:ь|и|ью)' +
  '|сорока?|(?:пять|шесть|семь|восемь)десят|(?:пяти|шести|семи|восьми)десяти|девяност[оа]|ст[оа]|двест[иу]|трист[ау]' +
  '|четырест[ау]|\\p{L}{2,7}сот|тысяч\\p{L}*|миллион\\p{L}*|полови\\p{L}+|дюжин\\p{L}*)';
const IN_LETTERS = new RegExp(`(?<!\\p{L})${WORD}(?:\\s+${WORD})*(?!\\p{L})`, 'giu');
const ROMAN_SIGNS = /[\u2160-\u2188]+/gu;
const QUOTED = /«[^»]*»/gu;

/** @param names words whose digits are part of a name: schools, measures, pieces of evidence */
export function numbersIn(text: string, names: readonly string[] = []): FoundNumber[] {
  // Digits of other scripts look like figures to a reader, so they are figures here; each stands for one sign, places stay.
  let plain = text.replace(/[\uff10-\uff19]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10));
  for (const name of names) plain = plain.replaceAll(name, blank);
  plain = plain.replace(SCHOOL_YEAR, (found: string, first: string, second: string) =>
    (Number(first) + 1) % 100 === Number(second) ? blank(found) : found,
  );
  for (const pattern of NO_FIGURES) plain = plain.replace(pattern, blank);
  // A point's own number at the start of a paragraph.
  plain = plain.replace(/^\s*\d+[.)]\s/u, blank);
  const quoteless = plain.replace(QUOTED, blank);
  return [...plain.matchAll(NUMBER), ...quoteless.matchAll(IN_LETTERS), ...plain.matchAll(ROMAN_SIGNS)]
    .map((match) => ({ words: text.slice(match.index, match.index + match[0].length), at: match.index }))
    .sort((a, b) => a.at - b.at);
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}

/** As a number: «1 204», «12,5». */
export function valueOf(words: string): number {
  const digits = words.replace(/[\uff10-\uff19]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10));
  return Number(digits.replace(/[\s\u00a0\u202f\u2009]/gu, '').replace(',', '.'));
}

/** What two numbers are the same by: the value, or the words where they are no digits. */
function keyOf(words: string): number | string {
  const value = valueOf(words);
  return Number.isNaN(value) ? words.toLowerCase() : value;
}

/** As it is set in Russian text: a thin space between thousands, a comma, one digit of a share. */
export function factWords(fact: Pick<Fact, 'value' | 'unit'>): string {
  const digits = fact.unit === 'percent' && !Number.isInteger(fact.value) ? 1 : 0;
  const [whole, rest] = fact.value.toFixed(digits).split('.') as [string, string?];
  const parted = whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
  return rest === undefined ? parted : `${parted},${rest}`;
}

const sameValue = (words: string, fact: Pick<Fact, 'value' | 'unit'>): boolean =>
  valueOf(words) === valueOf(factWords(fact));

interface Matched {
  readonly number: FoundNumber;
  readonly bound: Bound | null;
}

/**
 * Numbers with the facts they are bound to: the alignment of the text's numbers with the bound ones that changes least. A number that
 * a person gave a source stands free for nothing; any other step (changed, added, taken out) costs one.
 */
function match(paragraph: Paragraph, names: readonly string[]): Matched[] {
  const numbers = numbersIn(paragraph.text, names);
  const { bound } = paragraph;
  const sourced = sourcedValues(paragraph);
  const change = (n: number, b: number): number => (keyOf(numbers[n]!.words) === keyOf(bound[b]!.words) ? 0 : 1);
  const free = (n: number): number => (sourced.has(keyOf(numbers[n]!.words)) ? 0 : 1);
  // cost[n][b]: of the numbers from n on against the bound ones from b on.
  const cost = Array.from({ length: numbers.length + 1 }, () => Array.from({ length: bound.length + 1 }, () => 0));
  for (let n = numbers.length; n >= 0; n--) {
    for (let b = bound.length; b >= 0; b--) {
      if (n === numbers.length) cost[n]![b] = bound.length - b;
      else if (b === bound.length) cost[n]![b] = free(n) + cost[n + 1]![b]!;
      else {
        const paired = change(n, b) + cost[n + 1]![b + 1]!;
        cost[n]![b] = Math.min(paired, free(n) + cost[n + 1]![b]!, 1 + cost[n]![b + 1]!);
      }
    }
  }
  let b = 0;
  return numbers.map((number, n): Matched => {
    for (; b < bound.length; b++) {
      if (cost[n]![b] === change(n, b) + cost[n + 1]![b + 1]!) return { number, bound: bound[b++]! };
      if (cost[n]![b] === free(n) + cost[n + 1]![b]!) return { number, bound: null };
    }
    return { number, bound: null };
  });
}

function sourcedValues({ sourced }: Paragraph): ReadonlySet<number | string> {
  return new Set(sourced.filter(({ source }) => source.trim() !== '').map(({ words }) => keyOf(words)));
}

export function checkParagraph(
  paragraph: Paragraph,
  facts: ReadonlyMap<FactId, Fact>,
  names: readonly string[] = [],
): NumberProblem[] {
  const sourced = sourcedValues(paragraph);
  return match(paragraph, names).flatMap(({ number, bound }): NumberProblem[] => {
    const fact = bound === null ? undefined : facts.get(bound.fact);
    if (bound !== null && fact !== undefined) {
      if (sameValue(number.words, fact)) return [];
      const expected = factWords(fact);
      return [{ kind: 'disagrees', paragraph: paragraph.id, words: number.words, fact: bound.fact, expected }];
    }
    return sourced.has(keyOf(number.words)) ? [] : [{ kind: 'unproved', paragraph: paragraph.id, words: number.words }];
  });
}

/** Names with digits that a report may quote: longest first, so that a name within a name is left whole. */
export function namesOf({ title, facts, schools, measures }: Facts): string[] {
  const names = [
    title,
    ...facts.filter(({ id }) => id.startsWith('target:')).map(({ words }) => words),
    ...schools.flatMap(({ school, municipality, note }) => [school, municipality, note]),
    ...measures.flatMap(({ text, section, evidence, targets }) => [
      text,
      section,
      ...evidence.map(({ title }) => title),
      ...targets.map(({ words }) => words),
    ]),
  ];
  return [...new Set(names.filter((name) => /\d/u.test(name)))].sort((a, b) => b.length - a.length);
}

/** Every number of a report that the data does not bear out; empty: the report may be approved. */
export function checkBody(body: ReportBody, counted: Facts): NumberProblem[] {
  const byId = new Map(counted.facts.map((fact) => [fact.id, fact]));
  const names = namesOf(counted);
  return body.sections.flatMap(({ id, title, paragraphs }) => [
    ...checkParagraph({ id, text: title, bound: [], sourced: [] }, byId, names),
    ...paragraphs.flatMap((one) => checkParagraph(one, byId, names)),
  ]);
}

/** The same text with the numbers of its facts as they are now; what a person wrote around them stays. */
export function refreshParagraph(
  paragraph: Paragraph,
  facts: ReadonlyMap<FactId, Fact>,
  names: readonly string[] = [],
): Paragraph {
  let { text } = paragraph;
  const bound: Bound[] = [];
  const matched = match(paragraph, names);
  for (const { number, bound: one } of [...matched].reverse()) {
    const fact = one === null ? undefined : facts.get(one.fact);
    if (one === null || fact === undefined) continue;
    const words = factWords(fact);
    text = text.slice(0, number.at) + words + text.slice(number.at + number.words.length);
    bound.unshift({ fact: one.fact, words });
  }
  return { ...paragraph, text, bound };
}

export function refreshBody(body: ReportBody, counted: Facts): ReportBody {
  const byId = new Map(counted.facts.map((fact) => [fact.id, fact]));
  const names = namesOf(counted);
  return {
    sections: body.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((one) => refreshParagraph(one, byId, names)),
    })),
  };
}
