import { afterAll, beforeAll, expect, test } from 'vitest';
import { MONTH, type Reporting, sentPlan, startReporting } from './test-reporting.ts';

let reporting: Reporting;
let coordinator: Reporting['coordinator'];
let head: Reporting['head'];
beforeAll(async () => {
  reporting = await startReporting();
  ({ coordinator, head } = reporting);
});
afterAll(() => reporting.close());

test('a school reports its month with figures from its records; the district returns it and accepts it', async () => {
  const { schools } = await sentPlan(reporting);
  const address = `/api/plans/${schools[0]}/months/${MONTH}`;
  const month = await head('GET', address);
  expect(month.body).toMatchObject({ state: 'draft', revision: 0, toDistrict: true, canEdit: true });
  expect(month.body.totals).toMatchObject({ due: 1, onTime: 1, silent: 0, underReview: 1 });
  const { measureId } = month.body.measures[0].targets[0];
  const targets = { [`${measureId}:0`]: 12, '1:0': 99 };
  const saved = await head('POST', address, { revision: 0, targets, note: 'Обучены все' });
  expect(saved.body.revision).toBe(2);
  expect((await head('POST', address, { revision: 1, targets: {}, note: 'другое' })).status).toBe(409);
  const sent = await head('POST', `${address}/submit`, { revision: 2, targets, note: 'Обучены все' });
  expect(sent.status).toBe(200);
  expect((await head('POST', `${address}/submit`, { revision: 3, targets, note: '' })).status).toBe(409);

  expect((await coordinator('POST', `${address}/answer`, { revision: 3, answer: 'return' })).status).toBe(400);
  const returned = await coordinator('POST', `${address}/answer`, {
    revision: 3,
    answer: 'return',
    remark: 'Приложите список',
  });
  expect(returned.status).toBe(200);
  const again = await head('GET', address);
  expect(again.body).toMatchObject({ state: 'returned', remark: 'Приложите список', canEdit: true });
  expect(again.body.measures[0].targets[0].reached).toBe(12);
  await head('POST', `${address}/submit`, { revision: 4, targets, note: 'Список приложен' });
  expect((await head('POST', `${address}/answer`, { revision: 5, answer: 'accept' })).status).toBe(404);
  expect((await coordinator('POST', `${address}/answer`, { revision: 5, answer: 'accept' })).status).toBe(200);
  expect((await head('GET', address)).body).toMatchObject({ state: 'accepted', canEdit: false });
});

test('the month of a plan that came from no district is kept and handed in to nobody', async () => {
  const { district } = await sentPlan(reporting);
  const address = `/api/plans/${district}/months/${MONTH}`;
  expect((await coordinator('GET', address)).body).toMatchObject({ toDistrict: false, canEdit: true });
  const refused = await coordinator('POST', `${address}/submit`, { revision: 0, targets: {}, note: '' });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('представлять отчёт по нему некому');
  expect((await coordinator('POST', address, { revision: 0, targets: {}, note: 'Идём по плану' })).status).toBe(200);
});
