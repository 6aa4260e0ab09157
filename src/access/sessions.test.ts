import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import {
  buildTestRegion,
  signedIn,
  startTestApplication,
  stranger,
  TEST_PASSWORD,
  type TestRegion,
} from '#src/test-region.ts';
import { makePasswordHash } from './actions.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
});
afterAll(() => running.close());

/** Moves a session's clock back instead of waiting. */
async function age(
  login: string,
  column: 'last_seen_at' | 'rotated_at' | 'expires_at',
  minutes: number,
): Promise<void> {
  await inScope(running.database.db, SYSTEM, (tx) =>
    sql`update session set ${sql.ref(column)} = ${sql.ref(column)} - make_interval(mins => ${minutes})
      where account_id = (select id from account where login = ${login})`.execute(tx),
  );
}

test('the cookie is HttpOnly, SameSite=Strict, and the table holds only its hash', async () => {
  const answer = await stranger(running.application)('POST', '/api/session', {
    login: region.login('deputyHead'),
    password: TEST_PASSWORD,
  });
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  const token = /obektiv_session=([^;]+)/.exec(cookie)![1]!;
  const rows = await inScope(running.database.db, SYSTEM, (tx) =>
    tx.selectFrom('session').select('tokenHash').execute(),
  );
  expect(rows.some((row) => row.tokenHash.toString('utf8').includes(token))).toBe(false);
});

test('an idle session locks, an old one ends, a used one gets a new token and keeps working', async () => {
  const idle = await signedIn(running.application, region.login('schoolHead'));
  await age(region.login('schoolHead'), 'last_seen_at', 60);
  expect((await idle('GET', '/api/works')).status).toBe(401);

  const old = await signedIn(running.application, region.login('schoolHead'));
  await age(region.login('schoolHead'), 'expires_at', 60 * 24);
  expect((await old('GET', '/api/session')).body).toEqual({ person: null });
  expect((await old('GET', '/api/works')).status).toBe(401);

  const used = await signedIn(running.application, region.login('schoolHead'));
  await age(region.login('schoolHead'), 'rotated_at', 30);
  const rotated = await used('GET', '/api/session');
  expect(rotated.status).toBe(200);
  expect(String(rotated.headers['set-cookie'])).toContain('obektiv_session=');
  expect((await used('GET', '/api/session')).body.person.login).toBe(region.login('schoolHead'));
});

test('a visitor who asks who is there is told that nobody is', async () => {
  const answer = await stranger(running.application)('GET', '/api/session');
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ person: null });
});

test('requests that were under way when the token was replaced are answered, later ones with the old token are not', async () => {
  const login = region.login('associationHead');
  const first = await stranger(running.application)('POST', '/api/session', { login, password: TEST_PASSWORD });
  const cookie = String(first.headers['set-cookie']).split(';')[0]!;
  const ask = () => stranger(running.application)('GET', '/api/works', undefined, { cookie });
  await age(login, 'rotated_at', 30);
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  await age(login, 'rotated_at', 2);
  expect((await ask()).status).toBe(401);
});

test('guessing a password is slowed down for the login, and others still get in', async () => {
  const guess = stranger(running.application);
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt++) {
    statuses.push(
      (await guess('POST', '/api/session', { login: region.login('regionalAnalyst'), password: 'wrong' })).status,
    );
  }
  expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
  expect(statuses.slice(10)).toEqual([429, 429]);
  expect(
    (await guess('POST', '/api/session', { login: region.login('administrator'), password: TEST_PASSWORD })).status,
  ).toBe(200);
});

test('a change sent by a page of another site is refused, whatever the cookie', async () => {
  const head = await signedIn(running.application, region.login('deputyHead'));
  const change = { language: 'en' };
  expect((await head('PUT', '/api/account/language', change, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await head('PUT', '/api/account/language', change, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await head('PUT', '/api/account/language', change, { origin: 'https://elsewhere.example' })).status).toBe(
    403,
  );
  expect((await head('PUT', '/api/account/language', change, { 'sec-fetch-site': 'same-origin' })).status).toBe(204);
});

test('answers carry a strict content security policy and may not be framed or cached', async () => {
  const { headers } = await stranger(running.application)('GET', '/api/setup');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
  expect(headers['cache-control']).toBe('no-store');
});

test('passwords are stored as argon2id and short ones are refused with what to do', async () => {
  expect(await makePasswordHash('login', TEST_PASSWORD)).toMatch(/^\$argon2id\$/);
  await expect(makePasswordHash('login', 'short')).rejects.toMatchObject({ code: 'weakPassword' });
});

test('a head gives roles of the own school and none above it', async () => {
  const head = await signedIn(running.application, region.login('schoolHead'));
  const account = (role: string, organizationId: number) => ({
    login: `${role}-${organizationId}-${region.mark}`,
    displayName: 'Новый сотрудник',
    password: TEST_PASSWORD,
    grant: { role, organizationId, post: '' },
  });
  expect((await head('POST', '/api/accounts', account('deputyHead', region.schools[0]!.id))).status).toBe(200);
  expect((await head('POST', '/api/accounts', account('deputyHead', region.schools[1]!.id))).status).toBe(404);
  expect((await head('POST', '/api/accounts', account('schoolHead', region.schools[0]!.id))).status).toBe(403);
  expect((await head('POST', '/api/accounts', account('administrator', region.id))).status).toBe(404);
});

test('disabling an account ends its sessions at once', async () => {
  const admin = await signedIn(running.application, region.login('administrator'));
  const victim = await signedIn(running.application, region.login('teacher'));
  const { accounts } = (await admin('GET', `/api/accounts?search=${region.login('teacher')}`)).body;
  const answer = await admin('PATCH', `/api/accounts/${accounts[0].id}`, {
    revision: accounts[0].revision,
    disabled: true,
  });
  expect(answer.body.disabled).toBe(true);
  expect((await victim('GET', '/api/session')).body).toEqual({ person: null });
  const stale = await admin('PATCH', `/api/accounts/${accounts[0].id}`, {
    revision: accounts[0].revision,
    disabled: false,
  });
  expect(stale.status).toBe(409);
});

test('one address cannot try the same password on many logins without end', async () => {
  const guess = stranger(running.application);
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 80; attempt++) {
    const answer = await guess(
      'POST',
      '/api/session',
      { login: `nobody-${attempt}`, password: 'x' },
      { 'x-forwarded-for': `10.0.0.${attempt}` },
    );
    statuses.push(answer.status);
  }
  expect(statuses.at(-1)).toBe(429);
});
