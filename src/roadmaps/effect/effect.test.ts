import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { approvedPlan, type TestPlan } from '../carrying/test-plan.ts';
import { startScene } from '../carrying/test-scene.ts';

const scene = await startScene();
afterAll(scene.close);
const { running, region, deputy, head, teacher, coordinator, stranger } = scene;
let plan: TestPlan;
/** Findings of 2026: of the own class 5А, of 5Б, of a school of the same municipality, of the own school. */
let own: number;
let other: number;
let neighbour: number;
let school: number;

beforeAll(async () => {
  plan = await approvedPlan(
    { deputy, head },
    ['Перепроверка работ', 'Обучение экспертов', 'Индекс', 'Малый класс', 'Приказ', 'Класс'].map((text) => ({
      text,
      deadline: 'декабрь',
    })),
  );
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const work = await addWork(tx, 2026, 5);
    const [first, second] = region.schools;
    own = await addFinding(tx, work, { organizationId: first!.id, classGroupId: first!.classIds[0]!, p: 1e-6 });
    other = await addFinding(tx, work, { organizationId: first!.id, classGroupId: first!.classIds[1]!, p: 1e-6 });
    neighbour = await addFinding(tx, work, { organizationId: second!.id, classGroupId: second!.classIds[0]!, p: 1e-6 });
    school = await addFinding(tx, work, { organizationId: first!.id, classGroupId: null, p: 1e-5 });
  });
});

interface Work {
  readonly id: number;
  readonly analysisId: number;
}

