import { afterAll, expect, test } from 'vitest';
import { carryingOut, note, startScene, type TestOccurrence } from './test-scene.ts';

const scene = await startScene();
afterAll(scene.close);
const { region, deputy, head, coordinator, stranger } = scene;
const { measure, occurrencesOf, planOf, hand, send, review } = carryingOut(scene);

test('approval gives each measure its dates; a draft has none', async () => {
  const { planId, ids } = await planOf(
    'ежемесячно, последний понедельник месяца',
    'до 30 ноября 2026',
    'по графику ВПР',
  );
  expect(await occurrencesOf(ids[0]!)).toHaveLength(9);
  expect((await occurrencesOf(ids[1]!)).map(({ dueOn }) => dueOn)).toEqual(['2026-11-30']);
  expect((await occurrencesOf(ids[2]!)).map(({ key, dueOn }) => [key, dueOn])).toEqual([['once', null]]);
  const { body } = await deputy('GET', `/api/plans/${planId}/carrying`);
  expect(body.measures).toHaveLength(3);
  const made = await deputy('POST', '/api/plans', { title: 'Проект', schoolYear: 2026 });
  const draft = await deputy('GET', `/api/plans/${made.body.id}/carrying`);
  expect(draft.body.measures).toEqual([]);
});

test('what lasts all year goes on after its first evidence and is closed by a word', async () => {
  const { ids } = await planOf('в течение учебного года', 'постоянно');
  for (const id of ids) {
    let [one] = (await occurrencesOf(id)) as [TestOccurrence];
    await hand(one.id, note('Ноябрь: проведено'));
    [one] = (await occurrencesOf(id)) as [TestOccurrence];
    expect((await review(one, 'accepted')).body).toMatchObject({ ends: null, occurrences: [{ state: 'open' }] });
    expect((await hand(one.id, note('Декабрь: проведено'))).status).toBe(200);
    [one] = (await occurrencesOf(id)) as [TestOccurrence];
    expect((await review(one, 'accepted', '', head, { ends: true })).body.occurrences[0].state).toBe('accepted');
  }
});

test('«не потребовалось» has a reason, can be taken back, and counts when the measure is closed', async () => {
  const { ids } = await planOf('ноябрь, декабрь 2026 г.');
  const [id] = ids as [number];
  const [first, second] = (await occurrencesOf(id)) as [TestOccurrence, TestOccurrence];
  const say = (one: TestOccurrence, body: object) =>
    head('POST', `/api/occurrences/${one.id}/needed`, { revision: one.revision, needed: false, reason: '', ...body });
  expect((await say(first, {})).body.error.code).toBe('reasonRequired');
  expect((await say(first, { reason: 'Процедура не проводилась' })).body.occurrences[0]).toMatchObject({
    state: 'notNeeded',
    note: 'Процедура не проводилась',
  });
  const stale = await say(first, { needed: true });
  expect(stale.body.error.code).toBe('changedMeanwhile');
  const early = await head('POST', `/api/measures/${id}/state`, { state: 'done', reason: '' });
  expect([early.status, early.body.error.code]).toEqual([409, 'occurrencesOpen']);
  await say(second, { reason: 'Процедура не проводилась' });
  expect((await measure(id)).ends).toBe('notNeeded');
  const whole = await head('POST', `/api/measures/${id}/state`, { state: 'notNeeded', reason: 'ВПР отменены' });
  expect(whole.body).toMatchObject({ state: 'notNeeded', stateNote: 'ВПР отменены' });
  const [again] = (await occurrencesOf(id)) as [TestOccurrence];
  expect((await say(again, { needed: true })).body).toMatchObject({ state: 'inProgress' });
});

test('a condition that comes about brings dates, one that goes takes away those without evidence', async () => {
  const { ids } = await planOf('до 31 мая 2027 (при необходимости)');
  const [id] = ids as [number];
  expect(await occurrencesOf(id)).toEqual([]);
  const set = (met: boolean) => head('POST', `/api/measures/${id}/condition`, { met });
  expect((await set(true)).body.occurrences).toMatchObject([{ dueOn: '2027-05-31', state: 'open' }]);
  expect((await set(false)).body.occurrences).toEqual([]);
  expect((await set(true)).body.occurrences).toMatchObject([{ state: 'open' }]);
  const plain = await planOf('до 31 мая 2027');
  const refused = await head('POST', `/api/measures/${plain.ids[0]}/condition`, { met: true });
  expect(refused.body.error.code).toBe('noCondition');
});

