/** What in a report may hold digits as a name: of the plan, its measures, schools, targets; pieces of evidence and notes in quotes. */
import { quoted } from '#src/platform/quotes.ts';
import { daysIn, type Names, numbersIn } from './figures-in-text.ts';
import type { Facts } from './model.ts';

/** Fewer letters than this are no name: «12» handed in as a piece of evidence may not vouch for every 12 of the report. */
const LEAST_LETTERS = 3;

/** Longest first, so that a name within a name is left whole. */
export function namesOf({ title, facts, schools, measures }: Facts): Names {
  return {
    anywhere: named([
      title,
      quoted(title).slice(1, -1),
      ...facts.filter(({ id }) => id.startsWith('target:')).map(({ words }) => words),
      ...schools.flatMap(({ school, municipality }) => [school, municipality]),
      ...measures.flatMap(({ text, section }) => [text, section]),
    ]),
    inQuotes: named([
      ...schools.map(({ note }) => note),
      ...measures.flatMap(({ evidence }) => evidence.map((piece) => piece.title)),
    ]),
  };
}

function named(names: readonly string[]): string[] {
  const whole = names.map((name) => name.trim().replace(/[.\s]+$/u, ''));
  return [...new Set(whole)]
    .filter(
      (name) =>
        (name.match(/\p{L}/gu) ?? []).length >= LEAST_LETTERS && numbersIn(name).length + daysIn(name).length > 0,
    )
    .sort((a, b) => b.length - a.length);
}
