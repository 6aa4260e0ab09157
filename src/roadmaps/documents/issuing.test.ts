import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDocx } from '#src/documents/docx/render.ts';
import type { Block } from '#src/documents/model.ts';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import {
  type Answer,
  buildTestRegion,
  type Client,
  signedIn,
  startTestApplication,
  type TestRegion,
} from '#src/test-region.ts';
import { readBack } from './test-reading.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let deputy: Client;
let teacher: Client;
let coordinator: Client;
let stranger: Client;
let planId: number;

beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  const foreign = await buildTestRegion(running.database);
  const { application } = running;
  deputy = await signedIn(application, region.login('deputyHead'));
  teacher = await signedIn(application, region.login('teacher'));
  coordinator = await signedIn(application, region.login('municipalCoordinator'));
  stranger = await signedIn(application, foreign.login('schoolHead'));
  const made = await deputy('POST', '/api/plans', {
    title: 'План работы школы на 2026/2027 учебный год',
    schoolYear: 2026,
  });
  planId = made.body.id;
  const read = await deputy('GET', `/api/plans/${planId}`);
  const sectionId = read.body.plan.sections[0].id;
  await deputy('POST', `/api/plans/${planId}/changes`, {
    changes: [
      {
        op: 'addMeasure',
        sectionId,
        measure: { number: '1', text: 'Педсовет об оценивании', deadline: 'ноябрь 2026', result: 'Протокол' },
      },
      { op: 'addMeasure', sectionId, measure: { number: '2', text: 'Посещение уроков', deadline: 'постоянно' } },
    ],
  });
});
afterAll(() => running.close());

function issue(kind: string, format: string, client = deputy): Promise<Answer> {
  return client('POST', `/api/plans/${planId}/documents`, { kind, format });
}

async function bytesOf(id: number): Promise<Buffer> {
  const row = await inScope(running.database.db, SYSTEM, (tx) =>
    tx.selectFrom('issuedDocument').select(['content', 'fileHash']).where('id', '=', id).executeTakeFirstOrThrow(),
  );
  expect(createHash('sha256').update(row.content).digest('hex')).toBe(row.fileHash);
  return row.content;
}

async function formOf(...lines: readonly string[]): Promise<Buffer> {
  const blocks = lines.map((words): Block => ({ kind: 'paragraph', words }));
  const part = { orientation: 'portrait', leftMargin: 20, fontSize: 12, lineSpacing: 1, blocks } as const;
  return Buffer.from(await toDocx({ title: '', author: null, day: '2026-11-22', parts: [part] }));
}

