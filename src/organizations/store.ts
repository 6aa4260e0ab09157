/** SQL of the organisation tree. */
import { sql } from 'kysely';
import type { OrganizationKind } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export interface NewOrganization {
  readonly parentId: number | null;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly shortName: string;
  readonly code: string | null;
  readonly specialised: boolean;
}

/** Adds a node; its path is the parent's path and its own number. */
export async function insertOrganization(tx: Tx, input: NewOrganization): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with parent as (select path from organization where id = ${input.parentId}),
         fresh as (select nextval(pg_get_serial_sequence('organization', 'id'))::int as id)
    insert into organization (id, parent_id, kind, path, code, name, short_name, specialised)
    overriding system value
    select fresh.id, ${input.parentId}, ${input.kind}, coalesce((select path from parent), '.') || fresh.id || '.',
           ${input.code}, ${input.name}, ${input.shortName}, ${input.specialised}
    from fresh
    returning id`.execute(tx);
  return rows[0]!.id;
}

const columns = [
  'o.id',
  'o.parentId',
  'o.kind',
  'o.path',
  'o.code',
  'o.name',
  'o.shortName',
  'o.specialised',
  'o.closedOn',
  'o.successorId',
] as const;

export async function listOrganizations(tx: Tx, filter: { search?: string; includeClosed?: boolean; id?: number }) {
  let query = tx
    .selectFrom('organization as o')
    .select(columns)
    .select(
      sql<number>`case when o.kind = 'school'
        then (select count(*) from class_group c where c.organization_id = o.id
              and c.school_year = (select max(school_year) from class_group m where m.organization_id = o.id))
        else (select count(*) from organization c where c.parent_id = o.id and c.closed_on is null) end`.as('children'),
    )
    .orderBy('o.path');
  if (filter.id !== undefined) query = query.where('o.id', '=', filter.id);
  else if (!filter.includeClosed) query = query.where('o.closedOn', 'is', null);
  if (filter.search) {
    const like = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([where('o.name', 'ilike', like), where('o.shortName', 'ilike', like), where('o.code', 'ilike', like)]),
    );
  }
  return query.execute();
}

export async function findOrganization(tx: Tx, id: number) {
  return tx.selectFrom('organization as o').select(columns).where('o.id', '=', id).executeTakeFirst();
}

export async function listClasses(tx: Tx, organizationId: number) {
  return tx
    .selectFrom('classGroup')
    .select(['id', 'schoolYear', 'grade', 'letter'])
    .where('organizationId', '=', organizationId)
    .orderBy('schoolYear', 'desc')
    .orderBy('grade')
    .orderBy('letter')
    .execute();
}

export async function listStaff(tx: Tx, organizationId: number) {
  return tx
    .selectFrom('staffPost')
    .select(['id', 'fullName', 'post', 'fromDate', 'toDate', 'revision'])
    .where('organizationId', '=', organizationId)
    .orderBy(sql`to_date is not null`)
    .orderBy('fullName')
    .execute();
}

export async function listEvents(tx: Tx, organizationId: number) {
  return tx
    .selectFrom('organizationEvent as e')
    .leftJoin('organization as other', 'other.id', 'e.otherId')
    .select(['e.id', 'e.kind', 'e.happenedOn', 'e.oldName', 'e.newName', 'e.otherId', 'other.shortName as otherName'])
    .where('e.organizationId', '=', organizationId)
    .orderBy('e.happenedOn', 'desc')
    .orderBy('e.id', 'desc')
    .execute();
}

export async function insertEvent(
  tx: Tx,
  event: {
    organizationId: number;
    kind: 'opened' | 'renamed' | 'merged' | 'closed' | 'moved';
    happenedOn: string;
    oldName?: string;
    newName?: string;
    otherId?: number;
    accountId: number | null;
  },
): Promise<void> {
  await tx.insertInto('organizationEvent').values(event).execute();
}

const key = (row: { organizationId: number; grade: number; letter: string }): string =>
  `${row.organizationId} ${row.grade} ${row.letter}`;

/** Classes by `school grade letter`; those the tree lacks are made when `create` says so. */
export async function ensureClasses(
  tx: Tx,
  wanted: readonly { organizationId: number; schoolYear: number; grade: number; letter: string }[],
  options: { create: boolean },
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  if (wanted.length === 0) return found;
  const columnsOf = {
    organizations: wanted.map((row) => row.organizationId),
    years: wanted.map((row) => row.schoolYear),
    grades: wanted.map((row) => row.grade),
    letters: wanted.map((row) => row.letter),
  };
  const rowsOf = sql`unnest(${columnsOf.organizations}::int[], ${columnsOf.years}::int[], ${columnsOf.grades}::int[], ${columnsOf.letters}::text[])
    as wanted (organization_id, school_year, grade, letter)`;
  if (options.create) {
    await sql`insert into class_group (organization_id, school_year, grade, letter)
    select organization_id, school_year, grade, letter from ${rowsOf} on conflict do nothing`.execute(tx);
  }
  const { rows } = await sql<{ id: number; organizationId: number; grade: number; letter: string }>`
    select c.id, c.organization_id, c.grade, c.letter from class_group c
    join ${rowsOf} using (organization_id, school_year, grade, letter)`.execute(tx);
  for (const row of rows) found.set(key(row), row.id);
  return found;
}