test('a calendar that is attached gives its days to what waited for them, evidence and all', async () => {
  const { ids } = await planOf('по графику ВСОКО школы');
  const [id] = ids as [number];
  const [one] = (await occurrencesOf(id)) as [TestOccurrence];
  await hand(one.id, note('Подготовлено заранее'));
  const made = await deputy('POST', '/api/calendars/2026/events', {
    kind: 'schedule',
    title: 'График ВСОКО школы',
    names: ['график ВСОКО школы'],
    source: 'приказ',
    windows: [
      { from: '2027-02-01', to: '2027-02-05', label: '' },
      { from: '2027-04-05', to: '2027-04-09', label: '' },
    ],
  });
  expect([made.status, made.text]).toEqual([200, expect.anything()]);
  expect((await occurrencesOf(id)).map(({ dueOn, state }) => [dueOn, state])).toEqual([
    ['2027-02-05', 'submitted'],
    ['2027-04-09', 'open'],
  ]);
});

test('a district sees the evidence of its schools and does not hand it in; another region sees nothing', async () => {
  const { planId, ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  const { body } = await send(one.id, { name: 'Протокол.pdf', content: Buffer.from('%PDF secret') });
  expect((await measure(ids[0]!, coordinator)).occurrences[0].submissions).toHaveLength(1);
  expect((await hand(one.id, note('За школу'), coordinator)).body.error.code).toBe('foreignPlan');
  expect((await coordinator('GET', `/api/evidence/${body.evidenceId}/file`)).status).toBe(200);
  for (const url of [
    `/api/measures/${ids[0]}/carrying`,
    `/api/plans/${planId}/carrying`,
    `/api/plans/${planId}/occurrences.xlsx`,
    `/api/evidence/${body.evidenceId}/file`,
  ]) {
    expect((await stranger('GET', url)).status).toBe(404);
  }
  expect((await hand(one.id, note('Чужое'), stranger)).status).toBe(404);
  expect(
    (await review({ ...one, submissions: [] }, 'accepted', '', stranger, { submissions: [{ id: 1, revision: 1 }] }))
      .status,
  ).toBe(404);
  expect((await stranger('GET', '/api/evidence')).body.evidence).toEqual([]);
  const week = await coordinator('GET', '/api/week');
  const below = week.body.below.find(({ id }: { id: number }) => id === region.schools[0]!.id);
  expect(below.review).toBeGreaterThan(0);
  expect((await stranger('GET', `/api/week?organization=${region.schools[0]!.id}`)).status).toBe(404);
});

test('a plan that names «Директор» comes to the week of the one director on the staff', async () => {
  await head('POST', `/api/organizations/${region.schools[0]!.id}/staff`, {
    fullName: 'Выдумкина Анна Андреевна',
    post: 'директор школы',
    fromDate: '2026-09-01',
  });
  const { staff, accounts } = (await head('GET', '/api/substitutions')).body;
  const director = staff.find(({ fullName }: { fullName: string }) => fullName.startsWith('Выдумкина')).id;
  const account = accounts.find(({ login }: { login: string }) => login === region.login('schoolHead')).id;
  await head('PUT', `/api/staff/${director}/account`, { accountId: account });
  const made = await deputy('POST', '/api/plans', { title: 'План с директором', schoolYear: 2026 });
  const path = `/api/plans/${made.body.id}`;
  const draft = (await deputy('GET', path)).body.plan;
  const party = { part: 'responsible', post: 'Директор', person: null, organisation: null, staffPostId: null };
  await deputy('POST', `${path}/changes`, {
    changes: [
      {
        op: 'addMeasure',
        sectionId: draft.sections[0].id,
        measure: { number: '1', text: 'Издать приказ', deadline: 'до 30 ноября 2026', parties: [party] },
      },
    ],
  });
  const { revision } = (await head('GET', path)).body.plan;
  const approval = { to: 'approved', order: '15', on: '2026-08-31', post: 'Директор', person: 'А. А. Выдумкина' };
  expect((await head('POST', `${path}/state`, { revision, ...approval })).status).toBe(200);
  const { rows } = (await head('GET', '/api/week?whose=mine')).body;
  expect(rows.map((row: { text: string; mine: string }) => [row.text, row.mine])).toContainEqual([
    'Издать приказ',
    'responsible',
  ]);
});

test('the week and every table can be had as a spreadsheet', async () => {
  const { planId } = await planOf('до 30 ноября 2026');
  for (const url of [
    '/api/week.xlsx',
    `/api/plans/${planId}/occurrences.xlsx`,
    `/api/plans/${planId}/people.xlsx`,
    '/api/substitutions.xlsx',
  ]) {
    const answer = await deputy('GET', url);
    expect([url, answer.status, answer.text.slice(0, 2)]).toEqual([url, 200, 'PK']);
  }
});
