/**
 * The list of what can be wrong with a file of results, and how grave each is.
 *
 * An error means that a paper, or the whole file, is not stored as it stands: storing it would need a guess. A warning
 * means that it can be stored and that a person should look: printed totals and marks that differ from the recomputed
 * ones are warnings, since scores are what is stored and everything else follows from them.
 */
import type { TableRefusalCode } from '#src/platform/tables/errors.ts';
import type { Problem } from './model.ts';

export const PROBLEM_SEVERITY = {
  // of the whole file
  'not-results': 'error',
  'no-papers': 'error',
  'column-missing': 'error',
  'column-repeated': 'error',
  'no-tasks': 'error',
  'mapping-needed': 'error',
  'maximum-differs': 'warning',
  'subject-unknown': 'warning',
  'grade-impossible': 'error',
  'school-count-differs': 'warning',
  'names-instead-of-codes': 'warning',
  'subject-code-differs': 'warning',
  'appeals-protocol': 'error',
  'statistics-only': 'error',
  'no-rows': 'error',
  'too-many-rows': 'error',
  'names-numbered': 'warning',
  'shares-not-whole': 'warning',
  // of one row
  'mask-length-differs': 'error',
  'test-score-unknown': 'error',
  'pupil-key-unknown': 'warning',
  'pupil-missing': 'error',
  'term-unknown': 'error',
  'count-unknown': 'error',
  'counts-exceed-pupils': 'warning',
  'participant-missing': 'error',
  'participant-grade-differs': 'warning',
  'duplicate-participant': 'error',
  'repeated-row': 'error',
  'value-unknown': 'error',
  'value-guessed': 'warning',
  'score-above-maximum': 'error',
  'score-not-whole': 'error',
  'score-is-date': 'error',
  'score-missing': 'warning',
  'formula-cell': 'error',
  'mark-unknown': 'error',
  'journal-mark-unknown': 'error',
  'total-unknown': 'error',
  'total-differs': 'warning',
  'total-above-maximum': 'warning',
  'total-not-calculated': 'warning',
  'row-shifted': 'error',
  'mark-differs': 'warning',
  'class-missing': 'warning',
  'absent-with-scores': 'error',
  'absent-assumed': 'warning',
  // found when the file meets its work
  'task-missing': 'error',
  'task-not-in-work': 'error',
  'task-maximum-differs': 'error',
  'task-count-differs': 'error',
  'subject-differs': 'error',
  'grade-differs': 'error',
  'no-scale': 'warning',
  // of the open exchange format and its description of works
  'not-exchange': 'error',
  'spec-invalid': 'error',
  'work-not-described': 'error',
  'procedure-differs': 'warning',
  'school-missing': 'error',
  // of tables that are no papers, met with the tree
  'school-unknown': 'error',
  'class-unreadable': 'error',
  'row-conflict': 'error',
} as const satisfies Readonly<Record<string, Problem['severity']>>;

export type ResultProblemCode = keyof typeof PROBLEM_SEVERITY;

/** Every code the readers of this capability write; a refused table is a problem of its file under its own code. */
export type ProblemCode = ResultProblemCode | TableRefusalCode;

export interface ProblemPlace {
  readonly row?: number | null;
  readonly column?: string | null;
  readonly found?: string | null;
  readonly allowed?: string | null;
}

export function problem(code: ResultProblemCode, sheet: string | null, place: ProblemPlace = {}): Problem {
  return {
    severity: PROBLEM_SEVERITY[code],
    code,
    sheet,
    row: place.row ?? null,
    column: place.column ?? null,
    found: shortened(place.found),
    allowed: shortened(place.allowed),
  };
}

const LONGEST_QUOTE = 60;

function shortened(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
}

/** So many problems of one code are listed one by one; a person mends the cause, not the five-hundredth cell. */
const LISTED_PER_CODE = 50;

/** Collects problems of one sheet: the first of each code with their places, the rest as a count. */
export class ProblemLog {
  readonly #sheet: string | null;
  readonly #columnNames: ReadonlyMap<string, string>;
  readonly #listed: Problem[] = [];
  readonly #counts = new Map<ResultProblemCode, number>();

  /** @param columnNames names by letter, for text tables, whose columns have no letters. */
  constructor(sheet: string | null, columnNames: ReadonlyMap<string, string> = new Map()) {
    this.#sheet = sheet;
    this.#columnNames = columnNames;
  }

  add(code: ResultProblemCode, place: ProblemPlace = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > LISTED_PER_CODE) return;
    const column = this.#columnNames.get(place.column ?? '') ?? place.column;
    this.#listed.push(problem(code, this.#sheet, { ...place, column }));
  }

  /** Problems in the order of rows, those of the whole file first; each code's surplus as one entry with its count. */
  list(): Problem[] {
    const surplus = [...this.#counts].flatMap(([code, count]) =>
      count > LISTED_PER_CODE ? [{ ...problem(code, this.#sheet), count: count - LISTED_PER_CODE }] : [],
    );
    return [...[...this.#listed].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)), ...surplus];
  }
}
