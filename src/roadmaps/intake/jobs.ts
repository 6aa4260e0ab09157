/** Reading a plan as a job: long for a large document, a scan or an old format. */
import { schoolYearOf } from '#src/platform/clock.ts';
import { inScope, type Scope, SYSTEM } from '#src/platform/db/scope.ts';
import type { Refusal } from '#src/platform/errors.ts';
import { JobCancelled, type JobContext, type JobHandler } from '#src/platform/jobs/queue.ts';
import { type PlanReading, readPastedPlan, readPlanFile } from '../reading/plan-file.ts';
import * as store from './store.ts';

export const READ_PLAN_JOB = 'plan.read';

/** The job sees what the organisation that sent the file sees. */
async function scopeOf({ db, job }: JobContext): Promise<Scope> {
  const path = await inScope(db, SYSTEM, async (tx) => {
    const row = await tx
      .selectFrom('organization')
      .select('path')
      .where('id', '=', job.organizationId)
      .executeTakeFirstOrThrow();
    return row.path;
  });
  return { accountId: job.accountId, path, classIds: null };
}

/** Reads what was received and stores what it found in one step: begun anew after a crash, it ends the same. */
export const readPlanJob: JobHandler = async (context) => {
  const { db, job, progress } = context;
  const id = job.subjectId!;
  const scope = await scopeOf(context);
  await progress(0, null, 'read');
  const { row, content } = await inScope(db, scope, async (tx) => ({
    row: (await store.listIntakes(tx, { id }))[0],
    content: await store.readContent(tx, id),
  }));
  if (!row || !content || !['received', 'unreadable'].includes(row.state)) return;
  let reading: PlanReading;
  try {
    reading = await readContent(row, content);
  } catch (error) {
    if (!(error instanceof JobCancelled)) await inScope(db, scope, (tx) => store.storeReading(tx, id, UNEXPECTED));
    throw error;
  }
  const count = reading.roadmap?.sections.reduce((sum, { measures }) => sum + measures.length, 0) ?? 0;
  await progress(count, count, 'store');
  await inScope(db, scope, (tx) =>
    store.storeReading(
      tx,
      id,
      reading.refusal === null ? reading : { roadmap: null, refusal: keptRefusal(reading.refusal) },
    ),
  );
};

function readContent(row: store.IntakeRow, content: Buffer): Promise<PlanReading> {
  const options = { schoolYear: row.askedSchoolYear, presentYear: schoolYearOf(new Date()) };
  if (row.origin !== 'pasted') return readPlanFile(content, row.fileName, options);
  const words = content.toString('utf8');
  return readPastedPlan(/^\s*</u.test(words) ? { html: words } : { text: words }, options);
}

export function keptRefusal(refusal: Refusal): store.KeptRefusal {
  return { code: refusal.code, ru: refusal.inLanguage('ru'), en: refusal.inLanguage('en') };
}

const UNEXPECTED = {
  roadmap: null,
  refusal: {
    code: 'unexpected',
    ru: 'При чтении файла что-то сломалось у нас. Файл сохранён: повторите чтение в разделе «Задачи» или вставьте таблицу из буфера.',
    en: 'Something broke on our side while reading the file. The file is kept: repeat the reading under “Jobs”, or paste the table.',
  },
} as const;
