/**
 * Tables of unknown shape: exports of regional centres and electronic journals, lists typed by hand; XLSX or CSV. What
 * each column is, is guessed from the headers, confirmed or changed by a person, and may be saved and applied again: a
 * saved mapping finds its columns by their headers, wherever they stand. A file may hold several works.
 */
import type { TableRow, TableSheet } from '#src/platform/tables/source.ts';
import type { Problem, ReadFile, TableMapping } from '../../model.ts';
import { problem } from '../../problems.ts';
import { canonicalSubject, HIGHEST_GRADE, LOWEST_GRADE, workLevelOf } from '../../rules.ts';
import { assemble, withoutEmptyTasks } from '../assemble.ts';
import { cellText, isoDate } from '../cells.ts';
import { type HeaderColumn, headerKey, valueOf } from '../headers.ts';
import { withMergedFilled } from '../merged.ts';
import { isPersonalHeader } from '../personal.ts';
import { readProtocol } from '../protocol.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';
import { guessMapping, headersAt } from './guess.ts';

const ID = 'mapper';

export const mapper: Reader = {
  id: ID,

  /** Far below the official formats: it is asked only when none of them knows the file. */
  recognise: (sheets) => (guessMapping(sheets) === null ? 0 : 0.3),

  async read({ source, sheets, mapping }: ReadContext): Promise<ReadFile[]> {
    const used = mapping ?? guessMapping(sheets);
    if (used === null) return [];
    const place = locate(used, sheets);
    if ('missing' in place) return [unread(used, place.missing)];
    const { probe, headerRow, columns } = place;
    const sheet = await withMergedFilled(source.sheets[probe.index], headerRow);
    const guessed = mapping === undefined ? [problem('mapping-needed', probe.name)] : [];
    const applied = { ...used, sheet: probe.name, headerRow };
    const files: ReadFile[] = [];
    for (const work of await worksIn(sheet, headerRow, columns)) {
      files.push(await readWork(sheet, applied, columns, work, guessed));
    }
    return files;
  },
};

/** What a row says about its work; rows that say the same belong to one work. */
interface WorkKey {
  readonly subject: string;
  readonly grade: string;
}

async function readWork(
  sheet: TableSheet,
  mapping: TableMapping,
  columns: readonly HeaderColumn[],
  work: WorkKey,
  problems: readonly Problem[],
): Promise<ReadFile> {
  const { constants } = mapping;
  const subjectText = work.subject || (constants.subject ?? '');
  const subject = subjectText === '' ? null : canonicalSubject(subjectText);
  const gradeText = work.grade || String(constants.grade ?? '');
  const grade = /^\d{1,2}/u.test(gradeText) ? Number.parseInt(gradeText, 10) : null;
  const found: Problem[] = [...problems];
  if (subjectText !== '' && subject === null)
    found.push(problem('subject-unknown', sheet.name, { found: subjectText }));
  const possible = grade === null || (grade >= LOWEST_GRADE && grade <= HIGHEST_GRADE);
  if (!possible || (gradeText !== '' && grade === null)) {
    found.push(
      problem('grade-impossible', sheet.name, { found: gradeText, allowed: `${LOWEST_GRADE}–${HIGHEST_GRADE}` }),
    );
  }
  let date: string | null = null;
  const reading = await readProtocol({
    sheet,
    headerRow: mapping.headerRow,
    columns,
    grade: possible ? grade : null,
    classNumbers: columns.some(({ role }) => role === 'classOrdinal') ? 'ordinal' : 'name',
    emptyScores: 'allow',
    constants: {
      municipality: constants.municipality ?? null,
      school: constants.school ?? null,
      className: constants.className ?? null,
    },
    takesRow(row) {
      const key = workKey(row, columns);
      if (key.subject !== work.subject || key.grade !== work.grade || isFooter(row, columns)) return true;
      date ??= isoDate(
        valueOf(
          row,
          columns.find(({ role }) => role === 'date'),
        ),
      );
      return false;
    },
  });
  return assemble(withoutEmptyTasks(reading), {
    reader: ID,
    sheet: sheet.name,
    columns,
    problems: found,
    procedure: constants.procedure,
    year: constants.year,
    subject,
    level: workLevelOf(subjectText),
    date,
    mapping,
  });
}

