import { afterAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { carryingOut, note, startScene, type TestOccurrence, type TestSubmission } from '../test-scene.ts';

const scene = await startScene();
afterAll(scene.close);
const { running, region, deputy, head, teacher } = scene;
const { occurrencesOf, planOf, hand, send, review } = carryingOut(scene);

test('pressed twice, or sent again after the line was lost, the same evidence is stored once', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
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
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  const [mine, theirs] = await Promise.all([
    hand(one.id, note('Провела педсовет')),
    hand(one.id, note('Провели методический день'), teacher),
  ]);
  expect([mine.status, theirs.status]).toEqual([200, 200]);
  expect((await occurrencesOf(ids[0]!))[0]!.submissions.map(({ state }) => state)).toEqual(['submitted', 'submitted']);
});

test('a second window that has not seen what was handed in meanwhile is asked: a new version of it, or both', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  const first = await hand(one.id, { ...note('Справка из первого окна'), seen: 0 });
  expect(first.status).toBe(200);
  const second = { ...note('Справка из второго окна'), seen: 0 };
  const asked = await hand(one.id, second, teacher);
  expect([asked.status, asked.body.error.code]).toEqual([409, 'handedInMeanwhile']);
  expect(asked.body.error.message).toContain('«Справка из первого окна»');
  expect(asked.body.error.message).toContain(`deputyHead ${region.mark}`);
  const file = { name: 'Справка.pdf', content: Buffer.from('%PDF second window') };
  expect((await send(one.id, file, { seen: '0' })).body.error.code).toBe('handedInMeanwhile');
  expect((await occurrencesOf(ids[0]!))[0]!.submissions).toHaveLength(1);
  // What was sent and whose answer was lost is the same piece, not another one.
  expect((await hand(one.id, { ...note('Справка из первого окна'), seen: 0 })).body.known).toBe(true);

  const [known] = first.body.submissionIds as [number];
  const version = await send(one.id, file, { seen: String(known), replaces: String(known) });
  expect(version.status).toBe(200);
  const both = await hand(one.id, { ...second, seen: version.body.submissionIds[0] }, teacher);
  expect(both.status).toBe(200);
  expect(
    (await occurrencesOf(ids[0]!))[0]!.submissions.map(({ state, evidence }) => [state, evidence.version]),
  ).toEqual([
    ['submitted', 1],
    ['submitted', 2],
    ['superseded', 1],
  ]);
});

test('two people mend the same returned piece at once: one is its new version, the other stands beside it', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  let [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await hand(one.id, note('Провела педсовет'));
  [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await review(one, 'returned', 'Нужен протокол');
  const replaces = one.submissions[0]!.id;
  const answers = await Promise.all([
    hand(one.id, { ...note('Протокол № 3 приложен'), replaces }),
    hand(one.id, { ...note('Протокол педсовета от 12.11'), replaces }, teacher),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.filter(({ body }) => body.beside)).toHaveLength(1);
  [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  expect(one.submissions.map(({ state }) => state).toSorted()).toEqual(['submitted', 'submitted', 'superseded']);
});

test('one piece serves several dates, measures and plans; mended once, it answers every date where it was returned', async () => {
  const { ids } = await planOf('до 30 ноября 2026', 'ноябрь 2026');
  const other = await planOf('до 15 декабря 2026');
  const dates = await Promise.all([...ids, ...other.ids].map(async (id) => (await occurrencesOf(id))[0]!.id));
  const handed = await hand(dates[0]!, { ...note('Единый методический день'), further: dates.slice(1) });
  expect(handed.body.submissionIds).toHaveLength(3);
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
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
  let [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await hand(one.id, note('Первая'));
  [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  await review(one, 'returned', 'Мало');
  await hand(one.id, { ...note('Вторая'), replaces: one.submissions[0]!.id });
  [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
  const [latest] = one.submissions as [TestSubmission];
  const foreign = await head('POST', `/api/submissions/${latest.id}/withdraw`, { revision: latest.revision });
  expect(foreign.body.error.code).toBe('cannotWithdraw');
  const { body } = await deputy('POST', `/api/submissions/${latest.id}/withdraw`, { revision: latest.revision });
  expect(body.occurrences[0]).toMatchObject({ state: 'returned' });
  expect(body.occurrences[0].submissions.map(({ state }: TestSubmission) => state)).toEqual(['withdrawn', 'returned']);
  const third = await hand(one.id, { ...note('Третья'), replaces: body.occurrences[0].submissions[1].id });
  expect(third.status).toBe(200);
  expect((await occurrencesOf(ids[0]!))[0]!.submissions[0]!.evidence.version).toBe(3);
});

test('the database refuses to rewrite evidence', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
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

test('records of the system are found by words and kept under a title that stays', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
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
