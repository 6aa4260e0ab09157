import { afterAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, type Client, signedIn } from '#src/test-region.ts';
import { approvedPlan } from '../test-plan.ts';
import { carryingOut, note, startScene, type TestOccurrence } from '../test-scene.ts';

const scene = await startScene();
afterAll(scene.close);
const { running, region, deputy, head, teacher } = scene;
const { measure, occurrencesOf, planOf, hand, send, review } = carryingOut(scene);

test('evidence is handed in, returned with a remark, handed in again as a new version and accepted; the measure is then done by one click', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [id] = ids as [number];
  let [one] = (await occurrencesOf(id)) as [TestOccurrence];
  const first = await send(
    one.id,
    { name: 'Приказ.pdf', content: Buffer.from('%PDF-1.7 first') },
    { note: 'Проведено' },
  );
  expect(first.status).toBe(200);
  expect((await measure(id)).state).toBe('inProgress');
  [one] = (await occurrencesOf(id)) as [TestOccurrence];
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
  [one] = (await occurrencesOf(id)) as [TestOccurrence];
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
  [one] = (await occurrencesOf(id)) as [TestOccurrence];
  const { id: submission, revision } = one.submissions[0]!;
  const reopened = await review(one, 'returned', 'Не тот год', head, { submissions: [{ id: submission, revision }] });
  expect(reopened.body).toMatchObject({ state: 'inProgress', occurrences: [{ state: 'returned', acceptedAt: null }] });
});

test('a remark on a version that was replaced meanwhile is not lost on the wrong one', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  let [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await hand(one.id, note('Первая запись'));
  [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await hand(one.id, { ...note('Вторая запись'), replaces: one.submissions[0]!.id });
  const answer = await review(one, 'returned', 'Исправьте');
  expect([answer.status, answer.body.error.code]).toEqual([409, 'replacedMeanwhile']);
  const [now] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  expect(now.state).toBe('submitted');
  await review(now, 'accepted');
  const late = await review(now, 'returned', 'Поздно');
  expect(late.body.error.code).toBe('alreadyReviewed');
});

test('what was returned is not handed in again unchanged and unexplained', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  let [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  const file = { name: 'Отчёт.pdf', content: Buffer.from('%PDF the same') };
  await send(one.id, file);
  [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await review(one, 'returned', 'Нет даты');
  const replaces = String(one.submissions[0]!.id);
  expect((await send(one.id, file, { replaces })).body.error.code).toBe('sameAsReturned');
  expect((await send(one.id, file, { replaces, note: 'Дата на обороте' })).status).toBe(200);
});

test('nobody reviews his own evidence while another could', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  let [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await hand(one.id, note('Сделано'), head);
  [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
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

test('reviewers hear of evidence, its author of the remark, nobody of what he did himself', async () => {
  const { ids, planId } = await planOf('до 30 ноября 2026');
  const href = `/plans/${planId}/measures/${ids[0]}`;
  const heard = async (client: Client): Promise<string[]> => {
    const { body } = await client('GET', '/api/notices');
    return body.notices.filter((one: { href: string }) => one.href === href).map((one: { kind: string }) => one.kind);
  };
  let [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await hand(one.id, note('Проведено'));
  [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await review(one, 'returned', 'Мало');
  expect(await heard(head)).toEqual(['evidenceSubmitted']);
  expect(await heard(deputy)).toEqual(['evidenceReturned']);
});
