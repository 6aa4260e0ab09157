/** All formats that are recognised, and the one entry that reads any file of results. */
import type { Refusal } from '#src/platform/errors.ts';
import { isTableRefusal } from '#src/platform/tables/errors.ts';
import type { TableSource } from '#src/platform/tables/source.ts';
import { withTable } from '../exchange/parquet-table.ts';
import type { Problem, ReadFile, Reading, ReadStatistics, ReadTable, SubjectCodes, TableMapping } from '../model.ts';
import { problem } from '../problems.ts';
import { cellText } from './cells.ts';
import { classSummary } from './class-summary/reader.ts';
import { ege } from './ege/reader.ts';
import { exchange } from './exchange/reader.ts';
import { fisokoF1 } from './fisoko-f1/reader.ts';
import { fisokoF3 } from './fisoko-f3/reader.ts';
import { form2021 } from './form-2021/reader.ts';
import { form2022 } from './form-2022/reader.ts';
import { form2026 } from './form-2026/reader.ts';
import { journalHtml } from './journal-html/reader.ts';
import { guessMapping, headersAt, mappedColumn } from './mapper/guess.ts';
import { mapper } from './mapper/reader.ts';
import { marksTable } from './marks-table/reader.ts';
import { officialList } from './official-list/reader.ts';
import { oge } from './oge/reader.ts';
import { isPersonalHeader, looksLikeName } from './personal.ts';
import { withoutNamedPersons } from './personal-facts.ts';
import { pupilKeys } from './pupil-keys/reader.ts';
import { probeSheets, type Reader, type SheetProbe } from './reader.ts';

/** In the order in which equals are preferred. */
export const READERS: readonly Reader[] = [
  form2026,
  form2022,
  form2021,
  fisokoF1,
  fisokoF3,
  exchange,
  oge,
  ege,
  journalHtml,
  marksTable,
  classSummary,
  officialList,
  pupilKeys,
  mapper,
];

export interface ReadOptions {
  /** Reads the file by this mapping, whatever it looks like. */
  readonly mapping?: TableMapping;
  /** Mappings saved earlier, newest first: the first whose columns are all there is applied to an unknown table. */
  readonly savedMappings?: readonly TableMapping[];
  /** Tables of subject codes of the region, for protocols that print codes. */
  readonly subjectCodes?: SubjectCodes;
}

/** First rows of a table, for a person who says what the columns are. */
export interface TablePreview {
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The mapping used, or a proposal to begin with. */
  readonly mapping: TableMapping;
}

export interface FileReading {
  /** Id of the reader that read the file; null when none did. */
  readonly reader: string | null;
  /** One entry per work in the file. */
  readonly files: readonly ReadFile[];
  /** Tables of the file that are no papers: marks of terms, lists, keys. */
  readonly tables: readonly ReadTable[];
  /** Summaries that the file holds instead of results; nothing of them is stored. */
  readonly statistics?: readonly ReadStatistics[];
  /** Problems of the file as a whole, when nothing could be read. */
  readonly problems: readonly Problem[];
  /** For tables of unknown shape; null for official formats and for files that are no tables. */
  readonly table: TablePreview | null;
}

/** Titles of the summaries as FIS OKO prints them. */
const STATISTICS: Readonly<Record<ReadStatistics['content'], string>> = {
  marks: 'Статистика по отметкам',
  journal: 'Сравнение отметок с отметками по журналу',
};

/** Below this a table is not taken for results of the kind at all. */
const LOWEST_CERTAINTY = 0.2;
const PREVIEW_ROWS = 10;

/**
 * Reads a file of results of any tabular format. A bad file is not an exception: its problems say what is wrong. Memory
 * grows with the papers, not with the file.
 */
export async function readResults(bytes: Uint8Array, options: ReadOptions = {}): Promise<FileReading> {
  try {
    return await withTable(bytes, (source) => readSource(source, options));
  } catch (error) {
    if (!isTableRefusal(error)) throw error;
    return { reader: null, files: [], tables: [], problems: [refusalProblem(error)], table: null };
  }
}

