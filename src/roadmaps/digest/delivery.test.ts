import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailChannel } from '#src/notifications/channels/mail.ts';
import { maxChannel } from '#src/notifications/channels/max.ts';
import { deliverWaiting } from '#src/notifications/deliver.ts';
import { messageOf } from '#src/notifications/message.ts';
import type { Channel } from '#src/notifications/model.ts';
import { insertDelivery, MOST_ATTEMPTS, saveSettings } from '#src/notifications/store.ts';
import { dayOf } from '#src/platform/clock.ts';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { addDays } from '../deadline/days.ts';
import { findPlan } from '../plans/store.ts';
import { insertPlan } from '../plans/write.ts';
import { makeDigestJob } from './job.ts';
import { tick } from './schedule.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
const letters: string[] = [];
let refuse = false;
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _, done) => {
    let letter = '';
    stream.setEncoding('utf8');
    stream.on('data', (part: string) => {
      letter += part;
    });
    stream.on('end', () => {
      if (refuse) return done(new Error('Mailbox is full'));
      letters.push(letter);
      done();
    });
  },
});
let mail: Channel;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  await new Promise<void>((resolve) => {
    post.listen(0, '127.0.0.1', resolve);
  });
  const { port } = post.server.address() as AddressInfo;
  mail = mailChannel({ url: `smtp://127.0.0.1:${port}`, from: 'Объектив <noreply@obektiv.example>' });
});
afterAll(async () => {
  mail.close();
  await new Promise<void>((resolve) => {
    post.close(resolve);
  });
  await running.close();
});

const asSystem = <T>(work: Parameters<typeof inScope<T>>[2]): Promise<T> => inScope(running.database.db, SYSTEM, work);

async function accountOf(login: string) {
  return asSystem((tx) =>
    tx.selectFrom('account').select(['id', 'organizationId']).where('login', '=', login).executeTakeFirstOrThrow(),
  );
}

async function wantsLetters(login: string, email: string | null, maxChat: string | null = null) {
  const { id, organizationId } = await accountOf(login);
  await asSystem((tx) =>
    saveSettings(tx, {
      accountId: id,
      organizationId,
      email,
      weeklyDigest: true,
      atOnce: false,
      maxChat,
      revision: 0,
    }),
  );
  return { accountId: id, organizationId };
}

/** A measure of the first school that was due yesterday. */
async function somethingLate(): Promise<void> {
  const school = region.schools[0]!.id;
  await asSystem(async (tx) => {
    const planId = await insertPlan(tx, {
      organizationId: school,
      accountId: null,
      plan: {
        title: 'План школы',
        schoolYear: 2026,
        approval: { post: null, person: null, order: '1', on: '2026-08-31' },
        startsOn: null,
        endsOn: null,
        preamble: '',
        sections: [
          {
            title: 'Контроль',
            measures: [
              {
                number: '4',
                text: `Сверить отметки ${region.mark}`,
                deadline: '',
                result: '',
                kind: null,
                targets: [],
                warnings: [],
                parties: [],
              },
            ],
          },
        ],
      },
    });
    await tx.updateTable('plan').set({ state: 'approved' }).where('id', '=', planId).execute();
    const measureId = (await findPlan(tx, planId))!.sections[0]!.measures[0]!.id;
    const dueOn = addDays(dayOf(new Date()), -1);
    await tx
      .insertInto('occurrence')
      .values({ organizationId: school, planId, measureId, key: dueOn, opensOn: null, dueOn })
      .execute();
  });
}

const lettersTo = async (address: string) =>
  (await Promise.all(letters.map((letter) => simpleParser(letter)))).filter(
    ({ to }) => to !== undefined && !Array.isArray(to) && to.text === address,
  );

test('the digest of a week goes to a real mail server once, with what the person may see', async () => {
  const address = `head-${region.mark}@school.example`;
  await somethingLate();
  await wantsLetters(region.login('schoolHead'), address);
  const digest = makeDigestJob('https://obektiv.example');
  const job = { id: 0, kind: '', organizationId: 0, accountId: null, subjectId: null, attempts: 1 };
  const monday = '2026-11-23';
  const quiet = { db: running.database.db, progress: () => Promise.resolve() };
  await digest({ ...quiet, job: { ...job, input: { monday } } });
  await digest({ ...quiet, job: { ...job, input: { monday } } });
  await deliverWaiting(running.database.db, [mail]);
  await deliverWaiting(running.database.db, [mail]);
  const [letter, ...more] = await lettersTo(address);
  expect(more).toEqual([]);
  expect(letter!.from!.text).toBe('"Объектив" <noreply@obektiv.example>');
  expect(letter!.subject).toContain('мероприят');
  expect(letter!.text).toContain(`4. Сверить отметки ${region.mark}`);
  expect(letter!.text).toContain('Срок прошёл');
  expect(letter!.html).toContain(region.mark);
});

