/** The command line counts over files, the site by SQL: on the same papers, marks and claims both give the same figures. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureClasses } from '#src/organizations/store.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import type { ProcedureKind, Term } from '#src/results/model.ts';
import { insertWork } from '#src/results/store.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';

interface Paper {
  readonly kind: ProcedureKind;
  readonly school: number;
  readonly grade: number;
  readonly subject: string;
  readonly participant: string;
  readonly pupil: string | null;
  readonly journal: number | null;
  readonly mark: number | null;
  readonly test: number | null;
}
interface Mark {
  readonly school: number;
  readonly grade: number;
  readonly pupil: string;
  readonly subject: string;
  readonly term: Term;
  readonly mark: number;
}

/** The same figures in every run: a linear congruential sequence (Numerical Recipes), 0 <= next(n) < n. */
function sequence(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const TERMS: readonly Term[] = ['q1', 'q2', 'q3', 'q4', 'year', 'final'];
const next = sequence(2026);
const papers: Paper[] = [];
const marks: Mark[] = [];
const claims: { readonly school: number; readonly pupil: string; readonly degree: 1 | 2 }[] = [];
for (let school = 0; school < 2; school += 1) {
  for (let n = 0; n < 40; n += 1) {
    for (const [kind, grade] of [
      ['vpr', 5],
      ['dkr', 8],
      ['oge', 9],
    ] as const) {
      for (const subject of ['Математика', 'Русский язык']) {
        const participant = String(grade * 10_000 + n);
        // Every third pupil has no key of his own: his code stands for it.
        const pupil = n % 3 === 0 ? null : `к-${grade}-${n}`;
        const journal = kind === 'oge' || next(3) === 0 ? null : 2 + next(4);
        const mark = next(12) === 0 ? null : 2 + next(4);
        papers.push({ kind, school, grade, subject, participant, pupil, journal, mark, test: null });
        for (const term of TERMS) {
          if (next(4) === 0)
            marks.push({ school, grade, pupil: pupil ?? participant, subject, term, mark: 2 + next(4) });
        }
      }
    }
  }
  for (let n = 0; n < 25; n += 1) {
    const pupil = `м-${n}`;
    const exam = { kind: 'ege', school, grade: 11, participant: String(1000 + n), pupil, journal: null } as const;
    papers.push({ ...exam, subject: 'Русский язык', mark: null, test: 50 + next(50) });
    if (next(3) > 0) papers.push({ ...exam, subject: 'История', mark: null, test: 45 + next(55) });
    else if (next(2) === 0) papers.push({ ...exam, subject: 'Математика', mark: 3 + next(3), test: null });
    for (const subject of ['Русский язык', 'История', 'Химия', 'Физика'])
      marks.push({ school, grade: 11, pupil, subject, term: 'final', mark: next(8) === 0 ? 4 : 5 });
    if (next(6) === 0) claims.push({ school, pupil, degree: next(2) === 0 ? 1 : 2 });
  }
}

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let analyst: Client;
const folder = mkdtempSync(join(tmpdir(), 'obektiv-figures-'));
/** Kinds are in the names, as the command line takes them from there. */
const procedureOf = (kind: ProcedureKind): string =>
  `${{ vpr: 'ВПР', oge: 'ОГЭ', ege: 'ЕГЭ', dkr: 'ДКР', own: 'Работа' }[kind]} ${region.mark} 2026`;

async function store(tx: Tx): Promise<void> {
  const row = { organizationId: region.id, fileName: 'x', byteSize: 1, fileHash: region.mark, state: 'committed' };
  const importId = (await tx.insertInto('import').values(row).returning('id').executeTakeFirstOrThrow()).id;
  const classOf = async (school: number, grade: number): Promise<number> => {
    const wanted = { organizationId: region.schools[school]!.id, schoolYear: 2025, grade, letter: 'А' };
    return [...(await ensureClasses(tx, [wanted], { create: true })).values()][0]!;
  };
  const works = new Map<string, number>();
  for (const { kind, grade, subject } of papers) {
    const key = `${kind} ${subject}`;
    if (works.has(key)) continue;
    const input = {
      organizationId: region.id,
      procedure: procedureOf(kind),
      kind,
      year: 2026,
      subject,
      grade,
    } as const;
    const tasks = [{ id: '1', max: 5, response: 'short' }] as const;
    works.set(key, (await insertWork(tx, { ...input, level: 'base', heldOn: null, scaleId: null, tasks }))!);
  }
  for (const { kind, school, grade, subject, participant, pupil, journal, mark, test: testScore } of papers) {
    const shared = { importId, participant, pupil, status: 'present', scores: [3], total: 3, mark, testScore };
    const place = { organizationId: region.schools[school]!.id, classGroupId: await classOf(school, grade) };
    const workId = works.get(`${kind} ${subject}`)!;
    await tx
      .insertInto('paper')
      .values({ ...shared, ...place, workId, journalMark: journal })
      .execute();
  }
  for (const { school, grade, ...mark } of marks) {
    const place = { organizationId: region.schools[school]!.id, classGroupId: await classOf(school, grade) };
    await tx
      .insertInto('termMark')
      .values({ ...mark, ...place, importId, schoolYear: 2025 })
      .execute();
  }
  for (const { school, ...claim } of claims) {
    const organizationId = region.schools[school]!.id;
    await tx
      .insertInto('medalClaim')
      .values({ ...claim, organizationId, year: 2026 })
      .execute();
  }
}

const schoolName = (school: number): string => `Школа ${school + 1}`;

function write(name: string, header: string, rows: readonly (readonly (string | number | null)[])[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`);
  return path;
}

function files(): string[] {
  const ofPapers = write(
    'papers.csv',
    'procedure,municipality,school,grade,class,subject,participant,pupil,journal_mark,mark,test_score',
    papers.map(({ kind, school, grade, subject, participant, pupil, journal, mark, test: score }) => {
      const place = [procedureOf(kind), 'М', schoolName(school), grade, `${grade}А`, subject];
      return [...place, participant, pupil, journal, mark, score];
    }),
  );
  const ofMarks = write(
    'marks.csv',
    'school,class,pupil,subject,school_year,term,mark',
    marks.map((one) => [schoolName(one.school), `${one.grade}А`, one.pupil, one.subject, 2025, one.term, one.mark]),
  );
  const ofClaims = write(
    'claims.csv',
    'school,year,pupil,degree',
    claims.map((one) => [schoolName(one.school), 2026, one.pupil, one.degree]),
  );
  return [ofPapers, '--marks', ofMarks, '--claims', ofClaims, '--json'];
}

beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  analyst = await signedIn(running.application, region.login('administrator'));
  await inScope(running.database.db, SYSTEM, store);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await running.close();
});

interface Figures {
  readonly numerator: number;
  readonly denominator: number;
}

test('indices and pairs of the command line and of the site are the same on the same papers, marks and claims', async () => {
  const cli = join(import.meta.dirname, '..', 'cli.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'indices', ...files()], { maxBuffer: 2 ** 24 });
  const told = JSON.parse(stdout);
  // Schools by their order: the command line knows them by the names of the files.
  for (const kind of ['vpr', 'dkr', 'oge', 'medal']) {
    const one = told.indices.find((index: { kind: string }) => index.kind === kind);
    const byCli = one.schools.map(({ numerator, denominator }: Figures) => ({ numerator, denominator }));
    const { body } = await analyst('GET', `/api/indices?kind=${kind}&year=2026`);
    const bySql = region.schools.flatMap(({ id }) =>
      body.schools
        .filter((school: { id: string }) => school.id === String(id))
        .map(({ numerator, denominator }: Figures) => ({ numerator, denominator })),
    );
    expect(bySql).toEqual(byCli);
    expect(body.unknown).toBe(one.unknown);
    expect(byCli.map(({ numerator }: Figures) => numerator > 0)).toEqual([true, true]);
  }
  for (const kind of ['vpr', 'dkr', 'oge']) {
    for (const pairing of ['journalWork', 'termWork', 'journalTerm']) {
      const byCli = told.pairs.filter(
        (one: { kind: string; pairing: string }) => one.kind === kind && one.pairing === pairing,
      );
      const { body } = await analyst('GET', `/api/indices/pupils?kind=${kind}&pairing=${pairing}&year=2026`);
      const sum = (column: string) => byCli.reduce((all: number, one: Record<string, number>) => all + one[column]!, 0);
      const { raised, confirmed, lowered } = body.total;
      expect({ kind, pairing, raised, confirmed, lowered }).toEqual({
        kind,
        pairing,
        raised: sum('raised'),
        confirmed: sum('confirmed'),
        lowered: sum('lowered'),
      });
    }
  }
});
