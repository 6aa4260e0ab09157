/** The screen «Задачи»: long work with progress, cancel and retry. */
import { sql } from 'kysely';
import { audit } from '#src/access/audit.ts';
import type { Actor, Permission } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import * as contract from './contract.ts';
import { refuse } from './errors.ts';
import { jobsText } from './text.ts';

type State = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

async function list(tx: Tx, person: Actor, id?: number) {
  let query = tx
    .selectFrom('job as j')
    .leftJoin('account as a', 'a.id', 'j.accountId')
    .select(['j.id', 'j.kind', 'j.subjectId', 'j.state', 'j.stage', 'j.done', 'j.total', 'j.failure'])
    .select(['j.createdAt', 'j.startedAt', 'j.finishedAt', 'a.displayName as account', sql<Date>`now()`.as('now')])
    .orderBy('j.id', 'desc')
    .limit(100);
  if (id !== undefined) query = query.where('j.id', '=', id);
  const rows = await query.execute();
  return rows.map(({ now, failure, ...row }) => {
    const elapsed = row.startedAt ? (now.getTime() - row.startedAt.getTime()) / 1000 : 0;
    const paced = row.state === 'running' && row.total && row.done > 0 && elapsed > 1;
    const message = failure as { ru?: string; en?: string } | null;
    return {
      ...row,
      state: row.state as State,
      remainingSeconds: paced ? Math.round((elapsed / row.done) * (row.total! - row.done)) : null,
      failure: message ? message[person.language] || jobsText[person.language].unexpected : null,
      createdAt: row.createdAt.toISOString(),
      startedAt: row.startedAt?.toISOString() ?? null,
      finishedAt: row.finishedAt?.toISOString() ?? null,
    };
  });
}

async function one(tx: Tx, person: Actor, id: number) {
  const [job] = await list(tx, person, id);
  if (!job) throw refuseCommon('notFound');
  return job;
}

/** What a person must be allowed to do in order to stop or restart a job of this kind. */
const NEEDED: Readonly<Record<string, Permission>> = {
  'import.read': 'importResults',
  'import.commit': 'importResults',
  'import.revert': 'importResults',
  'plan.read': 'editPlans',
  'analysis.run': 'runAnalysis',
  'spread.partition': 'runAnalysis',
  'reference.freeze': 'runAnalysis',
};

/** The job, when the person may steer it: whoever may ask for such work may stop it and start it again. */
async function steer(tx: Tx, person: Actor, id: number) {
  const job = await one(tx, person, id);
  const needed = NEEDED[job.kind];
  if (!needed || !can(person.role, needed)) throw refuseCommon('forbidden');
  return job;
}

export function registerJobs(server: HttpServer<Actor>, queue: () => JobQueue): void {
  server.operation(contract.listJobs, async (tx, { person }) => ({ jobs: await list(tx, person) }));
  server.operation(contract.downloadJobs, async (tx, { person }) => {
    const ru = person.language === 'ru';
    const text = jobsText[person.language];
    const jobs = await list(tx, person);
    const content = await writeTableXlsx({
      title: ru ? 'Задачи' : 'Jobs',
      columns: [
        { header: '№', type: 'integer', width: 8 },
        { header: ru ? 'Задача' : 'Job', width: 28 },
        { header: ru ? 'Состояние' : 'State', width: 16 },
        { header: ru ? 'Сделано' : 'Done', type: 'integer', width: 12 },
        { header: ru ? 'Всего' : 'Total', type: 'integer', width: 12 },
        { header: ru ? 'Кто' : 'Who', width: 34 },
        { header: ru ? 'Начата' : 'Started', type: 'datetime', width: 18 },
        { header: ru ? 'Закончена' : 'Finished', type: 'datetime', width: 18 },
        { header: ru ? 'Почему не удалась' : 'Why it failed', width: 60 },
      ],
      rows: jobs.map((job) => [
        job.id,
        text.kinds[job.kind] ?? job.kind,
        text.states[job.state],
        job.done,
        job.total,
        job.account,
        job.startedAt === null ? null : new Date(job.startedAt),
        job.finishedAt === null ? null : new Date(job.finishedAt),
        job.failure,
      ]),
      parameters: [
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Задачи.xlsx' : 'Jobs.xlsx' };
  });
  server.operation(contract.readJob, (tx, { person, params }) => one(tx, person, params.id));
  server.operation(contract.cancelJob, async (tx, { person, params }) => {
    const job = await steer(tx, person, params.id);
    if (job.state !== 'queued' && job.state !== 'running') throw refuse('alreadyEnded');
    await tx
      .updateTable('job')
      .set({ cancelRequested: true, ...(job.state === 'queued' ? { state: 'cancelled', finishedAt: new Date() } : {}) })
      .where('id', '=', params.id)
      .where('state', '=', job.state)
      .execute();
    await audit(tx, person, { kind: 'change', action: 'job.cancel', subjectKind: 'job', subjectId: params.id });
    return one(tx, person, params.id);
  });
  server.operation(contract.retryJob, async (tx, { person, params }) => {
    const job = await steer(tx, person, params.id);
    if (job.state !== 'failed' && job.state !== 'cancelled') throw refuse('notEnded');
    await queue().redeliver(tx, params.id);
    await audit(tx, person, { kind: 'change', action: 'job.retry', subjectKind: 'job', subjectId: params.id });
    return one(tx, person, params.id);
  });
}
