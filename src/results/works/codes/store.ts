/** SQL of subject codes: rows shipped with the product and those of the region, which win. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { SubjectCodes } from '../../model.ts';

export interface SubjectCodeRow {
  readonly id: number;
  readonly organizationId: number | null;
  readonly system: string;
  readonly code: string;
  readonly subject: string;
  readonly note: string;
}

/** All visible rows, by system and code; of one code the region's row first. */
export async function listSubjectCodes(tx: Tx): Promise<SubjectCodeRow[]> {
  return tx
    .selectFrom('subjectCode')
    .select(['id', 'organizationId', 'system', 'code', 'subject', 'note'])
    .orderBy('system')
    .orderBy('code')
    .orderBy('organizationId', (order) => order.asc().nullsLast())
    .execute();
}

/** What readers use. */
export async function subjectCodes(tx: Tx): Promise<SubjectCodes> {
  const systems = new Map<string, Map<string, string>>();
  for (const { system, code, subject } of await listSubjectCodes(tx)) {
    const codes = systems.get(system) ?? new Map<string, string>();
    systems.set(system, codes);
    if (!codes.has(code)) codes.set(code, subject);
  }
  return systems;
}

/** Adds a row of the region; null when it has one for this code. */
export async function insertSubjectCode(
  tx: Tx,
  row: { organizationId: number; accountId: number; system: string; code: string; subject: string; note: string },
): Promise<number | null> {
  const added = await tx
    .insertInto('subjectCode')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organizationId', 'system', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id ?? null;
}
