/** What the header of a column says the column is, over all generations of official forms and common exports. */
import { columnLetter } from '#src/platform/tables/columns.ts';
import type { CellValue, TableRow } from '#src/platform/tables/source.ts';
import type { ColumnRole, ReadTask } from '../model.ts';
import { canonicalTaskId } from '../rules.ts';
import { headerTexts } from './cells.ts';
import { isPersonalHeader } from './personal.ts';

export interface HeaderColumn {
  /** 0-based index of the column. */
  readonly index: number;
  readonly header: string;
  readonly role: ColumnRole;
  readonly task?: ReadTask;
  /** Index of the column in the file where `index` is a place of our own: one mask holds many tasks. */
  readonly place?: number;
}

/** Letter of the column in the file, for messages. */
export function letterOfColumn({ index, place }: HeaderColumn): string {
  return columnLetter(place ?? index);
}

const ROLE_BY_HEADER: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'participant',
    /^(код( участника| обучающегося| ученика)?|code|participant|шифр( участника)?|участник|номер участника)$/u,
  ],
  ['variant', /^(вариант|variant|var-1|№ варианта|номер варианта)$/u],
  ['classOrdinal', /^порядковый номер класса$/u],
  ['className', /^(класс|наименование класса|klass|class|буква класса|литера|класс \(литера\))$/u],
  [
    'journalMark',
    /^(отметка за предыдущ.*|(отметка|оценка) по журналу|(отметка|оценка) за (четверть|триместр|полугодие|год).*|otc|journal_mark|журнал)$/u,
  ],
  ['mark', /^(отметка|оценка|отметка за (впр|работу)|оценка за (впр|работу)|mark)$/u],
  ['total', /^(итого( баллов)?|всего баллов|первичный балл|сумма( баллов)?|общий балл|итоговый балл|sum|total|балл)$/u],
  ['school', /^(оо|логин|логин школы|логин оо|код оо|код школы|пользователь|user|school|schoolcode)$/u],
  ['schoolName', /^(название оо|наименование оо|школа|название школы|образовательная организация)$/u],
  ['municipality', /^(муниципалитет|мсу|район|ато|municipality|муниципальное образование)$/u],
  ['teacher', /^(фио )?(учител[ья]|педагога?|преподавател[ья]|teacher)( .*)?$/u],
  ['testScore', /^(тестовый балл|test_score)$/u],
  ['pupil', /^(ключ ученика|свой ключ|pupil|pupil_key|№ личного дела|номер личного дела)$/u],
  ['subject', /^(предмет|subject|учебный предмет)$/u],
  ['grade', /^(параллель|grade)$/u],
  ['date', /^(дата|дата проведения|date)$/u],
];

/** `4К1 (3б)`, `5(1) (1б)`, `9.1 (1 балл)`: the forms since 2022 and the exports of FIS OKO. */
const TASK_WITH_MAXIMUM =
  /^(?:задание )?(?:№ ?)?(\d[\dА-Яа-яA-Za-z.,()[\]]*?) ?\((?:макс\.? ?)?(\d{1,3}) ?б(?:алл\p{L}*)?\.?\)$/u;
/** `балл за 7` of 2021, `a-7-grade` of 2020: the position in the work, not the number of the task. */
const TASK_BY_POSITION = /^(?:балл за (\d{1,2})|a-(\d{1,2})-grade)$/iu;

export function headerKey(header: string): string {
  return header
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/[:.]$/u, '')
    .trim();
}

/** The column a header announces; role 'ignored' when it says nothing known. Task columns are those of official forms. */
export function headerColumn(header: string, index: number): HeaderColumn {
  const withMaximum = TASK_WITH_MAXIMUM.exec(header);
  if (withMaximum !== null) {
    const task = { id: canonicalTaskId(withMaximum[1]), max: Number(withMaximum[2]), level: null };
    return { index, header, role: 'task', task };
  }
  const byPosition = TASK_BY_POSITION.exec(header);
  if (byPosition !== null) {
    return { index, header, role: 'task', task: { id: byPosition[1] ?? byPosition[2], max: null, level: null } };
  }
  const key = headerKey(header);
  const role = ROLE_BY_HEADER.find(([, pattern]) => pattern.test(key))?.[0];
  if (role !== undefined) return { index, header, role };
  return { index, header, role: isPersonalHeader(header) ? 'personal' : 'ignored' };
}

/** The columns of a header row; columns without a header are left out, whatever stands below them. */
export function headerColumns(row: TableRow): HeaderColumn[] {
  return headerTexts(row).flatMap((header, index) => (header === '' ? [] : [headerColumn(header, index)]));
}

export function hasRole(columns: readonly HeaderColumn[], role: ColumnRole): boolean {
  return columns.some((column) => column.role === role);
}

/** The first of the rows whose columns fit, with its columns. */
export function findHeader(
  rows: readonly TableRow[],
  fits: (columns: readonly HeaderColumn[], row: TableRow) => boolean,
): { readonly row: TableRow; readonly columns: readonly HeaderColumn[] } | null {
  for (const row of rows) {
    const columns = headerColumns(row);
    if (fits(columns, row)) return { row, columns };
  }
  return null;
}

/** Value of the cell of a role in a row; undefined when there is no such column. */
export function valueOf(row: TableRow, column: HeaderColumn | undefined): CellValue | undefined {
  return column === undefined ? undefined : row.values[column.index];
}
