/** The first start: an empty installation asks for its region and the administrator's account. */
import { sql } from 'kysely';
import { makePasswordHash } from '#src/access/actions.ts';
import { sessionAnswer } from '#src/access/answer.ts';
import { audit } from '#src/access/audit.ts';
import * as contract from '#src/access/contract.ts';
import { refuse } from '#src/access/errors.ts';
import type { Actor } from '#src/access/model.ts';
import type { Sessions } from '#src/access/sessions.ts';
import { countAccounts, insertAccount, insertGrant, listGrants } from '#src/access/store.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import type { Language } from '#src/platform/errors.ts';
import { languageOf } from '#src/platform/http/refusals.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { insertOrganization } from './store.ts';

export interface SetupInput {
  readonly regionName: string;
  readonly displayName: string;
  readonly login: string;
  readonly password: string;
  readonly language: Language;
}

/** Makes the region and its administrator; refused when an account exists. `tx` is the system's. */
export async function performSetup(tx: Tx, input: SetupInput): Promise<Actor> {
  // Two browsers on the first-start page: the second waits and is then told.
  await sql`select pg_advisory_xact_lock(620132)`.execute(tx);
  if ((await countAccounts(tx)) > 0) throw refuse('setupDone');
  const passwordHash = await makePasswordHash(input.login, input.password);
  const regionId = await insertOrganization(tx, {
    parentId: null,
    kind: 'region',
    name: input.regionName,
    shortName: input.regionName,
    code: null,
    specialised: false,
  });
  const accountId = await insertAccount(tx, {
    organizationId: regionId,
    login: input.login,
    passwordHash,
    displayName: input.displayName,
  });
  await tx.updateTable('account').set({ language: input.language }).where('id', '=', accountId).execute();
  await insertGrant(tx, { accountId, organizationId: regionId, role: 'administrator', post: '', classGroupIds: null });
  const [actor] = await listGrants(tx, accountId);
  await audit(tx, actor!, {
    kind: 'change',
    action: 'setup.perform',
    subjectKind: 'organization',
    subjectId: regionId,
  });
  return actor!;
}

export function registerSetup(server: HttpServer<Actor>, db: Db, sessions: Sessions): void {
  server.rawOperation(contract.readSetup, async () => ({ needed: (await inScope(db, SYSTEM, countAccounts)) === 0 }));
  server.rawOperation(
    contract.performSetup,
    ({ body, reply, request }) =>
      inScope(db, SYSTEM, async (tx) => {
        const actor = await performSetup(tx, { ...body, language: languageOf(request) });
        await sessions.open(tx, reply, actor.accountId, actor.grantId);
        return sessionAnswer(tx, actor);
      }),
    { rateLimit: { max: 20, timeWindow: 60_000 } },
  );
}
