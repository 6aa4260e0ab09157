/**
 * Loads the demo region: the tree and the accounts directly, the results through the same actions and jobs that a person
 * uses. Every step looks first whether it was done, so a load that was interrupted goes on where it stopped.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hash as hashPassword } from '@node-rs/argon2';
import { accessText } from '#src/access/text.ts';
import type { Actor } from '#src/access/model.ts';
import { insertAccount, insertGrant, listGrants } from '#src/access/store.ts';
import { startAnalysis } from '#src/objectivity/analysis/actions.ts';
import { ensureClasses, insertEvent, insertOrganization } from '#src/organizations/store.ts';
import type { Database } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { quoted } from '#src/platform/quotes.ts';
import { answerImport, commitImport, receiveFiles } from '#src/results/imports/actions.ts';
import { requireImport, resolveImport } from '#src/results/imports/view.ts';
import { insertScale, insertWork, listScales, listWorks } from '#src/results/store.ts';
import type { Application } from '#src/server.ts';
import { DEMO_PASSWORD, demoAccounts } from './accounts.ts';
import { loadEvidence } from './evidence.ts';
import { type DemoFile, writeDemoFiles } from './files.ts';
import { loadExams } from './load-exams.ts';
import { type DemoStaff, demoRegion } from './region.ts';
import { loadRoadmaps } from './roadmaps.ts';
import { writeSamples } from './samples/samples.ts';
import { DEMO_PROCEDURE, DEMO_WORKS, type DemoWork, maxScoreOf, SAMPLE_WORK } from './works.ts';

const ROLE_ORDER = ['admin', 'analyst', 'coordinator', 'head', 'deputy', 'school', 'association', 'teacher'];

/** Fills an empty database with the demo region; returns what a person needs to know to sign in. */
export async function loadDemo(application: Application, database: Database, folder: string): Promise<string> {
  const { db } = database;
  const foreign = await inScope(db, SYSTEM, (tx) =>
    tx
      .selectFrom('organization')
      .select('name')
      .where('kind', '=', 'region')
      .where('code', 'is distinct from', demoRegion.code)
      .executeTakeFirst(),
  );
  if (foreign) {
    throw new Error(
      `в базе уже есть другой регион (${quoted(foreign.name)}). Демонстрация в нём не загружается: запустите npm start или укажите для неё другую папку: npm run demo -- --data ПАПКА`,
    );
  }
  const started = Date.now();
  await inScope(db, SYSTEM, loadTree);
  await inScope(db, SYSTEM, loadAccounts);
  await inScope(db, SYSTEM, loadWorks);
  const loaded = await loadResults(application, database);
  if (loaded > 0) {
    await analyse(application, database);
    console.log(`Демонстрационный регион загружен за ${((Date.now() - started) / 1000).toFixed(0)} с.`);
  }
  await inScope(db, SYSTEM, async (tx) => loadExams(tx, (await organizationId(tx, demoRegion.code))!));
  await loadRoadmaps(database);
  await loadEvidence(database);
  // Exams last: what the plans answer to is a sign of the VPR.
  await analyse(application, database);
  const samples = join(folder, 'samples');
  await writeSamples(samples);
  return accountsNotice(samples);
}

function accountsNotice(samples: string): string {
  const lines = ROLE_ORDER.map((login) => {
    const account = demoAccounts.find((candidate) => candidate.login === login)!;
    return `  ${login.padEnd(14)}${accessText.ru.roles[account.role]}`;
  });
  return `\nДемонстрационные учётные записи, пароль у всех один: ${DEMO_PASSWORD}\n${lines.join('\n')}\n\nФайлы, которые можно попробовать загрузить: ${samples}`;
}

async function organizationId(tx: Tx, code: string): Promise<number | null> {
  const row = await tx.selectFrom('organization').select('id').where('code', '=', code).executeTakeFirst();
  return row?.id ?? null;
}

