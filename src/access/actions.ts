/** Verbs of access: permission -> transaction -> audit. */
import { hash as hashPassword, verify as verifyPassword } from '@node-rs/argon2';
import { asSystem, type Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { audit } from './audit.ts';
import { refuse } from './errors.ts';
import type { Actor, OrganizationKind, Permission, Role } from './model.ts';
import { can, canGrant, PASSWORD_MIN_LENGTH, rolesOf } from './rules.ts';
import * as store from './store.ts';

export function requirePermission(actor: Actor, permission: Permission): void {
  if (!can(actor.role, permission)) throw refuseCommon('forbidden');
}

/** argon2id with the library's defaults (19 MiB, 2 passes: the OWASP minimum). */
export async function makePasswordHash(login: string, password: string): Promise<string> {
  if ([...password].length < PASSWORD_MIN_LENGTH) throw refuse('weakPassword', { length: PASSWORD_MIN_LENGTH });
  if (password.toLowerCase() === login.toLowerCase()) throw refuse('passwordIsLogin');
  return hashPassword(password);
}

let decoy: Promise<string> | null = null;

/** Checks a password; an unknown login costs the same time as a wrong password. */
export async function checkCredentials(tx: Tx, login: string, password: string) {
  const account = await store.findAccountByLogin(tx, login);
  decoy ??= hashPassword('no account has this password');
  const matches = await verifyPassword(account?.passwordHash ?? (await decoy), password).catch(() => false);
  if (!account || !matches) return null;
  return account;
}

export interface GrantInput {
  readonly role: Role;
  readonly organizationId: number;
  readonly post: string;
  readonly classIds?: readonly number[];
}

/** The role as it may be stored, when the actor may give it there. */
async function checkGrant(tx: Tx, actor: Actor, input: GrantInput): Promise<Omit<store.NewGrant, 'accountId'>> {
  const organization = await tx
    .selectFrom('organization')
    .select(['id', 'kind', 'path'])
    .where('id', '=', input.organizationId)
    .executeTakeFirst();
  if (!organization || !organization.path.startsWith(actor.scope.path)) throw refuseCommon('notFound');
  if (!rolesOf(organization.kind as OrganizationKind).includes(input.role)) throw refuse('roleDoesNotFit');
  if (!canGrant(actor.role, input.role)) throw refuseCommon('forbidden');
  let classGroupIds: number[] | null = null;
  if (input.role === 'teacher') {
    if (!input.classIds?.length) throw refuse('classesRequired');
    const classes = await tx
      .selectFrom('classGroup')
      .select('id')
      .where('organizationId', '=', organization.id)
      .where('id', 'in', [...input.classIds])
      .execute();
    if (classes.length !== new Set(input.classIds).size) throw refuse('classesRequired');
    classGroupIds = classes.map((row) => row.id);
  }
  return { organizationId: organization.id, role: input.role, post: input.post, classGroupIds };
}

export async function createAccount(
  tx: Tx,
  actor: Actor,
  input: { login: string; displayName: string; password: string; grant: GrantInput },
): Promise<number> {
  requirePermission(actor, 'editAccounts');
  const grant = await checkGrant(tx, actor, input.grant);
  const passwordHash = await makePasswordHash(input.login, input.password);
  if (await tx.selectFrom('account').select('id').where('login', '=', input.login).executeTakeFirst()) {
    throw refuse('loginTaken', { login: input.login });
  }
  const id = await store
    .insertAccount(tx, {
      organizationId: input.grant.organizationId,
      login: input.login,
      passwordHash,
      displayName: input.displayName,
    })
    // A login of another region is invisible here but still taken.
    .catch((error: { code?: string }) => {
      throw error.code === '23505' ? refuse('loginTaken', { login: input.login }) : error;
    });
  await store.insertGrant(tx, { ...grant, accountId: id });
  await audit(tx, actor, {
    kind: 'change',
    action: 'account.create',
    subjectKind: 'account',
    subjectId: id,
    organizationId: input.grant.organizationId,
    details: { login: input.login, role: input.grant.role },
  });
  return id;
}

export interface AccountChange {
  readonly revision: number;
  readonly displayName?: string;
  readonly disabled?: boolean;
  readonly password?: string;
  readonly addGrant?: GrantInput;
  readonly endGrantId?: number;
}

/** Returns whether the account's sessions must end. */
export async function updateAccount(tx: Tx, actor: Actor, id: number, change: AccountChange): Promise<boolean> {
  requirePermission(actor, 'editAccounts');
  const [account] = await store.listAccounts(tx, { id });
  if (!account) throw refuseCommon('notFound');
  // Whoever may not give a role may not touch the account that holds it, wherever it is held.
  const grants = await asSystem(tx, actor.scope, () => store.listAllGrants(tx, id));
  const beyond = grants.some(
    (grant) => !grant.path.startsWith(actor.scope.path) || !canGrant(actor.role, grant.role as Role),
  );
  if (id !== actor.accountId && beyond) throw refuseCommon('forbidden');
  // One's own password has a page that asks for the current one; the own role is ended by somebody else.
  const own = change.disabled || change.password !== undefined || change.endGrantId === actor.grantId;
  if (own && id === actor.accountId) throw refuse('ownAccount');
  const updated = await tx
    .updateTable('account')
    .set((build) => ({
      revision: build('revision', '+', 1),
      ...(change.displayName === undefined ? {} : { displayName: change.displayName }),
      ...(change.disabled === undefined ? {} : { disabledAt: change.disabled ? new Date() : null }),
    }))
    .where('id', '=', id)
    .where('revision', '=', change.revision)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw refuseCommon('changedMeanwhile');
  if (change.password !== undefined) {
    const passwordHash = await makePasswordHash(account.login, change.password);
    await tx.updateTable('account').set({ passwordHash }).where('id', '=', id).execute();
  }
  if (change.addGrant)
    await store.insertGrant(tx, { ...(await checkGrant(tx, actor, change.addGrant)), accountId: id });
  if (change.endGrantId !== undefined) {
    await tx
      .updateTable('roleGrant')
      .set({ endedAt: new Date() })
      .where('id', '=', change.endGrantId)
      .where('accountId', '=', id)
      .execute();
  }
  await audit(tx, actor, {
    kind: 'change',
    action: 'account.change',
    subjectKind: 'account',
    subjectId: id,
    organizationId: account.organizationId,
    details: {
      login: account.login,
      changed: Object.keys(change).filter((key) => key !== 'revision'),
    },
  });
  return change.disabled === true || change.password !== undefined || change.endGrantId !== undefined;
}
