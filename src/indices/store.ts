/** SQL of indices: schools, settings, entered claims (counting is in counts.ts). Every function takes `tx` first. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { IndexSettings } from './model.ts';

export interface SchoolRow {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly municipalityId: number;
  readonly municipality: string;
}

export async function listSchools(tx: Tx, path: string): Promise<SchoolRow[]> {
  return tx
    .selectFrom('organization as s')
    .innerJoin('organization as m', 'm.id', 's.parentId')
    .select(['s.id', 's.shortName as name', 's.path', 'm.id as municipalityId', 'm.shortName as municipality'])
    .where('s.kind', '=', 'school')
    .where(sql<boolean>`starts_with(s.path, ${path})`)
    .orderBy(sql`m.short_name collate natural_order`)
    .orderBy(sql`s.short_name collate natural_order`)
    .execute();
}

export interface SettingRow {
  readonly year: number;
  readonly version: number;
  readonly settings: IndexSettings;
  readonly note: string;
  readonly createdAt: Date;
  readonly account: string | null;
}

/** All versions, newest year and version first. */
export async function listSettings(tx: Tx, regionId: number): Promise<SettingRow[]> {
  const rows = await tx
    .selectFrom('indexSetting as s')
    .leftJoin('account as a', 'a.id', 's.accountId')
    .select(['s.year', 's.version', 's.settings', 's.note', 's.createdAt', 'a.displayName as account'])
    .where('s.organizationId', '=', regionId)
    .orderBy('s.year', 'desc')
    .orderBy('s.version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, settings: row.settings as unknown as IndexSettings }));
}

export async function insertSettings(
  tx: Tx,
  row: { organizationId: number; accountId: number; year: number; settings: IndexSettings; note: string },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into index_setting (organization_id, year, version, settings, note, account_id)
    select ${row.organizationId}, ${row.year}, coalesce(max(version), 0) + 1, ${JSON.stringify(row.settings)}::jsonb, ${row.note}, ${row.accountId}
    from index_setting where organization_id = ${row.organizationId} and year = ${row.year}
    returning version`.execute(tx);
  return rows[0]!.version;
}

/** What a school has entered for a year, in place of what it had entered before. */
export async function replaceClaims(
  tx: Tx,
  input: {
    organizationId: number;
    year: number;
    accountId: number;
    claims: readonly { readonly pupil: string; readonly degree: 1 | 2 }[];
  },
): Promise<void> {
  const { organizationId, year, accountId, claims } = input;
  await tx.deleteFrom('medalClaim').where('organizationId', '=', organizationId).where('year', '=', year).execute();
  if (claims.length === 0) return;
  await tx
    .insertInto('medalClaim')
    .values(claims.map((claim) => ({ ...claim, organizationId, year, accountId })))
    .execute();
}

export async function listEnteredClaims(tx: Tx, organizationId: number, year: number) {
  return tx
    .selectFrom('medalClaim')
    .select(['pupil', 'degree'])
    .where('organizationId', '=', organizationId)
    .where('year', '=', year)
    .orderBy('pupil')
    .execute();
}
