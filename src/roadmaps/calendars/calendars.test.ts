import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import { presetTerms } from './rules.ts';
import { deadlineContextOf } from './store.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let deputy: Client;
let coordinator: Client;
let teacher: Client;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  deputy = await signedIn(running.application, region.login('deputyHead'));
  coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
  teacher = await signedIn(running.application, region.login('teacher'));
});
afterAll(() => running.close());

const YEAR = 2026;
const windowsOf = (words: string, school = 0) =>
  inScope(running.database.db, SYSTEM, async (tx) => {
    const context = await deadlineContextOf(tx, region.schools[school]!.id, YEAR);
    return resolveDeadline(parseDeadline(words), context);
  });

test('a school sets its terms, and deadlines by terms get its own days', async () => {
  const [first, ...rest] = presetTerms('quarterTerm', YEAR);
  const terms = [{ ...first!, to: '2026-10-23' }, ...rest];
  const body = { revision: 0, lessonsEnd: '2027-05-25', terms, holidays: [] };
  const saved = await deputy('PUT', `/api/calendars/${YEAR}`, body);
  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({ own: { lessonsEnd: '2027-05-25', revision: 1 }, mayEdit: true });
  expect((await windowsOf('1 четверть')).windows).toEqual([{ from: '2026-09-01', to: '2026-10-23' }]);
  expect((await windowsOf('1 четверть', 2)).windows).toEqual([{ from: '2026-09-01', to: '2026-10-26' }]);

  // Somebody else had the page open since before.
  expect((await deputy('PUT', `/api/calendars/${YEAR}`, body)).status).toBe(409);
});

test('dates that do not fit are refused in words', async () => {
  const terms = presetTerms('quarterTerm', 2031).map((term) => ({ ...term, from: '2031-12-01' }));
  const { status, body } = await deputy('PUT', '/api/calendars/2031', {
    revision: 0,
    lessonsEnd: null,
    terms,
    holidays: [],
  });
  expect(status).toBe(422);
  expect(body.error.message).toContain('пересекаются');
});

test('a schedule of the district reaches its schools, and only the district changes it', async () => {
  expect((await windowsOf('по графику ВПР')).reference?.toLowerCase()).toBe('график впр');
  const created = await coordinator('POST', `/api/calendars/${YEAR}/events`, {
    kind: 'schedule',
    title: 'График ВПР',
    names: ['график проведения ВПР'],
    windows: [{ from: '2027-04-14', to: '2027-04-16', label: '4 класс' }],
    source: 'Письмо № 12',
  });
  expect(created.status).toBe(200);
  const { reference, windows } = await windowsOf('по графику ВПР');
  expect(reference).toBe(null);
  expect(windows).toEqual([{ from: '2027-04-14', to: '2027-04-16' }]);
  expect((await windowsOf('по графику ВПР', 2)).windows).toEqual([]);

  const seen = await deputy('GET', `/api/calendars/${YEAR}`);
  expect(seen.body.events).toMatchObject([{ id: created.body.id, organizationKind: 'municipality' }]);
  const change = { revision: 1, title: 'Другой' };
  expect((await deputy('PATCH', `/api/calendar-events/${created.body.id}`, change)).status).toBe(403);
  expect((await coordinator('PATCH', `/api/calendar-events/${created.body.id}`, change)).status).toBe(200);
  expect((await coordinator('PATCH', `/api/calendar-events/${created.body.id}`, change)).status).toBe(409);
});

test('a publication that has happened opens what waits for it, and taken away it waits again', async () => {
  const { body } = await deputy('POST', `/api/calendars/${YEAR}/events`, {
    kind: 'event',
    title: 'Публикация результатов',
    names: ['по мере публикации'],
    windows: [],
    source: '',
  });
  expect((await windowsOf('по мере публикации')).windows).toEqual([]);
  const happened = await deputy('POST', `/api/calendar-events/${body.id}/happened`, { revision: 1, on: '2026-11-20' });
  expect(happened.body.windows).toEqual([{ from: '2026-11-20', to: '2026-11-20', label: '' }]);
  expect((await windowsOf('по мере публикации')).windows).toEqual([{ from: '2026-11-20', to: '2026-11-20' }]);
  const context = await deputy('GET', `/api/calendars/${YEAR}/deadlines`);
  expect(context.body.events.at(0).windows).toEqual([{ from: '2026-11-20', to: '2026-11-20' }]);
  expect((await deputy('POST', `/api/calendar-events/${body.id}/remove`, { revision: 2 })).status).toBeLessThan(300);
  expect((await windowsOf('по мере публикации')).windows).toEqual([]);
});

test('a teacher reads the calendar and changes nothing in it', async () => {
  expect((await teacher('GET', `/api/calendars/${YEAR}`)).body).toMatchObject({ mayEdit: false });
  const body = { revision: 1, lessonsEnd: null, terms: [], holidays: [] };
  expect((await teacher('PUT', `/api/calendars/${YEAR}`, body)).status).toBe(403);
});

test('the year is had as a spreadsheet', async () => {
  const { status } = await deputy('GET', `/api/calendars/${YEAR}/year.xlsx`);
  expect(status).toBe(200);
});
