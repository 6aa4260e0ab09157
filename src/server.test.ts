import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLES } from './access/model.ts';
import type { DB } from './platform/db/schema.ts';
import { inScope, SYSTEM, type Tx } from './platform/db/scope.ts';
import {
  type Answer,
  buildTestRegion,
  type Client,
  signedIn,
  startTestApplication,
  stranger,
  type TestRegion,
} from './test-region.ts';

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
  await fillWithResults(own);
  await fillWithResults(foreign);
});
afterAll(() => running.close());

/** A work, an import, papers, a finding, a job and journal entries, so that every list has something to leak. */
async function fillWithResults(region: TestRegion): Promise<void> {
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const school = region.schools[0]!;
    const account = await tx
      .selectFrom('account')
      .select('id')
      .where('login', '=', region.login('deputyHead'))
      .executeTakeFirstOrThrow();
    const insert = async (
      table: 'procedure' | 'scale' | 'work' | 'job' | 'import' | 'paper' | 'analysis' | 'finding' | 'columnMapping',
      values: object,
    ) =>
      (
        await tx
          .insertInto(table)
          .values(values as never)
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id as number;
    const procedureId = await insert('procedure', {
      organizationId: region.id,
      name: `ВПР ${region.mark}`,
      year: 2026,
    });
    const scaleId = await insert('scale', {
      organizationId: region.id,
      year: 2026,
      grade: 5,
      subject: `Математика ${region.mark}`,
      level: 'base',
      maxScore: 4,
      threshold3: 1,
      threshold4: 2,
      threshold5: 3,
      source: region.mark,
    });
    const tasks = JSON.stringify([{ id: '1', max: 4, response: 'short' }]);
    const workId = await insert('work', {
      organizationId: region.id,
      procedureId,
      subject: `Математика ${region.mark}`,
      grade: 5,
      tasks,
      scaleId,
    });
    const jobId = await insert('job', {
      organizationId: school.id,
      accountId: account.id,
      kind: `import.read ${region.mark}`,
      state: 'failed',
    });
    const importId = await insert('import', {
      organizationId: school.id,
      accountId: account.id,
      fileName: `${region.mark}.xlsx`,
      byteSize: 1,
      fileHash: region.mark,
      state: 'read',
      jobId,
    });
    await tx
      .insertInto('importFile')
      .values({ importId, organizationId: school.id, content: Buffer.from(region.mark) })
      .execute();
    await insert('columnMapping', { organizationId: region.id, name: region.mark, signature: '', mapping: '{}' });
    await insert('paper', {
      organizationId: school.id,
      workId,
      classGroupId: school.classIds[0]!,
      importId,
      participant: region.mark,
      status: 'present',
      scores: '{1}',
      total: 1,
      mark: 3,
    });
    const reference = JSON.stringify({
      totals: [0, 1, 0, 0, 0],
      marks: [0, 1, 0, 0],
      transition: [[], [], [], []],
      papers: 1,
      taskMeans: [0.25],
    });
    const analysisId = await insert('analysis', {
      organizationId: region.id,
      workId,
      engineVersion: region.mark,
      parameters: '{}',
      reference,
      papers: 1,
    });
    const distribution = JSON.stringify({
      totals: [0, 1, 0, 0, 0],
      marks: [0, 1, 0, 0],
      transition: [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      profile: [],
    });
    const finding = {
      workId,
      analysisId,
      participants: 1,
      absent: 0,
      evidence: 1,
      signalled: true,
      strength: 'weak',
      mechanisms: ['help'],
      markers: '[]',
      distribution,
      localFdr: 0.1,
      p: 0.01,
    };
    const findingId = await insert('finding', {
      ...finding,
      organizationId: school.id,
      level: 'class',
      classGroupId: school.classIds[0]!,
    });
    await insert('finding', { ...finding, organizationId: school.id, level: 'school', classGroupId: null });
    await tx
      .insertInto('officialReading')
      .values({ organizationId: school.id, workId, analysisId, marker: region.mark, applicable: true, reading: '{}' })
      .execute();
    if (region === foreign) {
      const subjectCode = await tx
        .insertInto('subjectCode')
        .values({ organizationId: region.id, system: 'РЦОИ', code: '77', subject: `Физика ${region.mark}` })
        .returning('id')
        .executeTakeFirstOrThrow();
      const reference = await tx
        .insertInto('honestReference')
        .values({
          organizationId: region.id,
          name: `Выборка ${region.mark}`,
          engineVersion: 'test',
          units: 0,
          papers: 0,
          content: JSON.stringify({ name: region.mark }),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      Object.assign(foreignIds, {
        organizations: school.id,
        schools: school.id,
        accounts: account.id,
        jobs: jobId,
        imports: importId,
        works: workId,
        procedures: procedureId,
        indices: school.id,
        'subject-codes': subjectCode.id,
        references: reference.id,
        findings: findingId,
        staff: 1,
      });
      const staff = await tx
        .selectFrom('staffPost')
        .select('id')
        .where('organizationId', '=', school.id)
        .executeTakeFirstOrThrow();
      foreignIds.staff = staff.id;
      Object.assign(foreignIds, await fillWithPlans(tx, region, { accountId: account.id, staffId: staff.id }));
    }
  });
}

/** A plan of a school with everything that hangs on one, every text of it marked. */
async function fillWithPlans(
  tx: Tx,
  region: TestRegion,
  { accountId, staffId }: { accountId: number; staffId: number },
): Promise<Record<string, number>> {
  const { mark } = region;
  const organizationId = region.schools[0]!.id;
  const districtId = region.municipalityIds[0]!;
  const row = async (table: keyof DB, values: object): Promise<number> => {
    const { id } = (await tx
      .insertInto(table as 'plan')
      .values({ organizationId, ...values } as never)
      .returning('id')
      .executeTakeFirstOrThrow()) as { id: number };
    return id;
  };
  const plan = { title: mark, schoolYear: 2026, state: 'approved', accountId };
  const planId = await row('plan', plan);
  const districtPlanId = await row('plan', { ...plan, organizationId: districtId });
  const sectionId = await row('planSection', { planId, position: 0, title: mark });
  const districtSectionId = await row('planSection', {
    organizationId: districtId,
    planId: districtPlanId,
    position: 0,
    title: mark,
  });
  const words = { position: 0, text: mark, deadline: mark, result: mark };
  const measureId = await row('measure', { planId, sectionId, ...words });
  const districtMeasureId = await row('measure', {
    organizationId: districtId,
    planId: districtPlanId,
    sectionId: districtSectionId,
    ...words,
  });
  const partyId = await row('measureParty', { measureId, post: mark });
  const occurrenceId = await row('occurrence', { planId, measureId, key: 'once', dueOn: '2026-11-01', note: mark });
  const evidenceId = await row('evidence', { kind: 'note', title: mark, note: mark, accountId });
  const submissionId = await row('evidenceSubmission', { evidenceId, occurrenceId, remark: mark });
  await row('planChange', {
    planId,
    batch: '00000000-0000-4000-8000-000000000000',
    action: mark,
    subjectKind: 'plan',
    subjectId: planId,
    after: JSON.stringify({ title: mark }),
  });
  const otherId = await row('staffPost', { fullName: mark, post: mark, fromDate: '2025-09-01' });
  const substitutionId = await row('substitution', {
    staffPostId: staffId,
    substituteId: otherId,
    fromDate: '2026-09-01',
    orderNumber: mark,
    orderDate: '2026-09-01',
  });
  const intakeId = await row('planIntake', {
    origin: 'pasted',
    fileName: mark,
    state: 'read',
    content: Buffer.from(mark),
  });
  const eventId = await row('calendarEvent', { schoolYear: 2026, kind: 'schedule', title: mark, names: [mark] });
  const sendingId = await row('planSending', { districtId, districtPlanId, schoolPlanId: planId });
  const proposalId = await row('cascadeProposal', {
    sendingId,
    kind: 'withdraw',
    districtMeasureId,
    measureId,
    remark: mark,
  });
  await row('monthReport', { planId, month: '2026-11-01', dueOn: '2026-11-30', note: mark, state: 'submitted' });
  const facts = { month: '2026-11', title: mark, facts: [], schools: [], measures: [] };
  const reportId = await row('analyticReport', {
    planId,
    month: '2026-11-01',
    dueOn: '2026-11-30',
    title: mark,
    body: JSON.stringify({ sections: [] }),
    facts: JSON.stringify(facts),
  });
  const aimId = await row('measureAim', { measureId, kind: 'none', reason: mark });
  await row('notice', {
    accountId,
    kind: 'planSent',
    key: mark,
    facts: JSON.stringify({ subject: mark }),
    href: '/plans',
  });
  const bytes = { content: Buffer.from(mark), byteSize: mark.length, fileHash: mark };
  const templateId = await row('documentTemplate', { kind: 'plan', fileName: mark, ...bytes });
  const documentId = await row('issuedDocument', {
    kind: 'plan',
    title: mark,
    format: 'pdf',
    fileName: mark,
    ...bytes,
  });
  return {
    plans: planId,
    measures: measureId,
    parties: partyId,
    occurrences: occurrenceId,
    evidence: evidenceId,
    submissions: submissionId,
    substitutions: substitutionId,
    'plan-intakes': intakeId,
    'calendar-events': eventId,
    proposals: proposalId,
    reports: reportId,
    aims: aimId,
    'document-templates': templateId,
    documents: documentId,
  };
}

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
  'POST /api/reports/{id}': { revision: 1, title: 'Взлом', body: { sections: [] } },
  'POST /api/reports/{id}/approve': { revision: 1 },
  'POST /api/reports/{id}/refresh': { revision: 1 },
  'POST /api/reports/{id}/reopen': { revision: 1 },
  'POST /api/reports/{id}/lock': { revision: 1 },
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