async function loadTree(tx: Tx): Promise<void> {
  if ((await organizationId(tx, demoRegion.code)) !== null) return;
  const region = await insertOrganization(tx, {
    parentId: null,
    kind: 'region',
    name: demoRegion.name,
    shortName: demoRegion.shortName,
    code: demoRegion.code,
    specialised: false,
  });
  await insertStaff(tx, region, demoRegion.staff);
  const ids = new Map<string, number>();
  for (const municipality of demoRegion.municipalities) {
    const { name, shortName, code } = municipality;
    const id = await insertOrganization(tx, {
      parentId: region,
      kind: 'municipality',
      name,
      shortName,
      code,
      specialised: false,
    });
    await insertStaff(tx, id, municipality.staff);
    for (const school of municipality.schools) {
      const schoolId = await insertOrganization(tx, {
        parentId: id,
        kind: 'school',
        name: school.name,
        shortName: school.shortName,
        code: school.code,
        specialised: school.specialised,
      });
      ids.set(school.code, schoolId);
      await insertStaff(tx, schoolId, school.staff);
      await ensureClasses(
        tx,
        school.classes.map((item) => ({ organizationId: schoolId, schoolYear: demoRegion.schoolYear, ...item })),
        { create: true },
      );
    }
  }
  for (const school of demoRegion.municipalities.flatMap((municipality) => municipality.schools)) {
    const id = ids.get(school.code)!;
    for (const event of school.history) {
      await insertEvent(tx, {
        organizationId: id,
        kind: event.kind,
        happenedOn: event.happenedOn,
        oldName: event.oldName ?? undefined,
        newName: event.newName ?? undefined,
        otherId: event.otherCode === null ? undefined : ids.get(event.otherCode),
        accountId: null,
      });
    }
    if (school.closedOn) {
      const successorId = school.successorCode === null ? null : (ids.get(school.successorCode) ?? null);
      await tx
        .updateTable('organization')
        .set({ closedOn: school.closedOn, successorId })
        .where('id', '=', id)
        .execute();
    }
  }
}

async function insertStaff(tx: Tx, organization: number, staff: readonly DemoStaff[]): Promise<void> {
  for (const person of staff) {
    await tx
      .insertInto('staffPost')
      .values({
        organizationId: organization,
        fullName: person.fullName,
        post: person.post,
        fromDate: person.from,
        toDate: person.to,
      })
      .execute();
  }
}

async function loadAccounts(tx: Tx): Promise<void> {
  const first = await tx.selectFrom('account').select('id').limit(1).executeTakeFirst();
  if (first) return;
  // One hash serves all: the password is public, and forty hashes would take seconds.
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const account of demoAccounts) {
    const organization = (await organizationId(tx, account.organizationCode))!;
    const { login, displayName, role, post } = account;
    const accountId = await insertAccount(tx, { organizationId: organization, login, displayName, passwordHash });
    let classGroupIds: number[] | null = null;
    if (account.classes) {
      const classes = await ensureClasses(
        tx,
        account.classes.map((item) => ({ organizationId: organization, schoolYear: demoRegion.schoolYear, ...item })),
        { create: true },
      );
      classGroupIds = [...classes.values()];
    }
    await insertGrant(tx, { accountId, organizationId: organization, role, post, classGroupIds });
    if (account.onStaff) {
      await tx
        .updateTable('staffPost')
        .set({ accountId })
        .where('organizationId', '=', organization)
        .where('fullName', '=', displayName)
        .execute();
    } else {
      await tx
        .insertInto('staffPost')
        .values({ organizationId: organization, fullName: displayName, post, accountId, fromDate: '2025-09-01' })
        .execute();
    }
  }
}

async function scaleOf(tx: Tx, work: DemoWork, region: number): Promise<number> {
  const { scale, grade, subject, level } = work;
  const known = (await listScales(tx, { year: scale.year, grade, subject, level, maxScore: maxScoreOf(work) })).find(
    (candidate) => candidate.source === scale.source || scale.published,
  );
  if (known) return known.id;
  return insertScale(tx, {
    organizationId: region,
    accountId: null,
    year: scale.year,
    grade,
    subject,
    level,
    maxScore: maxScoreOf(work),
    thresholds: scale.thresholds,
    source: scale.source,
    note: scale.note,
  });
}

