/** A small region of a test's own: nothing is shared between tests and nothing is cleaned. */
import { randomBytes } from 'node:crypto';
import { hash as hashPassword } from '@node-rs/argon2';
import { inject } from 'vitest';
import type { Role } from './access/model.ts';
import { rolesOf } from './access/rules.ts';
import { insertAccount, insertGrant } from './access/store.ts';
import { ensureClasses, insertOrganization } from './organizations/store.ts';
import { inScope, SYSTEM } from './platform/db/scope.ts';
import { openTestDatabase } from './platform/db/test-database.ts';
import { type Application, startApplication } from './server.ts';

export const TEST_PASSWORD = 'three unrelated words';
let passwordHash: Promise<string> | null = null;

export interface TestSchool {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly classIds: readonly number[];
}

export interface TestRegion {
  /** Stands in every name of the region: whatever shows it elsewhere has leaked. */
  readonly mark: string;
  readonly id: number;
  readonly municipalityIds: readonly number[];
  readonly schools: readonly TestSchool[];
  /** Login of a role: in the region, the first municipality or the first school. */
  readonly login: (role: Role) => string;
}

/** Starts the application over the test database; `close` it in afterAll. */
export async function startTestApplication(): Promise<{
  application: Application;
  database: ReturnType<typeof openTestDatabase>;
  close: () => Promise<void>;
}> {
  const database = openTestDatabase(inject('database'));
  const application = await startApplication({ database, site: false });
  return {
    application,
    database,
    close: async () => {
      await application.close();
      await database.close();
    },
  };
}

/** Two municipalities with two schools each, classes 5А and 5Б, an account for every role. */
export async function buildTestRegion(database: ReturnType<typeof openTestDatabase>): Promise<TestRegion> {
  const mark = randomBytes(5).toString('hex');
  passwordHash ??= hashPassword(TEST_PASSWORD, { memoryCost: 8, timeCost: 1 });
  const hash = await passwordHash;
  return inScope(database.db, SYSTEM, async (tx) => {
    const id = await insertOrganization(tx, {
      parentId: null,
      kind: 'region',
      name: `Край ${mark}`,
      shortName: `Край ${mark}`,
      code: null,
      specialised: false,
    });
    const municipalityIds: number[] = [];
    const schools: TestSchool[] = [];
    for (const m of [1, 2]) {
      const name = `Округ ${m} ${mark}`;
      const municipalityId = await insertOrganization(tx, {
        parentId: id,
        kind: 'municipality',
        name,
        shortName: name,
        code: null,
        specialised: false,
      });
      municipalityIds.push(municipalityId);
      for (const s of [1, 2]) {
        const school = { name: `Школа ${m}${s} ${mark}`, code: `edu${m}${s}${mark}` };
        const schoolId = await insertOrganization(tx, {
          parentId: municipalityId,
          kind: 'school',
          name: school.name,
          shortName: school.name,
          code: school.code,
          specialised: false,
        });
        const classes = await ensureClasses(
          tx,
          ['А', 'Б'].map((letter) => ({ organizationId: schoolId, schoolYear: 2025, grade: 5, letter })),
          { create: true },
        );
        schools.push({ id: schoolId, ...school, classIds: [...classes.values()] });
        await tx
          .insertInto('staffPost')
          .values({ organizationId: schoolId, fullName: `Сотрудник ${mark}`, post: 'учитель', fromDate: '2025-09-01' })
          .execute();
      }
    }
    const login = (role: Role) => `${role}-${mark}`;
    for (const [kind, organizationId] of [
      ['region', id],
      ['municipality', municipalityIds[0]!],
      ['school', schools[0]!.id],
    ] as const) {
      for (const role of rolesOf(kind)) {
        if (kind === 'municipality' && role === 'administrator') continue;
        const accountId = await insertAccount(tx, {
          organizationId,
          login: login(role),
          displayName: `Лицо ${role} ${mark}`,
          passwordHash: hash,
        });
        await insertGrant(tx, {
          accountId,
          organizationId,
          role,
          post: '',
          classGroupIds: role === 'teacher' ? [schools[0]!.classIds[0]!] : null,
        });
      }
    }
    return { mark, id, municipalityIds, schools, login };
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  // oxlint-disable-next-line typescript/no-explicit-any -- answers of many operations are read by tests
  readonly body: any;
  readonly text: string;
}

export type Client = (method: string, url: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** A client without a session. */
export function stranger(application: Application): Client {
  return clientWith(
    application,
    () => undefined,
    () => undefined,
  );
}

function clientWith(
  application: Application,
  cookie: () => string | undefined,
  keep: (cookie: string) => void,
): Client {
  return async (method, url, body, headers = {}) => {
    const current = cookie();
    const response = await application.server.app.inject({
      method: method as 'GET',
      url,
      headers: { ...(current ? { cookie: current } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const set = response.headers['set-cookie'];
    if (set) keep(String(set).split(';')[0]!);
    const text = response.body;
    let parsed: unknown = null;
    if (String(response.headers['content-type']).includes('json') && text) parsed = JSON.parse(text);
    return { status: response.statusCode, headers: response.headers, body: parsed, text };
  };
}

/** Signs in and keeps the cookie as a browser does. */
export async function signedIn(application: Application, login: string): Promise<Client> {
  let cookie: string | undefined;
  const client = clientWith(
    application,
    () => cookie,
    (next) => {
      cookie = next;
    },
  );
  const answer = await client('POST', '/api/session', { login, password: TEST_PASSWORD });
  if (answer.status !== 200) throw new Error(`sign-in of ${login}: ${answer.status} ${answer.text}`);
  return client;
}
