/** Where the rows of a table without a full grid begin: at a line, at a wider step, at a number. */
import type { Rule } from './model.ts';
import type { Strip, WordLine } from './strips.ts';

/** A step to the next row, in usual steps. */
const WIDER = 1.35;

/** Lines of words below a header, as the table's reader sees them. */
export interface Body {
  readonly lines: readonly WordLine[];
  readonly columns: readonly Strip[];
  readonly rules: readonly Rule[];
  /** Whether a line runs across several columns, as headings do. */
  readonly isWide: (at: number) => boolean;
  readonly hasNumber: (at: number) => boolean;
  /** How many columns have a text in the line. */
  readonly filledIn: (at: number) => number;
}

/** Indices of the lines with which rows begin, from `first`; `end` is behind the last line. */
export function rowStarts(body: Body, first: number, end: number): readonly number[] {
  const inside = Array.from({ length: Math.max(0, end - first - 1) }, (_, index) => first + 1 + index);
  const numbered = inside.filter(body.hasNumber);
  const ruled = inside.filter((at) => isRuled(body, at));
  const wide = inside.filter((at) => isFar(body, at, first, end));
  // Lines between all rows: then neither a number nor a step within a row begins another.
  const everyRow = ruled.length >= 3 && [...numbered, ...wide].every((at) => ruled.includes(at));
  if (everyRow) return [first, ...ruled];
  const apart = new Set([...ruled, ...wide, ...numbered]);
  const stepsTell = wide.length >= 3 && numbered.every((at) => wide.includes(at));
  if (stepsTell) return [first, ...inside.filter((at) => apart.has(at))];
  // Without steps, lines or numbers a row begins where nearly every column has a text again.
  const least = Math.max(2, body.columns.length - 1);
  const full = (at: number): boolean => apart.size === 0 && !body.isWide(at) && body.filledIn(at) >= least;
  return [first, ...inside.filter((at) => body.isWide(at) !== body.isWide(at - 1) || apart.has(at) || full(at))];
}

function isFar({ lines }: Body, at: number, first: number, end: number): boolean {
  return lines[at].base - lines[at - 1].base > WIDER * usualStep(lines, first, end);
}

function usualStep(lines: readonly WordLine[], first: number, end: number): number {
  const steps = lines.slice(first + 1, end).map(({ base }, index) => base - lines[first + index].base);
  const size = lines[first]?.size ?? 10;
  const small = steps.filter((step) => step < 1.6 * size).toSorted((a, b) => a - b);
  return small.length >= steps.length * 0.25 ? (small[Math.floor(small.length / 3)] ?? 1.2 * size) : 1.2 * size;
}

function isRuled({ lines, rules, columns }: Body, at: number): boolean {
  return ruledBetween(rules, lines[at - 1].base, lines[at].base - lines[at].size * 0.7, columns);
}

/** Whether a line runs below one base line and above the letters of the next, across half of the columns. */
export function ruledBetween(rules: readonly Rule[], top: number, bottom: number, columns: readonly Strip[]): boolean {
  const width = columns.at(-1)!.right - columns[0].left;
  return rules.some(
    ({ horizontal, at, from, to }) => horizontal && at > top && at < bottom + 2 && to - from > width * 0.5,
  );
}
