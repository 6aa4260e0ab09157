/** Indices over a real database: counting, matching of pupils, settings, claims, and who sees what. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureClasses } from '#src/organizations/store.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { markPapersChanged } from '#src/results/imports/store.ts';
import { insertWork } from '#src/results/store.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let analyst: Client;
let head: Client;
let teacher: Client;
let stranger: Client;
let importId = 0;

interface Paper {
  readonly school: number;
  readonly subject: string;
  readonly participant: string;
  readonly pupil?: string;
  readonly journal?: number;
  readonly mark?: number;
  readonly test?: number;
}

async function workOf(tx: Tx, kind: 'vpr' | 'oge' | 'ege', subject: string, grade: number): Promise<number> {
  const procedure = `${kind} ${region.mark}`;
  const input = {
    organizationId: region.id,
    procedure,
    kind,
    year: 2026,
    subject,
    grade,
    level: 'base',
    heldOn: null,
    scaleId: null,
  } as const;
  const id = await insertWork(tx, { ...input, tasks: [{ id: '1', max: 5, response: 'short' }] });
  if (id !== null) return id;
  const row = await tx
    .selectFrom('work as w')
    .innerJoin('procedure as p', 'p.id', 'w.procedureId')
    .select('w.id')
    .where('p.name', '=', procedure)
    .where('w.subject', '=', subject)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function addPapers(kind: 'vpr' | 'oge' | 'ege', grade: number, papers: readonly Paper[]): Promise<void> {
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const works = new Set<number>();
    for (const paper of papers) {
      const workId = await workOf(tx, kind, paper.subject, grade);
      works.add(workId);
      const organizationId = region.schools[paper.school]!.id;
      const classes = await ensureClasses(tx, [{ organizationId, schoolYear: 2025, grade, letter: 'А' }], {
        create: true,
      });
      await tx
        .insertInto('paper')
        .values({
          organizationId,
          workId,
          classGroupId: [...classes.values()][0]!,
          importId,
          participant: paper.participant,
          pupil: paper.pupil ?? null,
          status: 'present',
          scores: [3],
          total: 3,
          mark: paper.mark ?? null,
          journalMark: paper.journal ?? null,
          testScore: paper.test ?? null,
        })
        .execute();
    }
    await markPapersChanged(tx, [...works]);
  });
}

/** What an import of marks does when it is committed: what was counted before is counted anew. */
async function committedAgain(tx: Tx): Promise<void> {
  await tx.updateTable('import').set({ committedAt: sql`clock_timestamp()` }).where('id', '=', importId).execute();
}

async function addMarks(
  school: number,
  grade: number,
  term: 'year' | 'final' | 'q3',
  marks: readonly (readonly [pupil: string, subject: string, mark: number])[],
) {
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const organizationId = region.schools[school]!.id;
    const classes = await ensureClasses(tx, [{ organizationId, schoolYear: 2025, grade, letter: 'А' }], {
      create: true,
    });
    for (const [pupil, subject, mark] of marks) {
      const row = {
        organizationId,
        classGroupId: [...classes.values()][0]!,
        importId,
        pupil,
        subject,
        schoolYear: 2025,
        term,
        mark,
      };
      await tx.insertInto('termMark').values(row).execute();
    }
    await committedAgain(tx);
  });
}

const many = (school: number, lowered: number, total: number): Paper[] =>
  Array.from({ length: total }, (_, index) => ({
    school,
    subject: 'Математика',
    participant: String(50_001 + index),
    journal: 4,
    mark: index < lowered ? 3 : 4,
  }));

beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  analyst = await signedIn(running.application, region.login('administrator'));
  head = await signedIn(running.application, region.login('schoolHead'));
  teacher = await signedIn(running.application, region.login('teacher'));
  const other = await buildTestRegion(running.database);
  stranger = await signedIn(running.application, other.login('administrator'));
  importId = await inScope(running.database.db, SYSTEM, async (tx) => {
    const row = { organizationId: region.id, fileName: 'x', byteSize: 1, fileHash: region.mark, state: 'committed' };
    return (await tx.insertInto('import').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });
  await addPapers('vpr', 5, [...many(0, 9, 12), ...many(1, 3, 12)]);
  await addMarks(0, 9, 'year', [
    ['к1', 'Физика', 5],
    ['к2', 'Физика', 4],
    ['90003', 'Физика', 3],
  ]);
  await addMarks(0, 9, 'q3', [['к1', 'Физика', 3]]);
  await addPapers('oge', 9, [
    { school: 0, subject: 'Физика', participant: '90001', pupil: 'к1', mark: 3 },
    { school: 0, subject: 'Физика', participant: '90002', mark: 4 },
    { school: 0, subject: 'Физика', participant: '90003', mark: 4 },
    { school: 0, subject: 'Физика', participant: '90004', mark: 2 },
  ]);
});
afterAll(() => running.close());