test('a refusal of the mail server is kept in its own words, tried again, and given up after some attempts', async () => {
  const to = await wantsLetters(region.login('deputyHead'), `deputy-${region.mark}@school.example`);
  const message = messageOf(['Проверка'], 'ru');
  await asSystem((tx) =>
    insertDelivery(tx, { ...to, channel: 'mail', kind: 'notice', key: `refused-${region.mark}`, message }),
  );
  const state = () =>
    asSystem((tx) =>
      tx
        .selectFrom('delivery')
        .select(['state', 'failure', 'attempts'])
        .where('key', '=', `refused-${region.mark}`)
        .executeTakeFirstOrThrow(),
    );
  refuse = true;
  await deliverWaiting(running.database.db, [mail]);
  expect(await state()).toMatchObject({
    state: 'waiting',
    attempts: 1,
    failure: expect.stringContaining('Mailbox is full'),
  });
  for (let round = 1; round < MOST_ATTEMPTS; round++) await deliverWaiting(running.database.db, [mail]);
  expect(await state()).toMatchObject({ state: 'failed', attempts: MOST_ATTEMPTS });
  refuse = false;
  await deliverWaiting(running.database.db, [mail]);
  expect((await state()).state).toBe('failed');
});

test('a message to the messenger carries the token, the chat and the words', async () => {
  const asked: { url: string; token: string | undefined; body: string }[] = [];
  const messenger = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      asked.push({ url: request.url!, token: request.headers.authorization, body });
      response.writeHead(request.url!.includes('404') ? 404 : 200).end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    messenger.listen(0, '127.0.0.1', resolve);
  });
  const { port } = messenger.address() as AddressInfo;
  const max = maxChannel({ token: 'secret', url: `http://127.0.0.1:${port}` });
  await max.send('-70', messageOf(['Сегодня срок'], 'ru'));
  expect(asked[0]).toMatchObject({ url: '/messages?chat_id=-70', token: 'secret' });
  expect(JSON.parse(asked[0]!.body).text).toContain('Сегодня срок');
  await expect(max.send('404', messageOf(['Нет такого чата'], 'ru'))).rejects.toThrow('MAX: 404');
  await new Promise((resolve) => {
    messenger.close(resolve);
  });
});

test('two nodes that look at the clock at once ask for one digest of a week', async () => {
  const { db } = running.database;
  const { queue } = running.application;
  const morning = new Date('2031-06-02T07:00:00');
  await Promise.all([tick(db, queue, morning), tick(db, queue, morning)]);
  await tick(db, queue, new Date('2031-06-03T07:00:00'));
  const jobs = await asSystem((tx) =>
    tx.selectFrom('job').select('input').where('kind', '=', 'roadmap.digest').execute(),
  );
  expect(jobs.filter(({ input }) => (input as { monday: string }).monday === '2031-06-02')).toHaveLength(1);
});

test('a person sets his own address, and without mail on the server is told what to ask for', async () => {
  const teacher = await signedIn(running.application, region.login('teacher'));
  expect((await teacher('GET', '/api/notices/settings')).body).toMatchObject({
    channels: [],
    settings: { revision: 0 },
  });
  const wrong = { email: 'не почта', weeklyDigest: true, atOnce: false, maxChat: null, revision: 0 };
  expect((await teacher('POST', '/api/notices/settings', wrong)).status).toBe(400);
  const right = { ...wrong, email: 'teacher@school.example' };
  expect((await teacher('POST', '/api/notices/settings', right)).body).toEqual({ revision: 1 });
  expect((await teacher('POST', '/api/notices/settings', right)).status).toBe(409);
  const trial = await teacher('POST', '/api/notices/trial', {});
  expect(trial.status).toBe(409);
  expect(trial.text).toContain('OBEKTIV_SMTP_URL');
});
