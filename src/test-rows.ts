/** Rows of every kind in a test's region, each text of them marked: so that every list has something to leak. */
import type { Db } from './platform/db/connect.ts';
import type { DB } from './platform/db/schema.ts';
import { inScope, SYSTEM, type Tx } from './platform/db/scope.ts';
import type { TestRegion } from './test-region.ts';

/**
 * A work, an import, papers, a finding, a plan with all that hangs on it, a job and journal entries.
 * @returns numbers of the rows by the room's place in the path: «/api/<room>/:id».
 */
export async function fillWithRows(db: Db, region: TestRegion): Promise<Record<string, number>> {
  return inScope(db, SYSTEM, async (tx) => {
    const school = region.schools[0]!;
    const account = await tx
      .selectFrom('account')
      .select('id')
      .where('login', '=', region.login('deputyHead'))
      .executeTakeFirstOrThrow();
    const insert = async (
      table: 'procedure' | 'scale' | 'work' | 'job' | 'import' | 'paper' | 'analysis' | 'finding' | 'columnMapping',
      values: object,
    ) =>
      (
        await tx
          .insertInto(table)
          .values(values as never)
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id as number;
    const procedureId = await insert('procedure', {
      organizationId: region.id,
      name: `ВПР ${region.mark}`,
      year: 2026,
    });
    const scaleId = await insert('scale', {
      organizationId: region.id,
      year: 2026,
      grade: 5,
      subject: `Математика ${region.mark}`,
      level: 'base',
      maxScore: 4,
      threshold3: 1,
      threshold4: 2,
      threshold5: 3,
      source: region.mark,
    });
    const tasks = JSON.stringify([{ id: '1', max: 4, response: 'short' }]);
    const workId = await insert('work', {
      organizationId: region.id,
      procedureId,
      subject: `Математика ${region.mark}`,
      grade: 5,
      tasks,
      scaleId,
    });
    const jobId = await insert('job', {
      organizationId: school.id,
      accountId: account.id,
      kind: `import.read ${region.mark}`,
      state: 'failed',
    });
    const importId = await insert('import', {
      organizationId: school.id,
      accountId: account.id,
      fileName: `${region.mark}.xlsx`,
      byteSize: 1,
      fileHash: region.mark,
      state: 'read',
      jobId,
    });
    await tx
      .insertInto('importFile')
      .values({ importId, organizationId: school.id, content: Buffer.from(region.mark) })
      .execute();
    await insert('columnMapping', { organizationId: region.id, name: region.mark, signature: '', mapping: '{}' });
    await insert('paper', {
      organizationId: school.id,
      workId,
      classGroupId: school.classIds[0]!,
      importId,
      participant: region.mark,
      status: 'present',
      scores: '{1}',
      total: 1,
      mark: 3,
    });
    const reference = JSON.stringify({
      totals: [0, 1, 0, 0, 0],
      marks: [0, 1, 0, 0],
      transition: [[], [], [], []],
      papers: 1,
      taskMeans: [0.25],
    });
    const analysisId = await insert('analysis', {
      organizationId: region.id,
      workId,
      engineVersion: region.mark,
      parameters: '{}',
      reference,
      papers: 1,
    });
    const distribution = JSON.stringify({
      totals: [0, 1, 0, 0, 0],
      marks: [0, 1, 0, 0],
      transition: [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      profile: [],
    });
    const finding = {
      workId,
      analysisId,
      participants: 1,
      absent: 0,
      evidence: 1,
      signalled: true,
      strength: 'weak',
      mechanisms: ['help'],
      markers: '[]',
      distribution,
      localFdr: 0.1,
      p: 0.01,
    };
    const findingId = await insert('finding', {
      ...finding,
      organizationId: school.id,
      level: 'class',
      classGroupId: school.classIds[0]!,
    });
    await insert('finding', { ...finding, organizationId: school.id, level: 'school', classGroupId: null });
    await tx
      .insertInto('officialReading')
      .values({ organizationId: school.id, workId, analysisId, marker: region.mark, applicable: true, reading: '{}' })
      .execute();
    const subjectCode = await tx
      .insertInto('subjectCode')
      .values({ organizationId: region.id, system: 'РЦОИ', code: '77', subject: `Физика ${region.mark}` })
      .returning('id')
      .executeTakeFirstOrThrow();
    const frozen = await tx
      .insertInto('honestReference')
      .values({
        organizationId: region.id,
        name: `Выборка ${region.mark}`,
        engineVersion: 'test',
        units: 0,
        papers: 0,
        content: JSON.stringify({ name: region.mark }),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const staff = await tx
      .selectFrom('staffPost')
      .select('id')
      .where('organizationId', '=', school.id)
      .executeTakeFirstOrThrow();
    return {
      organizations: school.id,
      schools: school.id,
      accounts: account.id,
      jobs: jobId,
      imports: importId,
      works: workId,
      procedures: procedureId,
      indices: school.id,
      'subject-codes': subjectCode.id,
      references: frozen.id,
      findings: findingId,
      staff: staff.id,
      ...(await fillWithPlans(tx, region, { accountId: account.id, staffId: staff.id })),
    };
  });
}

/** A plan of a school with everything that hangs on one, every text of it marked. */
async function fillWithPlans(
  tx: Tx,
  region: TestRegion,
  { accountId, staffId }: { accountId: number; staffId: number },
): Promise<Record<string, number>> {
  const { mark } = region;
  const organizationId = region.schools[0]!.id;
  const districtId = region.municipalityIds[0]!;
  const row = async (table: keyof DB, values: object): Promise<number> => {
    const { id } = (await tx
      .insertInto(table as 'plan')
      .values({ organizationId, ...values } as never)
      .returning('id')
      .executeTakeFirstOrThrow()) as { id: number };
    return id;
  };
  const plan = { title: mark, schoolYear: 2026, state: 'approved', accountId };
  const planId = await row('plan', plan);
  const districtPlanId = await row('plan', { ...plan, organizationId: districtId });
  const sectionId = await row('planSection', { planId, position: 0, title: mark });
  const districtSectionId = await row('planSection', {
    organizationId: districtId,
    planId: districtPlanId,
    position: 0,
    title: mark,
  });
  const words = { position: 0, text: mark, deadline: mark, result: mark };
  const measureId = await row('measure', { planId, sectionId, ...words });
  const districtMeasureId = await row('measure', {
    organizationId: districtId,
    planId: districtPlanId,
    sectionId: districtSectionId,
    ...words,
  });
  const partyId = await row('measureParty', { measureId, post: mark });
  const occurrenceId = await row('occurrence', { planId, measureId, key: 'once', dueOn: '2026-11-01', note: mark });
  const evidenceId = await row('evidence', { kind: 'note', title: mark, note: mark, accountId });
  const submissionId = await row('evidenceSubmission', { evidenceId, occurrenceId, remark: mark });
  await row('planChange', {
    planId,
    batch: '00000000-0000-4000-8000-000000000000',
    action: mark,
    subjectKind: 'plan',
    subjectId: planId,
    after: JSON.stringify({ title: mark }),
  });
  const otherId = await row('staffPost', { fullName: mark, post: mark, fromDate: '2025-09-01' });
  const substitutionId = await row('substitution', {
    staffPostId: staffId,
    substituteId: otherId,
    fromDate: '2026-09-01',
    orderNumber: mark,
    orderDate: '2026-09-01',
  });
  const intakeId = await row('planIntake', {
    origin: 'pasted',
    fileName: mark,
    state: 'read',
    content: Buffer.from(mark),
  });
  const eventId = await row('calendarEvent', { schoolYear: 2026, kind: 'schedule', title: mark, names: [mark] });
  const sendingId = await row('planSending', { districtId, districtPlanId, schoolPlanId: planId });
  const proposalId = await row('cascadeProposal', {
    sendingId,
    kind: 'withdraw',
    districtMeasureId,
    measureId,
    remark: mark,
  });
  await row('monthReport', { planId, month: '2026-11-01', dueOn: '2026-11-30', note: mark, state: 'submitted' });
  const facts = { month: '2026-11', title: mark, facts: [], schools: [], measures: [] };
  const reportId = await row('analyticReport', {
    planId,
    month: '2026-11-01',
    dueOn: '2026-11-30',
    title: mark,
    body: JSON.stringify({ sections: [] }),
    facts: JSON.stringify(facts),
  });
  const aimId = await row('measureAim', { measureId, kind: 'none', reason: mark });
  await row('notice', {
    accountId,
    kind: 'planSent',
    key: mark,
    facts: JSON.stringify({ subject: mark }),
    href: '/plans',
  });
  const bytes = { content: Buffer.from(mark), byteSize: mark.length, fileHash: mark };
  const templateId = await row('documentTemplate', { kind: 'plan', fileName: mark, ...bytes });
  const documentId = await row('issuedDocument', {
    kind: 'plan',
    title: mark,
    format: 'pdf',
    fileName: mark,
    ...bytes,
  });
  return {
    plans: planId,
    measures: measureId,
    parties: partyId,
    occurrences: occurrenceId,
    evidence: evidenceId,
    submissions: submissionId,
    substitutions: substitutionId,
    'plan-intakes': intakeId,
    'calendar-events': eventId,
    proposals: proposalId,
    reports: reportId,
    aims: aimId,
    'document-templates': templateId,
    documents: documentId,
  };
}
