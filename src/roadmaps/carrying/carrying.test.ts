import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { EVIDENCE_MEGABYTES } from './rules.ts';
import { approvedPlan, fileForm } from './test-plan.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let deputy: Client;
let head: Client;
let teacher: Client;
let coordinator: Client;
let stranger: Client;

beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  const foreign = await buildTestRegion(running.database);
  const { application } = running;
  deputy = await signedIn(application, region.login('deputyHead'));
  head = await signedIn(application, region.login('schoolHead'));
  teacher = await signedIn(application, region.login('teacher'));
  coordinator = await signedIn(application, region.login('municipalCoordinator'));
  stranger = await signedIn(application, foreign.login('deputyHead'));
});
afterAll(() => running.close());

interface Submission {
  id: number;
  state: string;
  remark: string;
  revision: number;
  review: string;
  submittedBy: string;
  evidence: { id: number; title: string; version: number; fileHash: string };
  serves: { measureId: number }[];
}
interface Occurrence {
  id: number;
  key: string;
  state: string;
  opensOn: string | null;
  dueOn: string | null;
  revision: number;
  submissions: Submission[];
}

const measure = async (id: number, client = deputy) => (await client('GET', `/api/measures/${id}/carrying`)).body;
const occurrencesOf = async (id: number): Promise<Occurrence[]> => (await measure(id)).occurrences;

/** A plan with measures of these deadlines; returns the ids of the measures. */
async function planOf(...deadlines: string[]): Promise<{ planId: number; ids: number[] }> {
  const plan = await approvedPlan(
    { deputy, head },
    deadlines.map((deadline, index) => ({ text: `Мероприятие ${index + 1}`, deadline })),
  );
  return { planId: plan.id, ids: plan.measures.map(({ id }) => id) };
}

const note = (words: string) => ({ piece: { kind: 'note' }, note: words });
const hand = (occurrenceId: number, body: object, client = deputy) =>
  client('POST', `/api/occurrences/${occurrenceId}/evidence`, body);
const send = (
  occurrenceId: number,
  file: { name: string; content: Buffer },
  fields: Record<string, string> = {},
  client = deputy,
) => {
  const form = fileForm(file, fields);
  return client('POST', `/api/occurrences/${occurrenceId}/evidence-file`, form.body, form.headers);
};
const review = (occurrence: Occurrence, verdict: string, remark = '', client = head, more: object = {}) =>
  client('POST', `/api/occurrences/${occurrence.id}/review`, {
    verdict,
    remark,
    submissions: occurrence.submissions
      .filter(({ state }) => state === 'submitted')
      .map(({ id, revision }) => ({ id, revision })),
    ...more,
  });

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

test('evidence is handed in, returned with a remark, handed in again as a new version and accepted; the measure is then done by one click', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [id] = ids as [number];
  let [one] = (await occurrencesOf(id)) as [Occurrence];
  const first = await send(
    one.id,
    { name: 'Приказ.pdf', content: Buffer.from('%PDF-1.7 first') },
    { note: 'Проведено' },
  );
  expect(first.status).toBe(200);
  expect((await measure(id)).state).toBe('inProgress');
  [one] = (await occurrencesOf(id)) as [Occurrence];
  expect(one.state).toBe('submitted');

  expect((await review(one, 'returned')).body.error.code).toBe('remarkRequired');
  const returned = await review(one, 'returned', 'Нет подписи директора');
  expect(returned.body.occurrences[0]).toMatchObject({ state: 'returned' });
  const again = await send(
    one.id,
    { name: 'Приказ с подписью.pdf', content: Buffer.from('%PDF-1.7 second') },
    { replaces: String(one.submissions[0]!.id) },
  );
  expect(again.status).toBe(200);
  [one] = (await occurrencesOf(id)) as [Occurrence];
  expect(one.submissions.map(({ state, evidence }) => [state, evidence.version])).toEqual([
    ['submitted', 2],
    ['superseded', 1],
  ]);
  expect(one.submissions[1]!.remark).toBe('Нет подписи директора');

  const accepted = await review(one, 'accepted');
  expect(accepted.body).toMatchObject({ state: 'inProgress', ends: 'done' });
  const done = await head('POST', `/api/measures/${id}/state`, { state: 'done', reason: '' });
  expect(done.body.state).toBe('done');
  expect(done.body.history.map(({ what }: { what: string }) => what)).toEqual([
    'done',
    'accepted',
    'submitted',
    'returned',
    'inProgress',
    'submitted',
  ]);
  // A reviewer may think better of it: the measure is under way again.
  [one] = (await occurrencesOf(id)) as [Occurrence];
  const { id: submission, revision } = one.submissions[0]!;
  const reopened = await review(one, 'returned', 'Не тот год', head, { submissions: [{ id: submission, revision }] });
  expect(reopened.body).toMatchObject({ state: 'inProgress', occurrences: [{ state: 'returned', acceptedAt: null }] });
});