function upload(content: Buffer, fields: Record<string, string>, client = deputy): Promise<Answer> {
  const boundary = 'test-boundary';
  const head = (disposition: string) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}`);
  const body = Buffer.concat([
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.concat([head(`name="${name}"`), Buffer.from(`\r\n\r\n${value}\r\n`)]),
    ),
    head('name="files"; filename="бланк.docx"\r\nContent-Type: application/octet-stream\r\n\r\n'),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return client('POST', '/api/document-templates', body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  });
}

test.each(['plan', 'planRemarks', 'planState', 'order', 'acquaintance'])(
  'the document «%s» is issued in all three formats, listed and downloaded',
  async (kind) => {
    for (const format of ['docx', 'pdf', 'xlsx']) {
      const { status, body } = await issue(kind, format);
      expect(status).toBe(200);
      expect(body.fileName).toMatch(new RegExp(`\\.${format}$`, 'u'));
      const { body: list } = await deputy('GET', `/api/documents?planId=${planId}&kind=${kind}`);
      expect(list.documents.map(({ id }: { id: number }) => id)).toContain(body.id);
      const file = await deputy('GET', `/api/documents/${body.id}/file`);
      expect(file.status).toBe(200);
      expect(String(file.headers['content-type'])).toContain(format === 'pdf' ? 'pdf' : 'openxmlformats');
      expect((await bytesOf(body.id)).length).toBeGreaterThan(1000);
    }
  },
);

test('the stored plan on paper is read as the same plan', async () => {
  for (const format of ['docx', 'pdf', 'xlsx']) {
    const { body } = await issue('plan', format);
    const read = await readBack(await bytesOf(body.id));
    expect(read).toMatchObject({ title: 'План работы школы на 2026/2027 учебный год', schoolYear: '2026/2027' });
    expect(read.sections.flatMap(({ measures }) => measures)).toMatchObject([
      { number: '1', text: 'Педсовет об оценивании', deadline: 'ноябрь 2026', result: 'Протокол' },
      { number: '2', text: 'Посещение уроков', deadline: 'постоянно', result: '' },
    ]);
  }
});

test('the same document of the same day is kept once', async () => {
  const [first, second] = [await issue('plan', 'docx'), await issue('plan', 'docx')];
  expect(second.body.id).toBe(first.body.id);
});

test('the bytes of an issued document can be neither changed nor removed', async () => {
  const { body } = await issue('plan', 'pdf');
  await expect(
    inScope(running.database.db, SYSTEM, (tx) =>
      tx.updateTable('issuedDocument').set({ title: 'другое' }).where('id', '=', body.id).execute(),
    ),
  ).rejects.toThrow();
  await expect(
    inScope(running.database.db, SYSTEM, (tx) => tx.deleteFrom('issuedDocument').where('id', '=', body.id).execute()),
  ).rejects.toThrow();
});

test('another region sees neither the documents nor the forms', async () => {
  const { body } = await issue('plan', 'pdf');
  expect((await stranger('GET', `/api/documents/${body.id}/file`)).status).toBe(404);
  expect((await stranger('POST', `/api/plans/${planId}/documents`, { kind: 'plan', format: 'pdf' })).status).toBe(404);
  const { body: list } = await stranger('GET', '/api/documents');
  expect(JSON.stringify(list)).not.toContain(region.mark);
  expect((await coordinator('GET', `/api/documents/${body.id}/file`)).status).toBe(200);
});

test('a form with mistakes is told what to do and is not kept', async () => {
  const { status, body } = await upload(await formOf('{назание}', '{#мероприятия}{номер}{/мероприятия}'), {
    kind: 'plan',
  });
  expect(status).toBe(200);
  expect(body.template).toBeNull();
  expect(body.problems).toEqual([expect.stringContaining('Может быть, «{название}»?')]);
  const { body: list } = await deputy('GET', '/api/document-templates');
  expect(list.templates).toEqual([]);
  expect(list.kinds.map(({ id }: { id: string }) => id)).toEqual(['plan', 'order', 'acquaintance', 'monthReport']);
});

test("the organisation's own form is tried, kept, used for its plan, replaced and removed", async () => {
  const form = await formOf('Бланк: {название}', '{#мероприятия}', '{номер}. {мероприятие}', '{/мероприятия}');
  const checked = await upload(form, { kind: 'plan', check: 'yes' });
  expect(checked.body).toMatchObject({
    problems: [],
    used: ['название', 'мероприятия', 'номер', 'мероприятие'],
    template: null,
  });
  const kept = await upload(form, { kind: 'plan' });
  expect(kept.body.template).toMatchObject({ kind: 'plan', fileName: 'бланк.docx', own: true });
  const { id } = kept.body.template;
  expect((await deputy('GET', `/api/document-templates/${id}/file`)).status).toBe(200);
  expect((await deputy('GET', `/api/document-templates/${id}/sample`)).status).toBe(200);

  const { body: issued } = await issue('plan', 'docx');
  const xml = strFromU8(unzipSync(await bytesOf(issued.id))['word/document.xml']);
  expect(xml).toContain('Бланк: План работы школы');
  expect(xml).toContain('1. Педсовет об оценивании');

  const replaced = await upload(await formOf('Новый бланк: {название}'), { kind: 'plan' });
  const { body: list } = await deputy('GET', '/api/document-templates');
  expect(list.templates.map((each: { id: number }) => each.id)).toEqual([replaced.body.template.id]);
  expect((await deputy('DELETE', `/api/document-templates/${replaced.body.template.id}`)).status).toBe(204);
  expect((await deputy('GET', '/api/document-templates')).body.templates).toEqual([]);
  // What was issued with the form stays as it was.
  expect((await bytesOf(issued.id)).length).toBeGreaterThan(1000);
});

test("a district's form holds for its schools, which may not remove it, and a school's own form is nearer", async () => {
  const kept = await upload(await formOf('Район: {заголовок}'), { kind: 'order' }, coordinator);
  const { id } = kept.body.template;
  const { body: list } = await deputy('GET', '/api/document-templates');
  expect(list.templates).toMatchObject([{ id, kind: 'order', own: false }]);
  expect((await deputy('DELETE', `/api/document-templates/${id}`)).status).toBe(403);
  await upload(await formOf('Школа: {заголовок}'), { kind: 'order' });
  const { body: issued } = await issue('order', 'docx');
  expect(strFromU8(unzipSync(await bytesOf(issued.id))['word/document.xml'])).toContain('Школа: Об утверждении');
});

test('a teacher may print a plan but keep no form; an unknown kind and a missing file are told', async () => {
  expect((await issue('plan', 'pdf', teacher)).status).toBe(200);
  const form = await formOf('{название}');
  expect((await upload(form, { kind: 'plan' }, teacher)).status).toBe(403);
  expect((await upload(form, { kind: 'letter' })).status).toBe(404);
  expect((await teacher('GET', '/api/document-kinds/plan/blank')).status).toBe(200);
  expect((await teacher('GET', '/api/document-kinds/letter/blank')).status).toBe(404);
  const { body } = await upload(Buffer.from('Просто текст'), { kind: 'plan' });
  expect(body.error.code).toBe('templateNotDocx');
});