async function loadWorks(tx: Tx): Promise<void> {
  const region = (await organizationId(tx, demoRegion.code))!;
  for (const work of [...DEMO_WORKS, SAMPLE_WORK]) {
    const { subject, grade, level, heldOn, tasks } = work;
    const scaleId = await scaleOf(tx, work, region);
    await insertWork(tx, {
      organizationId: region,
      procedure: DEMO_PROCEDURE.name,
      year: DEMO_PROCEDURE.year,
      subject,
      grade,
      level,
      heldOn,
      tasks,
      scaleId,
    });
  }
}

/** Sends every file as the coordinator of its municipality. Returns how many were stored now. */
async function loadResults(application: Application, database: Database): Promise<number> {
  const { db } = database;
  const actors = new Map<string, Actor>();
  const works = await inScope(db, SYSTEM, (tx) => listWorks(tx));
  await inScope(db, SYSTEM, async (tx) => {
    for (const account of demoAccounts.filter((candidate) => candidate.role === 'municipalCoordinator')) {
      const row = await tx
        .selectFrom('account')
        .select('id')
        .where('login', '=', account.login)
        .executeTakeFirstOrThrow();
      actors.set(account.organizationCode, (await listGrants(tx, row.id))[0]!);
    }
  });
  let stored = 0;
  for await (const file of writeDemoFiles()) {
    const actor = actors.get(file.municipality)!;
    if (await loadFile(application, database, actor, file, works)) stored++;
  }
  return stored;
}

async function loadFile(
  application: Application,
  { db }: Database,
  actor: Actor,
  file: DemoFile,
  works: Awaited<ReturnType<typeof listWorks>>,
): Promise<boolean> {
  const [received] = await receiveFiles(db, application.queue, actor, [{ name: file.name, content: file.bytes }]);
  const { id } = received!;
  const current = () => inScope(db, actor.scope, (tx) => requireImport(tx, id));
  let row = await current();
  if (row.state === 'committed') return false;
  if (row.state === 'received') {
    await waitForJob(db, row.jobId!);
    row = await current();
  }
  if (row.state === 'read') {
    await inScope(db, actor.scope, async (tx) => {
      for (const { part, blockers } of await resolveImport(tx, row)) {
        const school = file.school ? await organizationId(tx, file.school) : null;
        const work = works.find(
          (candidate) => candidate.subject === file.work?.subject && candidate.grade === file.work.grade,
        );
        if (blockers.length === 0) continue;
        const { revision } = await requireImport(tx, id);
        await answerImport(tx, application.queue, actor, id, {
          revision,
          part: { id: part.id, ...(school === null ? {} : { schoolId: school }), ...(work ? { workId: work.id } : {}) },
        });
      }
      const { revision } = await requireImport(tx, id);
      await commitImport(tx, application.queue, actor, id, revision);
    });
    row = await current();
  }
  if (row.state === 'committing') await waitForJob(db, row.jobId!);
  row = await current();
  if (row.state !== 'committed')
    throw new Error(`файл демонстрации «${file.name}» не загрузился (состояние ${row.state})`);
  return true;
}

/** Analyses the procedures that have papers and no analysis yet, one after the other. */
async function analyse(application: Application, { db }: Database): Promise<void> {
  const region = await inScope(db, SYSTEM, (tx) => organizationId(tx, demoRegion.code));
  const works = await inScope(db, SYSTEM, (tx) => listWorks(tx));
  const waiting = works.filter((work) => work.papersChangedAt !== null && work.analysedAt === null);
  for (const [work] of Map.groupBy(waiting, ({ procedureId }) => procedureId).values()) {
    const jobId = await inScope(db, SYSTEM, (tx) =>
      startAnalysis(tx, application.queue, { work: work!, accountId: null, organizationId: region! }),
    );
    await waitForJob(db, jobId);
  }
}

async function waitForJob(db: Database['db'], id: number): Promise<void> {
  for (;;) {
    const job = await inScope(db, SYSTEM, (tx) =>
      tx.selectFrom('job').select(['state', 'failure']).where('id', '=', id).executeTakeFirstOrThrow(),
    );
    if (job.state === 'done') return;
    if (job.state === 'failed' || job.state === 'cancelled')
      throw new Error(`задача ${id} не выполнена: ${JSON.stringify(job.failure)}`);
    await sleep(20);
  }
}
