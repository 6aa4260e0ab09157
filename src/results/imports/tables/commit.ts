/** Stores the tables of an import that are no papers, within the commit's transaction. */
import { ensureClasses } from '#src/organizations/store.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { regionOf } from '../../store.ts';
import { compareRows, ensureList, type StoredCounts, type StoredRow, storeRows } from './stored.ts';
import type { ResolvedTable } from './resolve.ts';

/** How the rows of a table stand to those that are stored; rows of classes that the tree lacks are new. */
export async function compareTable(tx: Tx, resolved: ResolvedTable): Promise<StoredCounts> {
  const rows = await rowsOf(tx, resolved, { create: false, listId: 0 });
  const counts = await compareRows(tx, resolved.part.table.kind, rows);
  return { ...counts, added: resolved.rows.length - counts.replaced - counts.unchanged };
}

export async function storeTable(
  tx: Tx,
  resolved: ResolvedTable,
  onChunk: (stored: number) => Promise<void>,
): Promise<StoredCounts> {
  const { part } = resolved;
  const { table, answers, importId } = part;
  if (table.kind !== 'officialList') {
    return storeRows(tx, importId, table.kind, await rowsOf(tx, resolved, { create: true, listId: 0 }), onChunk);
  }
  const organizationId = await regionOf(tx, part.organizationId);
  const years = [...new Set(resolved.rows.map(({ values }) => Number(values.year)))];
  const sum = { added: 0, replaced: 0, unchanged: 0 };
  for (const year of years) {
    const name = table.name ?? answers.listName ?? '';
    const source = table.source ?? answers.listSource ?? '';
    const listId = await ensureList(tx, { organizationId, importId, year, name, source });
    const ofYear = { ...resolved, rows: resolved.rows.filter(({ values }) => values.year === year) };
    const counts = await storeRows(
      tx,
      importId,
      'officialList',
      await rowsOf(tx, ofYear, { create: true, listId }),
      onChunk,
    );
    sum.added += counts.added;
    sum.replaced += counts.replaced;
    sum.unchanged += counts.unchanged;
  }
  return sum;
}

async function rowsOf(
  tx: Tx,
  { part, rows }: ResolvedTable,
  { create, listId }: { readonly create: boolean; readonly listId: number },
): Promise<StoredRow[]> {
  const { kind } = part.table;
  if (kind === 'officialList') {
    return rows.map(({ school, values }) => ({ ...values, organization_id: school, list_id: listId }));
  }
  if (kind === 'pupilKeys') return rows.map(({ school, values }) => ({ ...values, organization_id: school }));
  // Classes of several school years may stand in one table.
  const byYear = new Map<number, Map<string, number>>();
  for (const schoolYear of new Set(rows.map(({ classGroup }) => classGroup!.schoolYear))) {
    const wanted = new Map(
      rows
        .filter(({ classGroup }) => classGroup!.schoolYear === schoolYear)
        .map(({ school, classGroup }) => {
          const { grade, letter } = classGroup!;
          return [`${school} ${grade} ${letter}`, { organizationId: school, schoolYear, grade, letter }] as const;
        }),
    );
    byYear.set(schoolYear, await ensureClasses(tx, [...wanted.values()], { create }));
  }
  return rows.flatMap(({ school, classGroup, values }) => {
    const { schoolYear, grade, letter } = classGroup!;
    const classGroupId = byYear.get(schoolYear)?.get(`${school} ${grade} ${letter}`);
    return classGroupId === undefined ? [] : [{ ...values, organization_id: school, class_group_id: classGroupId }];
  });
}
