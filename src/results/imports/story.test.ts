/** Stories of imports that go wrong or cross: overlapping files, foreign districts, jobs that ended early. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { READ_JOB } from './actions.ts';
import { importSettled, uploadFiles } from './test-upload.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let coordinator: Client;
let deputy: Client;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
  deputy = await signedIn(running.application, region.login('deputyHead'));
});
afterAll(() => running.close());

const HEADER =
  'procedure,date,municipality,school,grade,class,subject,teacher,participant,variant,journal_mark,mark,total,t1,t2';

interface Line {
  readonly municipality?: string;
  readonly school: string;
  readonly participant: string;
  readonly scores: string;
}

function table(subject: string, lines: readonly Line[]): Buffer {
  const rows = lines.map(
    ({ municipality, school, participant, scores }) =>
      `ВПР 2026 ${region.mark},2026-04-21,${municipality ?? ''},${school},5,5А,${subject},,${participant},1,4,,,${scores}`,
  );
  return Buffer.from(`${[HEADER, ...rows].join('\n')}\n`);
}

const description = (subject: string, change: Record<string, unknown> = {}) => ({
  procedure: `ВПР 2026 ${region.mark}`,
  year: 2026,
  subject,
  grade: 5,
  level: 'base',
  tasks: [
    { id: '1', max: 1, response: 'short' },
    { id: '2', max: 2, response: 'extended' },
  ],
  scaleId: null,
  ...change,
});

async function upload(client: Client, name: string, content: Buffer) {
  const [{ id }] = (await uploadFiles(client, { name, content })).body.imports;
  return importSettled(client, id);
}

const answer = (client: Client, read: { id: number; revision: number; parts: { id: number }[] }, part: object) =>
  client('PATCH', `/api/imports/${read.id}`, { revision: read.revision, part: { id: read.parts[0]!.id, ...part } });

/** Answers what is open about the work and stores the file. */
async function commit(client: Client, read: Awaited<ReturnType<typeof upload>>, subject: string) {
  const state = read.ready ? read : (await answer(client, read, { describe: description(subject) })).body;
  expect(state.parts[0].blockers).toEqual([]);
  await client('POST', `/api/imports/${state.id}/commit`, { revision: state.revision });
  const committed = await importSettled(client, state.id);
  expect(committed.state).toBe('committed');
  return committed;
}

async function revert(client: Client, id: number) {
  const { revision } = (await client('GET', `/api/imports/${id}`)).body;
  await client('POST', `/api/imports/${id}/revert`, { revision });
  expect((await importSettled(client, id)).state).toBe('reverted');
}

/** Participants and scores in force, by import. */
async function inForce(...imports: number[]) {
  const rows = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('paper')
      .select(['importId', 'participant', 'scores'])
      .where('importId', 'in', imports)
      .where('supersededBy', 'is', null)
      .orderBy('participant')
      .execute(),
  );
  return imports.map((id) =>
    rows.filter((row) => row.importId === id).map((row) => `${row.participant}:${row.scores.join('')}`),
  );
}

const five = (last: string): Line[] =>
  ['50001', '50002', '50003', '50004', '50005'].map((participant, index) => ({
    school: region.schools[0]!.name,
    participant,
    scores: index === 4 ? last : '1,2',
  }));
const same = ['50001:12', '50002:12', '50003:12', '50004:12'];

test('reverting the older of two overlapping files leaves the newer one whole, and reverting both leaves nothing', async () => {
  const a = await commit(coordinator, await upload(coordinator, 'a.csv', table('Биология', five('0,0'))), 'Биология');
  const read = await upload(coordinator, 'b.csv', table('Биология', five('1,1')));
  expect(read.parts[0].counts).toMatchObject({ replaced: 1, unchanged: 4 });
  const b = await commit(coordinator, read, 'Биология');
  await revert(coordinator, a.id);
  expect(await inForce(a.id, b.id)).toEqual([[], [...same, '50005:11']]);
  await revert(coordinator, b.id);
  expect(await inForce(a.id, b.id)).toEqual([[], []]);
});

test('papers of four files in a row come back one after another, whatever was reverted between', async () => {
  const ids: number[] = [];
  for (const last of ['0,0', '0,1', '1,0', '1,1']) {
    const read = await upload(coordinator, `${last}.csv`, table('История', five(last)));
    ids.push((await commit(coordinator, read, 'История')).id);
  }
  const [a, b, c, d] = ids as [number, number, number, number];
  await revert(coordinator, b);
  expect(await inForce(a, c, d)).toEqual([[], [], [...same, '50005:11']]);
  await revert(coordinator, d);
  expect(await inForce(a, c)).toEqual([[], [...same, '50005:10']]);
  await revert(coordinator, c);
  expect(await inForce(a)).toEqual([[...same, '50005:00']]);
});

