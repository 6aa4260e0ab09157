import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestRegion, type Client, signedIn, startTestApplication } from '#src/test-region.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let deputy: Client;
let head: Client;

beforeAll(async () => {
  running = await startTestApplication();
  const region = await buildTestRegion(running.database);
  deputy = await signedIn(running.application, region.login('deputyHead'));
  head = await signedIn(running.application, region.login('schoolHead'));
});
afterAll(() => running.close());

/** A plan of a year that is long over: what is late in it is late on any day. */
async function planOf(...deadlines: readonly string[]): Promise<number> {
  const { body } = await deputy('POST', '/api/plans', { title: 'План прошедшего года', schoolYear: 2020 });
  const { body: read } = await deputy('GET', `/api/plans/${body.id}`);
  const sectionId = read.plan.sections[0].id as number;
  const changes = deadlines.map((deadline, at) => ({
    op: 'addMeasure',
    sectionId,
    measure: { text: `Мероприятие ${at + 1}`, deadline },
  }));
  expect((await deputy('POST', `/api/plans/${body.id}/changes`, { changes })).status).toBe(200);
  return body.id as number;
}

async function approve(id: number): Promise<void> {
  const { body } = await head('GET', `/api/plans/${id}`);
  const approval = { order: '7', on: '2020-08-31', post: 'Директор', person: 'А. А. Выдумкина' };
  const step = { revision: body.plan.revision, to: 'approved', ...approval };
  expect((await head('POST', `/api/plans/${id}/state`, step)).status).toBe(200);
}

async function standingsOf(id: number): Promise<{ lateSince: string | null; dates: Record<string, number> }[]> {
  const { body } = await deputy('GET', `/api/plans/${id}`);
  return body.standings;
}

test('nothing of a draft is late; of the approved plan the earliest day that passed is said, with what became of the dates', async () => {
  const id = await planOf('ноябрь 2020', 'октябрь, февраль', 'октябрь 2020 (при необходимости)');
  expect(await standingsOf(id)).toEqual([]);
  await approve(id);
  const [once, twice, conditional] = await standingsOf(id);
  expect(once).toMatchObject({ lateSince: '2020-11-30', dates: { open: 1, accepted: 0 } });
  expect(twice).toMatchObject({ lateSince: '2020-10-31', dates: { open: 2 } });
  // A condition that nobody has met makes nobody late.
  expect(conditional?.lateSince ?? null).toBeNull();
});

test('what is under review or was not needed as a whole is not late', async () => {
  const id = await planOf('ноябрь 2020', 'декабрь 2020');
  await approve(id);
  const { body } = await deputy('GET', `/api/plans/${id}`);
  const [first, second] = body.plan.sections[0].measures as { id: number; revision: number }[];
  const carried = await deputy('GET', `/api/plans/${id}/carrying`);
  const due = carried.body.measures.find((one: { id: number }) => one.id === first!.id).occurrences[0].id as number;
  const handed = await deputy('POST', `/api/occurrences/${due}/evidence`, {
    piece: { kind: 'note' },
    title: 'Справка',
    note: 'Проведено',
    replaces: null,
    further: [],
  });
  expect(handed.status).toBe(200);
  const change = { op: 'setMeasure', id: second!.id, revision: second!.revision, fields: { state: 'notNeeded' } };
  expect((await deputy('POST', `/api/plans/${id}/changes`, { changes: [change] })).status).toBe(200);
  const standings = await standingsOf(id);
  expect(standings.map(({ lateSince }) => lateSince)).toEqual([null, null]);
  expect(standings[0]).toMatchObject({ dates: { submitted: 1 } });
});
