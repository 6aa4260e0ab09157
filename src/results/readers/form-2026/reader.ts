/**
 * «Форма сбора результатов», 2026: one school, one work. Sheets «Протокол», «Служебный» (lists for the cells, hidden) and
 * «Порядковый номер класса». The header is «Код участника», «Вариант», one column per task as «4К1 (3б)», the ordinal
 * number of the class, the mark of the previous term and «Итого баллов», which is a formula: 1,499 rows are made in
 * advance, and an empty one shows 0. Lists without a header stand to the right of the table and are not results. The form
 * names neither school nor subject nor year; the grade is in the participant codes.
 */
import type { ReadFile } from '../../model.ts';
import { assemble } from '../assemble.ts';
import { cellText } from '../cells.ts';
import { findHeader, type HeaderColumn, hasRole, headerKey } from '../headers.ts';
import { readProtocol } from '../protocol.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';

const ID = 'form-2026';

export const form2026: Reader = {
  id: ID,

  recognise(sheets) {
    const protocol = sheets.find((sheet) => headerOf(sheet) !== null);
    if (protocol === undefined) return 0;
    const names = new Set(sheets.map(({ name }) => headerKey(name ?? '')));
    return names.has('порядковый номер класса') || names.has('служебный') ? 1 : 0.9;
  },

  async read({ source, sheets }: ReadContext): Promise<ReadFile[]> {
    const files: ReadFile[] = [];
    const ordinalNames = readOrdinalNames(sheets);
    for (const probe of sheets) {
      const header = headerOf(probe);
      if (header === null) continue;
      const { columns, row } = header;
      const reading = await readProtocol({
        sheet: source.sheets[probe.index],
        headerRow: row.number,
        columns,
        grade: null,
        classNumbers: 'ordinal',
        ordinalNames,
        emptyScores: 'warn',
        zeroTotal: 'notCalculated',
      });
      files.push(assemble(reading, { reader: ID, sheet: probe.name, columns }));
    }
    return files;
  },
};

function headerOf({ head }: SheetProbe) {
  return findHeader(head, isHeader);
}

function isHeader(columns: readonly HeaderColumn[]): boolean {
  return (
    hasRole(columns, 'participant') &&
    hasRole(columns, 'variant') &&
    columns.some(({ task }) => task !== undefined && task.max !== null) &&
    !hasRole(columns, 'school') &&
    !hasRole(columns, 'schoolName') &&
    !hasRole(columns, 'municipality') &&
    !hasRole(columns, 'mark')
  );
}

/** Schools may write the name of the class beside its ordinal number on the sheet made for it. */
function readOrdinalNames(sheets: readonly SheetProbe[]): ReadonlyMap<number, string> {
  const sheet = sheets.find(({ name }) => headerKey(name ?? '') === 'порядковый номер класса');
  return new Map(
    (sheet?.head ?? []).flatMap(({ values }): [number, string][] => {
      const ordinal = Number(cellText(values[0]));
      const name = cellText(values[1]);
      return Number.isInteger(ordinal) && ordinal > 0 && name !== '' ? [[ordinal, name]] : [];
    }),
  );
}
