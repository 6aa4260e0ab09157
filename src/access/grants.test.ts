import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, signedIn, startTestApplication, TEST_PASSWORD, type TestRegion } from '#src/test-region.ts';
import { insertGrant } from './store.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
});
afterAll(() => running.close());

const accountOf = (login: string) =>
  inScope(running.database.db, SYSTEM, (tx) =>
    tx.selectFrom('account').select(['id', 'revision']).where('login', '=', login).executeTakeFirstOrThrow(),
  );

const give = (accountId: number, organizationId: number, role: string) =>
  inScope(running.database.db, SYSTEM, (tx) =>
    insertGrant(tx, { accountId, organizationId, role, post: '', classGroupIds: null }),
  );

test('a head cannot set the password of an account that also holds a role above the school', async () => {
  const deputy = await accountOf(region.login('deputyHead'));
  await give(deputy.id, region.id, 'regionalAnalyst');
  const head = await signedIn(running.application, region.login('schoolHead'));
  const answer = await head('PATCH', `/api/accounts/${deputy.id}`, {
    revision: deputy.revision,
    password: 'three other words here',
  });
  expect(answer.status).toBe(403);
  expect(await signedIn(running.application, region.login('deputyHead'))).toBeTypeOf('function');
});

test('a person with roles in two schools sees both and changes between them', async () => {
  const coordinator = await accountOf(region.login('schoolCoordinator'));
  const second = await give(coordinator.id, region.schools[3]!.id, 'schoolCoordinator');
  const client = await signedIn(running.application, region.login('schoolCoordinator'));
  const { grants } = (await client('GET', '/api/session')).body.person;
  expect(grants.map((grant: { id: number }) => grant.id)).toContain(second);
  const answer = await client('PATCH', '/api/session', { grantId: second });
  expect(answer.body.organization.id).toBe(region.schools[3]!.id);
});

test('nobody disables himself, ends his own role or sets his own password past the current one', async () => {
  const admin = await signedIn(running.application, region.login('administrator'));
  const { accountId, grants } = (await admin('GET', '/api/session')).body.person;
  const { revision } = await accountOf(region.login('administrator'));
  for (const change of [{ disabled: true }, { endGrantId: grants[0].id }, { password: TEST_PASSWORD }]) {
    const answer = await admin('PATCH', `/api/accounts/${accountId}`, { revision, ...change });
    expect(answer.body.error.code).toBe('ownAccount');
  }
});

test('many accounts are disabled at once without waiting for one another for ever', async () => {
  const admin = await signedIn(running.application, region.login('administrator'));
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      admin('POST', '/api/accounts', {
        login: `batch-${index}-${region.mark}`,
        displayName: 'Сотрудник',
        password: TEST_PASSWORD,
        grant: { role: 'deputyHead', organizationId: region.schools[1]!.id, post: '' },
      }),
    ),
  );
  const answers = await Promise.all(
    made.map(({ body }) => admin('PATCH', `/api/accounts/${body.id}`, { revision: body.revision, disabled: true })),
  );
  expect(answers.every((answer) => answer.body.disabled)).toBe(true);
});

test('a number, a day or a text that no column holds is the asker’s mistake', async () => {
  const admin = await signedIn(running.application, region.login('administrator'));
  expect((await admin('GET', '/api/findings/99999999999')).status).toBe(400);
  expect((await admin('GET', '/api/organizations?search=%00')).status).toBe(400);
  const rename = { name: 'Школа', shortName: 'Школа', on: '2026-13-45' };
  expect((await admin('POST', `/api/organizations/${region.schools[2]!.id}/rename`, rename)).status).toBe(400);
});

test('the application lives on when the server ends a connection in use', async () => {
  const admin = await signedIn(running.application, region.login('administrator'));
  const { sql } = await import('kysely');
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    const { Client } = await import('pg');
    const owner = new Client({ connectionString: running.database.ownerUrl });
    await owner.connect();
    // The owner may end sessions of the role it granted; the embedded owner may not, so the session ends itself.
    await owner.query('select pg_terminate_backend($1)', [rows[0]!.pid]).catch(() => undefined);
    await owner.end();
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
  }).catch(() => undefined);
  expect((await admin('GET', '/api/session')).status).toBe(200);
});
