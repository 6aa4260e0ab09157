import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import type { NewMeasure } from '../plans/model.ts';
import { insertMeasure, insertPlan } from '../plans/write.ts';
import { findPlan } from '../plans/store.ts';
import type { BoardRow } from './contract.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
type Asked = Awaited<ReturnType<typeof signedIn>>;
let coordinator: Asked;
let head: Asked;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
  head = await signedIn(running.application, region.login('schoolHead'));
});
afterAll(() => running.close());

const asSystem = <T>(work: Parameters<typeof inScope<T>>[2]): Promise<T> => inScope(running.database.db, SYSTEM, work);

const measure = (text: string, post = 'руководители ОО', deadline = 'октябрь'): NewMeasure => ({
  number: null,
  text,
  deadline,
  result: 'Справка',
  kind: null,
  targets: [],
  warnings: [],
  parties: [{ part: 'responsible', post, person: null, organisation: null, staffPostId: null }],
});

/** An approved plan of the first municipality: two measures for schools, one of its own. */
async function districtPlan(): Promise<number> {
  return asSystem(async (tx) => {
    const id = await insertPlan(tx, {
      organizationId: region.municipalityIds[0]!,
      accountId: null,
      plan: {
        title: `План округа ${region.mark}`,
        schoolYear: 2025,
        approval: { post: null, person: null, order: '14-од', on: '2025-09-05' },
        startsOn: null,
        endsOn: null,
        preamble: '',
        sections: [
          { title: 'Анализ', measures: [measure('Сверить отметки'), measure('Собрать отчёты', 'методист ИМЦ')] },
          { title: 'Контроль', measures: [measure('Посетить уроки', 'директора школ', 'ежемесячно')] },
        ],
      },
    });
    await tx.updateTable('plan').set({ state: 'approved' }).where('id', '=', id).execute();
    return id;
  });
}

interface Choice {
  readonly schools: { id: number; sent: boolean }[];
  readonly measures: { id: number; text: string; forSchools: boolean; sent: boolean }[];
  readonly changes: { add: number; change: number; withdraw: number; schools: number };
}

async function send(planId: number, schoolIds?: number[]): Promise<void> {
  const choice = (await coordinator('GET', `/api/plans/${planId}/sending`)).body as Choice;
  const sent = await coordinator('POST', `/api/plans/${planId}/send`, {
    schoolIds: schoolIds ?? choice.schools.map(({ id }) => id),
    measureIds: choice.measures.filter((one) => one.forSchools || one.sent).map(({ id }) => id),
  });
  expect(sent.status).toBe(200);
  const { jobId } = sent.body as { jobId: number };
  await expect
    .poll(
      () =>
        asSystem(
          async (tx) =>
            (await tx.selectFrom('job').select('state').where('id', '=', jobId).executeTakeFirstOrThrow()).state,
        ),
      { timeout: 20_000 },
    )
    .toBe('done');
}

const board = async (planId: number): Promise<BoardRow[]> =>
  ((await coordinator('GET', `/api/plans/${planId}/schools`)).body as { schools: BoardRow[] }).schools;

test('each school gets a draft of its own with the measures for schools, linked to the district’s words', async () => {
  const planId = await districtPlan();
  await send(planId);
  const rows = await board(planId);
  expect(rows.map(({ schoolId }) => schoolId).toSorted((a, b) => a - b)).toEqual([
    region.schools[0]!.id,
    region.schools[1]!.id,
  ]);
  expect(rows.every((row) => row.planState === 'draft' && row.measures === 2)).toBe(true);
  const plan = await asSystem((tx) => findPlan(tx, rows[0]!.planId!));
  expect(plan!.sections.map(({ title, measures }) => [title, measures.map(({ text }) => text)])).toEqual([
    ['Анализ', ['Сверить отметки']],
    ['Контроль', ['Посетить уроки']],
  ]);
  expect(plan!.sections[0]!.measures[0]!.origin).toMatchObject({ text: 'Сверить отметки', deadline: 'октябрь' });
  expect(plan!.approval.order).toBeNull();
});

test('after a sending the district is told who got the plan, who had it and what each measure was proposed by', async () => {
  const planId = await districtPlan();
  const choice = async () => (await coordinator('GET', `/api/plans/${planId}/sending`)).body;
  expect(await choice()).toMatchObject({
    last: null,
    measures: [
      { forSchools: true, responsible: 'руководители ОО' },
      { forSchools: false, responsible: 'методист ИМЦ' },
      { forSchools: true, responsible: 'директора школ' },
    ],
  });
  await send(planId, [region.schools[0]!.id]);
  expect((await choice()).last).toMatchObject({ sent: 1, had: 0, asked: 0, missing: [] });
  await asSystem((tx) =>
    tx
      .updateTable('measure')
      .set({ text: 'Сверить отметки за год' })
      .where('text', '=', 'Сверить отметки')
      .where('planId', '=', planId)
      .execute(),
  );
  await send(planId);
  expect((await choice()).last).toMatchObject({ sent: 1, had: 1, asked: 1, missing: [] });
});

test('sending twice makes no second draft and proposes nothing that stands', async () => {
  const planId = await districtPlan();
  await send(planId);
  const before = await board(planId);
  await send(planId);
  expect(await board(planId)).toEqual(before);
});

