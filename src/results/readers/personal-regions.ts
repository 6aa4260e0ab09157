/**
 * Which columns of a sheet name people, and from which row on: protocols of state exams stack blocks, each with a header of
 * its own, and the column of surnames of one block may hold scores in the next.
 */
import { columnLetter } from '#src/platform/tables/columns.ts';
import type { MergedRange, TableRow, TableSheet } from '#src/platform/tables/source.ts';
import { findColumns, looksLikeExchange, withoutEmptyEnd } from '../exchange/columns.ts';
import type { PersonalColumn } from '../model.ts';
import { headerTexts } from './cells.ts';
import { headerColumn } from './headers.ts';
import { documentNumber, looksLikeName, looksLikeNames, looksLikePatronymics } from './personal.ts';
import { announcesNames } from './personal-facts.ts';
import { PROBED_ROWS } from './reader.ts';

/** Personal columns of the rows from `from` on, by index, until the next region begins. */
export interface PersonalRegion {
  readonly from: number;
  readonly columns: ReadonlyMap<number, PersonalColumn>;
}

const SAMPLE = 500;
/** Rows of one heading: a title over two rows of headers. */
const HEADING_ROWS = 2;
/** A row of so many known headers begins a block. */
const TELLING_HEADERS = 3;
/** What most cells are not; spares the judging of every cell of a region's papers. */
const MAY_ANNOUNCE = /^\s*[\p{L}№][\p{L}\s№.,/()\-–]{1,60}$/u;

interface Draft {
  readonly from: number;
  until: number;
  readonly headers: Map<number, string>;
}

/** Regions of a sheet in the order of their rows; none when nobody is named. */
export async function personalRegions(sheet: TableSheet): Promise<PersonalRegion[]> {
  const head: TableRow[] = [];
  const samples = new Map<number, string[]>();
  const drafts: Draft[] = [];
  const loose = new Map<number, string>();
  const tells = remembered();
  for await (const row of sheet.rows()) {
    if (head.length < PROBED_ROWS) head.push(row);
    takeSamples(row, samples);
    const header = headerOf(row, tells);
    if (header === null) continue;
    if (header.block) addHeader(drafts, row.number, header.headers);
    else if (row.number <= (head.at(-1)?.number ?? 0))
      for (const [index, text] of header.personal) loose.set(index, text);
  }
  if (drafts.length === 0) addHeader(drafts, 0, likeliestHeader(head));
  const texts = head.length === 0 ? [] : withoutEmptyEnd(headerTexts(head[0]));
  // The columns of the exchange format are known: what is not of it nobody needs, whatever stands there.
  const surplus = looksLikeExchange(texts) ? findColumns(texts).extra : [];
  const byValues = namesByValue(samples, drafts[0].headers);
  const merges = await sheet.merges();
  const whole = [...loose].filter(([index]) => !drafts.some(({ headers }) => headers.has(index)));
  const regions = drafts.map(({ from, headers }, position): PersonalRegion => {
    const signs = { sheet: sheet.name, headers, whole, surplus, byValues, samples, merges, from };
    return { from: position === 0 ? 0 : from, columns: columnsOf(signs) };
  });
  return regions.some(({ columns }) => columns.size > 0) ? regions : [];
}

function takeSamples(row: TableRow, samples: Map<number, string[]>): void {
  for (const [index, value] of row.values.entries()) {
    if (typeof value !== 'string') continue;
    const sample = samples.get(index);
    if (sample === undefined) samples.set(index, [oneLine(value)]);
    else if (sample.length < SAMPLE) sample.push(oneLine(value));
  }
}

/** Judges a text once: schools, districts and classes repeat in thousands of rows. */
function remembered(): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const tells = MAY_ANNOUNCE.test(text) && (announcesNames(text) || headerColumn(text, 0).role !== 'ignored');
    if (known.size < 5000) known.set(text, tells);
    return tells;
  };
}

/** Headers of the row that tells most, for a sheet with so few that none begins a block. */
function likeliestHeader(head: readonly TableRow[]): [number, string][] {
  let best: [number, string][] = [];
  let most = 0;
  for (const row of head) {
    const texts = headerTexts(row);
    const telling = texts.filter((text, index) => text !== '' && headerColumn(text, index).role !== 'ignored').length;
    if (telling > most) [best, most] = [texts.map((text, index) => [index, text]), telling];
  }
  return best.filter(([, text]) => text !== '');
}

