/** Stores what stands beside the VPR in the demo region, once: exams, control works, marks of terms, keys and claims. */
import { replaceClaims } from '#src/indices/store.ts';
import { ensureClasses } from '#src/organizations/store.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { storePapers } from '#src/results/imports/store.ts';
import { type StoredRow, storeRows } from '#src/results/imports/tables/stored.ts';
import { insertWork } from '#src/results/store.ts';
import { newImport, silent } from './committed.ts';
import { demoExams, type ExamResultsOfRegion, type ExamWork } from './exams.ts';
import { loadLists, loadSummaries } from './load-lists.ts';

/** @returns whether anything was stored. */
export async function loadExams(tx: Tx, region: number): Promise<boolean> {
  const exams = demoExams();
  const known = await tx
    .selectFrom('procedure')
    .select('id')
    .where('organizationId', '=', region)
    .where('kind', '=', 'oge')
    .executeTakeFirst();
  if (known) return false;
  const rows = await tx.selectFrom('organization').select(['id', 'code']).where('kind', '=', 'school').execute();
  const schools = new Map(rows.map(({ id, code }) => [code ?? '', id]));
  const classes = await classesOf(tx, exams, schools);
  let keyed: number | null = null;
  for (const work of exams.works) {
    const workId = await loadWork(tx, region, work, schools, classes);
    if (work.kind === 'oge' && work.year === 2026) {
      keyed = (await tx.selectFrom('work').select('procedureId').where('id', '=', workId).executeTakeFirstOrThrow())
        .procedureId;
    }
  }
  await loadTables(tx, region, exams, schools, classes, keyed!);
  await loadLists(tx, region, schools);
  await loadSummaries(tx, region, schools);
  await loadClaims(tx, exams, schools);
  return true;
}

type Classes = ReadonlyMap<string, number>;

const classKey = (schoolYear: number, school: number, grade: number, letter: string): string =>
  `${schoolYear} ${school} ${grade} ${letter}`;

async function classesOf(tx: Tx, exams: ExamResultsOfRegion, schools: ReadonlyMap<string, number>): Promise<Classes> {
  const found = new Map<string, number>();
  const all = [
    ...exams.works.flatMap(({ papers, year }) => papers.map((paper) => ({ ...paper, schoolYear: year - 1 }))),
    ...exams.termMarks,
  ];
  for (const schoolYear of new Set(all.map((one) => one.schoolYear))) {
    const wanted = new Map(
      all
        .filter((one) => one.schoolYear === schoolYear)
        .map(({ school, grade, letter }) => {
          const organizationId = schools.get(school)!;
          return [`${organizationId} ${grade} ${letter}`, { organizationId, schoolYear, grade, letter }] as const;
        }),
    );
    for (const [key, id] of await ensureClasses(tx, [...wanted.values()], { create: true }))
      found.set(`${schoolYear} ${key}`, id);
  }
  return found;
}

async function loadWork(
  tx: Tx,
  region: number,
  work: ExamWork,
  schools: ReadonlyMap<string, number>,
  classes: Classes,
): Promise<number> {
  const { papers, parts, kind, procedure, year, subject, grade, level, heldOn } = work;
  const workId = await insertWork(tx, {
    organizationId: region,
    kind,
    procedure,
    year,
    subject,
    grade,
    level,
    heldOn,
    scaleId: null,
    tasks: [
      { id: 'Часть 1', max: parts[0], response: 'short' },
      { id: 'Часть 2', max: parts[1], response: 'extended' },
    ],
  });
  const lines = [
    'school,class,participant,pupil,mark,test_score,t1,t2',
    ...papers.map((paper) =>
      [
        paper.school,
        `${grade}${paper.letter}`,
        paper.participant,
        paper.pupil,
        paper.mark,
        paper.testScore,
        ...paper.scores,
      ]
        .map((value) => value ?? '')
        .join(','),
    ),
  ];
  const name = `${procedure}: ${subject}, ${grade} класс`;
  const importId = await newImport(tx, region, `${name}.csv`.replaceAll(':', ''), 'exchange', lines, {
    papers: papers.length,
    works: [name],
  });
  await storePapers(
    tx,
    importId,
    workId!,
    papers.map((paper) => ({
      organizationId: schools.get(paper.school)!,
      classGroupId: classes.get(classKey(year - 1, schools.get(paper.school)!, paper.grade, paper.letter))!,
      participant: paper.participant,
      pupil: paper.pupil,
      variant: null,
      status: 'present' as const,
      scores: paper.scores,
      total: paper.scores[0] + paper.scores[1],
      mark: paper.mark,
      journalMark: null,
      testScore: paper.testScore,
    })),
    silent,
  );
  await tx.updateTable('work').set({ papersChangedAt: new Date() }).where('id', '=', workId).execute();
  return workId!;
}

async function loadTables(
  tx: Tx,
  region: number,
  { termMarks, keys }: ExamResultsOfRegion,
  schools: ReadonlyMap<string, number>,
  classes: Classes,
  procedureId: number,
): Promise<void> {
  const marks = termMarks.map(({ school, grade, letter, pupil, subject, schoolYear, term, mark }): StoredRow => {
    const organization = schools.get(school)!;
    const classGroup = classes.get(classKey(schoolYear, organization, grade, letter))!;
    return {
      organization_id: organization,
      class_group_id: classGroup,
      pupil,
      subject,
      school_year: schoolYear,
      term,
      mark,
    };
  });
  const markLines = [
    'school,class,pupil,subject,school_year,term,mark',
    ...termMarks.map((row) =>
      [row.school, `${row.grade}${row.letter}`, row.pupil, row.subject, row.schoolYear, row.term, row.mark].join(','),
    ),
  ];
  const ofMarks = await newImport(tx, region, 'Отметки за учебные периоды.csv', 'mapper', markLines, {
    rows: marks.length,
  });
  await storeRows(tx, ofMarks, 'termMarks', marks, silent);

  const keyLines = [
    'school,participant,pupil',
    ...keys.map((row) => [row.school, row.participant, row.pupil].join(',')),
  ];
  const ofKeys = await newImport(tx, region, 'Ключи учеников, ОГЭ 2026.csv', 'mapper', keyLines, { rows: keys.length });
  const keyRows = keys.map(({ school, participant, pupil }): StoredRow => {
    return { organization_id: schools.get(school)!, procedure_id: procedureId, participant, pupil };
  });
  await storeRows(tx, ofKeys, 'pupilKeys', keyRows, silent);
}

async function loadClaims(
  tx: Tx,
  { claims }: ExamResultsOfRegion,
  schools: ReadonlyMap<string, number>,
): Promise<void> {
  const account = await tx.selectFrom('account').select('id').orderBy('id').executeTakeFirstOrThrow();
  for (const school of new Set(claims.map((claim) => claim.school))) {
    await replaceClaims(tx, {
      organizationId: schools.get(school)!,
      year: 2026,
      accountId: account.id,
      claims: claims.filter((claim) => claim.school === school).map(({ pupil, degree }) => ({ pupil, degree })),
    });
  }
}
