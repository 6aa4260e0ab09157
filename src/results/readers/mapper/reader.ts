/**
 * Tables of unknown shape: exports of regional centres and electronic journals, lists typed by hand; XLSX or CSV. What
 * each column is, is guessed from the headers, confirmed or changed by a person, and may be saved and applied again: a
 * saved mapping finds its columns by their headers, wherever they stand. A file may hold several works. A mapping also
 * says what the rows are: papers, marks of terms, summaries of classes, an official list, keys of pupils.
 */
import type { TableRow, TableSheet } from '#src/platform/tables/source.ts';
import type { ReadFile, Reading, TableMapping } from '../../model.ts';
import { problem } from '../../problems.ts';
import { assemble } from '../assemble.ts';
import { readByWork } from '../by-work.ts';
import { cellText, isoDate } from '../cells.ts';
import { type HeaderColumn, headerKey, valueOf } from '../headers.ts';
import { withMergedFilled } from '../merged.ts';
import { isPersonalHeader } from '../personal.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';
import { readRoleTable } from '../tables/read.ts';
import { guessMapping, headersAt } from './guess.ts';

const ID = 'mapper';

export const mapper: Reader = {
  id: ID,

  /** Far below the official formats: it is asked only when none of them knows the file. */
  recognise: (sheets) => (guessMapping(sheets) === null ? 0 : 0.3),

  async read({ source, sheets, mapping }: ReadContext): Promise<readonly Reading[]> {
    const used = mapping ?? guessMapping(sheets);
    if (used === null) return [];
    const place = locate(used, sheets);
    if ('missing' in place) return [await unread(used, place.missing, source.sheets[0])];
    const { probe, headerRow, columns } = place;
    const sheet = await withMergedFilled(source.sheets[probe.index], headerRow);
    const { constants, content } = used;
    const problems = mapping === undefined ? [problem('mapping-needed', probe.name)] : [];
    const placed = { ...used, sheet: probe.name, headerRow };
    if (content !== undefined && content !== 'papers') {
      return [
        await readRoleTable({ reader: ID, content, sheet, headerRow, columns, constants, mapping: placed, problems }),
      ];
    }
    const columnOf = (role: 'subject' | 'grade' | 'date') => columns.find((column) => column.role === role);
    return readByWork({
      reader: ID,
      sheet,
      headerRow,
      columns,
      classNumbers: columns.some(({ role }) => role === 'classOrdinal') ? 'ordinal' : 'name',
      constants: {
        municipality: constants.municipality ?? null,
        school: constants.school ?? null,
        className: constants.className ?? null,
      },
      year: constants.year,
      mapping: placed,
      problems,
      factsOf(row) {
        if (isFooter(row, columns)) return null;
        return {
          procedure: constants.procedure ?? '',
          subject: cellText(valueOf(row, columnOf('subject'))) || (constants.subject ?? ''),
          grade: cellText(valueOf(row, columnOf('grade'))) || String(constants.grade ?? ''),
          date: isoDate(valueOf(row, columnOf('date'))),
        };
      },
    });
  },
};

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
    const coded = given === 'participant' || given === 'pupil';
    const role = isPersonalHeader(header) && !coded ? 'personal' : given;
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

async function unread(mapping: TableMapping, missing: readonly string[], sheet: TableSheet): Promise<Reading> {
  const problems = missing.map((header) => problem('column-missing', mapping.sheet, { allowed: header }));
  const { content, constants } = mapping;
  if (content !== undefined && content !== 'papers') {
    const empty = { ...sheet, rows: nothing };
    const table = await readRoleTable({
      reader: ID,
      content,
      sheet: empty,
      headerRow: 0,
      columns: [],
      constants,
      mapping,
    });
    return { ...table, problems };
  }
  const reading = { papers: [], problems: [], tasks: [], grade: null, personalColumns: [] };
  const file: ReadFile = assemble(reading, { reader: ID, sheet: mapping.sheet, columns: [], mapping });
  return { ...file, problems };
}

async function* nothing(): AsyncGenerator<TableRow> {}
