import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { findPlan } from '../plans/store.ts';
import { sendPlan, settled, smallPlan } from './test-intake.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let deputy: Client;
let teacher: Client;
let coordinator: Client;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  deputy = await signedIn(running.application, region.login('deputyHead'));
  teacher = await signedIn(running.application, region.login('teacher'));
  coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
});
afterAll(() => running.close());

async function read(note: string) {
  const sent = await sendPlan(deputy, { name: 'план.docx', content: smallPlan(note) });
  expect(sent.status).toBe(200);
  return settled(deputy, sent.body.intake.id);
}

test('a document becomes a draft beside its source, is mended and saved as a plan', async () => {
  const intake = await read(' (первый)');
  expect(intake).toMatchObject({ state: 'read', origin: 'file', fileName: 'план.docx', planId: null });
  expect(intake.draft.head.schoolYear).toBe(2026);
  expect(Object.keys(intake.draft.measures)).toHaveLength(4);
  expect(intake.view.blocks.some((block: { kind: string }) => block.kind === 'table')).toBe(true);

  const [first] = intake.draft.sections[0].measures;
  const patch = {
    head: { ...intake.draft.head, title: 'План повышения объективности' },
    measures: { [first]: { ...intake.draft.measures[first], text: 'Разбор результатов ВПР', checked: true } },
  };
  const mended = await deputy('PATCH', `/api/plan-intakes/${intake.id}`, { revision: intake.revision, patch });
  expect(mended.body).toEqual({ revision: intake.revision + 1 });
  // Whoever holds the older draft is told so, and nothing of his overwrites.
  const late = await deputy('PATCH', `/api/plan-intakes/${intake.id}`, { revision: intake.revision, patch });
  expect(late.status).toBe(409);

  const saved = await deputy('POST', `/api/plan-intakes/${intake.id}/save`, { revision: intake.revision + 1 });
  expect(saved.status).toBe(200);
  const plan = await inScope(running.database.db, SYSTEM, (tx) => findPlan(tx, saved.body.planId));
  expect(plan).toMatchObject({ title: 'План повышения объективности', schoolYear: 2026, state: 'draft' });
  expect(plan!.organizationId).toBe(region.schools[0]!.id);
  const measures = plan!.sections.flatMap((section) => section.measures);
  expect(measures.map(({ text }) => text)).toContain('Разбор результатов ВПР');
  expect(measures).toHaveLength(4);
  expect(measures.find(({ number }) => number === '1')!.warnings).toEqual([]);

  const again = await deputy('POST', `/api/plan-intakes/${intake.id}/save`, { revision: intake.revision + 2 });
  expect(again.status).toBe(409);
});

test('the same content is recognised, and taken in once more only when asked for', async () => {
  const intake = await read(' (второй)');
  const same = await sendPlan(deputy, { name: 'копия.docx', content: smallPlan(' (второй)') });
  expect(same.body).toMatchObject({ known: true, intake: { id: intake.id } });
  const again = await sendPlan(deputy, { name: 'копия.docx', content: smallPlan(' (второй)'), again: 'yes' });
  expect(again.body.known).toBe(false);
  expect(again.body.intake.id).not.toBe(intake.id);
});

test('the file is had back byte for byte', async () => {
  const content = smallPlan(' (третий)');
  const { body } = await sendPlan(deputy, { name: 'план.docx', content });
  await settled(deputy, body.intake.id);
  const kept = await inScope(running.database.db, SYSTEM, (tx) =>
    tx.selectFrom('planIntake').select('content').where('id', '=', body.intake.id).executeTakeFirstOrThrow(),
  );
  expect(kept.content!.equals(content)).toBe(true);
  expect((await deputy('GET', `/api/plan-intakes/${body.intake.id}/file`)).status).toBe(200);
});

test('a pasted table is read as a file is', async () => {
  const pasted =
    'План мероприятий на 2026/2027 учебный год\n№\tМероприятие\tСрок\tОтветственный\n1\tАнализ результатов ВПР\tоктябрь\tЗам. директора\n2\tСеминар для учителей\tноябрь\tМетодист';
  const { body } = await sendPlan(deputy, { name: 'x.txt', content: Buffer.from(pasted), pasted: 'yes' });
  const intake = await settled(deputy, body.intake.id);
  expect(intake).toMatchObject({ state: 'read', origin: 'pasted' });
  expect(Object.keys(intake.draft.measures)).toHaveLength(2);
});

test('the school year that a person names is the one deadlines are read by', async () => {
  const sent = await sendPlan(deputy, { name: 'год.docx', content: smallPlan(' (год)'), schoolYear: '2024' });
  expect((await settled(deputy, sent.body.intake.id)).draft.head.schoolYear).toBe(2024);
});