/** What a row announces; null for nearly every row. */
function headerOf(
  row: TableRow,
  tells: (text: string) => boolean,
): { headers: [number, string][]; personal: [number, string][]; block: boolean } | null {
  const telling = row.values.filter((value) => typeof value === 'string' && tells(oneLine(value))).length;
  if (telling === 0) return null;
  const texts = headerTexts(row);
  const number = documentNumber(texts);
  const headers: [number, string][] = [];
  const personal: [number, string][] = [];
  for (const [index, text] of texts.entries()) {
    if (text === '') continue;
    headers.push([index, text]);
    if (announcesNames(text) || index === number) personal.push([index, text]);
  }
  const block = telling >= TELLING_HEADERS && telling * 3 >= headers.length;
  return block || personal.length > 0 ? { headers, personal, block } : null;
}

function addHeader(drafts: Draft[], row: number, headers: readonly [number, string][]): void {
  const last = drafts.at(-1);
  if (last !== undefined && row <= last.until + HEADING_ROWS) {
    last.until = row;
    for (const [index, text] of headers) last.headers.set(index, text);
  } else drafts.push({ from: row, until: row, headers: new Map(headers) });
}

interface Signs {
  readonly sheet: string | null;
  readonly headers: ReadonlyMap<number, string>;
  readonly whole: readonly (readonly [number, string])[];
  readonly surplus: readonly number[];
  readonly byValues: ReadonlySet<number>;
  readonly samples: ReadonlyMap<number, readonly string[]>;
  readonly merges: readonly MergedRange[];
  readonly from: number;
}

function columnsOf(signs: Signs): Map<number, PersonalColumn> {
  const { sheet, headers, surplus, byValues, samples, merges } = signs;
  const columns = new Map<number, PersonalColumn>();
  const add = (index: number, header: string, numbered = false): void => {
    if (columns.has(index)) return;
    columns.set(index, { sheet, column: columnLetter(index), header, ...(numbered ? { numbered } : {}) });
  };
  const number = documentNumber([...headers.values()]);
  const documentIndex = number === -1 ? -1 : [...headers.keys()][number];
  for (const [index, header] of headers) {
    const { role } = headerColumn(header, index);
    const below = (samples.get(index) ?? []).filter((text) => text !== header);
    if (role === 'participant' || role === 'pupil') {
      if (below.some(looksLikeName)) add(index, header, true);
    } else if (announcesNames(header) || index === documentIndex) {
      add(index, header);
      // «ФИО» over three columns names people in all of them.
      const merged = merges.find(
        ({ top, left }) => left === index && top >= signs.from && top <= signs.from + HEADING_ROWS,
      );
      for (let next = index + 1; next <= (merged?.right ?? index); next += 1) if (!headers.has(next)) add(next, header);
    }
  }
  for (const [index, header] of signs.whole) add(index, header);
  for (const index of surplus) add(index, headers.get(index) ?? '');
  for (const index of byValues) {
    const header = headers.get(index) ?? '';
    if (headerColumn(header, index).role === 'ignored') add(index, header);
  }
  return new Map([...columns].toSorted(([a], [b]) => a - b));
}

/** Columns whose values are names, and the columns before patronymics: surname and name under no header. */
function namesByValue(samples: ReadonlyMap<number, string[]>, headers: ReadonlyMap<number, string>): Set<number> {
  const found = new Set<number>();
  for (const [index, sample] of samples) {
    const header = headers.get(index) ?? '';
    const below = sample.filter((text) => text !== header);
    if (looksLikeNames(below)) found.add(index);
    if (!looksLikePatronymics(below)) continue;
    found.add(index);
    for (const before of [index - 1, index - 2]) {
      const words = samples.get(before)?.filter((text) => text !== headers.get(before)) ?? [];
      if (words.length > 0 && words.every((text) => /^\p{L}[\p{L}-]*$/u.test(text))) found.add(before);
    }
  }
  return found;
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}