test('a file that brings nothing new takes the papers over without marking the work as changed', async () => {
  const lines = five('0,0');
  const a = await commit(coordinator, await upload(coordinator, 'a.csv', table('География', lines)), 'География');
  const changedAt = () =>
    inScope(running.database.db, SYSTEM, (tx) =>
      tx.selectFrom('work').select('papersChangedAt').where('id', '=', a.parts[0].workId).executeTakeFirstOrThrow(),
    );
  const before = await changedAt();
  const reordered = await upload(coordinator, 'b.csv', table('География', [...lines].reverse()));
  const b = await commit(coordinator, reordered, 'География');
  expect(await changedAt()).toEqual(before);
  await revert(coordinator, a.id);
  expect(await inForce(b.id)).toEqual([[...same, '50005:00']]);
});

test('a file of several districts puts into the own schools only what names the own district', async () => {
  const [own, , foreign] = region.schools;
  const lines = [1, 2].map((m) => ({
    municipality: `Округ ${m} ${region.mark}`,
    school: own!.name,
    participant: `5000${m}`,
    scores: '1,2',
  }));
  const read = await upload(coordinator, 'край.csv', table('Физика', lines));
  expect(read.parts[0]).toMatchObject({ unknownSchools: [own!.name], canAddSchools: false });
  expect(read.parts[0].blockers).toContain('unknownSchools');
  const forced = await answer(coordinator, read, { describe: description('Физика'), addSchools: true });
  expect(forced.body).toMatchObject({ ready: false });
  expect(forced.body.parts[0].blockers).toEqual(['unknownSchools']);

  const coded = [lines[0]!, { ...lines[1]!, school: own!.code }];
  expect((await upload(coordinator, 'коды.csv', table('Физика', coded))).parts[0].unknownSchools).toEqual([]);
  const alone = [{ ...lines[0]!, municipality: 'наш район' }];
  expect((await upload(coordinator, 'район.csv', table('Физика', alone))).parts[0].unknownSchools).toEqual([]);
  const others = [{ ...lines[0]!, municipality: 'наш район', school: foreign!.name }];
  expect((await upload(coordinator, 'чужая.csv', table('Физика', others))).parts[0].unknownSchools.length).toBe(1);
});

test('a described work has distinct tasks and a scale that is there and fits its maximum', async () => {
  const read = await upload(coordinator, 'химия.csv', table('Химия', five('0,0')));
  const [task] = description('').tasks;
  const twice = await answer(coordinator, read, { describe: description('Химия', { tasks: [task, task] }) });
  expect(twice.body.error.code).toBe('duplicateTask');
  const none = await answer(coordinator, read, { describe: description('Химия', { scaleId: 2_000_000_000 }) });
  expect(none.status).toBe(404);
  const { id } = await inScope(running.database.db, SYSTEM, (tx) =>
    tx.selectFrom('scale').select('id').where('maxScore', '<>', 3).limit(1).executeTakeFirstOrThrow(),
  );
  const unfit = await answer(coordinator, read, { describe: description('Химия', { scaleId: id }) });
  expect(unfit.body.error.code).toBe('scaleMismatch');
});

test('nobody adds a school below a school', async () => {
  const lines = [{ school: `Иная ${region.mark}`, participant: '50001', scores: '1,2' }];
  const { id } = await upload(deputy, 'школа.csv', table('Музыка', lines));
  const admin = await signedIn(running.application, region.login('administrator'));
  const read = (await admin('GET', `/api/imports/${id}`)).body;
  expect(read.parts[0]).toMatchObject({ canAddSchools: false });
  expect((await answer(admin, read, { addSchools: true })).status).toBe(403);
});

