/**
 * Rows of tables that are no papers, stored as papers are: a newer import of the same fact supersedes the older row, and
 * reverting the newer brings it back.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ReadTable } from '../../model.ts';

interface StoredTable {
  readonly name: string;
  /** Columns that say which fact a row is, with their types. */
  readonly key: Readonly<Record<string, string>>;
  /** Columns in which a newer row may differ. */
  readonly values: Readonly<Record<string, string>>;
  /** Columns stored along and not compared. */
  readonly along?: Readonly<Record<string, string>>;
}

export const STORED: Readonly<Record<ReadTable['kind'], StoredTable>> = {
  termMarks: {
    name: 'term_mark',
    key: { organization_id: 'int', pupil: 'text', subject: 'text', school_year: 'int', term: 'text' },
    values: { class_group_id: 'int', mark: 'smallint' },
  },
  termSummaries: {
    name: 'term_mark_summary',
    key: { class_group_id: 'int', subject: 'text', school_year: 'int', term: 'text' },
    values: { pupils: 'int', count2: 'int', count3: 'int', count4: 'int', count5: 'int' },
    along: { organization_id: 'int' },
  },
  officialList: {
    name: 'official_list_entry',
    key: { organization_id: 'int', year: 'int', name: 'text', subject: 'text', grade: 'int' },
    values: { note: 'text' },
    along: { list_id: 'int' },
  },
  pupilKeys: {
    name: 'pupil_key',
    key: { procedure_id: 'int', organization_id: 'int', participant: 'text' },
    values: { pupil: 'text' },
  },
};

/** A row by the names of the columns, one per fact. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

export interface StoredCounts {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/** Rows sent to the database at a time. */
const CHUNK = 5_000;

const names = (columns: Readonly<Record<string, string>>, prefix = ''): RawBuilder<unknown> =>
  sql.raw(
    Object.keys(columns)
      .map((column) => prefix + column)
      .join(', '),
  );

const allColumns = (table: StoredTable) => ({ ...table.key, ...table.values, ...table.along });

function recordset(table: StoredTable, rows: readonly StoredRow[]): RawBuilder<unknown> {
  const shape = Object.entries(allColumns(table)).map(([column, type]) => `${column} ${type}`);
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (${sql.raw(shape.join(', '))})`;
}

function sameKey(table: StoredTable): RawBuilder<unknown> {
  return sql.raw(
    Object.keys(table.key)
      .map((column) => `t.${column} = fresh.${column}`)
      .join(' and '),
  );
}

/** Rows in force of the same facts: their numbers, whose they are, and whether they say the same. */
async function findKnown(tx: Tx, table: StoredTable, rows: readonly StoredRow[]) {
  const { rows: known } = await sql<{ id: number; importId: number; same: boolean }>`
    select t.id, t.import_id, (${names(table.values, 't.')}) is not distinct from (${names(table.values, 'fresh.')}) as same
    from ${recordset(table, rows)} join ${sql.table(table.name)} t on ${sameKey(table)} and t.superseded_by is null`.execute(
    tx,
  );
  return known;
}

function* chunksOf(rows: readonly StoredRow[]): Generator<readonly StoredRow[]> {
  for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK);
}

/** How rows stand to those that are stored, without storing anything. */
export async function compareRows(tx: Tx, kind: ReadTable['kind'], rows: readonly StoredRow[]): Promise<StoredCounts> {
  const table = STORED[kind];
  let replaced = 0;
  let unchanged = 0;
  for (const chunk of chunksOf(rows)) {
    for (const { same } of await findKnown(tx, table, chunk)) {
      if (same) unchanged++;
      else replaced++;
    }
  }
  return { added: rows.length - replaced - unchanged, replaced, unchanged };
}

/** Stores rows of one import; each fact may stand once among them. `onChunk` hears how many are through. */
export async function storeRows(
  tx: Tx,
  importId: number,
  kind: ReadTable['kind'],
  rows: readonly StoredRow[],
  onChunk: (stored: number) => Promise<void>,
): Promise<StoredCounts> {
  const table = STORED[kind];
  const all = allColumns(table);
  let replaced = 0;
  let unchanged = 0;
  let through = 0;
  for (const chunk of chunksOf(rows)) {
    const known = await findKnown(tx, table, chunk);
    // A row that says the same passes to the newer import too: whichever is reverted, the other still has it.
    const taken = known.filter((row) => !row.same || row.importId !== importId).map((row) => row.id);
    if (taken.length > 0) {
      await sql`update ${sql.table(table.name)} set superseded_by = ${importId} where id = any(${taken}::bigint[])`.execute(
        tx,
      );
    }
    await sql`insert into ${sql.table(table.name)} (import_id, ${names(all)})
      select ${importId}, ${names(all, 'fresh.')} from ${recordset(table, chunk)}
      where not exists (select from ${sql.table(table.name)} t where ${sameKey(table)} and t.superseded_by is null)`.execute(
      tx,
    );
    unchanged += known.filter(({ same }) => same).length;
    replaced += known.filter(({ same }) => !same).length;
    through += chunk.length;
    await onChunk(through);
  }
  return { added: rows.length - replaced - unchanged, replaced, unchanged };
}

/** Takes the rows of an import out; those it had superseded count again or pass to the next later import. */
export async function removeRows(tx: Tx, importId: number): Promise<number> {
  let removed = 0;
  for (const table of Object.values(STORED)) {
    const name = sql.table(table.name);
    const key = names(table.key);
    const result = await sql`delete from ${name} where import_id = ${importId}`.execute(tx);
    removed += Number(result.numAffectedRows ?? 0n);
    await sql`
      with line as (
        select id, lead(import_id) over (partition by ${key} order by id) as next
        from ${name} where (${key}) in (select ${key} from ${name} where superseded_by = ${importId}))
      update ${name} t set superseded_by = line.next
      from line where t.superseded_by = ${importId} and line.id = t.id`.execute(tx);
  }
  await tx.deleteFrom('officialList').where('importId', '=', importId).execute();
  return removed;
}

/** The published list that entries of an import belong to; one of an import per year and name. */
export async function ensureList(
  tx: Tx,
  list: { organizationId: number; importId: number; year: number; name: string; source: string },
): Promise<number> {
  const known = await tx
    .selectFrom('officialList')
    .select('id')
    .where('importId', '=', list.importId)
    .where('year', '=', list.year)
    .where('name', '=', list.name)
    .executeTakeFirst();
  if (known) return known.id;
  return (await tx.insertInto('officialList').values(list).returning('id').executeTakeFirstOrThrow()).id;
}
