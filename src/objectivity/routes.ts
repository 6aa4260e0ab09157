/** contract -> store. Findings are written by the analysis alone; people read them. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { className } from '#src/organizations/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import { listScales, listWorks } from '#src/results/store.ts';
import { startAnalysis } from './analysis/actions.ts';
import * as contract from './contract.ts';
import type { MarkerResult, Mechanism, Strength, UnitLevel } from './model.ts';
import type { OfficialReading } from './official/model.ts';
import * as store from './store.ts';
import { explain, markerName, mechanismName, strengthName } from './text.ts';

const LIST_LIMIT = 500;

type Row = Awaited<ReturnType<typeof store.listFindings>>[number];

function findingAnswer(row: Row) {
  return {
    id: row.id,
    level: row.level as UnitLevel,
    workId: row.workId,
    procedure: row.procedure,
    subject: row.subject,
    grade: row.grade,
    municipality: { id: row.municipalityId, name: row.municipality },
    school: row.kind === 'school' ? { id: row.schoolId, name: row.school } : null,
    className: row.classGrade === null ? null : className(row.classGrade, row.letter ?? ''),
    participants: row.participants,
    absent: row.absent,
    strength: row.strength as Strength,
    signalled: row.signalled,
    localFdr: row.localFdr,
    p: row.p,
    mechanisms: row.mechanisms as Mechanism[],
  };
}

type Answer = ReturnType<typeof findingAnswer>;

/** The shape in which text.ts speaks of a unit. */
function unitOf(answer: Answer, markers: readonly MarkerResult[], evidence: number) {
  return {
    level: answer.level,
    municipality: answer.municipality.name,
    school: answer.school?.name ?? null,
    grade: answer.grade,
    className: answer.className,
    subject: answer.subject,
    participants: answer.participants,
    absent: answer.absent,
    index: evidence,
    p: answer.p,
    signalled: answer.signalled,
    localFdr: answer.localFdr,
    strength: answer.strength,
    mechanisms: answer.mechanisms,
    markers,
  };
}

async function readOne(tx: Tx, id: number) {
  const [row] = await store.listFindings(tx, { id, show: 'all' }, 1);
  const body = row ? await store.readFindingBody(tx, id) : undefined;
  if (!row || !body) throw refuseCommon('notFound');
  const [work] = await listWorks(tx, { id: body.workId });
  return { row, body, work: work!, answer: findingAnswer(row) };
}

/** Findings that stand beside this one: the same class or school in other works, the school and classes around it. */
async function neighboursOf(tx: Tx, one: Awaited<ReturnType<typeof readOne>>): Promise<Answer[]> {
  const { answer, body } = one;
  const rows =
    answer.school === null
      ? await store.listFindings(tx, { municipalityId: answer.municipality.id, level: 'municipality', show: 'all' }, 20)
      : await store.listFindings(tx, { schoolId: answer.school.id, show: 'all' }, 200);
  return rows
    .filter((row) => row.id !== answer.id)
    .filter(
      (row) =>
        row.signalled ||
        (row.workId === answer.workId && row.level === 'school') ||
        (body.classGroupId !== null && row.classGroupId === body.classGroupId),
    )
    .map(findingAnswer)
    .slice(0, 30);
}

