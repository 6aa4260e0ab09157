/** Verbs of subject codes: permission -> change -> audit. The table is the region's, like works and scales. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { refuse } from '../../errors.ts';
import { insertSubjectCode, listSubjectCodes } from './store.ts';

export function canEditCodes(actor: Actor): boolean {
  return actor.organizationKind === 'region' && can(actor.role, 'editScales');
}

function requireEditor(actor: Actor): void {
  requirePermission(actor, 'editScales');
  if (!canEditCodes(actor)) throw refuseCommon('forbidden');
}

export interface SubjectCodeInput {
  readonly system: string;
  readonly code: string;
  readonly subject: string;
  readonly note: string;
}

export async function addSubjectCode(tx: Tx, actor: Actor, input: SubjectCodeInput): Promise<void> {
  requireEditor(actor);
  const row = { ...input, organizationId: actor.organizationId, accountId: actor.accountId };
  const id = await insertSubjectCode(tx, row);
  if (id === null) throw refuse('subjectCodeTaken', { code: input.code });
  await journal(tx, actor, 'subjectCode.create', id, { ...input });
}

/** The region's own row; a shipped one is not changed but replaced by a row of the region. */
async function requireOwn(tx: Tx, actor: Actor, id: number) {
  requireEditor(actor);
  const row = (await listSubjectCodes(tx)).find((candidate) => candidate.id === id);
  if (row?.organizationId !== actor.organizationId) throw refuseCommon('notFound');
  return row;
}

export async function changeSubjectCode(
  tx: Tx,
  actor: Actor,
  id: number,
  change: { readonly subject: string; readonly note: string },
): Promise<void> {
  const { system, code, subject } = await requireOwn(tx, actor, id);
  await tx.updateTable('subjectCode').set(change).where('id', '=', id).execute();
  await journal(tx, actor, 'subjectCode.change', id, { system, code, before: subject, ...change });
}

export async function removeSubjectCode(tx: Tx, actor: Actor, id: number): Promise<void> {
  const { system, code, subject } = await requireOwn(tx, actor, id);
  await tx.deleteFrom('subjectCode').where('id', '=', id).execute();
  await journal(tx, actor, 'subjectCode.remove', id, { system, code, subject });
}

async function journal(
  tx: Tx,
  actor: Actor,
  action: string,
  subjectId: number,
  details: Record<string, string>,
): Promise<void> {
  await audit(tx, actor, { kind: 'change', action, subjectKind: 'subjectCode', subjectId, details });
}