test('files that are no plan are answered in words, each with what to do', async () => {
  const empty = await sendPlan(deputy, { name: 'пусто.docx', content: Buffer.alloc(0) });
  expect(empty.status).toBe(400);
  expect(empty.body.error.message).toContain('пусто.docx');

  const whole = smallPlan(' (обрезан)');
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 7)]);
  const zeroes = new Uint8Array(300 * 1024 * 1024);
  const bomb = Buffer.from(
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': [zeroes, { level: 9 }] }),
  );
  for (const [name, content] of [
    ['обрезан.docx', whole.subarray(0, whole.length >> 1)],
    ['фото.jpg', photo],
    ['бомба.docx', bomb],
  ] as const) {
    const { status, body } = await sendPlan(deputy, { name, content });
    expect([name, status]).toEqual([name, 200]);
    const intake = await settled(deputy, body.intake.id);
    expect([name, intake.state]).toEqual([name, 'unreadable']);
    expect(intake.refusal).toMatch(/[а-я]{3}/u);
  }
});

test('an incomplete draft is not saved, and says what is missing', async () => {
  const intake = await read(' (пустой)');
  const [first] = intake.draft.sections[0].measures;
  const patch = {
    head: { ...intake.draft.head, title: ' ' },
    measures: { [first]: { ...intake.draft.measures[first], text: '' } },
  };
  const { body } = await deputy('PATCH', `/api/plan-intakes/${intake.id}`, { revision: intake.revision, patch });
  const { status, body: refused } = await deputy('POST', `/api/plan-intakes/${intake.id}/save`, body);
  expect(status).toBe(422);
  expect(refused.error.message).toContain('нет названия');
  expect(refused.error.message).toContain('без текста');
});

test('a draft that loses a row by mistake is refused', async () => {
  const intake = await read(' (потеря)');
  const sections = intake.draft.sections.map((section: { measures: string[] }) => ({ ...section, measures: [] }));
  const { status } = await deputy('PATCH', `/api/plan-intakes/${intake.id}`, {
    revision: intake.revision,
    patch: { sections },
  });
  expect(status).toBe(400);
});

test('only those who keep plans take files in, and nobody sees the drafts of another organisation', async () => {
  expect((await sendPlan(teacher, { name: 'план.docx', content: smallPlan() })).status).toBe(403);
  const intake = await read(' (чужой)');
  expect((await teacher('GET', `/api/plan-intakes/${intake.id}`)).status).toBe(403);
  expect((await coordinator('GET', `/api/plan-intakes/${intake.id}`)).status).toBe(404);
  const listed = await coordinator('GET', '/api/plan-intakes');
  expect(JSON.stringify(listed.body)).not.toContain(region.mark);
  expect(listed.body.intakes).toEqual([]);
});

test('a file that was put aside leaves the list', async () => {
  const intake = await read(' (отложен)');
  const listed = async () =>
    (await deputy('GET', '/api/plan-intakes')).body.intakes.map(({ id }: { id: number }) => id);
  expect(await listed()).toContain(intake.id);
  await deputy('POST', `/api/plan-intakes/${intake.id}/discard`, { revision: intake.revision });
  expect(await listed()).not.toContain(intake.id);
});

test('a file that was put aside comes back where it stood, also one whose reading was stopped by that', async () => {
  const intake = await read(' (вернуть)');
  await deputy('POST', `/api/plan-intakes/${intake.id}/discard`, { revision: intake.revision });
  const restored = await deputy('POST', `/api/plan-intakes/${intake.id}/restore`, { revision: intake.revision + 1 });
  expect(restored.status).toBe(204);
  const back = (await deputy('GET', `/api/plan-intakes/${intake.id}`)).body;
  expect(back).toMatchObject({ state: 'read', draft: intake.draft });
  const again = await deputy('POST', `/api/plan-intakes/${intake.id}/restore`, { revision: back.revision });
  expect(again.status).toBe(409);

  const { body } = await sendPlan(deputy, {
    name: 'план (вернуть сразу).docx',
    content: smallPlan(' (вернуть сразу)'),
  });
  const { id, revision } = body.intake;
  // The reading may have ended before the file is put aside: either way it comes back and is read to its end.
  const aside = await deputy('POST', `/api/plan-intakes/${id}/discard`, { revision });
  if (aside.status === 204) await deputy('POST', `/api/plan-intakes/${id}/restore`, { revision: revision + 1 });
  expect(await settled(deputy, id)).toMatchObject({ state: 'read' });
});

test('the list says how many measures a file holds, and none of a letter', async () => {
  const content = Buffer.from('Уважаемые коллеги!\n\nПриглашаем вас на совещание.\n\nС уважением, Выдумкина');
  const { body } = await sendPlan(deputy, { name: 'письмо.txt', content });
  await settled(deputy, body.intake.id);
  const plan = await read(' (сколько)');
  const { intakes } = (await deputy('GET', '/api/plan-intakes')).body;
  const measuresOf = (id: number) => intakes.find((one: { id: number }) => one.id === id).measures;
  expect(measuresOf(body.intake.id)).toBe(0);
  expect(measuresOf(plan.id)).toBe(Object.keys(plan.draft.measures).length);
});
