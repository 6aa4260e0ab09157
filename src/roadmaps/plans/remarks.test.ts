import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestRegion, type Client, signedIn, startTestApplication } from '#src/test-region.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let deputy: Client;
let head: Client;
let coordinator: Client;

beforeAll(async () => {
  running = await startTestApplication();
  const region = await buildTestRegion(running.database);
  deputy = await signedIn(running.application, region.login('deputyHead'));
  head = await signedIn(running.application, region.login('schoolHead'));
  coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
});
afterAll(() => running.close());

interface Mend {
  readonly kind: string;
  readonly words: string;
  readonly at: number | null;
  readonly way: { readonly path: string; readonly search: Readonly<Record<string, string>> } | null;
}
interface Remark {
  readonly key: string;
  readonly code: string;
  readonly mends: readonly Mend[];
}

async function planOf(schoolYear: number, measures: readonly Record<string, unknown>[]): Promise<number> {
  const { body } = await deputy('POST', '/api/plans', { title: `План на ${schoolYear} год`, schoolYear });
  const { body: read } = await deputy('GET', `/api/plans/${body.id}`);
  const sectionId = read.plan.sections[0].id as number;
  const changes = measures.map((measure) => ({ op: 'addMeasure', sectionId, measure }));
  expect((await deputy('POST', `/api/plans/${body.id}/changes`, { changes })).status).toBe(200);
  return body.id as number;
}

async function step(id: number, to: string, more: Record<string, string> = {}): Promise<void> {
  const { body } = await head('GET', `/api/plans/${id}`);
  const done = await head('POST', `/api/plans/${id}/state`, { revision: body.plan.revision, to, ...more });
  expect(done.status).toBe(200);
}

const approve = (id: number, on: string) =>
  step(id, 'approved', { order: '7', on, post: 'Директор', person: 'А. А. Выдумкина' });

async function remarkOf(id: number, code: string, client = deputy): Promise<Remark> {
  const { body } = await client('GET', `/api/plans/${id}/remarks`);
  return (body.remarks as Remark[]).find((remark) => remark.code === code)!;
}

test('an empty deadline is proposed as the plan of the year before had it, else as the starter has it; nothing is written', async () => {
  const text = 'Посетить уроки молодых учителей и обсудить отметки';
  const before = await planOf(2024, [{ text, deadline: 'до 20 октября 2024 г.', kind: 'M19' }]);
  await approve(before, '2024-08-30');
  const id = await planOf(2025, [
    { text, kind: 'M19' },
    { text: 'Изучить порядок проведения проверочных работ', kind: 'M01' },
  ]);
  const { body } = await deputy('GET', `/api/plans/${id}/remarks`);
  const ways = (body.remarks as Remark[]).flatMap(({ code, mends }) => (code === 'noDeadline' ? [mends[0]!.way] : []));
  const measures = (await deputy('GET', `/api/plans/${id}`)).body.plan.sections[0].measures as { id: number }[];
  expect(ways[0]).toEqual({
    path: `/plans/${id}`,
    search: { open: `deadline:${measures[0]!.id}`, value: 'до 20 октября 2025 г.', source: 'previousPlan' },
  });
  expect(ways[1]).toMatchObject({ search: { open: `deadline:${measures[1]!.id}`, source: 'starter' } });
  expect(measures).toMatchObject([{ deadline: { verbatim: '' } }, { deadline: { verbatim: '' } }]);
});

test('every remark of a draft can be acted upon by whoever edits it', async () => {
  const id = await planOf(2026, [
    { number: '1', text: 'Провести семинар и' },
    { number: '1', text: 'Провести семинар', deadline: 'до 20 августа 2026 г.', result: 'снижение качества' },
    { text: 'Разобрать работы', deadline: 'когда-нибудь', result: 'справка' },
  ]);
  const { body } = await deputy('GET', `/api/plans/${id}/remarks`);
  const remarks = body.remarks as Remark[];
  expect(new Set(remarks.map(({ code }) => code)).size).toBeGreaterThan(6);
  for (const { code, mends } of remarks) {
    expect(mends.length, code).toBeGreaterThan(0);
    for (const { at, way } of mends) expect(at === null ? way?.path : 'own', code).toBeTruthy();
  }
});

test('words of an approved plan lead through a draft: the head to it, others to the head; another organisation to nothing', async () => {
  const id = await planOf(2026, [{ text: 'Провести семинар', deadline: 'ноябрь декабрь 2026' }]);
  await approve(id, '2026-08-30');
  const own = await remarkOf(id, 'lostDash', head);
  expect(own.mends).toMatchObject([{ at: null, way: { path: `/plans/${id}`, search: { open: 'reopen' } } }]);
  const theirs = await remarkOf(id, 'lostDash');
  expect(theirs.mends).toMatchObject([{ at: null, way: null, words: expect.stringContaining('руководитель') }]);
  expect((await remarkOf(id, 'lostDash', coordinator)).mends).toEqual([]);
  // What the paper does not say may be mended at once.
  const kind = await remarkOf(id, 'kindNotTold');
  expect(kind.mends.some(({ at, way }) => at !== null || way?.search.open?.startsWith('kind:'))).toBe(true);
  await step(id, 'draft', { reason: 'Уточнить сроки' });
  const again = await remarkOf(id, 'lostDash');
  expect(again.mends.map(({ at }) => at)).toEqual([0, 1]);
});

test('two mends of one field at one press: the first is made, the other waits for the next look', async () => {
  const id = await planOf(2026, [{ text: 'Провести семинар', deadline: 'ноябрь декабрь 2026,' }]);
  const { key: dash } = await remarkOf(id, 'lostDash');
  const { key: comma } = await remarkOf(id, 'trailingComma');
  const { body } = await deputy('POST', `/api/plans/${id}/mend`, {
    mends: [
      { key: dash, at: 0 },
      { key: comma, at: 0 },
    ],
  });
  expect(body.done).toBe(1);
  const { plan } = (await deputy('GET', `/api/plans/${id}`)).body;
  expect(plan.sections[0].measures[0].deadline.verbatim).toBe('ноябрь – декабрь 2026 г.');
});