/** The works of the file in the order of their first rows; one without names when no column tells. */
async function worksIn(sheet: TableSheet, headerRow: number, columns: readonly HeaderColumn[]): Promise<WorkKey[]> {
  if (!columns.some(({ role }) => role === 'subject' || role === 'grade')) return [{ subject: '', grade: '' }];
  const works = new Map<string, WorkKey>();
  for await (const row of sheet.rows()) {
    if (row.number <= headerRow || isFooter(row, columns)) continue;
    const key = workKey(row, columns);
    works.set(`${key.subject}\u0000${key.grade}`, key);
  }
  return works.size === 0 ? [{ subject: '', grade: '' }] : [...works.values()];
}

function workKey(row: TableRow, columns: readonly HeaderColumn[]): WorkKey {
  const text = (role: 'subject' | 'grade'): string =>
    cellText(
      valueOf(
        row,
        columns.find((column) => column.role === role),
      ),
    );
  return { subject: text('subject'), grade: text('grade') };
}

/** «Итого», «Средний балл» and the like below a table; they carry no participant. */
function isFooter(row: TableRow, columns: readonly HeaderColumn[]): boolean {
  const participant = columns.find(({ role }) => role === 'participant');
  const first = row.values.map(cellText).find((text) => text !== '') ?? '';
  const own = participant === undefined ? first : cellText(valueOf(row, participant));
  return /^(итого|всего|средн|максимальн|минимальн|процент|%|доля|выполнен)/iu.test(own === '' ? first : own);
}

type Place =
  | { readonly probe: SheetProbe; readonly headerRow: number; readonly columns: readonly HeaderColumn[] }
  | { readonly missing: readonly string[] };

/** Finds the sheet and the row where all the mapped headers stand, or the headers that stand nowhere. */
function locate(mapping: TableMapping, sheets: readonly SheetProbe[]): Place {
  let missing: readonly string[] | null = null;
  const named = sheets.filter(({ name }) => name === mapping.sheet);
  for (const probe of [...named, ...sheets.filter((sheet) => !named.includes(sheet))]) {
    const rows = [mapping.headerRow, ...probe.head.map(({ number }) => number)];
    for (const headerRow of rows) {
      const found = matchHeaders(mapping, headersAt(probe.head, headerRow));
      if (found.missing.length === 0) return { probe, headerRow, columns: found.columns };
      if (missing === null || found.missing.length < missing.length) missing = found.missing;
    }
  }
  return { missing: missing ?? [] };
}

function matchHeaders(mapping: TableMapping, headers: readonly string[]) {
  const keys = headers.map(headerKey);
  const taken = new Set<number>();
  const missing: string[] = [];
  const columns: HeaderColumn[] = [];
  for (const { header, role: given, task } of mapping.columns) {
    // Names stay out whatever a mapping says; codes may stand under «Ученик», and names there are told by the values.
    const role = isPersonalHeader(header) && given !== 'participant' ? 'personal' : given;
    const index = keys.findIndex((key, position) => key === headerKey(header) && key !== '' && !taken.has(position));
    if (index === -1) {
      if (role !== 'ignored' && role !== 'personal') missing.push(header);
      continue;
    }
    taken.add(index);
    const readTask = role === 'task' ? { id: task?.id ?? header, max: task?.max ?? null, level: null } : undefined;
    columns.push({ index, header, role, ...(readTask === undefined ? {} : { task: readTask }) });
  }
  // A column the mapping does not know is judged by its header alone: it may name people.
  for (const [index, header] of headers.entries()) {
    if (taken.has(index) || header === '') continue;
    columns.push({ index, header, role: isPersonalHeader(header) ? 'personal' : 'ignored' });
  }
  return { missing, columns };
}

function unread(mapping: TableMapping, missing: readonly string[]): ReadFile {
  const reading = { papers: [], problems: [], tasks: [], grade: null, personalColumns: [] };
  const problems = missing.map((header) => problem('column-missing', mapping.sheet, { allowed: header }));
  const file = assemble(reading, { reader: ID, sheet: mapping.sheet, columns: [], mapping });
  return { ...file, problems };
}
