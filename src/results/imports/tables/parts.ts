/** Tables of an import that are no papers: what a reader made of them and what a person answered. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { ReadTable, Term } from '../../model.ts';

/** What a table may leave unsaid and a person says once for all its rows. */
export interface TableAnswers {
  readonly schoolYear?: number;
  readonly term?: Term;
  readonly className?: string;
  readonly pupil?: string;
  readonly subject?: string;
  readonly procedureId?: number;
  readonly year?: number;
  readonly listName?: string;
  readonly listSource?: string;
}

export interface TablePartRow {
  readonly id: number;
  readonly importId: number;
  readonly organizationId: number;
  readonly position: number;
  readonly table: ReadTable;
  readonly schoolId: number | null;
  readonly skipFlawed: boolean;
  readonly answers: TableAnswers;
}

export async function insertTablePart(
  tx: Tx,
  part: { importId: number; organizationId: number; position: number; table: ReadTable },
): Promise<void> {
  const { table, ...rest } = part;
  const { rows, ...head } = table;
  await tx
    .insertInto('importPart')
    .values({ ...rest, kind: table.kind, file: JSON.stringify(head), drafts: JSON.stringify(rows) })
    .execute();
}

export async function listTableParts(tx: Tx, importId: number): Promise<TablePartRow[]> {
  const rows = await tx
    .selectFrom('importPart')
    .select(['id', 'importId', 'organizationId', 'position', 'file', 'drafts', 'schoolId', 'skipFlawed', 'answers'])
    .where('importId', '=', importId)
    .where('kind', '<>', 'papers')
    .orderBy('position')
    .execute();
  return rows.map(({ file, drafts, answers, ...row }) => ({
    ...row,
    table: { ...(file as object), rows: drafts } as unknown as ReadTable,
    answers: answers as TableAnswers,
  }));
}
