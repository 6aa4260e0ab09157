/**
 * The collection form of 2026 that a school fills in for one work: «Протокол» with rows made in advance, whose total is a
 * formula, the hidden «Служебный» with the allowed values, and «Порядковый номер класса». The form does not name the
 * school: its login is known where it is uploaded.
 */
import { columnLetter } from '#src/platform/tables/columns.ts';
import { type RawCell, type RawRow, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { NOT_ATTEMPTED, type Task } from '#src/results/model.ts';
import type { DemoClassResult, DemoPaper } from '../results.ts';

/** The official form has 1,499 rows made in advance; the demo keeps a few empty ones below the papers. */
const EMPTY_ROWS = 40;
const CLASS_NUMBERS = 50;
/** Columns before the tasks: code and variant. After them: number of the class, journal mark, total. */
export const LEADING = 2;

/**
 * @param results classes of one school in one work.
 * @param alter changes the rows of the protocol, the header first: how the sample with mistakes is made.
 */
export function writeForm2026(
  results: readonly DemoClassResult[],
  alter: (rows: RawRow[]) => RawRow[] = (rows) => rows,
): Promise<Buffer> {
  const { tasks } = results[0]!.work;
  return writeRawWorkbook([
    { name: 'Протокол', rows: alter([...protocolRows(results, tasks)]) },
    { name: 'Служебный', hidden: true, rows: serviceRows(tasks) },
    { name: 'Порядковый номер класса', rows: classRows(results) },
  ]);
}

function* protocolRows(results: readonly DemoClassResult[], tasks: readonly Task[]): Generator<RawRow> {
  yield {
    values: [
      'Код участника',
      'Вариант',
      ...tasks.map((task) => `${task.id} (${task.max}б)`),
      'Порядковый номер класса',
      'Отметка за предыдущий триместр/ четверть/полугодие',
      'Итого баллов',
    ],
  };
  let number = 1;
  const first = columnLetter(LEADING);
  const last = columnLetter(LEADING + tasks.length - 1);
  const total = (value: number): RawCell => ({ formula: `SUM(${first}${number}:${last}${number})`, value });
  for (const { ordinal, papers } of results) {
    for (const paper of papers) {
      number += 1;
      yield {
        values: [Number(paper.participant), ...answers(paper, tasks), ordinal, journal(paper), total(paper.total ?? 0)],
      };
    }
  }
  for (let row = 0; row < EMPTY_ROWS; row += 1) {
    number += 1;
    yield { values: [...Array.from({ length: LEADING + tasks.length + 2 }, () => null), total(0)] };
  }
}

function answers(paper: DemoPaper, tasks: readonly Task[]): RawCell[] {
  if (paper.status === 'absent') return ['отсутствовал', ...tasks.map(() => null)];
  return [Number(paper.variant), ...paper.scores.map((score) => (score === NOT_ATTEMPTED ? 'X' : score))];
}

function journal(paper: DemoPaper): RawCell {
  if (paper.status === 'absent') return null;
  return paper.journalMark ?? 'нет отметки';
}

/** Lists of the allowed values: variants, one column per maximum that occurs, marks. */
function* serviceRows(tasks: readonly Task[]): Generator<RawRow> {
  const maxima = [...new Set(tasks.map((task) => task.max))].toSorted((a, b) => b - a);
  const lists: RawCell[][] = [
    [1, 2, 'отсутствовал'],
    ...maxima.map((max): RawCell[] => [...Array.from({ length: max + 1 }, (_, index) => max - index), 'X']),
    [5, 4, 3, 2, 'нет отметки'],
  ];
  const height = Math.max(...lists.map((list) => list.length));
  for (let row = 0; row < height; row += 1) yield { values: lists.map((list) => list[row] ?? null) };
}

function* classRows(results: readonly DemoClassResult[]): Generator<RawRow> {
  for (let ordinal = 1; ordinal <= CLASS_NUMBERS; ordinal += 1) {
    const named = results.find((result) => result.ordinal === ordinal);
    yield { values: named === undefined ? [ordinal] : [ordinal, `${named.grade}${named.letter}`] };
  }
}