const index = async (client: Client, kind: string) => (await client('GET', `/api/indices?kind=${kind}&year=2026`)).body;

test('the VPR index counts papers below the journal mark over papers that have both marks', async () => {
  const body = await index(analyst, 'vpr');
  expect(body.own).toMatchObject({ numerator: 12, denominator: 24, share: 0.5 });
  expect(body.schools.map((row: { numerator: number }) => row.numerator).toSorted()).toEqual([3, 9]);
  expect(body.reference).toMatchObject({ numerator: 12, denominator: 24, units: 2 });
  // Two schools tell nothing of how schools differ: nobody is compared.
  expect(body.schools.every((row: { position: string | null }) => row.position === null)).toBe(true);
  expect(body.history).toMatchObject([{ year: 2026, numerator: 12, denominator: 24 }]);
});

test('an exam is compared with the mark of the year, found by the key of the pupil or by the code in its place', async () => {
  // «к1» has 5 in the year and 3 in the exam; the third quarter does not count. Code 90002 has no mark until its key comes.
  expect((await index(analyst, 'oge')).own).toMatchObject({ numerator: 1, denominator: 2 });
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const { procedureId } = await tx
      .selectFrom('work')
      .select('procedureId')
      .where('id', '=', await workOf(tx, 'oge', 'Физика', 9))
      .executeTakeFirstOrThrow();
    const organizationId = region.schools[0]!.id;
    await tx
      .insertInto('pupilKey')
      .values({ organizationId, procedureId, importId, participant: '90002', pupil: 'к2' })
      .execute();
    await committedAgain(tx);
  });
  expect((await index(analyst, 'oge')).own).toMatchObject({ numerator: 1, denominator: 3 });
});

test('same pupils are raised, confirmed and lowered, with the share matched, by school and by class', async () => {
  const { body } = await analyst('GET', '/api/indices/pupils?pairing=termWork&kind=oge&year=2026');
  expect(body.total).toMatchObject({
    pairs: 3,
    raised: 1,
    confirmed: 1,
    lowered: 1,
    papers: 4,
    matched: 0.75,
    small: true,
  });
  expect(body.total.meanGap).toBeCloseTo(-1 / 3, 10);
  const school = (await analyst('GET', `/api/indices/schools/${region.schools[0]!.id}`)).body;
  const classes = school.pairs.find(
    (one: { pairing: string; kind: string }) => one.pairing === 'termWork' && one.kind === 'oge',
  ).classes;
  expect(classes).toMatchObject([{ name: '9А', subject: 'Физика', pairs: 3 }]);
});

test('the gap that counts is set per year, earlier versions stay, and only the region sets it', async () => {
  const { body: before } = await analyst('GET', '/api/indices/settings');
  const year = before.years.find((row: { year: number }) => row.year === 2026);
  expect(year).toMatchObject({ version: 0, settings: { gap: { vpr: 1 }, minimum: 10 } });
  const settings = { ...year.settings, gap: { ...year.settings.gap, vpr: 2 } };
  expect((await head('POST', '/api/indices/settings', { year: 2026, settings, note: '' })).status).toBe(403);
  const { body } = await analyst('POST', '/api/indices/settings', { year: 2026, settings, note: 'приказ' });
  expect(body.years[0]).toMatchObject({ year: 2026, version: 1, note: 'приказ' });
  expect((await index(analyst, 'vpr')).own).toMatchObject({ numerator: 0, denominator: 24 });
  await analyst('POST', '/api/indices/settings', { year: 2026, settings: year.settings, note: '' });
  expect((await index(analyst, 'vpr')).own).toMatchObject({ numerator: 12 });
});

