/**
 * Numbers in a report's text against the data they come from. A number is borne out by a fact it is bound to, or by a source
 * that a person named; a day of a measure by the measure's days.
 */
import {
  daysIn,
  type FoundDay,
  type FoundNumber,
  type Names,
  NO_NAMES,
  numbersIn,
  valueOf,
} from './figures-in-text.ts';
import { factInText, factWords } from './fact-words.ts';
import {
  type Bound,
  type Fact,
  type FactId,
  type Facts,
  type NumberProblem,
  type Paragraph,
  type ReportBody,
  TITLE_PARAGRAPH,
} from './model.ts';
import { namesOf } from './names.ts';

/** What two numbers are the same by: the value, or the words where they are no digits. */
function keyOf(words: string): number | string {
  const value = valueOf(words);
  return Number.isNaN(value) ? words.toLowerCase() : value;
}

const isOf = ({ words, percent }: FoundNumber, fact: Pick<Fact, 'value' | 'unit'>): boolean =>
  valueOf(words) === valueOf(factWords(fact)) && percent === (fact.unit === 'percent');

interface Matched {
  readonly number: FoundNumber;
  readonly bound: Bound | null;
}

/**
 * Numbers with the facts they are bound to: the alignment of the text's numbers with the bound ones that changes least. A number that
 * a person gave a source stands free for nothing; any other step (changed, added, taken out) costs one.
 */
function match(paragraph: Paragraph, names: Names): Matched[] {
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
  names: Names = NO_NAMES,
): NumberProblem[] {
  const sourced = sourcedValues(paragraph);
  return match(paragraph, names).flatMap(({ number, bound }): NumberProblem[] => {
    const fact = bound === null ? undefined : facts.get(bound.fact);
    if (bound !== null && fact !== undefined) {
      if (isOf(number, fact)) return [];
      const words = number.percent ? `${number.words}\u00a0%` : number.words;
      return [{ kind: 'disagrees', paragraph: paragraph.id, words, fact: bound.fact, expected: factInText(fact) }];
    }
    return sourced.has(keyOf(number.words)) ? [] : [{ kind: 'unproved', paragraph: paragraph.id, words: number.words }];
  });
}

/** Days that the paragraph of a measure names and the measure does not have; other paragraphs may name any day. */
function checkDays(paragraph: Paragraph, { measures }: Facts, names: Names): NumberProblem[] {
  const measure = measures.find(({ measureId }) => paragraph.id === measureParagraph(measureId));
  if (measure === undefined) return [];
  const days = measure.occurrences.flatMap(({ dueOn, submittedOn }) => [dueOn, submittedOn]);
  const known = ({ day }: FoundDay): boolean =>
    days.some((one) => one !== null && (one === day || one.slice(4) === day.slice(1)));
  const sourced = new Set(paragraph.sourced.filter(({ source }) => source.trim() !== '').map(({ words }) => words));
  return daysIn(paragraph.text, names)
    .filter((found) => !known(found) && !sourced.has(found.words))
    .map(({ words }) => ({ kind: 'unproved', paragraph: paragraph.id, words }));
}

export function measureParagraph(measureId: number): string {
  return `measure-${measureId}`;
}

/** Every number of a report that the data does not bear out; empty: the report may be approved. */
export function checkReport({ title, body }: { title: string; body: ReportBody }, counted: Facts): NumberProblem[] {
  const byId = new Map(counted.facts.map((fact) => [fact.id, fact]));
  const names = namesOf(counted);
  const words = (id: string, text: string): NumberProblem[] =>
    checkParagraph({ id, text, bound: [], sourced: [] }, byId, names);
  return [
    ...words(TITLE_PARAGRAPH, title),
    ...body.sections.flatMap((section) => [
      ...words(section.id, section.title),
      ...section.paragraphs.flatMap((one) => [...checkParagraph(one, byId, names), ...checkDays(one, counted, names)]),
    ]),
  ];
}

/** The same text with the numbers of its facts as they are now; what a person wrote around them stays. */
export function refreshParagraph(
  paragraph: Paragraph,
  facts: ReadonlyMap<FactId, Fact>,
  names: Names = NO_NAMES,
): Paragraph {
  let { text } = paragraph;
  const bound: Bound[] = [];
  const matched = match(paragraph, names);
  for (const { number, bound: one } of [...matched].reverse()) {
    const fact = one === null ? undefined : facts.get(one.fact);
    if (one === null || fact === undefined) continue;
    const after = text.slice(number.at + number.words.length);
    const unit = fact.unit === 'percent' && !number.percent ? '\u00a0%' : '';
    const rest = fact.unit === 'count' && number.percent ? after.replace(/^\s?[%‰]/u, '') : after;
    text = `${text.slice(0, number.at)}${factWords(fact)}${unit}${rest}`;
    bound.unshift({ fact: one.fact, words: factWords(fact) });
  }
  return { ...paragraph, text, bound };
}
