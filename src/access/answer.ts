/** What the site must know of the signed-in person. */
import { schoolYearOf } from '#src/platform/clock.ts';
import { asSystem, type Tx } from '#src/platform/db/scope.ts';
import type { Actor } from './model.ts';
import { IDLE_MINUTES, permissionsOf } from './rules.ts';
import * as store from './store.ts';
import { accessText } from './text.ts';

export async function sessionAnswer(tx: Tx, actor: Actor) {
  const trail = await tx
    .selectFrom('organization')
    .select(['id', 'kind', 'shortName as name', 'path'])
    .where('id', 'in', actor.organizationPath.split('.').filter(Boolean).map(Number))
    .orderBy('path')
    .execute();
  const grants = await asSystem(tx, actor.scope, () => store.listGrants(tx, actor.accountId));
  return {
    accountId: actor.accountId,
    login: actor.login,
    displayName: actor.displayName,
    role: actor.role,
    post: actor.post || accessText[actor.language].roles[actor.role],
    language: actor.language,
    organization: { id: actor.organizationId, kind: actor.organizationKind, name: actor.organizationName },
    trail: trail.map(({ id, kind, name }) => ({ id, kind: kind as 'region' | 'municipality' | 'school', name })),
    schoolYear: schoolYearOf(new Date()),
    permissions: permissionsOf(actor.role),
    grants: grants.map((grant) => ({
      id: grant.grantId,
      role: grant.role,
      organization: grant.organizationName,
      current: grant.grantId === actor.grantId,
    })),
    idleMinutes: IDLE_MINUTES,
  };
}
