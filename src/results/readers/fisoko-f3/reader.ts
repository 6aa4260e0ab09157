/**
 * Summaries of FIS OKO: Ф3 «Статистика по отметкам» and «Сравнение отметок с отметками по журналу». Rows are groups: the
 * whole sample, the region, a municipality «(reg20_m012)», a school «(edu010101)». In Ф3 the row of a school has no cell
 * «Кол-во ОО», so its values stand one column to the left. Sheet names are cut to 31 characters and tell nothing.
 */
import { columnLetter } from '#src/platform/tables/columns.ts';
import type { TableRow, TableSheet } from '#src/platform/tables/source.ts';
import type { PrintedShare, ReadStatistics, StatisticsRow } from '../../model.ts';
import { problem, ProblemLog } from '../../problems.ts';
import { cellText, headerTexts } from '../cells.ts';
import { readHeading } from '../fisoko-f1/heading.ts';
import { headerKey } from '../headers.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';

const ID = 'fisoko-f3';

type Field =
  | 'schools'
  | 'participants'
  | 'mark2'
  | 'mark3'
  | 'mark4'
  | 'mark5'
  | 'lowered'
  | 'loweredCount'
  | 'confirmed'
  | 'confirmedCount'
  | 'raised'
  | 'raisedCount';

const FIELDS: readonly (readonly [Field, RegExp])[] = [
  ['loweredCount', /^понизили.*кол-?во/u],
  ['lowered', /^понизили/u],
  ['confirmedCount', /^подтвердили.*кол-?во/u],
  ['confirmed', /^подтвердили/u],
  ['raisedCount', /^повысили.*кол-?во/u],
  ['raised', /^повысили/u],
  ['schools', /^кол-?во оо$/u],
  ['participants', /^кол-?во участников/u],
  ['mark2', /^2$/u],
  ['mark3', /^3$/u],
  ['mark4', /^4$/u],
  ['mark5', /^5$/u],
];

interface Header {
  readonly row: TableRow;
  readonly fields: ReadonlyMap<Field, number>;
  readonly content: ReadStatistics['content'];
}

export const fisokoF3: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some((sheet) => headerOf(sheet) !== null) ? 1 : 0),

  read: () => Promise.resolve([]),

  async statistics({ source, sheets }: ReadContext): Promise<ReadStatistics[]> {
    const found: ReadStatistics[] = [];
    for (const probe of sheets) {
      const header = headerOf(probe);
      if (header !== null) found.push(await readSheet(source.sheets[probe.index], probe, header));
    }
    return found;
  },
};

function headerOf({ head }: SheetProbe): Header | null {
  for (const row of head) {
    const texts = headerTexts(row).map(headerKey);
    if (texts[0] !== 'группы участников') continue;
    const fields = new Map<Field, number>();
    for (const [index, text] of texts.entries()) {
      const field = FIELDS.find(([, pattern]) => pattern.test(text))?.[0];
      if (field !== undefined && !fields.has(field)) fields.set(field, index);
    }
    if (fields.has('mark2') && fields.has('mark5')) return { row, fields, content: 'marks' };
    if (fields.has('lowered') && fields.has('raised')) return { row, fields, content: 'journal' };
  }
  return null;
}

async function readSheet(sheet: TableSheet, { head }: SheetProbe, header: Header): Promise<ReadStatistics> {
  const heading = readHeading(head.filter(({ number }) => number < header.row.number));
  const log = new ProblemLog(sheet.name);
  const rows: StatisticsRow[] = [];
  for await (const row of sheet.rows()) {
    if (row.number <= header.row.number) continue;
    const made = statisticsRow(row, header, log);
    if (made !== null) rows.push(made);
  }
  const { procedure, year, subject, subjectText, grade, level, maximum, date } = heading;
  const problems = log.list();
  if (subjectText !== null && subject === null)
    problems.unshift(problem('subject-unknown', sheet.name, { found: subjectText }));
  if (rows.length === 0) problems.unshift(problem('no-rows', sheet.name));
  const { content } = header;
  return {
    reader: ID,
    sheet: sheet.name,
    content,
    procedure,
    year,
    subject,
    grade,
    level,
    maximum,
    date,
    rows,
    problems,
  };
}

function statisticsRow(row: TableRow, header: Header, log: ProblemLog): StatisticsRow | null {
  const title = cellText(row.values[0]);
  if (title === '') return null;
  const code = /\(((?:reg|edu|sch)[\w]+)\)\s*$/u.exec(title)?.[1] ?? null;
  const shift = shiftOf(row, header);
  const number = (field: Field): number | null => {
    const index = header.fields.get(field);
    if (index === undefined || (shift !== 0 && field === 'schools')) return null;
    const text = cellText(row.values[index + shift])
      .replace('%', '')
      .replace(',', '.')
      .trim();
    if (text === '') return null;
    const value = Number(text);
    if (Number.isFinite(value) && value >= 0) return value;
    log.add('count-unknown', { row: row.number, column: columnLetter(index + shift), found: text, allowed: '0–100' });
    return null;
  };
  const share = (percent: Field, count: Field | null): PrintedShare => ({
    percent: number(percent) ?? 0,
    count: count === null ? null : number(count),
  });
  const marks = { 2: share('mark2', null), 3: share('mark3', null), 4: share('mark4', null), 5: share('mark5', null) };
  const journal = {
    lowered: share('lowered', 'loweredCount'),
    confirmed: share('confirmed', 'confirmedCount'),
    raised: share('raised', 'raisedCount'),
  };
  const shares = Object.values(header.content === 'marks' ? marks : journal);
  const sum = shares.reduce((total, { percent }) => total + percent, 0);
  if (Math.abs(sum - 100) > ROUNDING) {
    log.add('shares-not-whole', { row: row.number, found: `${sum.toFixed(2)} %`, allowed: `100 ± ${ROUNDING} %` });
  }
  return {
    row: row.number,
    group: groupOf(title, code),
    name: title.replace(/\s*\((?:reg|edu|sch)[\w]+\)\s*$/u, ''),
    code,
    schools: number('schools'),
    participants: number('participants'),
    marks: header.content === 'marks' ? marks : null,
    journal: header.content === 'journal' ? journal : null,
  };
}

/** Four shares rounded to hundredths are off by two hundredths at most; a printed zero share adds nothing. */
const ROUNDING = 0.05;

/** Municipalities and schools carry a code; of those without one only the whole sample has a fixed name. */
function groupOf(title: string, code: string | null): StatisticsRow['group'] {
  if (code !== null) return code.startsWith('reg') ? 'municipality' : 'school';
  return title.toLowerCase().startsWith('вся выборка') ? 'all' : 'region';
}

/** -1 for the row of a school, whose cell «Кол-во ОО» is not there: the last column is empty, the rest is full. */
function shiftOf(row: TableRow, { fields }: Header): number {
  if (!fields.has('schools')) return 0;
  const last = Math.max(...fields.values());
  const filled = Array.from({ length: last }, (_, index) => cellText(row.values[index + 1]) !== '');
  return !filled[last - 1] && filled.slice(0, -1).every(Boolean) ? -1 : 0;
}
