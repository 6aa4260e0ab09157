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
  /\d{4}\s?[/–-]\s?\d{2,4}/gu,
  /\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?:\s\d{4})?/gu,
  /(?:январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*\s\d{4}/gu,
  /(?:19|20)\d{2}\s?(?:г\.|год|гг\.|уч)/gu,
  /№\s?[\p{L}\d./–-]+/gu,
  /(?:п|пп|ст|ч|раздел|пункт|приложени\p{L}*|таблиц\p{L}*|рис)\.?\s\d+(?:\.\d+)*/gu,
  /\d+(?:[–-]\d+)?(?:\s?[–-]?\s?(?:х|е|й|го|м|ых|ые))?\s?класс\p{L}*/gu,
  /\d+[–-](?:х|е|й|я|го|м|ых|ые|ой)(?!\p{L})/gu,
  /https?:\S+/gu,
];

/** @param names words whose digits are part of a name: schools, measures, pieces of evidence */
export function numbersIn(text: string, names: readonly string[] = []): FoundNumber[] {
  let plain = text;
  for (const name of names) plain = plain.replaceAll(name, (found) => ' '.repeat(found.length));
  for (const pattern of NO_FIGURES) plain = plain.replace(pattern, (found) => ' '.repeat(found.length));
  // A point's own number at the start of a paragraph.
  plain = plain.replace(/^\s*\d+[.)]\s/u, (found) => ' '.repeat(found.length));
  return [...plain.matchAll(NUMBER)].map((match) => ({ words: match[0], at: match.index }));
}

/** As a number: «1 204», «12,5». */
export function valueOf(words: string): number {
  return Number(words.replace(/[\s\u00a0\u202f\u2009]/gu, '').replace(',', '.'));
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
  const change = (n: number, b: number): number => (valueOf(numbers[n]!.words) === valueOf(bound[b]!.words) ? 0 : 1);
  const free = (n: number): number => (sourced.has(valueOf(numbers[n]!.words)) ? 0 : 1);
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

function sourcedValues({ sourced }: Paragraph): ReadonlySet<number> {
  return new Set(sourced.filter(({ source }) => source.trim() !== '').map(({ words }) => valueOf(words)));
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
    return sourced.has(valueOf(number.words))
      ? []
      : [{ kind: 'unproved', paragraph: paragraph.id, words: number.words }];
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
