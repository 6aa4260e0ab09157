/**
 * Consolidated protocol of a region, 2022: sheets «Классы» (textbooks, not read) and «Протокол», where every row names
 * its school: «Пользователь» (login), «Регион», «Муниципалитет» and «Школа» as «код | название», «Дата загрузки», «Код»,
 * «Вариант», tasks as «5(1) (1б)», «Наименование класса», «Пол» (not read), the mark of the previous term, the total.
 */
import type { ColumnRole, ReadFile } from '../../model.ts';
import { assemble } from '../assemble.ts';
import { isoDate } from '../cells.ts';
import { findHeader, type HeaderColumn, hasRole, headerKey } from '../headers.ts';
import { readProtocol } from '../protocol.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';

const ID = 'form-2022';
const UPLOADED = 'дата загрузки';

export const form2022: Reader = {
  id: ID,

  recognise(sheets) {
    if (!sheets.some((sheet) => headerOf(sheet) !== null)) return 0;
    return sheets.some(({ name }) => headerKey(name ?? '') === 'классы') ? 1 : 0.9;
  },

  async read({ source, sheets }: ReadContext): Promise<ReadFile[]> {
    const files: ReadFile[] = [];
    for (const probe of sheets) {
      const header = headerOf(probe);
      if (header === null) continue;
      const { columns, row } = header;
      const reading = await readProtocol({
        sheet: source.sheets[probe.index],
        headerRow: row.number,
        columns,
        grade: null,
        classNumbers: 'name',
        emptyScores: 'warn',
        zeroTotal: 'notCalculated',
        refine: withoutCode,
      });
      files.push(assemble(reading, { reader: ID, sheet: probe.name, columns, year: yearOf(probe, columns) }));
    }
    return files;
  },
};

function headerOf({ head }: SheetProbe) {
  return findHeader(head, isHeader);
}

function isHeader(columns: readonly HeaderColumn[]): boolean {
  return (
    columns.some(({ header }) => headerKey(header) === UPLOADED) &&
    hasRole(columns, 'school') &&
    hasRole(columns, 'participant') &&
    hasRole(columns, 'variant') &&
    columns.some(({ task }) => task !== undefined && task.max !== null)
  );
}

/** «reg22_m019 | Озёрный район» names the district after the bar; a text without a bar stays. */
function withoutCode(role: ColumnRole, text: string): string {
  if (role !== 'municipality' && role !== 'schoolName') return text;
  const bar = text.indexOf(' | ');
  return bar === -1 ? text : text.slice(bar + 3).trim();
}

/** The form prints no year of the procedure; it is uploaded in the weeks after it. */
function yearOf({ head }: SheetProbe, columns: readonly HeaderColumn[]): number | null {
  const column = columns.find(({ header }) => headerKey(header) === UPLOADED);
  if (column === undefined) return null;
  for (const { values } of head) {
    const date = isoDate(values[column.index]);
    if (date !== null) return Number(date.slice(0, 4));
  }
  return null;
}
