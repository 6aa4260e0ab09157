/**
 * «Код участника -> ключ ученика»: a list that a school makes for itself, so that papers of one pupil over procedures and
 * years are told to be his. A column of names beside them is dropped.
 */
import type { ReadTable } from '../../model.ts';
import { findHeader, hasRole } from '../headers.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';
import { readRoleTable } from '../tables/read.ts';

const ID = 'pupil-keys';

export const pupilKeys: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some((sheet) => headerOf(sheet) !== null) ? 0.9 : 0),

  async read({ source, sheets }: ReadContext): Promise<ReadTable[]> {
    const tables: ReadTable[] = [];
    for (const probe of sheets) {
      const header = headerOf(probe);
      if (header === null) continue;
      const sheet = source.sheets[probe.index];
      const { row, columns } = header;
      tables.push(
        await readRoleTable({ reader: ID, content: 'pupilKeys', sheet, headerRow: row.number, columns, constants: {} }),
      );
    }
    return tables;
  },
};

/** Both codes and nothing that a paper or a mark has. */
function headerOf({ head }: SheetProbe) {
  return findHeader(
    head,
    (columns) =>
      hasRole(columns, 'participant') &&
      hasRole(columns, 'pupil') &&
      !(['task', 'total', 'mark', 'journalMark', 'testScore', 'variant', 'subject'] as const).some((role) =>
        hasRole(columns, role),
      ),
  );
}
