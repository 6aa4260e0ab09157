import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { TEST_PASSWORD } from '#src/test-region.ts';
import { EVIDENCE_MEGABYTES } from '../rules.ts';
import { fileForm } from '../test-plan.ts';
import { carryingOut, note, startScene, type TestOccurrence } from '../test-scene.ts';

const scene = await startScene();
afterAll(scene.close);
const { running, region, deputy, teacher } = scene;
const { occurrencesOf, planOf, hand, send } = carryingOut(scene);

async function cookieOf(login: string): Promise<string> {
  const answer = await running.application.server.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login, password: TEST_PASSWORD },
  });
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

test('a file comes back as it was received, with headers under which no browser runs it', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
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

test('refused files are refused in words, and nothing of them is kept', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
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
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
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

test('a teacher opens his own evidence and that of measures which name him, not the rest', async () => {
  const { ids } = await planOf('до 30 ноября 2026');
  const [one] = (await occurrencesOf(ids[0]!)) as [TestOccurrence];
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
