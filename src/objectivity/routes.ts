/** contract -> store. Findings are written by the analysis alone; people read them. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { className } from '#src/organizations/rules.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { listScales, listWorks } from '#src/results/store.ts';
import { startAnalysis } from './analysis/actions.ts';
import type { FindingInput } from './analysis/store.ts';
import * as contract from './contract.ts';
import { findingsTable } from './downloads/findings-table.ts';
import { findingTable } from './downloads/finding-table.ts';
import { findingAnswer, neighboursOf, readOne, referenceAnswer } from './finding-answer.ts';
import { registerMethods } from './methods/routes.ts';
import type { MarkerResult } from './model.ts';
import type { OfficialReading } from './official/model.ts';
import { registerPackages } from './package/routes.ts';
import { readParticipation } from './participation/read.ts';
import { yieldsOf } from './rereading/expected-yield.ts';
import { readChange } from './rereading/read.ts';
import { meansBySchool, percent } from './school-means.ts';
import * as store from './store.ts';

const LIST_LIMIT = 500;

export function registerObjectivity(server: HttpServer<Actor>, queue: () => JobQueue): void {
  registerMethods(server);
  registerPackages(server);
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
      yields: yieldsOf(await store.listChances(tx, query)),
      analysedAt: latest?.createdAt.toISOString() ?? null,
    };
  });

  server.operation(contract.readFinding, async (tx, { person, params }) => {
    requirePermission(person, 'readFindings');
    const one = await readOne(tx, params.id);
    const { answer, body, work } = one;
    const reference = body.reference as unknown as store.RegionReference;
    const { profile, ...distribution } = body.distribution as unknown as FindingInput['distribution'];
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
      reference: referenceAnswer(body, answer.level),
      participation: await readParticipation(tx, one),
      engineVersion: body.engineVersion,
      analysedAt: body.analysedAt.toISOString(),
      canReadPapers: can(person.role, 'readPapers') && answer.level !== 'municipality',
    };
  });

  server.operation(contract.readFindingChange, async (tx, { person, params }) => {
    requirePermission(person, 'readFindings');
    const one = await readOne(tx, params.id);
    const { papers, change } = await readChange(tx, one);
    const { works } = one.body.parameters as unknown as store.AnalysisParameters;
    const chances = await store.listChances(tx, { show: 'signalled', level: one.answer.level, workIds: works });
    return {
      markers: [...(change?.markers ?? [])],
      papers: papers.length,
      untilBelow: change?.untilBelow ?? null,
      tooFewLeft: change?.tooFewLeft ?? false,
      yields: yieldsOf(chances),
    };
  });

  server.operation(contract.readFindingOrder, async (tx, { person, params }) => {
    requirePermission(person, 'readPapers');
    const one = await readOne(tx, params.id);
    const { papers, change } = await readChange(tx, one);
    const order = change?.order ?? [];
    await audit(tx, person, {
      kind: 'read',
      action: 'papers.read',
      subjectKind: 'finding',
      subjectId: params.id,
      organizationId: one.body.organizationId,
      details: { class: one.answer.className, subject: one.answer.subject, papers: order.length },
    });
    return {
      papers: order.map(({ paper, share }) => {
        const { participant, className: unit, total } = papers[paper]!;
        return { participant, className: unit, total, share };
      }),
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
    const rows = (await store.listFindings(tx, query, 100_000)).map(findingAnswer);
    const work = (await listWorks(tx)).find((each) => each.id === query.workId);
    const content = await findingsTable(rows, { filter: query, work, person: person.displayName }, person.language);
    return { content, name: person.language === 'ru' ? 'Признаки.xlsx' : 'Signs.xlsx' };
  });

  server.operation(contract.downloadFinding, async (tx, { person, params }) => {
    requirePermission(person, 'readFindings');
    const { answer, body } = await readOne(tx, params.id);
    const content = await findingTable(
      answer,
      { ...body, markers: body.markers as unknown as MarkerResult[], person: person.displayName },
      person.language,
    );
    return { content, name: person.language === 'ru' ? `Признаки ${params.id}.xlsx` : `Signs ${params.id}.xlsx` };
  });
}
