/** A table of papers scored again (CSV or XLSX): one row per answer, columns by their names in either language. */
import type { Refusal } from '#src/platform/errors.ts';
import { openTable } from '#src/platform/tables/open.ts';
import type { CellValue } from '#src/platform/tables/source.ts';
import { refuseRecheck } from './errors.ts';
import type { Rescored } from './model.ts';

const COLUMNS = {
  participant: /^(?:participant|paper|code|участник|код(?: участника)?|работа)$/iu,
  task: /^(?:task|задание|критерий)$/iu,
  first: /^(?:first(?:[ _]score)?|score1|перв(?:ый балл|ая проверка|ичная проверка)|балл ?1|балл до)$/iu,
  second: /^(?:second(?:[ _]score)?|score2|втор(?:ой балл|ая проверка)|перепроверка|балл ?2|балл после)$/iu,
  third: /^(?:third(?:[ _]score)?|score3|трет(?:ий балл|ья проверка)|балл ?3)$/iu,
  rater1: /^(?:rater ?1|first[ _]rater|(?:эксперт|проверяющий) ?1)$/iu,
  rater2: /^(?:rater ?2|second[ _]rater|(?:эксперт|проверяющий) ?2)$/iu,
  rater3: /^(?:rater ?3|third[ _]rater|(?:эксперт|проверяющий) ?3)$/iu,
} as const;

type Column = keyof typeof COLUMNS;

const NEEDED = ['participant', 'first', 'second'] as const satisfies readonly Column[];
export const HIGHEST_SCORE = 1000;

export interface RecheckReading {
  readonly rescored: readonly Rescored[];
  /** What is wrong, row by row; the rows are left out of `rescored`. */
  readonly problems: readonly Refusal[];
}

/** @throws Refusal columnMissing, noRows (errors.ts); of platform/tables/errors.ts. */
export async function readRecheck(path: string): Promise<RecheckReading> {
  const table = await openTable(path);
  const rescored: Rescored[] = [];
  const problems: Refusal[] = [];
  const seen = new Map<string, number>();
  let columns: ReadonlyMap<Column, number> | null = null;
  for await (const { number: row, values } of table.sheets[0]!.rows()) {
    if (columns === null) {
      columns = columnsOf(values);
      continue;
    }
    const answer = readRow(values, row, columns, problems);
    if (answer === null) continue;
    const key = `${answer.paper}\u0000${answer.task ?? ''}`;
    const before = seen.get(key);
    if (before !== undefined) {
      problems.push(
        refuseRecheck('repeatedAnswer', { row, before, participant: answer.paper, task: answer.task ?? '' }),
      );
      continue;
    }
    seen.set(key, row);
    rescored.push(answer);
  }
  if (rescored.length === 0 && problems.length === 0) throw refuseRecheck('noRows');
  return { rescored, problems };
}

function columnsOf(heading: readonly CellValue[]): ReadonlyMap<Column, number> {
  const names = heading.map((value) => textOf(value).replace(/\s+/gu, ' '));
  const columns = new Map<Column, number>();
  for (const [column, pattern] of Object.entries(COLUMNS) as [Column, RegExp][]) {
    const index = names.findIndex((name) => pattern.test(name));
    if (index >= 0) columns.set(column, index);
  }
  for (const column of NEEDED) if (!columns.has(column)) throw refuseRecheck('columnMissing', { column });
  return columns;
}

/** null: the row has problems, and they were added. */
function readRow(
  values: readonly CellValue[],
  row: number,
  columns: ReadonlyMap<Column, number>,
  problems: Refusal[],
): Rescored | null {
  const cell = (column: Column): string => textOf(values[columns.get(column) ?? -1]);
  const before = problems.length;
  const score = (column: Column): number => {
    const found = cell(column);
    const value = /^\d+(?:[.,]\d+)?$/u.test(found) ? Number(found.replace(',', '.')) : Number.NaN;
    if (value <= HIGHEST_SCORE) return value;
    problems.push(refuseRecheck('badScore', { row, column, found, most: HIGHEST_SCORE }));
    return 0;
  };
  const paper = cell('participant');
  if (paper === '') problems.push(refuseRecheck('participantEmpty', { row }));
  const answer: Rescored = {
    paper,
    task: cell('task') || null,
    first: score('first'),
    second: score('second'),
    third: cell('third') === '' ? null : score('third'),
    raters: [cell('rater1') || null, cell('rater2') || null, cell('rater3') || null],
  };
  return problems.length > before ? null : answer;
}

function textOf(value: CellValue | undefined): string {
  return value === null || value === undefined ? '' : String(value).trim();
}