async function addWork(tx: Tx, year: number, grade: number, heldOn: string | null = null): Promise<Work> {
  const procedure = await tx
    .insertInto('procedure')
    .values({ organizationId: region.id, name: `ВПР ${year} ${grade} ${region.mark}`, year, kind: 'vpr' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await tx
    .insertInto('work')
    .values({
      organizationId: region.id,
      procedureId: procedure.id,
      subject: 'Математика',
      grade,
      heldOn,
      tasks: JSON.stringify([{ id: '1', max: 2, response: 'short' }]),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const analysis = await tx
    .insertInto('analysis')
    .values({
      organizationId: region.id,
      workId: id,
      engineVersion: 'test',
      parameters: JSON.stringify({ works: [id] }),
      reference: '{}',
      papers: 100,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, analysisId: analysis.id };
}

interface Wanted {
  readonly organizationId: number;
  readonly classGroupId: number | null;
  readonly p: number;
  readonly participants?: number;
}

async function addFinding(tx: Tx, { id, analysisId }: Work, wanted: Wanted): Promise<number> {
  const { p, participants = 22, classGroupId, organizationId } = wanted;
  const signalled = p < 0.001;
  const effect = { value: 1.2, low: 0.5, high: 1.9, unit: 'pointsPerPupil' };
  const computed = {
    kind: 'computed',
    id: 'B2',
    mechanism: 'help',
    statistic: 4,
    p,
    effect,
    participants,
    details: {},
  };
  const row = await tx
    .insertInto('finding')
    .values({
      organizationId,
      workId: id,
      analysisId,
      level: classGroupId === null ? 'school' : 'class',
      classGroupId,
      participants,
      absent: 1,
      evidence: -Math.log(p),
      p,
      localFdr: 0.1,
      signalled,
      strength: signalled ? 'noticeable' : 'none',
      mechanisms: signalled ? ['help'] : [],
      markers: JSON.stringify([computed]),
      distribution: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

const aimsOf = (index: number, client = deputy) => client('GET', `/api/measures/${plan.measures[index]!.id}/aims`);
const name = (index: number, body: unknown, client = deputy) =>
  client('POST', `/api/measures/${plan.measures[index]!.id}/aims`, body);

test('a measure names a sign: the first figures are taken by the system, and until the next work there is nothing to compare', async () => {
  const named = await name(0, { kind: 'finding', findingId: own });
  expect(named.status).toBe(200);
  expect(named.body.aims).toMatchObject([
    {
      subject: { kind: 'finding', level: 'class', classGroup: { grade: 5, letter: 'А' }, subject: 'Математика' },
      withheld: false,
      before: { kind: 'unit', participants: 22, signalled: true, strength: 'noticeable', findingId: own },
      after: null,
      effect: { kind: 'notYet', why: 'nextWork' },
    },
  ]);
  const again = await name(0, { kind: 'finding', findingId: own });
  expect(again.status).toBe(409);
  const measures = await deputy('GET', `/api/findings/${own}/measures`);
  expect(measures.body.measures).toMatchObject([{ measureId: plan.measures[0]!.id, planId: plan.id, number: '1' }]);
  expect((await deputy('GET', `/api/findings/${other}/measures`)).body.measures).toEqual([]);
});

test('the next work of the class a grade higher gives the difference with its interval; the first figures stay', async () => {
  const schoolId = region.schools[0]!.id;
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const grown = await tx
      .insertInto('classGroup')
      .values({ organizationId: schoolId, schoolYear: 2026, grade: 6, letter: 'А' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const next = await addWork(tx, 2027, 6);
    await addFinding(tx, next, { organizationId: schoolId, classGroupId: grown.id, p: 0.4 });
  });
  const { body } = await aimsOf(0);
  expect(body.aims[0]).toMatchObject({
    before: { year: 2026, signalled: true },
    after: { year: 2027, grade: 6, className: '6А', signalled: false },
    compared: 'samePupils',
    effect: { kind: 'measured', unit: 'deviations', words: 'fell' },
  });
  expect(body.aims[0].effect.difference).toBeCloseTo(0.2533471 - 4.7534243, 5);
});

test('a work that was analysed before the aim was named tells nothing of the measure', async () => {
  const named = await name(5, { kind: 'class', findingId: own });
  expect(named.body.aims[0]).toMatchObject({ subject: { kind: 'class' }, after: null, effect: { kind: 'notYet' } });
});

test('under five papers no figure is told, under ten nothing is concluded', async () => {
  const [few, none] = await inScope(running.database.db, SYSTEM, async (tx) => {
    const work = await addWork(tx, 2026, 4);
    const { id, classIds } = region.schools[0]!;
    return [
      await addFinding(tx, work, { organizationId: id, classGroupId: classIds[0]!, p: 1e-6, participants: 8 }),
      await addFinding(tx, work, { organizationId: id, classGroupId: classIds[1]!, p: 1e-6, participants: 4 }),
    ];
  });
  await name(3, { kind: 'finding', findingId: few });
  const { body } = await name(3, { kind: 'finding', findingId: none });
  expect(body.aims[0].before).toMatchObject({ suppressed: false, participants: 8 });
  expect(body.aims[1].before).toEqual({ kind: 'unit', suppressed: true, year: 2026 });
  const { units } = (await deputy('GET', `/api/measures/${plan.measures[3]!.id}/aim-candidates?kind=finding&search=`))
    .body;
  const ids = units.map(({ findingId }: { findingId: number }) => findingId);
  expect(ids).toContain(few);
  expect(ids).not.toContain(none);
});

test('where nothing can be measured a measure says so, and says it no more once something is', async () => {
  expect((await name(4, { kind: 'none', reason: 'other', words: ' ' })).status).toBe(400);
  const said = await name(4, { kind: 'none', reason: 'documents', words: '' });
  expect(said.body.aims).toMatchObject([{ effect: { kind: 'notMeasurable', reason: 'documents' } }]);
  const measured = await name(4, { kind: 'finding', findingId: school });
  expect(measured.body.aims).toHaveLength(1);
  expect((await name(4, { kind: 'none', reason: 'documents', words: '' })).status).toBe(409);
  const { body } = await deputy('DELETE', `/api/aims/${measured.body.aims[0].id}`);
  expect(body.aims).toEqual([]);
});

test('an index without figures cannot be named', async () => {
  expect((await name(2, { kind: 'index', index: 'oge' })).body.error.code).toBe('noFigures');
});

async function addMarks(tx: Tx, year: number, lowered: number, all: number): Promise<void> {
  const { id: organizationId, classIds } = region.schools[0]!;
  const work = await addWork(tx, year, 7);
  const batch = await tx
    .insertInto('import')
    .values({ organizationId, fileName: `${year}.xlsx`, byteSize: 1, fileHash: String(year), state: 'committed' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('paper')
    .values(
      Array.from({ length: all }, (_, index) => ({
        organizationId,
        workId: work.id,
        classGroupId: classIds[0]!,
        importId: batch.id,
        participant: `7${String(index).padStart(3, '0')}`,
        status: 'present',
        scores: [1],
        total: 1,
        mark: 3,
        journalMark: index < lowered ? 4 : 3,
      })),
    )
    .execute();
}

test('an index is followed from its newest year to the next one, as a difference of shares', async () => {
  await inScope(running.database.db, SYSTEM, (tx) => addMarks(tx, 2026, 24, 40));
  const named = await name(2, { kind: 'index', index: 'vpr' });
  expect(named.body.aims[0]).toMatchObject({
    before: { kind: 'index', year: 2026, numerator: 24, denominator: 40 },
    effect: { kind: 'notYet', why: 'nextYear' },
  });
  await inScope(running.database.db, SYSTEM, (tx) => addMarks(tx, 2027, 8, 40));
  const { body } = await aimsOf(2);
  expect(body.aims[0]).toMatchObject({
    after: { year: 2027, numerator: 8, denominator: 40 },
    effect: { kind: 'measured', unit: 'share', words: 'fell' },
  });
  expect(body.aims[0].effect.difference).toBeCloseTo(-0.4, 10);
  expect((await aimsOf(2, teacher)).body.aims[0]).toMatchObject({ withheld: true, before: null });
});

test('a school names its own results alone, and sees no other school among what it can name', async () => {
  expect((await name(1, { kind: 'finding', findingId: neighbour })).status).toBe(404);
  for (const kind of ['finding', 'class']) {
    const found = await deputy('GET', `/api/measures/${plan.measures[1]!.id}/aim-candidates?kind=${kind}&search=`);
    expect(found.status).toBe(200);
    expect(found.text).not.toContain(region.schools[1]!.name);
    expect(found.body.units.length).toBeGreaterThan(0);
  }
  const searched = await deputy(
    'GET',
    `/api/measures/${plan.measures[1]!.id}/aim-candidates?kind=class&search=${encodeURIComponent('5Б матем')}`,
  );
  expect(searched.body.units).toMatchObject([{ findingId: other, subject: { classGroup: { letter: 'Б' } } }]);
});

test('another region sees neither the measure nor what it answers to; a district reads and does not name', async () => {
  expect((await aimsOf(0, stranger)).status).toBe(404);
  expect((await name(0, { kind: 'none', reason: 'documents', words: '' }, stranger)).status).toBe(404);
  expect((await stranger('GET', `/api/findings/${own}/measures`)).status).toBe(404);
  const read = await aimsOf(0, coordinator);
  expect(read.body).toMatchObject({ may: { edit: false }, aims: [{ withheld: false }] });
  expect((await name(0, { kind: 'finding', findingId: other }, coordinator)).status).toBe(404);
});

test('a district’s measure that answers a school’s sign is seen by the district alone, and its figures by no other school', async () => {
  const made = await coordinator('POST', '/api/plans', { title: 'План района', schoolYear: 2026 });
  const { body } = await coordinator('GET', `/api/plans/${made.body.id}`);
  await coordinator('POST', `/api/plans/${made.body.id}/changes`, {
    changes: [
      { op: 'addMeasure', sectionId: body.plan.sections[0].id, measure: { text: 'Помощь школе', deadline: 'май' } },
    ],
  });
  const read = await coordinator('GET', `/api/plans/${made.body.id}`);
  const measureId = read.body.plan.sections[0].measures[0].id;
  const named = await coordinator('POST', `/api/measures/${measureId}/aims`, { kind: 'finding', findingId: neighbour });
  expect(named.body.aims[0]).toMatchObject({ organization: region.schools[1]!.name, before: { signalled: true } });
  expect((await deputy('GET', `/api/measures/${measureId}/aims`)).status).toBe(404);
  const listed = await inScope(
    running.database.db,
    { accountId: null, path: `.${region.id}.${region.municipalityIds[0]}.${region.schools[0]!.id}.`, classIds: null },
    (tx) => tx.selectFrom('measureAim').select(['id', 'organizationId']).execute(),
  );
  expect(new Set(listed.map(({ organizationId }) => organizationId))).toEqual(new Set([region.schools[0]!.id]));
});

test('a teacher is shown the figures of own classes alone', async () => {
  await name(1, { kind: 'finding', findingId: other });
  expect((await aimsOf(0, teacher)).body.aims[0]).toMatchObject({ withheld: false, before: { participants: 22 } });
  const { body } = await aimsOf(1, teacher);
  expect(body).toMatchObject({ may: { edit: false }, aims: [{ withheld: true, before: null, effect: null }] });
});

test('what a plan’s measures answer to is had as a spreadsheet, by those who see the plan', async () => {
  const file = await deputy('GET', `/api/plans/${plan.id}/effects.xlsx`);
  expect(file.status).toBe(200);
  expect(String(file.headers['content-type'])).toContain('spreadsheetml');
  expect((await stranger('GET', `/api/plans/${plan.id}/effects.xlsx`)).status).toBe(404);
});

test('naming and taking away stand in the journal', async () => {
  const entries = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('auditEntry')
      .select(['action', 'details'])
      .where('organizationId', '=', region.schools[0]!.id)
      .where('action', 'in', ['aim.name', 'aim.remove'])
      .orderBy('id')
      .execute(),
  );
  expect(entries.map(({ action }) => action)).toContain('aim.remove');
  expect(entries[0]!.details).toMatchObject({ kind: 'finding', class: '5А', subject: 'Математика' });
});