test('an addition and a withdrawal travel down as proposals; the school answers, and nothing is asked twice', async () => {
  const planId = await districtPlan();
  const school = region.schools[0]!.id;
  await send(planId, [school]);
  await asSystem(async (tx) => {
    const plan = (await findPlan(tx, planId))!;
    await insertMeasure(tx, { planId, sectionId: plan.sections[1]!.id, measure: measure('Перепроверить работы') });
    const gone = plan.sections[0]!.measures[0]!.id;
    await tx.updateTable('measure').set({ state: 'withdrawn' }).where('id', '=', gone).execute();
  });
  const choice = (await coordinator('GET', `/api/plans/${planId}/sending`)).body as Choice;
  expect(choice.changes).toEqual({ add: 1, change: 0, withdraw: 1, schools: 1 });
  await send(planId, [school]);
  const row = (await board(planId)).find(({ schoolId }) => schoolId === school)!;
  expect(row.openProposals).toBe(2);
  const told = (await head('GET', '/api/notices')).body as { notices: { sentence: string; href: string }[] };
  expect(told.notices.slice(0, 2).map(({ href }) => href)).toEqual([
    `/plans/${row.planId}/proposals`,
    `/plans/${row.planId}`,
  ]);
  expect(told.notices[0]!.sentence).toContain('2\u00a0предложения');
  const listed = (await head('GET', `/api/plans/${row.planId}/proposals`)).body as {
    canAnswer: boolean;
    proposals: { id: number; kind: string }[];
  };
  expect(listed.canAnswer).toBe(true);
  const add = listed.proposals.find(({ kind }) => kind === 'add')!;
  const withdraw = listed.proposals.find(({ kind }) => kind === 'withdraw')!;
  expect((await head('POST', `/api/proposals/${add.id}/answer`, { answer: 'accept' })).status).toBe(200);
  expect((await head('POST', `/api/proposals/${add.id}/answer`, { answer: 'accept' })).status).toBe(409);
  const bare = await head('POST', `/api/proposals/${withdraw.id}/answer`, { answer: 'decline' });
  expect(bare.status).toBe(400);
  expect(bare.text).toContain('почему');
  const declined = await head('POST', `/api/proposals/${withdraw.id}/answer`, {
    answer: 'decline',
    remark: 'Уже выполняем',
  });
  expect(declined.status).toBe(200);
  const plan = (await asSystem((tx) => findPlan(tx, row.planId!)))!;
  const measures = plan.sections.flatMap((section) => section.measures);
  expect(measures.map(({ text }) => text)).toEqual(['Сверить отметки', 'Посетить уроки', 'Перепроверить работы']);
  expect(measures.every(({ state }) => state === 'planned')).toBe(true);
  const answers = (await coordinator('GET', '/api/notices')).body as { notices: { sentence: string }[] };
  expect(answers.notices[0]!.sentence).toContain('отклонено: Уже выполняем');
  await send(planId, [school]);
  const after = (await board(planId)).find(({ schoolId }) => schoolId === school)!;
  expect([after.openProposals, after.declined]).toEqual([0, 1]);
});

test('a changed deadline may be taken or answered with one’s own words, and the district’s words stay known', async () => {
  const planId = await districtPlan();
  const school = region.schools[0]!.id;
  await send(planId, [school]);
  const schoolPlan = (await board(planId)).find(({ schoolId }) => schoolId === school)!.planId!;
  await asSystem(async (tx) => {
    const measures = (await findPlan(tx, planId))!.sections.flatMap((section) => section.measures);
    for (const one of measures) {
      await tx
        .updateTable('measure')
        .set((build) => ({ deadline: 'ноябрь', revision: build('revision', '+', 1) }))
        .where('id', '=', one.id)
        .execute();
    }
  });
  await send(planId, [school]);
  const { proposals } = (await head('GET', `/api/plans/${schoolPlan}/proposals`)).body as {
    proposals: { id: number; before: { text: string } }[];
  };
  const [first, second] = proposals.toSorted((a, b) => a.id - b.id);
  await head('POST', `/api/proposals/${first!.id}/answer`, { answer: 'accept' });
  await head('POST', `/api/proposals/${second!.id}/answer`, { answer: 'keepOwnWords' });
  const measures = (await asSystem((tx) => findPlan(tx, schoolPlan)))!.sections.flatMap((section) => section.measures);
  expect(measures.map(({ deadline, origin }) => [deadline.verbatim, origin!.deadline])).toEqual([
    ['ноябрь', 'ноябрь'],
    ['ежемесячно', 'ноябрь'],
  ]);
});

test('only a district sends, only what is approved, only to its own schools', async () => {
  const planId = await districtPlan();
  const choice = (await coordinator('GET', `/api/plans/${planId}/sending`)).body as Choice;
  const measureIds = choice.measures.map(({ id }) => id);
  const stranger = region.schools[2]!.id;
  const refused = await coordinator('POST', `/api/plans/${planId}/send`, { schoolIds: [stranger], measureIds });
  expect(refused.status).toBe(400);
  expect((await head('POST', `/api/plans/${planId}/send`, { schoolIds: [stranger], measureIds })).status).toBe(403);
  expect((await head('GET', `/api/plans/${planId}/schools`)).status).toBe(404);
  await asSystem((tx) => tx.updateTable('plan').set({ state: 'draft' }).where('id', '=', planId).execute());
  const draft = await coordinator('POST', `/api/plans/${planId}/send`, {
    schoolIds: [region.schools[0]!.id],
    measureIds,
  });
  expect(draft.status).toBe(409);
  expect(draft.text).toContain('утвердите');
});
