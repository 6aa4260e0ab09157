import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestRegion, type Client, signedIn, startTestApplication } from '#src/test-region.ts';
import { LONGEST } from './rules.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let deputy: Client;

beforeAll(async () => {
  running = await startTestApplication();
  const region = await buildTestRegion(running.database);
  deputy = await signedIn(running.application, region.login('deputyHead'));
});
afterAll(() => running.close());

const ODD: readonly (readonly [string, string])[] = [
  ['emoji', 'Провести семинар 🎓👩‍🏫 и собрание'],
  ['letters from right to left', 'Семинар שלום عربى \u202Eобратно\u202C'],
  ['markup', '<script>alert(1)</script><b onclick="x">План</b> & "кавычки"'],
  ['spaces and lines', '  Провести\n\tсеминар  '],
  ['the longest that fits', 'я'.repeat(LONGEST.text)],
];

async function emptyPlan(): Promise<{ id: number; sectionId: number }> {
  const { body } = await deputy('POST', '/api/plans', { title: 'План для странных слов', schoolYear: 2026 });
  const { body: read } = await deputy('GET', `/api/plans/${body.id}`);
  return { id: body.id, sectionId: read.plan.sections[0].id };
}

test.each(ODD)('a measure of %s is kept as it was written, and its remarks are told', async (_, words) => {
  const { id, sectionId } = await emptyPlan();
  const measure = { number: '🎓', text: words, deadline: words.slice(0, LONGEST.deadline), result: words };
  const { status } = await deputy('POST', `/api/plans/${id}/changes`, {
    changes: [{ op: 'addMeasure', sectionId, measure }],
  });
  expect(status).toBe(200);
  const { body } = await deputy('GET', `/api/plans/${id}`);
  expect(body.plan.sections[0].measures[0]).toMatchObject({
    number: '🎓',
    text: words,
    deadline: { verbatim: measure.deadline },
    result: words,
  });
  expect((await deputy('GET', `/api/plans/${id}/remarks`)).status).toBe(200);
});

test('what is empty or too long is refused in words, and what was stored stays', async () => {
  const { id, sectionId } = await emptyPlan();
  await deputy('POST', `/api/plans/${id}/changes`, {
    changes: [{ op: 'addMeasure', sectionId, measure: { text: 'Провести семинар' } }],
  });
  const stored = async () => (await deputy('GET', `/api/plans/${id}`)).body.plan.sections[0].measures[0];
  const before = await stored();
  for (const fields of [
    { text: '   ' },
    { text: 'я'.repeat(10_000) },
    { deadline: 'я'.repeat(10_000) },
    { number: '1'.repeat(10_000) },
    { parties: [{ part: 'responsible', post: ' ', person: null, organisation: null, staffPostId: null }] },
  ]) {
    const edit = { op: 'setMeasure', id: before.id, revision: before.revision, fields };
    const { status, body } = await deputy('POST', `/api/plans/${id}/changes`, { changes: [edit] });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/[а-я]{4}/u);
  }
  expect(await stored()).toEqual(before);
  for (const title of ['', '  ', 'я'.repeat(10_000)])
    expect((await deputy('POST', '/api/plans', { title, schoolYear: 2026 })).status).toBe(400);
});