test('the journal holds what a commit made and stored, and what a revert took out', async () => {
  const lines = [{ school: `Новая ${region.mark}`, participant: '50001', scores: '1,2' }];
  const read = await upload(coordinator, 'новая.csv', table('Технология', lines));
  const added = (await answer(coordinator, read, { addSchools: true, describe: description('Технология') })).body;
  const { id, parts } = await commit(coordinator, added, 'Технология');
  await revert(coordinator, id);
  const entries = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('auditEntry')
      .select(['action', 'organizationId', 'accountId', 'details'])
      .where('organizationId', '=', region.municipalityIds[0]!)
      .where('action', 'in', ['organization.create', 'work.create', 'import.commit', 'import.revert'])
      .orderBy('id', 'desc')
      .limit(4)
      .execute(),
  );
  const { workId } = parts[0];
  expect(entries.reverse().map(({ action, details }) => [action, details])).toEqual([
    ['organization.create', { kind: 'school', name: `Новая ${region.mark}`, importId: id }],
    ['work.create', { procedure: `ВПР 2026 ${region.mark}`, subject: 'Технология', grade: 5, importId: id }],
    ['import.commit', { works: [{ workId, added: 1, replaced: 0, unchanged: 0 }] }],
    ['import.revert', { papers: 1, works: [workId] }],
  ]);
  expect(new Set(entries.map((entry) => entry.accountId)).size).toBe(1);
  expect(entries[0]!.accountId).not.toBeNull();
});

test('an import whose job was cancelled can be acted on again', async () => {
  const read = await upload(coordinator, 'отмена.csv', table('Обществознание', five('0,0')));
  const ready = (await answer(coordinator, read, { describe: description('Обществознание') })).body;
  const strand = (state: 'received' | 'committing') =>
    inScope(running.database.db, SYSTEM, async (tx) => {
      await tx.updateTable('job').set({ state: 'cancelled' }).where('id', '=', ready.jobId).execute();
      await tx.updateTable('import').set({ state }).where('id', '=', ready.id).execute();
    });
  await strand('committing');
  const again = await answer(coordinator, ready, { skipFlawed: true });
  expect(again.body).toMatchObject({ state: 'read', ready: true });
  await strand('committing');
  expect((await coordinator('GET', `/api/imports/${ready.id}`)).body.state).toBe('read');
  await strand('received');
  const { revision } = again.body;
  expect((await coordinator('POST', `/api/imports/${ready.id}/commit`, { revision })).status).toBe(409);
  expect((await coordinator('GET', `/api/imports/${ready.id}`)).body.state).toBe('unreadable');
  await strand('committing');
  expect((await coordinator('POST', `/api/imports/${ready.id}/discard`, { revision })).body.state).toBe('discarded');
});

test('an import whose reading failed says so and can be discarded', async () => {
  const read = await upload(coordinator, 'сбой.csv', table('Право', five('0,0')));
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const { organizationId, accountId } = await tx
      .selectFrom('import')
      .select(['organizationId', 'accountId'])
      .where('id', '=', read.id)
      .executeTakeFirstOrThrow();
    const jobId = await running.application.queue.enqueue(tx, {
      kind: READ_JOB,
      organizationId,
      accountId,
      subjectId: read.id,
    });
    // No reader can follow a mapping without columns.
    await tx.updateTable('import').set({ state: 'received', jobId, mapping: '{}' }).where('id', '=', read.id).execute();
  });
  const failed = await importSettled(coordinator, read.id);
  expect(failed.state).toBe('unreadable');
  expect((await coordinator('GET', `/api/jobs/${failed.jobId}`)).body.state).toBe('failed');
  const { revision } = failed;
  expect((await coordinator('POST', `/api/imports/${read.id}/discard`, { revision })).body.state).toBe('discarded');
});

test('who may not read papers downloads only the files he sent himself', async () => {
  const school = await signedIn(running.application, region.login('schoolCoordinator'));
  const others = await upload(deputy, 'чужой.csv', table('Литература', five('0,0')));
  expect((await school('GET', `/api/imports/${others.id}/file`)).status).toBe(403);
  const own = await upload(school, 'свой.csv', table('Литература', five('1,0')));
  expect((await school('GET', `/api/imports/${own.id}/file`)).status).toBe(200);
  expect((await deputy('GET', `/api/imports/${own.id}/file`)).status).toBe(200);
});

test('a refused file does not undo those sent before it', async () => {
  const answered = await uploadFiles(
    coordinator,
    { name: 'whole.csv', content: table('Искусство', five('0,0')) },
    { name: 'empty.csv', content: Buffer.alloc(0) },
    { name: 'third.csv', content: table('Искусство', five('1,0')) },
  );
  expect(answered.body.error.code).toBe('emptyFile');
  const names = (await coordinator('GET', '/api/imports')).body.imports.map(
    (row: { fileName: string }) => row.fileName,
  );
  expect(names).toContain('whole.csv');
  expect(names).not.toContain('third.csv');
});
