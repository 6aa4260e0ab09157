/**
 * Paragraphs of one row put into its columns: a cell may have several of them and another one none, and what each paragraph looks
 * like tells where the cells part. The best of all partings is taken.
 */
import type { Role } from './header.ts';
import { isWholeDeadline, looksLikeParties, numberOf, startsLower } from './looks.ts';

const MOST_PARAGRAPHS = 60;

/**
 * @param roles of the columns; @param loud whether the last paragraph may be the heading of what follows.
 * @returns a text for each column, and whether the last paragraph was left out as a heading.
 */
export function fittedCells(
  texts: readonly string[],
  roles: readonly Role[],
  loud: boolean,
): { readonly cells: readonly string[]; readonly heading: boolean } {
  const heading = loud && texts.length > roles.length - 1;
  const all = heading ? texts.slice(0, -1) : texts;
  const own = all.slice(0, MOST_PARAGRAPHS);
  if (own.length === roles.length && worth(own, roles) >= 0) return { cells: own, heading };
  const looks = own.map(lookOf);
  // best[c][p]: the most that the first c columns are worth with the first p paragraphs.
  let best: (readonly [number, readonly number[]])[] = own.map(() => [Number.NEGATIVE_INFINITY, []]);
  best = [[0, []], ...best];
  for (const role of roles) {
    best = best.map((_, end) => {
      let found: readonly [number, readonly number[]] = [Number.NEGATIVE_INFINITY, []];
      for (let begin = 0; begin <= end; begin += 1) {
        const [before, counts] = best[begin];
        const value = before + cellWorth(looks.slice(begin, end), role);
        if (value > found[0]) found = [value, [...counts, end - begin]];
      }
      return found;
    });
  }
  const [, counts] = best[own.length];
  let at = 0;
  const cells = counts.map((count, column) => {
    const from = at;
    at += count;
    // What is too much to look at goes on with the last cell.
    return all.slice(from, column === counts.length - 1 ? undefined : at).join('\n');
  });
  return { cells, heading };
}

interface Look {
  readonly deadline: boolean;
  readonly parties: boolean;
  readonly number: boolean;
  readonly long: boolean;
  /** Goes on with the paragraph above: a small letter or a dash. */
  readonly goesOn: boolean;
}

const LONG = 60;

function lookOf(text: string): Look {
  return {
    deadline: isWholeDeadline(text),
    parties: looksLikeParties(text),
    number: numberOf(text) !== null,
    long: text.length > LONG,
    goesOn: startsLower(text) || /^[-–—•]/u.test(text),
  };
}

function worth(texts: readonly string[], roles: readonly Role[]): number {
  return texts.reduce((sum, text, index) => sum + cellWorth([lookOf(text)], roles[index]), 0);
}

/** How well paragraphs fit a column together; a lost empty cell costs little, a lost measure much. */
function cellWorth(looks: readonly Look[], role: Role): number {
  if (looks.length === 0) return role === 'text' ? -20 : role === 'note' ? -0.8 : -1.5;
  let sum = 0;
  for (const [index, look] of looks.entries()) {
    const own = paragraphWorth(look, role);
    // A cell has one paragraph as a rule; the others only must not look like something else.
    sum += index === 0 ? own : Math.min(own, own / 4) - (look.goesOn ? 0 : 0.4);
  }
  return sum;
}

function paragraphWorth({ deadline, parties, number, long, goesOn }: Look, role: Role): number {
  switch (role) {
    case 'number':
      return number ? 4 : -20;
    case 'deadline':
      return deadline ? 4 : -6;
    case 'responsible':
      return parties ? 3 : deadline ? -4 : long ? -1 : 0.5;
    case 'text':
    case 'direction':
      return deadline ? -3 : parties && !goesOn ? -1 : long ? 2 : 1;
    case 'result':
      return deadline ? -2 : parties ? -1 : 0.8;
    case 'both':
      return deadline || parties ? 3 : -1;
    case 'note':
      return deadline ? -2 : parties ? -0.2 : 0.2;
  }
}
