/** Stores the exams, control works, marks of terms, summaries, keys, claims and published lists of the demo region, once. */
import { createHash } from 'node:crypto';
import { replaceClaims } from '#src/indices/store.ts';
import { ensureClasses } from '#src/organizations/store.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { insertImport, storePapers } from '#src/results/imports/store.ts';
import { ensureList, type StoredRow, storeRows } from '#src/results/imports/tables/stored.ts';
import { insertWork } from '#src/results/store.ts';
import { demoExams, type ExamResultsOfRegion, type ExamWork } from './exams.ts';
import { demoRegion } from './region.ts';
import { demoSummaries } from './summaries.ts';

/** Lists as a region would publish them; the schools are those of the plan whose results are lifted or helped throughout. */
const LISTS = [
  {
    year: 2025,
    name: 'Перечень школ с признаками необъективных результатов ВПР (вымышленный)',
    source: 'Заозёрский край (вымышленный), письмо без номера, 2025 год',
    entries: [
      ['edu990114', 'Русский язык', 4],
      ['edu990114', 'Математика', 4],
      ['edu990402', 'Математика', 4],
      ['edu990209', 'Русский язык', 5],
    ],
  },
  {
    year: 2026,
    name: 'Перечень школ с признаками необъективных результатов ВПР (вымышленный)',
    source: 'Заозёрский край (вымышленный), письмо без номера, 2026 год',
    entries: [
      ['edu990114', 'Математика', 4],
      ['edu990103', 'Математика', 6],
      ['edu990402', 'Математика', 4],
      ['edu990402', 'Русский язык', 4],
      ['edu990406', 'Математика', 6],
      ['edu990505', 'Математика', 8],
    ],
  },
  {
    year: 2026,
    name: 'Школы, чьи отметки за год выше результатов ОГЭ (вымышленный перечень)',
    source: 'Заозёрский край (вымышленный), справка без номера',
    entries: [
      ['edu990117', 'Русский язык', 9],
      ['edu990117', 'Математика', 9],
      ['edu990405', 'Математика', 9],
    ],
  },
] as const;

const silent = async (): Promise<void> => {};

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

async function newImport(
  tx: Tx,
  region: number,
  fileName: string,
  reader: string,
  lines: readonly string[],
  counts: object,
): Promise<number> {
  const content = Buffer.from(`${lines.join('\n')}\n`);
  const id = await insertImport(tx, {
    organizationId: region,
    accountId: null,
    fileName,
    byteSize: content.length,
    fileHash: createHash('sha256').update(content).digest('hex'),
    content,
    droppedColumns: [],
  });
  const summary = { papers: 0, rows: 0, errors: 0, warnings: 0, works: [], ready: false, ...counts };
  await tx
    .updateTable('import')
    .set({ state: 'committed', reader, summary: JSON.stringify(summary), committedAt: new Date() })
    .where('id', '=', id)
    .execute();
  return id;
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

async function loadLists(tx: Tx, region: number, schools: ReadonlyMap<string, number>): Promise<void> {
  for (const { year, name, source, entries } of LISTS) {
    const lines = ['school,subject,grade', ...entries.map((row) => row.join(','))];
    const importId = await newImport(tx, region, `${name.replace(/ \(.*/u, '')}, ${year}.csv`, 'mapper', lines, {
      rows: entries.length,
    });
    const listId = await ensureList(tx, { organizationId: region, importId, year, name, source });
    const rows = entries.map(([school, subject, grade]): StoredRow => {
      return { organization_id: schools.get(school)!, list_id: listId, year, name, subject, grade, note: '' };
    });
    await storeRows(tx, importId, 'officialList', rows, silent);
  }
}

/** One file for each municipality, as its office would send it. */
async function loadSummaries(tx: Tx, region: number, schools: ReadonlyMap<string, number>): Promise<void> {
  for (const [code, summaries] of Map.groupBy(demoSummaries(), ({ municipality }) => municipality)) {
    const groups = await ensureClasses(
      tx,
      summaries.map(({ school, schoolYear, grade, letter }) => ({
        organizationId: schools.get(school)!,
        schoolYear,
        grade,
        letter,
      })),
      { create: true },
    );
    const rows = summaries.map(({ school, grade, letter, subject, schoolYear, term, pupils, counts }): StoredRow => {
      const organization = schools.get(school)!;
      return {
        organization_id: organization,
        class_group_id: groups.get(`${organization} ${grade} ${letter}`)!,
        subject,
        school_year: schoolYear,
        term,
        pupils,
        count2: counts[2],
        count3: counts[3],
        count4: counts[4],
        count5: counts[5],
      };
    });
    const lines = [
      'school,class,subject,school_year,term,pupils,5,4,3,2',
      ...summaries.map((row) =>
        [row.school, `${row.grade}${row.letter}`, row.subject, row.schoolYear, row.term, row.pupils]
          .concat([5, 4, 3, 2].map((mark) => row.counts[mark as 5]))
          .join(','),
      ),
    ];
    const { shortName } = demoRegion.municipalities.find((municipality) => municipality.code === code)!;
    const importId = await newImport(tx, region, `Сводка отметок по классам, ${shortName}.csv`, 'mapper', lines, {
      rows: rows.length,
    });
    await storeRows(tx, importId, 'termSummaries', rows, silent);
  }
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