test('a file comes back as it was received, with headers under which no browser runs it', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const content = randomBytes(70_000);
  const { body } = await send(one.id, { name: 'Снимок.xyz', content });
  const answer = await running.application.server.app.inject({
    method: 'GET',
    url: `/api/evidence/${body.evidenceId}/file`,
    headers: { cookie: await cookieOf(region.login('schoolHead')) },
  });
  expect(answer.rawPayload.equals(content)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers['content-disposition']).toContain('attachment');
});

async function cookieOf(login: string): Promise<string> {
  const answer = await running.application.server.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login, password: 'three unrelated words' },
  });
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

test('pressed twice, or sent again after the line was lost, the same evidence is stored once', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const file = { name: 'Анализ.docx', content: Buffer.from('PK same content') };
  const answers = await Promise.all([send(one.id, file), send(one.id, file), send(one.id, file)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.evidenceId)).size).toBe(1);
  expect(answers.filter(({ body }) => body.known)).toHaveLength(2);
  const links = await Promise.all(
    [1, 2].map(() => hand(one.id, { piece: { kind: 'link', url: 'https://school.example/news' } })),
  );
  expect(links.filter(({ body }) => body.known)).toHaveLength(1);
  expect((await occurrencesOf(ids[0]!))[0]!.submissions).toHaveLength(2);
});

test('two people hand in at once: both pieces wait for review', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const [mine, theirs] = await Promise.all([
    hand(one.id, note('Провела педсовет')),
    hand(one.id, note('Провели методический день'), teacher),
  ]);
  expect([mine.status, theirs.status]).toEqual([200, 200]);
  expect((await occurrencesOf(ids[0]!))[0]!.submissions.map(({ state }) => state)).toEqual(['submitted', 'submitted']);
});

