import { afterAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { carryingOut, startScene } from '../test-scene.ts';

const scene = await startScene();
afterAll(scene.close);
const { running, region, deputy, head, teacher } = scene;
const { measure, planOf } = carryingOut(scene);

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
