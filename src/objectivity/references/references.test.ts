import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { analyze, freezeReference } from '../engine/analyze.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { analyzeSideBySide } from '../threads/works.ts';
import { currentReference, insertReference } from './store.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
});
afterAll(() => running.close());

const { administrations } = simulateRegion({
  seed: 51,
  municipalities: 2,
  schoolsPerMunicipality: 5,
  works: [inventedWork('Математика', 5)],
});
const frozen = freezeReference(administrations, { name: 'Выборка', madeAt: '2026-04-20', engineVersion: 'test' });

const wanted = (): Promise<void> => Promise.resolve();

async function procedure(observed: boolean): Promise<number> {
  const row = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .insertInto('procedure')
      .values({ organizationId: region.id, name: `ВПР ${observed} ${Math.random()}`, year: 2026, observed })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}

test('the thread gives what the engine gives, without a reference and with one', async () => {
  const options = { threads: 2, stillWanted: wanted };
  expect((await analyzeSideBySide(administrations, options)).units).toEqual(analyze(administrations).units);
  const against = await analyzeSideBySide(administrations, { ...options, reference: frozen });
  expect(against.units).toEqual(analyze(administrations, { reference: frozen }).units);
  expect(against.regions.map(({ kind }) => kind)).toEqual(['compared']);
});

test('the newest reference is in force, never for the procedure that it was frozen from', async () => {
  const [sample, other] = [await procedure(true), await procedure(false)];
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const to = { organizationId: region.id, procedureId: sample, accountId: null };
    await insertReference(tx, { ...to, content: { ...frozen, name: 'Прежняя' } });
    await insertReference(tx, { ...to, content: frozen });
    expect((await currentReference(tx, region.id, other))?.content.name).toBe('Выборка');
    expect(await currentReference(tx, region.id, sample)).toBeNull();
  });
});

test('a procedure without observers or without papers cannot be frozen, and a school cannot freeze at all', async () => {
  const analyst = await signedIn(running.application, region.login('regionalAnalyst'));
  const refused = await analyst('POST', '/api/references', { procedureId: await procedure(false) });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('внешними наблюдателями');
  const empty = await analyst('POST', '/api/references', { procedureId: await procedure(true) });
  expect(empty.status).toBe(409);
  expect(empty.text).toContain('не меньше 1000');
  const head = await signedIn(running.application, region.login('schoolHead'));
  expect((await head('POST', '/api/references', { procedureId: await procedure(true) })).status).toBe(403);
  const coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
  expect((await coordinator('POST', '/api/references', { procedureId: await procedure(true) })).status).toBe(403);
});

test('a reference is retired once; those of the region see it, and a school sees no way to change it', async () => {
  const analyst = await signedIn(running.application, region.login('regionalAnalyst'));
  const head = await signedIn(running.application, region.login('schoolHead'));
  const seen = await head('GET', '/api/references');
  expect(seen.body).toMatchObject({ canChange: false, observed: [] });
  const listed = (await analyst('GET', '/api/references')).body as { references: { id: number; current: boolean }[] };
  const current = listed.references.find((reference) => reference.current)!;
  expect((await analyst('POST', `/api/references/${current.id}/retire`, {})).status).toBeLessThan(300);
  expect((await analyst('POST', `/api/references/${current.id}/retire`, {})).status).toBe(409);
});