export function registerObjectivity(server: HttpServer<Actor>, queue: () => JobQueue): void {
  server.operation(contract.listFindings, async (tx, { person, query }) => {
    requirePermission(person, 'readFindings');
    const rows = await store.listFindings(tx, query, LIST_LIMIT);
    const levels = await store.countFindings(tx, query);
    const latest = await tx
      .selectFrom('analysis')
      .select('createdAt')
      .where('supersededAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .limit(1)
      .executeTakeFirst();
    return {
      findings: rows.map(findingAnswer),
      total: query.level ? levels[query.level] : levels.class + levels.school + levels.municipality,
      levels,
      analysedAt: latest?.createdAt.toISOString() ?? null,
    };
  });

  server.operation(contract.readFinding, async (tx, { person, params }) => {
    requirePermission(person, 'readFindings');
    const one = await readOne(tx, params.id);
    const { answer, body, work } = one;
    const reference = body.reference as unknown as store.RegionReference;
    const { profile, ...distribution } = body.distribution as unknown as store.FindingInput['distribution'];
    const scales = work.scaleId === null ? [] : await listScales(tx, { id: work.scaleId });
    const region = await tx
      .selectFrom('organization')
      .select('shortName')
      .where('id', '=', body.regionId)
      .executeTakeFirst();
    const official = await store.listOfficialReadings(tx, { organizationId: body.organizationId, workId: body.workId });
    return {
      ...answer,
      tasks: work.tasks.map(({ id, max, response }, index) => ({
        id,
        max,
        response,
        difficulty: reference.taskMeans[index] ?? 0,
      })),
      thresholds: scales[0]?.thresholds ?? null,
      markers: body.markers as unknown as MarkerResult[],
      distribution,
      region: {
        totals: reference.totals,
        marks: reference.marks,
        transition: reference.transition,
        name: region?.shortName ?? '',
        papers: reference.papers,
      },
      profile: [...profile],
      official: official.map(({ reading }) => reading as unknown as OfficialReading),
      neighbours: await neighboursOf(tx, one),
      engineVersion: body.engineVersion,
      analysedAt: body.analysedAt.toISOString(),
      canReadPapers: can(person.role, 'readPapers') && answer.level !== 'municipality',
    };
  });

  server.operation(contract.readFindingPapers, async (tx, { person, params }) => {
    requirePermission(person, 'readPapers');
    const { answer, body, work } = await readOne(tx, params.id);
    if (answer.level === 'municipality') throw refuseCommon('notFound');
    const reference = body.reference as unknown as store.RegionReference;
    const papers = await store.listPapers(tx, {
      workId: body.workId,
      organizationId: body.organizationId,
      classGroupId: body.classGroupId,
    });
    await audit(tx, person, {
      kind: 'read',
      action: 'papers.read',
      subjectKind: 'finding',
      subjectId: params.id,
      organizationId: body.organizationId,
      details: { class: answer.className, subject: answer.subject, papers: papers.length },
    });
    const present = papers.filter((paper) => paper.status === 'present');
    return {
      tasks: work.tasks.map(({ id, max, response }, index) => ({
        id,
        max,
        response,
        difficulty: reference.taskMeans[index] ?? 0,
      })),
      papers: present.map((paper) => ({
        participant: paper.participant,
        className: className(paper.grade, paper.letter),
        variant: paper.variant,
        scores: paper.scores,
        total: paper.total ?? 0,
        mark: paper.mark,
        journalMark: paper.journalMark,
      })),
      absent: papers.length - present.length,
    };
  });

  server.operation(contract.readSchoolFindings, async (tx, { person, params }) => {
    requirePermission(person, 'readFindings');
    const school = await tx
      .selectFrom('organization as o')
      .innerJoin('organization as m', 'm.id', 'o.parentId')
      .select([
        'o.id',
        'o.name',
        'o.code',
        'o.specialised',
        'o.path',
        'm.id as municipalityId',
        'm.shortName as municipality',
      ])
      .where('o.id', '=', params.id)
      .where('o.kind', '=', 'school')
      .executeTakeFirst();
    if (!school || !school.path.startsWith(person.scope.path)) throw refuseCommon('notFound');
    const rows = await store.listFindings(tx, { schoolId: school.id, show: 'all' }, 1000);
    const works = await listWorks(tx);
    const { rows: means } = await meansBySchool(tx, school.id);
    const official = await store.listOfficialReadings(tx, { organizationId: school.id });
    const present = works.filter(
      (work) => rows.some((row) => row.workId === work.id) || means.some((row) => row.workId === work.id),
    );
    return {
      school: { id: school.id, name: school.name, code: school.code, specialised: school.specialised },
      municipality: { id: school.municipalityId, name: school.municipality },
      works: present.map((work) => {
        const own = rows.filter((row) => row.workId === work.id).map(findingAnswer);
        const mean = means.find((row) => row.workId === work.id);
        return {
          workId: work.id,
          procedure: work.procedure,
          subject: work.subject,
          grade: work.grade,
          participants: mean?.participants ?? 0,
          absent: mean?.absent ?? 0,
          meanPercent: percent(mean?.mean ?? null, work.maxScore),
          regionMeanPercent: percent(mean?.regionMean ?? null, work.maxScore),
          school: own.find((finding) => finding.level === 'school') ?? null,
          classes: own.filter((finding) => finding.level === 'class'),
        };
      }),
      official: official.map(({ workId, reading }) => ({ workId, reading: reading as unknown as OfficialReading })),
    };
  });

  server.operation(contract.startAnalysis, async (tx, { person, params }) => {
    requirePermission(person, 'runAnalysis');
    const [work] = await listWorks(tx, { id: params.id });
    if (!work) throw refuseCommon('notFound');
    const jobId = await startAnalysis(tx, queue(), {
      work,
      accountId: person.accountId,
      organizationId: person.organizationId,
    });
    await audit(tx, person, { kind: 'change', action: 'analysis.start', subjectKind: 'work', subjectId: work.id });
    return { jobId };
  });

  server.operation(contract.downloadFindings, async (tx, { person, query }) => {
    requirePermission(person, 'readFindings');
    const ru = person.language === 'ru';
    const rows = (await store.listFindings(tx, query, 100_000)).map(findingAnswer);
    const works = await listWorks(tx);
    const chosen = works.find((work) => work.id === query.workId);
    const levels = ru
      ? { class: 'класс', school: 'школа', municipality: 'муниципалитет' }
      : { class: 'class', school: 'school', municipality: 'municipality' };
    const shows = ru
      ? { signalled: 'с признаками', all: 'все', insufficient: 'мало работ' }
      : { signalled: 'with signs', all: 'all', insufficient: 'too few papers' };
    const filter = [
      shows[query.show],
      query.level && levels[query.level],
      chosen && `${chosen.procedure}, ${chosen.subject}, ${chosen.grade}`,
      query.mechanism && mechanismName(query.mechanism, person.language),
      query.search,
    ].filter(Boolean);
    const content = await writeTableXlsx({
      title: ru ? 'Признаки' : 'Signs',
      columns: [
        { header: ru ? 'Муниципалитет' : 'Municipality', width: 28 },
        { header: ru ? 'Школа' : 'School', width: 34 },
        { header: ru ? 'Класс' : 'Class', width: 8 },
        { header: ru ? 'Уровень' : 'Level', width: 14 },
        { header: ru ? 'Процедура' : 'Procedure', width: 28 },
        { header: ru ? 'Предмет' : 'Subject', width: 22 },
        { header: ru ? 'Параллель' : 'Grade', type: 'integer', width: 10 },
        { header: ru ? 'Признак' : 'Sign', width: 44 },
        { header: ru ? 'Сила' : 'Strength', width: 14 },
        { header: ru ? 'Работ' : 'Papers', type: 'integer', width: 9 },
        { header: ru ? 'Отсутствовали' : 'Absent', type: 'integer', width: 14 },
        {
          header: ru ? 'Вероятность, что сигнал ложный' : 'Probability that the signal is false',
          type: 'percent',
          width: 20,
        },
      ],
      rows: rows.map((row) => [
        row.municipality.name,
        row.school?.name ?? null,
        row.className,
        levels[row.level],
        row.procedure,
        row.subject,
        row.grade,
        row.mechanisms.map((mechanism) => mechanismName(mechanism, person.language)).join('; '),
        strengthName(row.strength, person.language),
        row.participants,
        row.absent,
        row.localFdr,
      ]),
      parameters: [
        [ru ? 'Отбор' : 'Filter', filter.join(', ')],
        [
          ru ? 'Что это' : 'What it is',
          ru
            ? 'Признак — повод посмотреть и помочь, а не вывод о чьей-либо работе.'
            : 'A sign is a reason to look and to help, never a verdict.',
        ],
        [ru ? 'Порядок' : 'Order', ru ? 'по названиям; это не рейтинг' : 'by names; this is not a ranking'],
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Признаки.xlsx' : 'Signs.xlsx' };
  });

  server.operation(contract.downloadFinding, async (tx, { person, params }) => {
    requirePermission(person, 'readFindings');
    const { answer, body } = await readOne(tx, params.id);
    const ru = person.language === 'ru';
    const markers = body.markers as unknown as MarkerResult[];
    const unit = unitOf(answer, markers, body.evidence);
    const content = await writeTableXlsx({
      title: ru ? 'Признаки единицы' : 'Signs of the unit',
      columns: [
        { header: ru ? 'Показатель' : 'Marker', width: 40 },
        { header: ru ? 'Статистика' : 'Statistic', type: 'decimal', width: 12 },
        { header: ru ? 'Вероятность p' : 'p-value', type: 'decimal', digits: 6, width: 14 },
        { header: ru ? 'Эффект' : 'Effect', type: 'decimal', width: 12 },
        { header: ru ? 'Работ' : 'Papers', type: 'integer', width: 10 },
        { header: ru ? 'Пояснение' : 'Explanation', width: 100 },
      ],
      rows: markers.map((marker) =>
        marker.kind === 'computed'
          ? [
              markerName(marker.id, person.language),
              marker.statistic,
              marker.p,
              marker.effect.value,
              marker.participants,
              explain(marker, unit, person.language),
            ]
          : [
              markerName(marker.id, person.language),
              null,
              null,
              null,
              marker.given,
              explain(marker, unit, person.language),
            ],
      ),
      parameters: [
        [ru ? 'Муниципалитет' : 'Municipality', answer.municipality.name],
        [ru ? 'Школа' : 'School', answer.school?.name ?? '—'],
        [ru ? 'Класс' : 'Class', answer.className ?? '—'],
        [ru ? 'Работа' : 'Work', `${answer.procedure}, ${answer.subject}, ${answer.grade}`],
        [ru ? 'Работ' : 'Papers', answer.participants],
        [ru ? 'Версия расчёта' : 'Engine version', body.engineVersion],
        [ru ? 'Рассчитано' : 'Computed', body.analysedAt],
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? `Признаки ${params.id}.xlsx` : `Signs ${params.id}.xlsx` };
  });
}

function percent(mean: number | null, maxScore: number): number | null {
  return mean === null ? null : (100 * mean) / maxScore;
}

/** Means of a school beside the region's, the latter from the current analyses: nothing of other schools is read. */
async function meansBySchool(tx: Tx, schoolId: number) {
  const own = await tx
    .selectFrom('paper')
    .select(['workId'])
    .select((build) => [
      build.fn.countAll<number>().filterWhere('status', '=', 'present').as('participants'),
      build.fn.countAll<number>().filterWhere('status', '=', 'absent').as('absent'),
      build.fn.avg<number>('total').as('mean'),
    ])
    .where('organizationId', '=', schoolId)
    .where('supersededBy', 'is', null)
    .groupBy('workId')
    .execute();
  const references = await tx
    .selectFrom('analysis')
    .select(['workId', 'reference'])
    .where('supersededAt', 'is', null)
    .execute();
  const regionMeans = new Map(
    references.map((row) => {
      const { totals } = row.reference as unknown as store.RegionReference;
      const papers = totals.reduce((sum, count) => sum + count, 0);
      return [
        row.workId,
        papers === 0 ? null : totals.reduce((sum, count, score) => sum + count * score, 0) / papers,
      ] as const;
    }),
  );
  return { rows: own.map((row) => ({ ...row, regionMean: regionMeans.get(row.workId) ?? null })) };
}
