import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLES } from './access/model.ts';
import { inScope, SYSTEM } from './platform/db/scope.ts';
import {
  type Answer,
  buildTestRegion,
  type Client,
  signedIn,
  startTestApplication,
  stranger,
  type TestRegion,
} from './test-region.ts';
import { fillWithRows } from './test-rows.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let own: TestRegion;
let foreign: TestRegion;
/** Identifiers of foreign rows by the parameter's place in the path. */
const foreignIds: Record<string, number | string> = {
  // A method is no row and nobody's own; there is none of this name.
  methods: 'B0',
};

beforeAll(async () => {
  running = await startTestApplication();
  own = await buildTestRegion(running.database);
  foreign = await buildTestRegion(running.database);
  await fillWithRows(running.database.db, own);
  Object.assign(foreignIds, await fillWithRows(running.database.db, foreign));
});
afterAll(() => running.close());

interface Operation {
  readonly method: string;
  readonly path: string;
}

async function operations(client: Client): Promise<Operation[]> {
  const { body } = await client('GET', '/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  return Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

/** The path with identifiers of foreign rows. */
function aimed(path: string): string {
  const room = path.split('/')[2]!;
  const filled = path.replace('{month}', '2026-11').replace('{schoolYear}', '2026').replace('{kind}', 'plan');
  return filled.replace(/\{id\}/g, () => {
    const id = foreignIds[room];
    // A room without a foreign row would be asked for a row that may be one's own, and prove nothing.
    if (id === undefined) throw new Error(`no foreign row for ${path}`);
    return String(id);
  });
}

/** Minimal bodies that pass the form, so that the right is what refuses. */
const BODIES: Readonly<Record<string, unknown>> = {
  'PATCH /api/session': { grantId: 999_999_999 },
  'PATCH /api/accounts/{id}': { revision: 1, displayName: 'Взлом' },
  'POST /api/organizations': { parentId: 0, name: 'Взлом', shortName: 'Взлом' },
  'POST /api/organizations/{id}/rename': { name: 'Взлом', shortName: 'Взлом', on: '2026-01-01' },
  'POST /api/organizations/{id}/merge': { intoId: 1, on: '2026-01-01' },
  'POST /api/organizations/{id}/classes': { schoolYear: 2025, grade: 7, letter: 'Я' },
  'POST /api/organizations/{id}/staff': { fullName: 'Взлом', post: 'взлом', fromDate: '2026-01-01' },
  'PATCH /api/staff/{id}': { revision: 1, post: 'взлом' },
  'PATCH /api/works/{id}': { revision: 1, heldOn: '2026-01-01' },
  'PATCH /api/imports/{id}': { revision: 1, part: { id: 1, skipFlawed: true } },
  'POST /api/imports/{id}/commit': { revision: 1 },
  'POST /api/imports/{id}/revert': { revision: 1 },
  'POST /api/imports/{id}/discard': { revision: 1 },
  'POST /api/plans/{id}/send': { schoolIds: [1], measureIds: [1] },
  'POST /api/plans/{id}/analytic': { month: '2026-11' },
  'POST /api/plans/{id}/months/{month}': { revision: 1, targets: {}, note: 'Взлом' },
  'POST /api/plans/{id}/months/{month}/submit': { revision: 1, targets: {}, note: 'Взлом' },
  'POST /api/plans/{id}/months/{month}/answer': { revision: 1, answer: 'return', remark: 'Взлом' },
  'POST /api/proposals/{id}/answer': { answer: 'decline', remark: 'Взлом' },
  'POST /api/reports/{id}': {
    revision: 1,
    title: 'Взлом',
    body: { approver: { post: '', person: '' }, author: { post: '', person: '' }, sections: [] },
  },
  'POST /api/reports/{id}/step': { revision: 1, step: 'reopen' },
};

test.each(ROLES)('%s finds no foreign row in any operation of the OpenAPI description', async (role) => {
  const client = await signedIn(running.application, own.login(role));
  const walked: string[] = [];
  for (const { method, path } of await operations(client)) {
    const key = `${method} ${path}`;
    // Signing out and in would end this walk; both have tests of their own.
    if (path === '/api/session' && method !== 'GET' && method !== 'PATCH') continue;
    if (path === '/api/setup' || path.startsWith('/api/account/')) continue;
    const answer: Answer = await client(method, aimed(path), BODIES[key] ?? (method === 'GET' ? undefined : {}));
    walked.push(key);
    expect(answer.text.includes(foreign.mark), `${key} shows a foreign row`).toBe(false);
    expect(answer.status, `${key}: ${answer.text.slice(0, 200)}`).toBeLessThan(500);
    if (path.includes('{id}')) expect([400, 403, 404], `${key}: ${answer.status}`).toContain(answer.status);
  }
  expect(walked.length).toBeGreaterThan(35);
});

test('the walk changed nothing of the foreign region', async () => {
  const rows = await inScope(running.database.db, SYSTEM, (tx) =>
    tx.selectFrom('organization').select(['name', 'closedOn']).where('name', 'like', `%${foreign.mark}`).execute(),
  );
  expect(rows.length).toBe(7);
  expect(rows.every((row) => row.closedOn === null)).toBe(true);
  const imports = await inScope(running.database.db, SYSTEM, (tx) =>
    tx.selectFrom('import').select('state').where('fileHash', '=', foreign.mark).execute(),
  );
  expect(imports).toEqual([{ state: 'read' }]);
  const plans = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('plan as p')
      .innerJoin('monthReport as r', 'r.planId', 'p.id')
      .innerJoin('analyticReport as a', 'a.planId', 'p.id')
      .innerJoin('measure as m', 'm.planId', 'p.id')
      .select(['p.state', 'p.revision', 'r.state as month', 'a.state as report', 'm.revision as measure'])
      .where('p.title', '=', foreign.mark)
      .execute(),
  );
  expect(plans).toEqual([{ state: 'approved', revision: 1, month: 'submitted', report: 'draft', measure: 1 }]);
});

test('a stranger is asked to sign in by every closed operation, whatever he sends', async () => {
  const client = stranger(running.application);
  for (const { method, path } of await operations(client)) {
    // Whether one is signed in may be asked by everybody; sessions.test.ts.
    if (path === '/api/session' && method !== 'DELETE' && method !== 'PATCH') continue;
    if (path === '/api/setup') continue;
    const answer = await client(method, aimed(path), method === 'GET' ? undefined : { nonsense: true });
    expect(answer.status, `${method} ${path}`).toBe(401);
  }
});

test('a school sees its own rows and neither its neighbour nor papers without the right', async () => {
  const head = await signedIn(running.application, own.login('schoolHead'));
  const names = (await head('GET', '/api/organizations')).body.organizations.map((row: { name: string }) => row.name);
  expect(names).toEqual([`Край ${own.mark}`, `Округ 1 ${own.mark}`, `Школа 11 ${own.mark}`]);
  const findings = (await head('GET', '/api/findings?show=all')).body.findings;
  expect(findings.length).toBe(2);
  const coordinator = await signedIn(running.application, own.login('schoolCoordinator'));
  expect((await coordinator('GET', `/api/findings/${findings[0].id}/papers`)).status).toBe(403);
});

test('a teacher sees his own class only', async () => {
  const teacher = await signedIn(running.application, own.login('teacher'));
  const findings = (await teacher('GET', '/api/findings?show=all')).body.findings;
  expect(findings.map((row: { level: string; className: string }) => `${row.level} ${row.className}`)).toEqual([
    'class 5А',
  ]);
});

test('reading papers is written to the journal, which the head sees and nobody can change', async () => {
  const head = await signedIn(running.application, own.login('schoolHead'));
  const [finding] = (await head('GET', '/api/findings?level=class')).body.findings;
  expect((await head('GET', `/api/findings/${finding.id}/papers`)).status).toBe(200);
  const { entries } = (await head('GET', '/api/audit?kind=read')).body;
  expect(entries[0]).toMatchObject({
    action: 'papers.read',
    subjectId: String(finding.id),
    details: { class: '5А', papers: 1 },
  });
  await expect(
    inScope(running.database.db, SYSTEM, (tx) =>
      tx
        .updateTable('auditEntry')
        .set({ action: 'nothing' } as never)
        .execute(),
    ),
  ).rejects.toThrow(/permission denied|append-only/);
});
