/** Verbs of the organisation tree: permission -> transaction -> audit. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor, OrganizationKind } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { refuse } from './errors.ts';
import { childKind, className } from './rules.ts';
import * as store from './store.ts';

/** The organisation, when the actor may change it: his own or one below, and still open. */
async function requireOwn(tx: Tx, actor: Actor, id: number) {
  const organization = await store.findOrganization(tx, id);
  if (!organization || !organization.path.startsWith(actor.scope.path)) throw refuseCommon('notFound');
  if (organization.closedOn) throw refuse('closed', { day: organization.closedOn.split('-').reverse().join('.') });
  return organization;
}

const isDuplicate = (error: unknown): boolean => (error as { code?: string }).code === '23505';

export async function createOrganization(
  tx: Tx,
  actor: Actor,
  input: { parentId: number; name: string; shortName: string; code?: string; specialised: boolean; openedOn?: string },
): Promise<number> {
  requirePermission(actor, 'editOrganizations');
  const parent = await requireOwn(tx, actor, input.parentId);
  const kind = childKind(parent.kind as OrganizationKind);
  if (!kind) throw refuse('cannotHaveChildren');
  const id = await store
    .insertOrganization(tx, {
      parentId: parent.id,
      kind,
      name: input.name,
      shortName: input.shortName,
      code: input.code || null,
      specialised: input.specialised,
    })
    .catch((error: unknown) => {
      throw isDuplicate(error) ? refuse('codeTaken', { code: input.code ?? '' }) : error;
    });
  if (input.openedOn)
    await store.insertEvent(tx, {
      organizationId: id,
      kind: 'opened',
      happenedOn: input.openedOn,
      newName: input.name,
      accountId: actor.accountId,
    });
  await audit(tx, actor, {
    kind: 'change',
    action: 'organization.create',
    subjectKind: 'organization',
    subjectId: id,
    organizationId: id,
    details: { name: input.name },
  });
  return id;
}

export async function renameOrganization(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { name: string; shortName: string; on: string },
): Promise<void> {
  requirePermission(actor, 'editOrganizations');
  const organization = await requireOwn(tx, actor, id);
  await tx
    .updateTable('organization')
    .set({ name: input.name, shortName: input.shortName })
    .where('id', '=', id)
    .execute();
  await store.insertEvent(tx, {
    organizationId: id,
    kind: 'renamed',
    happenedOn: input.on,
    oldName: organization.name,
    newName: input.name,
    accountId: actor.accountId,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'organization.rename',
    subjectKind: 'organization',
    subjectId: id,
    organizationId: id,
    details: { from: organization.name, to: input.name },
  });
}

export async function mergeOrganization(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { intoId: number; on: string },
): Promise<void> {
  requirePermission(actor, 'editOrganizations');
  const organization = await requireOwn(tx, actor, id);
  const into = await requireOwn(tx, actor, input.intoId);
  if (organization.kind !== 'school') throw refuse('notASchool');
  if (input.on > new Date().toISOString().slice(0, 10)) throw refuse('notYet');
  if (into.kind !== 'school' || into.id === id || into.parentId !== organization.parentId) throw refuse('cannotMerge');
  await tx.updateTable('organization').set({ closedOn: input.on, successorId: into.id }).where('id', '=', id).execute();
  await store.insertEvent(tx, {
    organizationId: id,
    kind: 'merged',
    happenedOn: input.on,
    otherId: into.id,
    accountId: actor.accountId,
  });
  await store.insertEvent(tx, {
    organizationId: into.id,
    kind: 'merged',
    happenedOn: input.on,
    otherId: id,
    accountId: actor.accountId,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'organization.merge',
    subjectKind: 'organization',
    subjectId: id,
    organizationId: id,
    details: { name: organization.name, into: into.name },
  });
}

export async function createClass(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { schoolYear: number; grade: number; letter: string },
): Promise<number> {
  requirePermission(actor, 'editStaff');
  const school = await requireOwn(tx, actor, id);
  if (school.kind !== 'school') throw refuse('notASchool');
  const row = await tx
    .insertInto('classGroup')
    .values({ organizationId: id, ...input, letter: input.letter.toUpperCase() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  const name = className(input.grade, input.letter);
  if (!row) throw refuse('classExists', { name });
  await audit(tx, actor, {
    kind: 'change',
    action: 'class.create',
    subjectKind: 'class',
    subjectId: row.id,
    organizationId: id,
    details: { name },
  });
  return row.id;
}

export async function createStaff(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { fullName: string; post: string; fromDate: string },
): Promise<number> {
  requirePermission(actor, 'editStaff');
  await requireOwn(tx, actor, id);
  const row = await tx
    .insertInto('staffPost')
    .values({ organizationId: id, ...input })
    .returning('id')
    .executeTakeFirstOrThrow();
  await audit(tx, actor, {
    kind: 'change',
    action: 'staff.create',
    subjectKind: 'staff',
    subjectId: row.id,
    organizationId: id,
    details: { post: input.post },
  });
  return row.id;
}

export async function changeStaff(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { revision: number; toDate?: string | null; post?: string; fullName?: string },
): Promise<number> {
  requirePermission(actor, 'editStaff');
  const staff = await tx
    .selectFrom('staffPost')
    .select(['id', 'organizationId', 'fromDate'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!staff) throw refuseCommon('notFound');
  if (input.toDate && input.toDate < staff.fromDate) throw refuse('endsBeforeStart');
  const { revision, ...changes } = input;
  const changed = await tx
    .updateTable('staffPost')
    .set((build) => ({ ...changes, revision: build('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw refuseCommon('changedMeanwhile');
  await audit(tx, actor, {
    kind: 'change',
    action: 'staff.change',
    subjectKind: 'staff',
    subjectId: id,
    organizationId: staff.organizationId,
    details: { changed: Object.keys(changes) },
  });
  return staff.organizationId;
}