async function readSource(source: TableSource, options: ReadOptions): Promise<FileReading> {
  const { mapping, savedMappings = [], subjectCodes } = options;
  const sheets = await probeSheets(source);
  if (mapping !== undefined) {
    const readings = await mapper.read({ source, sheets, mapping });
    return { reader: mapper.id, ...sorted(readings), problems: [], table: preview(sheets, mapping) };
  }
  const reader = recognise(sheets);
  if (reader?.statistics !== undefined) {
    const statistics = await reader.statistics({ source, sheets, subjectCodes });
    const problems = statistics.map(({ sheet, content }) =>
      problem('statistics-only', sheet, { found: STATISTICS[content] }),
    );
    return { reader: reader.id, files: [], tables: [], statistics, problems, table: null };
  }
  if (reader !== null && reader !== mapper) {
    const found = sorted(await reader.read({ source, sheets, subjectCodes }));
    const nothing = found.files.length + found.tables.length === 0;
    return { reader: reader.id, ...found, problems: nothing ? [problem('no-papers', null)] : [], table: null };
  }
  const saved = await readSaved(source, sheets, savedMappings);
  if (saved !== null) return saved;
  const proposal = guessMapping(sheets) ?? emptyMapping(sheets);
  const table = proposal === null ? null : preview(sheets, proposal);
  if (reader === null) return { reader: null, files: [], tables: [], problems: [problem('not-results', null)], table };
  return { reader: reader.id, ...sorted(await reader.read({ source, sheets })), problems: [], table };
}

/** Papers and tables apart: they go different ways. */
function sorted(readings: readonly Reading[]): Pick<FileReading, 'files' | 'tables'> {
  const files: ReadFile[] = [];
  const tables: ReadTable[] = [];
  for (const reading of readings) {
    if ('kind' in reading) tables.push(reading);
    else files.push(reading);
  }
  return { files, tables };
}

/** The reader that knows the format, by content; null when none is certain enough. */
export function recognise(sheets: readonly SheetProbe[]): Reader | null {
  let best: Reader | null = null;
  let certainty = LOWEST_CERTAINTY;
  for (const reader of READERS) {
    const score = reader.recognise(sheets);
    if (score > certainty) [best, certainty] = [reader, score];
  }
  return best;
}

async function readSaved(
  source: TableSource,
  sheets: readonly SheetProbe[],
  saved: readonly TableMapping[],
): Promise<FileReading | null> {
  for (const mapping of saved) {
    const readings = await mapper.read({ source, sheets, mapping });
    const fits = !readings.some(({ problems }) => problems.some(({ code }) => code === 'column-missing'));
    if (fits) return { reader: mapper.id, ...sorted(readings), problems: [], table: preview(sheets, mapping) };
  }
  return null;
}

function refusalProblem(refusal: Refusal): Problem {
  const { part, row, found, allowed } = refusal.details;
  return {
    severity: 'error',
    code: refusal.code,
    sheet: part === undefined ? null : String(part),
    row: typeof row === 'number' ? row : null,
    column: null,
    found: found === undefined ? null : String(found).slice(0, 60),
    allowed: allowed === undefined ? null : String(allowed).slice(0, 60),
  };
}

/** Every column unread, from the first row that fills several cells: a beginning for a person, never a reading. */
function emptyMapping(sheets: readonly SheetProbe[]): TableMapping | null {
  for (const { name, hidden, head } of sheets) {
    const row = hidden ? undefined : head.find(({ values }) => values.filter((value) => value !== null).length > 2);
    if (row === undefined) continue;
    return {
      sheet: name,
      headerRow: row.number,
      columns: headersAt(head, row.number).map(mappedColumn),
      constants: {},
    };
  }
  return null;
}

function preview(sheets: readonly SheetProbe[], mapping: TableMapping): TablePreview | null {
  const probe = sheets.find(({ name }) => name === mapping.sheet) ?? sheets[0];
  if (probe === undefined) return null;
  const head = probe.head.map((row) => ({ ...row, values: withoutNamedPersons(row.values)?.values ?? row.values }));
  const below = head.filter(({ number }) => number > mapping.headerRow).slice(0, PREVIEW_ROWS);
  const headers = headersAt(head, mapping.headerRow);
  const shown = headers.map((header) => {
    const role = mapping.columns.find((column) => column.header === header)?.role;
    return role !== 'personal' && !isPersonalHeader(header);
  });
  return {
    sheet: probe.name,
    headerRow: mapping.headerRow,
    headers,
    rows: below.map(({ values }) =>
      headers.map((_, index) => {
        const text = cellText(values[index]).slice(0, 60);
        return shown[index] && !looksLikeName(text) ? text : '';
      }),
    ),
    mapping,
  };
}