test('medals: claims come from final marks or from the school, and exams confirm them by degree', async () => {
  await addMarks(0, 11, 'final', [
    ['м1', 'Русский язык', 5],
    ['м1', 'История', 5],
    ['м2', 'Русский язык', 4],
    ['м2', 'История', 5],
    ['м3', 'Русский язык', 5],
    ['м3', 'История', 3],
  ]);
  await addPapers('ege', 11, [
    { school: 0, subject: 'Русский язык', participant: '1001', pupil: 'м1', test: 72 },
    { school: 0, subject: 'История', participant: '1001', pupil: 'м1', test: 64 },
    { school: 0, subject: 'Русский язык', participant: '1002', pupil: 'м2', test: 65 },
    { school: 0, subject: 'История', participant: '1002', pupil: 'м2', test: 61 },
    { school: 0, subject: 'Русский язык', participant: '1003', pupil: 'м4', test: 90 },
  ]);
  // м1: first degree, history below 70; м2: second degree, confirmed; м3 claims nothing.
  expect(await index(analyst, 'medal')).toMatchObject({ own: { numerator: 1, denominator: 2 }, unknown: 0 });
  const entered = await head('POST', '/api/indices/medal-claims', { year: 2026, lines: 'м4 1\n' });
  expect(entered.body.claims).toEqual([{ pupil: 'м4', degree: 1 }]);
  expect(await index(analyst, 'medal')).toMatchObject({ own: { numerator: 1, denominator: 2 }, unknown: 1 });
  expect((await head('POST', '/api/indices/medal-claims', { year: 2026, lines: 'Выдумкин Пётр Ильич 1' })).status).toBe(
    400,
  );
  expect((await head('POST', '/api/indices/medal-claims', { year: 2026, lines: 'м4' })).status).toBe(400);
});

test('a school sees itself against the region and nobody else; a teacher and a stranger see nothing of it', async () => {
  const own = await index(head, 'vpr');
  expect(own.schools).toHaveLength(1);
  expect(own.schools[0]).toMatchObject({ numerator: 9, denominator: 12 });
  expect(own.reference).toMatchObject({ numerator: 12, denominator: 24 });
  expect((await head('GET', `/api/indices/schools/${region.schools[1]!.id}`)).status).toBe(404);
  expect((await head('GET', '/api/indices/pupils?kind=vpr&year=2026')).body.schools).toHaveLength(1);
  expect((await teacher('GET', '/api/indices')).status).toBe(403);
  const foreign = (await stranger('GET', '/api/indices')).body;
  expect(foreign).toMatchObject({ available: [], schools: [], reference: null });
  expect((await stranger('GET', '/api/indices/settings')).body.years).toEqual([]);
});

test('papers of one more import are in the answer at once, and other works keep theirs', async () => {
  const before = await index(analyst, 'vpr');
  const oge = await index(analyst, 'oge');
  await addPapers('vpr', 5, [
    { school: 0, subject: 'Русский язык', participant: '50001', journal: 5, mark: 3 },
    { school: 1, subject: 'Русский язык', participant: '50001', journal: 3, mark: 3 },
  ]);
  const { numerator, denominator } = before.own;
  expect((await index(analyst, 'vpr')).own).toMatchObject({ numerator: numerator + 1, denominator: denominator + 2 });
  expect(await index(analyst, 'oge')).toEqual(oge);
});

test('the page of the same pupils opens on marks that have pairs', async () => {
  const first = (await analyst('GET', '/api/indices/pupils')).body;
  expect(first.total.pairs).toBeGreaterThan(0);
  // Exams carry no journal mark here: asked for exams alone, the pairs are those with the mark of the year.
  const exams = (await analyst('GET', '/api/indices/pupils?kind=oge')).body;
  expect(exams).toMatchObject({ kind: 'oge', year: 2026, pairing: 'termWork', total: { pairs: 3 } });
  const terms = (await analyst('GET', '/api/indices/pupils?pairing=termWork')).body;
  expect(terms).toMatchObject({ kind: 'oge', pairing: 'termWork' });
  // What was asked for in full is shown, empty or not.
  const asked = (await analyst('GET', '/api/indices/pupils?pairing=journalWork&kind=oge&year=2026')).body;
  expect(asked).toMatchObject({ pairing: 'journalWork', kind: 'oge', total: { pairs: 0, papers: 4 } });
});

test('both tables download as spreadsheets', async () => {
  for (const path of ['/api/indices.xlsx?kind=vpr&year=2026', '/api/indices/pupils.xlsx?kind=vpr&year=2026']) {
    expect((await analyst('GET', path)).status).toBe(200);
  }
});
