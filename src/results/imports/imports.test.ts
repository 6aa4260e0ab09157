import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { importSettled, uploadFiles } from './test-upload.ts';

const FIXTURES = join(import.meta.dirname, '..', 'readers');
const ENGLISH = readFileSync(join(FIXTURES, 'form-2026/fixtures/english-8/input.xlsx'));

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let deputy: Client;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  deputy = await signedIn(running.application, region.login('deputyHead'));
});
afterAll(() => running.close());

async function papersOf(importId: number): Promise<number> {
  const rows = await inScope(running.database.db, SYSTEM, (tx) =>
    tx.selectFrom('paper').select('id').where('importId', '=', importId).where('supersededBy', 'is', null).execute(),
  );
  return rows.length;
}

function described(part: { tasks: { id: string; max: number }[] }, subject = 'Английский язык') {
  return {
    procedure: `ВПР ${region.mark}`,
    year: 2026,
    subject,
    grade: 8,
    level: 'base',
    tasks: part.tasks.map(({ id, max }) => ({ id, max, response: /К/.test(id) ? 'extended' : 'short' })),
    scaleId: null,
  };
}

test('a form goes from upload through questions to papers, a second upload changes nothing, and a revert takes all out again', async () => {
  const { body } = await uploadFiles(deputy, { name: 'форма.xlsx', content: ENGLISH });
  const [{ id }] = body.imports;
  const read = await importSettled(deputy, id);
  expect(read).toMatchObject({ state: 'read', reader: 'form-2026', ready: false, errors: 0 });
  expect(read.parts[0].blockers).toEqual(['describeWork']);
  expect(read.parts[0].schoolId).toBe(region.schools[0]!.id);

  expect((await deputy('POST', `/api/imports/${id}/commit`, { revision: read.revision })).status).toBe(409);
  const answered = await deputy('PATCH', `/api/imports/${id}`, {
    revision: read.revision,
    part: { id: read.parts[0].id, describe: described(read.parts[0]) },
  });
  expect(answered.body).toMatchObject({ ready: true });
  expect(answered.body.parts[0]).toMatchObject({ newWork: true, blockers: [] });
  const { papers, absent } = answered.body.parts[0].counts;
  expect(papers).toBeGreaterThan(0);

  expect((await deputy('POST', `/api/imports/${id}/commit`, { revision: answered.body.revision })).status).toBe(200);
  const committed = await importSettled(deputy, id);
  expect(committed.state).toBe('committed');
  expect(await papersOf(id)).toBe(papers + absent);

  const again = await uploadFiles(deputy, { name: 'копия.xlsx', content: ENGLISH });
  expect(again.body.imports).toMatchObject([{ id, sameAsId: id, state: 'committed' }]);
  expect(await papersOf(id)).toBe(papers + absent);

  expect((await deputy('POST', `/api/imports/${id}/revert`, { revision: committed.revision })).status).toBe(200);
  expect((await importSettled(deputy, id)).state).toBe('reverted');
  expect(await papersOf(id)).toBe(0);
});

test('a corrected file supersedes papers, and its revert brings the old ones back', async () => {
  const csv = (score: number) =>
    Buffer.from(
      `школа;класс;код участника;вариант;1 (3б);2 (2б)\n${region.schools[1]!.code};7А;70001;1;${score};1\n${region.schools[1]!.code};7А;70002;1;2;0\n`,
    );
  const coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
  const ids: number[] = [];
  for (const score of [1, 3]) {
    const [{ id }] = (await uploadFiles(coordinator, { name: `${score}.csv`, content: csv(score) })).body.imports;
    ids.push(id);
    let state = await importSettled(coordinator, id);
    if (state.table) {
      await coordinator('PATCH', `/api/imports/${id}`, { revision: state.revision, mapping: state.table.mapping });
      state = await importSettled(coordinator, id);
    }
    if (!state.ready) {
      const describe = { ...described(state.parts[0], 'География'), grade: 7 };
      state = (
        await coordinator('PATCH', `/api/imports/${id}`, {
          revision: state.revision,
          part: { id: state.parts[0].id, describe },
        })
      ).body;
    }
    expect(state.parts[0].blockers).toEqual([]);
    if (score === 3) expect(state.parts[0].counts).toMatchObject({ replaced: 1, unchanged: 1 });
    await coordinator('POST', `/api/imports/${id}/commit`, { revision: state.revision });
    expect((await importSettled(coordinator, id)).state).toBe('committed');
  }
  const [first, second] = ids as [number, number];
  expect([await papersOf(first), await papersOf(second)]).toEqual([0, 2]);
  const { revision } = (await coordinator('GET', `/api/imports/${second}`)).body;
  await coordinator('POST', `/api/imports/${second}/revert`, { revision });
  await importSettled(coordinator, second);
  expect([await papersOf(first), await papersOf(second)]).toEqual([2, 0]);
});