test('two people mend the same returned piece at once: one is its new version, the other stands beside it', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  let [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await hand(one.id, note('Провела педсовет'));
  [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await review(one, 'returned', 'Нужен протокол');
  const replaces = one.submissions[0]!.id;
  const answers = await Promise.all([
    hand(one.id, { ...note('Протокол № 3 приложен'), replaces }),
    hand(one.id, { ...note('Протокол педсовета от 12.11'), replaces }, teacher),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.filter(({ body }) => body.beside)).toHaveLength(1);
  [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  expect(one.submissions.map(({ state }) => state).toSorted()).toEqual(['submitted', 'submitted', 'superseded']);
});

test('a remark on a version that was replaced meanwhile is not lost on the wrong one', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  let [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await hand(one.id, note('Первая запись'));
  [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await hand(one.id, { ...note('Вторая запись'), replaces: one.submissions[0]!.id });
  const answer = await review(one, 'returned', 'Исправьте');
  expect([answer.status, answer.body.error.code]).toEqual([409, 'replacedMeanwhile']);
  const [now] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  expect(now.state).toBe('submitted');
  await review(now, 'accepted');
  const late = await review(now, 'returned', 'Поздно');
  expect(late.body.error.code).toBe('alreadyReviewed');
});

test('what was returned is not handed in again unchanged and unexplained', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  let [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const file = { name: 'Отчёт.pdf', content: Buffer.from('%PDF the same') };
  await send(one.id, file);
  [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await review(one, 'returned', 'Нет даты');
  const replaces = String(one.submissions[0]!.id);
  expect((await send(one.id, file, { replaces })).body.error.code).toBe('sameAsReturned');
  expect((await send(one.id, file, { replaces, note: 'Дата на обороте' })).status).toBe(200);
});

test('nobody reviews his own evidence while another could', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  let [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await hand(one.id, note('Сделано'), head);
  [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const own = await review(one, 'accepted', '', head);
  expect([own.status, own.body.error.code]).toEqual([403, 'ownEvidence']);
  expect(own.body.error.message).toContain(`deputyHead ${region.mark}`);
  expect((await review(one, 'accepted', '', teacher)).status).toBe(403);
  expect((await review(one, 'accepted', '', deputy)).status).toBe(200);
});

test('the only one who could review may review his own evidence, and the journal says so', async () => {
  const alone = await buildTestRegion(running.database);
  const only = await signedIn(running.application, alone.login('deputyHead'));
  const director = await signedIn(running.application, alone.login('schoolHead'));
  const plan = await approvedPlan({ deputy: only, head: director }, [{ text: 'Одно', deadline: 'до 30 ноября 2026' }]);
  await inScope(running.database.db, SYSTEM, (tx) =>
    tx.updateTable('account').set({ disabledAt: new Date() }).where('login', '=', alone.login('schoolHead')).execute(),
  );
  const read = () => only('GET', `/api/measures/${plan.measures[0]!.id}/carrying`);
  await hand((await read()).body.occurrences[0].id, note('Сделано'), only);
  const { body } = await read();
  expect(body.occurrences[0].submissions[0].review).toBe('onlyOne');
  expect((await review(body.occurrences[0], 'accepted', '', only)).status).toBe(200);
  const entry = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('auditEntry')
      .select('details')
      .where('action', '=', 'evidence.review')
      .where('organizationId', '=', alone.schools[0]!.id)
      .executeTakeFirstOrThrow(),
  );
  expect(entry.details).toMatchObject({ ownEvidence: true });
});

test('one piece serves several dates, measures and plans; mended once, it answers every date where it was returned', async () => {
  const { ids } = await planOf('до 30 ноября 2026', 'ноябрь 2026');
  const other = await planOf('до 15 декабря 2026');
  const dates = await Promise.all([...ids, ...other.ids].map(async (id) => (await occurrencesOf(id))[0]!.id));
  const handed = await hand(dates[0]!, { ...note('Единый методический день'), further: dates.slice(1) });
  expect(handed.body.submissionIds).toHaveLength(3);
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  expect(one.submissions[0]!.serves.map(({ measureId }) => measureId)).toEqual([ids[1], ...other.ids]);
  for (const id of [ids[0]!, other.ids[0]!]) await review((await occurrencesOf(id))[0]!, 'returned', 'Добавьте список');
  const mended = await hand(dates[0]!, {
    ...note('Методический день, список приложен'),
    replaces: one.submissions[0]!.id,
  });
  expect(mended.body.submissionIds).toHaveLength(2);
  expect((await occurrencesOf(other.ids[0]!))[0]).toMatchObject({ state: 'submitted' });
  // The third date had not been returned: the first version waits there still.
  expect((await occurrencesOf(ids[1]!))[0]!.submissions.map(({ evidence }) => evidence.version)).toEqual([1]);
  const { body } = await deputy('GET', '/api/evidence?search=список');
  expect(body.evidence[0]).toMatchObject({ title: 'Методический день, список приложен', version: 2 });
  const reused = await hand(dates[1]!, { piece: { kind: 'existing', evidenceId: body.evidence[0].id } });
  expect(reused.body).toMatchObject({ evidenceId: body.evidence[0].id, known: false });
});

test('own evidence is withdrawn before review, and the version before it stands again as it stood', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  let [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await hand(one.id, note('Первая'));
  [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await review(one, 'returned', 'Мало');
  await hand(one.id, { ...note('Вторая'), replaces: one.submissions[0]!.id });
  [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const [latest] = one.submissions as [Submission];
  const foreign = await head('POST', `/api/submissions/${latest.id}/withdraw`, { revision: latest.revision });
  expect(foreign.body.error.code).toBe('cannotWithdraw');
  const { body } = await deputy('POST', `/api/submissions/${latest.id}/withdraw`, { revision: latest.revision });
  expect(body.occurrences[0]).toMatchObject({ state: 'returned' });
  expect(body.occurrences[0].submissions.map(({ state }: Submission) => state)).toEqual(['withdrawn', 'returned']);
  const third = await hand(one.id, { ...note('Третья'), replaces: body.occurrences[0].submissions[1].id });
  expect(third.status).toBe(200);
  expect((await occurrencesOf(ids[0]!))[0]!.submissions[0]!.evidence.version).toBe(3);
});

test('the database refuses to rewrite evidence', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const { body } = await hand(one.id, note('Как было'));
  const refused = /permission denied|never rewritten/;
  const rewritten = inScope(running.database.db, SYSTEM, (tx) =>
    tx.updateTable('evidence').set({ note: 'Как надо' }).where('id', '=', body.evidenceId).execute(),
  );
  await expect(rewritten).rejects.toThrow(refused);
  const removed = inScope(running.database.db, SYSTEM, (tx) =>
    tx.deleteFrom('evidence').where('id', '=', body.evidenceId).execute(),
  );
  await expect(removed).rejects.toThrow(refused);
});

test('what lasts all year goes on after its first evidence and is closed by a word', async () => {
  const { ids } = await planOf('в течение учебного года', 'постоянно');
  for (const id of ids) {
    let [one] = (await occurrencesOf(id)) as [Occurrence];
    await hand(one.id, note('Ноябрь: проведено'));
    [one] = (await occurrencesOf(id)) as [Occurrence];
    expect((await review(one, 'accepted')).body).toMatchObject({ ends: null, occurrences: [{ state: 'open' }] });
    expect((await hand(one.id, note('Декабрь: проведено'))).status).toBe(200);
    [one] = (await occurrencesOf(id)) as [Occurrence];
    expect((await review(one, 'accepted', '', head, { ends: true })).body.occurrences[0].state).toBe('accepted');
  }
});

test('«не потребовалось» has a reason, can be taken back, and counts when the measure is closed', async () => {
  const { ids } = await planOf('ноябрь, декабрь 2026 г.');
  const [id] = ids as [number];
  const [first, second] = (await occurrencesOf(id)) as [Occurrence, Occurrence];
  const say = (one: Occurrence, body: object) =>
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
  const [again] = (await occurrencesOf(id)) as [Occurrence];
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
  const [one] = (await occurrencesOf(id)) as [Occurrence];
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
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
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

test('a teacher opens his own evidence and that of measures which name him, not the rest', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const { body } = await send(one.id, { name: 'Беседа.pdf', content: Buffer.from('%PDF personal') });
  expect((await teacher('GET', `/api/evidence/${body.evidenceId}/file`)).status).toBe(404);
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const account = await tx
      .selectFrom('account')
      .select('id')
      .where('login', '=', region.login('teacher'))
      .executeTakeFirstOrThrow();
    const post = await tx
      .insertInto('staffPost')
      .values({
        organizationId: region.schools[0]!.id,
        fullName: 'Приозёрная Анна Ивановна',
        post: 'учитель',
        accountId: account.id,
        fromDate: '2026-09-01',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('measureParty')
      .values({
        organizationId: region.schools[0]!.id,
        measureId: ids[0]!,
        post: 'учитель',
        staffPostId: post.id,
      })
      .execute();
  });
  expect((await teacher('GET', `/api/evidence/${body.evidenceId}/file`)).status).toBe(200);
  const week = await teacher('GET', '/api/week');
  expect(week.body).toMatchObject({ whose: 'mine', linked: true });
});

test('refused files are refused in words, and nothing of them is kept', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const code = async (file: { name: string; content: Buffer }) => (await send(one.id, file)).body.error.code;
  expect(await code({ name: 'Пусто.pdf', content: Buffer.alloc(0) })).toBe('emptyFile');
  expect(await code({ name: 'Программа.exe', content: Buffer.from('MZ') })).toBe('executableFile');
  const large = await send(one.id, { name: 'Видео.mp4', content: Buffer.alloc(EVIDENCE_MEGABYTES * 1_048_576 + 1) });
  expect([large.status, large.body.error.code]).toEqual([413, 'fileTooLarge']);
  expect((await hand(one.id, { piece: { kind: 'link', url: 'javascript:alert(1)' } })).body.error.code).toBe('badLink');
  expect((await hand(one.id, note(''))).body.error.code).toBe('noteRequired');
  expect((await deputy('POST', `/api/occurrences/${one.id}/evidence-file`, {})).body.error.code).toBe('noFile');
  expect((await occurrencesOf(ids[0]!))[0]!.submissions).toEqual([]);
});

test('an upload that breaks off leaves nothing behind, and a file of 200 MB is refused in words while it is being sent', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const { app } = running.application.server;
  const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const cookie = await cookieOf(region.login('deputyHead'));
  const path = `/api/occurrences/${one.id}/evidence-file`;
  const form = fileForm({ name: 'Обрыв.pdf', content: Buffer.alloc(2_000_000, 7) });
  await new Promise<void>((resolve) => {
    const socket = connect(Number(address.port), '127.0.0.1', () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${address.host}\r\ncookie: ${cookie}\r\ncontent-type: ${form.headers['content-type']}\r\ncontent-length: ${form.body.length}\r\n\r\n`,
      );
      socket.write(form.body.subarray(0, 600_000), () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  const huge = fileForm({ name: 'Запись.mp4', content: Buffer.alloc(200 * 1_048_576) });
  const answer = await fetch(new URL(path, address), {
    method: 'POST',
    headers: { ...huge.headers, cookie },
    body: huge.body,
  });
  expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
    413,
    'fileTooLarge',
  ]);
  expect((await occurrencesOf(ids[0]!))[0]!.submissions).toEqual([]);
  expect((await hand(one.id, note('Система работает'))).status).toBe(200);
});

test('whoever stands in for a colleague by an order finds his measures among his own', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const staff = async () => (await head('GET', '/api/substitutions')).body;
  for (const name of ['Заречная Мария Андреевна', 'Подлесная Вера Павловна']) {
    await head('POST', `/api/organizations/${region.schools[0]!.id}/staff`, {
      fullName: name,
      post: 'заместитель директора',
      fromDate: '2026-09-01',
    });
  }
  const before = await staff();
  const find = (name: string) => before.staff.find((one: { fullName: string }) => one.fullName === name).id as number;
  const [absent, substitute] = [find('Заречная Мария Андреевна'), find('Подлесная Вера Павловна')];
  const account = before.accounts.find((one: { login: string }) => one.login === region.login('deputyHead')).id;
  await head('PUT', `/api/staff/${substitute}/account`, { accountId: account });
  await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .insertInto('measureParty')
      .values({
        organizationId: region.schools[0]!.id,
        measureId: ids[0]!,
        post: 'заместитель директора',
        staffPostId: null,
      })
      .execute(),
  );
  const party = (await measure(ids[0]!)).parties[0].id;
  expect((await head('PUT', `/api/parties/${party}/holder`, { staffPostId: absent })).body.changed).toBe(1);
  const mine = async () =>
    (await deputy('GET', '/api/week?whose=mine')).body.rows.filter(
      (row: { measureId: number }) => row.measureId === ids[0],
    );
  expect(await mine()).toEqual([]);
  const order = {
    absentId: absent,
    substituteId: substitute,
    from: '2026-09-01',
    to: null,
    orderNumber: '7-к',
    orderDate: '2026-09-01',
  };
  expect((await head('POST', '/api/substitutions', { ...order, substituteId: absent })).body.error.code).toBe(
    'standsInForHimself',
  );
  expect((await deputy('POST', '/api/substitutions', { ...order, to: '2026-08-01' })).body.error.code).toBe(
    'substitutionDays',
  );
  const made = await head('POST', '/api/substitutions', order);
  expect(made.body.substitutions).toMatchObject([{ absent: 'Заречная Мария Андреевна', holds: true }]);
  expect((await head('POST', '/api/substitutions', order)).body.substitutions).toHaveLength(1);
  expect((await mine()).map((row: { mine: string; insteadOf: string }) => [row.mine, row.insteadOf])).toEqual([
    ['standIn', 'Заречная Мария Андреевна'],
  ]);
  expect((await measure(ids[0]!)).parties[0]).toMatchObject({ standIn: 'Подлесная Вера Павловна' });
  await head('POST', `/api/substitutions/${made.body.substitutions[0].id}/end`);
  expect(await mine()).toEqual([]);
  expect((await teacher('POST', '/api/substitutions', order)).status).toBe(403);
});

test('records of the system are found by words and kept under a title that stays', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  const title = `Анализ работ ${region.mark}`;
  const record = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .insertInto('issuedDocument')
      .values({
        organizationId: region.schools[0]!.id,
        kind: 'report',
        title,
        format: 'docx',
        fileName: 'Анализ.docx',
        content: Buffer.from('x'),
        byteSize: 1,
        fileHash: 'x',
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const { body } = await deputy('GET', `/api/evidence-records?kind=document&search=${region.mark}`);
  expect(body.records).toMatchObject([{ id: record.id, title }]);
  const handed = await hand(one.id, { piece: { kind: 'record', recordKind: 'document', recordId: record.id } });
  expect(handed.status).toBe(200);
  expect((await occurrencesOf(ids[0]!))[0]!.submissions[0]!.evidence.title).toBe(title);
  for (const kind of ['import', 'work', 'finding', 'report'])
    expect((await deputy('GET', `/api/evidence-records?kind=${kind}`)).status).toBe(200);
  const foreign = await hand(one.id, { piece: { kind: 'record', recordKind: 'document', recordId: record.id + 5000 } });
  expect(foreign.body.error.code).toBe('recordNotFound');
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

test('reviewers hear of evidence, its author of the remark, nobody of what he did himself', async () => {
  const { ids, planId } = await planOf('до 30 ноября 2026');
  const href = `/plans/${planId}/measures/${ids[0]}`;
  const heard = async (client: Client): Promise<string[]> => {
    const { body } = await client('GET', '/api/notices');
    return body.notices.filter((one: { href: string }) => one.href === href).map((one: { kind: string }) => one.kind);
  };
  let [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await hand(one.id, note('Проведено'));
  [one] = (await occurrencesOf(ids[0]!)) as [Occurrence];
  await review(one, 'returned', 'Мало');
  expect(await heard(head)).toEqual(['evidenceSubmitted']);
  expect(await heard(deputy)).toEqual(['evidenceReturned']);
});
