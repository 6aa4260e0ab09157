/**
 * Published lists of schools with signs of biased results, kept apart from the product's own findings. Two layouts: a
 * column per subject and grade («4 РУ», «5 МА») with «1» where the school is listed, or a row per school, subject and grade.
 */
import type { TableRow } from '#src/platform/tables/source.ts';
import type { OfficialEntryDraft, ReadList, ReadTable } from '../../model.ts';
import { problem, ProblemLog } from '../../problems.ts';
import { canonicalSubject, HIGHEST_GRADE, LOWEST_GRADE } from '../../rules.ts';
import { columnLetter } from '#src/platform/tables/columns.ts';
import { cellText, headerTexts } from '../cells.ts';
import { headerColumn, type HeaderColumn, headerKey } from '../headers.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';
import { readRoleTable } from '../tables/read.ts';

const ID = 'official-list';

interface MarkerColumn {
  readonly index: number;
  readonly subject: string;
  readonly grade: number;
}

interface ListHeader {
  readonly row: TableRow;
  readonly columns: readonly HeaderColumn[];
  readonly markers: readonly MarkerColumn[];
  readonly name: string | null;
  readonly source: string | null;
  readonly year: number | null;
}

export const officialList: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some((sheet) => headerOf(sheet) !== null) ? 0.8 : 0),

  async read({ source, sheets }: ReadContext): Promise<ReadTable[]> {
    const tables: ReadTable[] = [];
    for (const probe of sheets) {
      const header = headerOf(probe);
      if (header === null) continue;
      const { row, columns, name, source: publisher, year, markers } = header;
      const sheet = source.sheets[probe.index];
      const long = await readRoleTable({
        reader: ID,
        content: 'officialList',
        sheet,
        headerRow: row.number,
        columns,
        constants: { year },
        list: { name, source: publisher },
      });
      tables.push(markers.length === 0 || long.kind !== 'officialList' ? long : await spread(long, sheet, header));
    }
    return tables;
  },
};

const SIGNS = /признак|необъективн|маркер/iu;

function headerOf({ name: sheetName, head, hidden }: SheetProbe): ListHeader | null {
  if (hidden) return null;
  const titles: string[] = [];
  for (const row of head) {
    const texts = headerTexts(row);
    const columns = texts.flatMap((header, index) => (header === '' ? [] : [listColumn(header, index)]));
    const markers = texts.flatMap((header, index) => markerColumn(header, index));
    const named = columns.some(({ role }) => role === 'school' || role === 'schoolName');
    const words = [...titles, ...texts, sheetName ?? ''].some((text) => SIGNS.test(text));
    const other = columns.some(({ role }) =>
      (['participant', 'pupil', 'personal', 'total', 'task', 'variant', 'testScore'] as const).some(
        (each) => each === role,
      ),
    );
    const long = words && columns.some(({ role }) => role === 'subject') && columns.length >= 3;
    const bare = words && columns.length >= 2 && !columns.some(({ role }) => role === 'mark');
    if (named && !other && texts.length > 1 && ((markers.length >= 2 && words) || long || bare)) {
      return { row, columns, markers, ...factsOf(titles, sheetName) };
    }
    titles.push(...texts.filter((text) => text !== ''));
  }
  return null;
}

function factsOf(titles: readonly string[], sheetName: string | null) {
  const title = titles.find((text) => SIGNS.test(text)) ?? (SIGNS.test(sheetName ?? '') ? sheetName : null);
  const source = titles.find((text) => /^источник|письмо|приказ|рособрнадзор|фиоко/iu.test(text) && text !== title);
  const year = /(?<!\d)20\d\d(?!\d)/u.exec(titles.join(' '))?.[0];
  return {
    name: title?.trim().slice(0, 200) ?? null,
    source: source?.replace(/^источник:?\s*/iu, '').slice(0, 200) ?? null,
    year: year === undefined ? null : Number(year),
  };
}

function listColumn(header: string, index: number): HeaderColumn {
  const key = headerKey(header);
  if (/^(год|учебный год)$/u.test(key)) return { index, header, role: 'schoolYear' };
  if (/^(маркеры?|признаки?|показател[ьи]|примечание|основание|причина)$/u.test(key))
    return { index, header, role: 'note' };
  // In lists «ОО» is the school's name where a login stands beside it.
  if (/^(оо|наименование|организация)$/u.test(key)) return { index, header, role: 'schoolName' };
  if (markerColumn(header, index).length > 0) return { index, header, role: 'ignored' };
  return headerColumn(header, index);
}

/** «4 РУ», «РУ4», «Русский язык, 4 класс»: a column of one subject and grade. */
function markerColumn(header: string, index: number): MarkerColumn[] {
  const match =
    /^(?:(\d{1,2})\s*(?:класс|кл\.?)?[\s,._-]*(\p{L}[\p{L} ]+)|(\p{L}[\p{L} ]+?)[\s,._-]*(\d{1,2})\s*(?:класс|кл\.?)?)$/iu.exec(
      header.trim(),
    );
  const subject = canonicalSubject(match?.[2] ?? match?.[3] ?? '');
  const grade = Number(match?.[1] ?? match?.[4] ?? 0);
  return subject === null || grade < LOWEST_GRADE || grade > HIGHEST_GRADE ? [] : [{ index, subject, grade }];
}

/** A row per marked cell in place of a row per school. */
async function spread(
  list: ReadList,
  sheet: { rows(): AsyncIterable<TableRow> },
  header: ListHeader,
): Promise<ReadList> {
  const schools = new Map(list.rows.map((entry) => [entry.row, entry]));
  const log = new ProblemLog(list.sheet);
  const rows: OfficialEntryDraft[] = [];
  for await (const row of sheet.rows()) {
    const school = schools.get(row.number);
    if (school === undefined) continue;
    for (const { index, subject, grade } of header.markers) {
      const text = cellText(row.values[index]).toLowerCase();
      if (/^(|0|-|–|—|нет)$/u.test(text)) continue;
      const known = /^(1|\+|да|v|x|х|✓|есть)$/u.test(text);
      const column = columnLetter(index);
      if (!known) log.add('value-unknown', { row: row.number, column, found: text, allowed: '1, +, да; 0, -, нет' });
      rows.push({ ...school, ...(known ? {} : { errors: 1 }), subject, grade });
    }
  }
  const empty = rows.length === 0 && list.rows.length > 0 ? [problem('no-rows', list.sheet)] : [];
  return { ...list, rows, problems: [...list.problems, ...empty, ...log.list()] };
}