test('a saved mapping that has lost its shape is passed over, neither offered nor followed', async () => {
  const coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
  const brokenId = await inScope(running.database.db, SYSTEM, async (tx) => {
    const row = {
      organizationId: region.id,
      name: `сломанное ${region.mark}`,
      signature: 'x',
      mapping: '{"columns": 7}',
    };
    return (await tx.insertInto('columnMapping').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });
  const content = Buffer.from('Шифр;Неизвестно;А;Б\nк-1;7А;1;2\nк-2;7А;3;4\n');
  const [{ id }] = (await uploadFiles(coordinator, { name: 'чужая таблица.csv', content })).body.imports;
  const read = await importSettled(coordinator, id);
  expect(read.state).toBe('read');
  expect(read.table.saved.map((saved: { id: number }) => saved.id)).not.toContain(brokenId);
  const answer = { revision: read.revision, useMappingId: brokenId };
  expect((await coordinator('PATCH', `/api/imports/${id}`, answer)).status).toBe(404);
});

test('names never reach the database: neither the kept file nor any draft holds them', async () => {
  const content = readFileSync(join(FIXTURES, 'mapper/fixtures/names-and-documents-csv/input.csv'));
  const text = content.toString('utf8').includes('�')
    ? new TextDecoder('windows-1251').decode(content)
    : content.toString('utf8');
  const [{ id }] = (await uploadFiles(deputy, { name: 'журнал.csv', content })).body.imports;
  const read = await importSettled(deputy, id);
  expect(read.droppedColumns.length).toBeGreaterThan(0);
  const [kept] = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('importFile as f')
      .innerJoin('importPart as p', 'p.importId', 'f.importId')
      .select(['f.content', 'p.drafts'])
      .where('f.importId', '=', id)
      .execute(),
  );
  const stored = kept!.content.toString('utf8') + JSON.stringify(kept!.drafts) + JSON.stringify(read);
  const lines = text.split(/\r?\n/).filter(Boolean);
  const header = lines.find((line) => read.droppedColumns.every((name: string) => line.includes(name)))!;
  const delimiter = header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',';
  const columns = header.split(delimiter).map((cell, index) => [cell.trim(), index] as const);
  const personal = columns.filter(([name]) => read.droppedColumns.includes(name)).map(([, index]) => index);
  const names = lines
    .slice(lines.indexOf(header) + 1)
    .flatMap((line) => personal.map((index) => line.split(delimiter)[index]?.trim() ?? ''))
    .filter((value) => value.length > 3);
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name) => stored.includes(name))).toEqual([]);
});

test('a broken file is kept out with every problem at once and stores nothing', async () => {
  const [{ id }] = (
    await uploadFiles(deputy, {
      name: 'грязный.xlsx',
      content: readFileSync(join(FIXTURES, 'form-2026/fixtures/dirty/input.xlsx')),
    })
  ).body.imports;
  const read = await importSettled(deputy, id);
  expect(read.state).toBe('read');
  expect(read.errors).toBeGreaterThan(3);
  expect(new Set(read.parts[0].problems.map((problem: { code: string }) => problem.code)).size).toBeGreaterThan(3);
  expect(read.parts[0].blockers).toContain('errors');
  const xlsx = await deputy('GET', `/api/imports/${id}/problems.xlsx`);
  expect(xlsx.status).toBe(200);
  expect(await papersOf(id)).toBe(0);
});

test('a file that is no table says what it is and is not kept', async () => {
  const [{ id, state }] = (
    await uploadFiles(deputy, {
      name: 'обрезан.xlsx',
      content: readFileSync(join(FIXTURES, 'form-2026/fixtures/truncated/input.xlsx')),
    })
  ).body.imports;
  expect(state).toBe('unreadable');
  const read = (await deputy('GET', `/api/imports/${id}`)).body;
  expect(read.problems.length).toBe(1);
  const [kept] = await inScope(running.database.db, SYSTEM, (tx) =>
    tx.selectFrom('importFile').select('content').where('importId', '=', id).execute(),
  );
  expect(kept!.content.length).toBe(0);
});

test('an empty request and a stale revision are answered with what to do', async () => {
  expect((await deputy('POST', '/api/imports', {})).body.error.code).toBe('noFiles');
  const [{ id }] = (await uploadFiles(deputy, { name: 'форма.xlsx', content: ENGLISH })).body.imports;
  const read = await importSettled(deputy, id);
  const stale = await deputy('POST', `/api/imports/${id}/discard`, { revision: read.revision - 1 });
  expect(stale.body.error.code).toBe('changedMeanwhile');
  expect((await deputy('POST', `/api/imports/${id}/discard`, { revision: read.revision })).body.state).toBe(
    'discarded',
  );
});
