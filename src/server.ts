/** Puts the rooms together: what the application is made of when it runs, in tests too. */
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import type { Actor } from './access/model.ts';
import { registerAccess } from './access/routes.ts';
import { createSessions } from './access/sessions.ts';
import { registerDocuments } from './documents/routes.ts';
import { registerIndices } from './indices/routes.ts';
import { registerJobs } from './jobs/routes.ts';
import { ANALYSIS_JOB, requestAnalysis } from './objectivity/analysis/actions.ts';
import { makeAnalysisJob } from './objectivity/analysis/job.ts';
import { registerCalibration } from './objectivity/calibration/routes.ts';
import { registerObjectivity } from './objectivity/routes.ts';
import { FREEZE_JOB } from './objectivity/references/actions.ts';
import { makeFreezeJob } from './objectivity/references/job.ts';
import { registerReferences } from './objectivity/references/routes.ts';
import { SPREAD_JOB } from './objectivity/spread/actions.ts';
import { spreadJob } from './objectivity/spread/job.ts';
import { configuredChannels } from './notifications/channels/configured.ts';
import { DELIVER_JOB, makeDeliverJob } from './notifications/deliver.ts';
import type { Channel } from './notifications/model.ts';
import { registerNotifications } from './notifications/routes.ts';
import { registerOrganizations } from './organizations/routes.ts';
import { registerSetup } from './organizations/setup.ts';
import type { Database } from './platform/db/connect.ts';
import { APPLICATION_ROLE } from './platform/db/roles.ts';
import { createServer, type HttpServer } from './platform/http/server.ts';
import { type JobHandler, type JobQueue, startQueue } from './platform/jobs/queue.ts';
import { COMMIT_JOB, READ_JOB, REVERT_JOB } from './results/imports/actions.ts';
import { makeCommitJob, makeRevertJob, type PapersChanged, readJob } from './results/imports/jobs.ts';
import { registerImports } from './results/imports/routes.ts';
import { registerLists } from './results/lists/routes.ts';
import { listWorks } from './results/store.ts';
import { ensureShippedScales } from './results/works/actions.ts';
import { registerWorks } from './results/works/routes.ts';
import { registerCalendars } from './roadmaps/calendars/routes.ts';
import { registerPlanDocuments } from './roadmaps/documents/routes.ts';
import { DOCUMENT_NAMES } from './roadmaps/documents/tags/text.ts';
import { ROADMAP_TEMPLATES } from './roadmaps/documents/templates.ts';
import { READ_PLAN_JOB, readPlanJob } from './roadmaps/intake/jobs.ts';
import { registerIntake } from './roadmaps/intake/routes.ts';
import { SEND_JOB } from './roadmaps/cascade/model.ts';
import { registerCascade } from './roadmaps/cascade/routes.ts';
import { sendJob } from './roadmaps/cascade/send.ts';
import { DIGEST_JOB, makeDigestJob } from './roadmaps/digest/job.ts';
import { startSchedule } from './roadmaps/digest/schedule.ts';
import { registerEffect } from './roadmaps/effect/routes.ts';
import { registerReports } from './roadmaps/reports/routes.ts';
import { onCalendarsChanged, SYNC_JOB, syncJob } from './roadmaps/carrying/jobs.ts';
import { registerCarrying } from './roadmaps/carrying/routes.ts';
import { registerPlans } from './roadmaps/plans/routes.ts';
import { registerToday } from './today/routes.ts';

export interface Application {
  readonly server: HttpServer<Actor>;
  readonly queue: JobQueue;
  close(): Promise<void>;
}

export interface ApplicationOptions {
  readonly database: Database;
  /** Serve the built site beside the API. */
  readonly site: boolean;
  /** Folder for packed papers that make the next analysis faster; nothing is kept without it. */
  readonly keptFolder?: string;
  /** Cookies over TLS only. */
  readonly secure?: boolean;
  /** Ways out of the system; by default those that the environment names. */
  readonly channels?: readonly Channel[];
  readonly onError?: (error: unknown, reference: string) => void;
}

export const VERSION = packageJson.version;

export async function startApplication(options: ApplicationOptions): Promise<Application> {
  const { database } = options;
  const { db } = database;
  const secure = options.secure ?? false;
  const channels = options.channels ?? configuredChannels(process.env);
  const onError =
    options.onError ??
    ((error, reference) => console.error(`[${reference}]`, error instanceof Error ? error.stack : error));
  const sessions = createSessions(db, { secure });
  const server = await createServer<Actor>({
    db,
    authenticate: sessions.find,
    secure,
    version: VERSION,
    onError,
    ...(options.site ? { webRoot: join(import.meta.dirname, '..', 'dist', 'web') } : {}),
  });

  await ensureShippedScales(db);

  let started: JobQueue | null = null;
  const queue = (): JobQueue => {
    if (!started) throw new Error('the queue has not started yet');
    return started;
  };
  /** Papers came or went: their works are analysed anew. */
  const onPapers: PapersChanged = async (tx, workIds, row, accountId) => {
    if (workIds.length === 0) return;
    for (const work of await listWorks(tx, { ids: workIds })) {
      await requestAnalysis(tx, queue(), { work, accountId, organizationId: row.organizationId });
    }
  };
  const handlers: Record<string, JobHandler> = {
    [READ_JOB]: readJob,
    [COMMIT_JOB]: makeCommitJob(onPapers),
    [REVERT_JOB]: makeRevertJob(onPapers),
    [ANALYSIS_JOB]: makeAnalysisJob(options.keptFolder ?? null),
    [SPREAD_JOB]: spreadJob,
    [SYNC_JOB]: syncJob,
    [READ_PLAN_JOB]: readPlanJob,
    [FREEZE_JOB]: makeFreezeJob(queue, options.keptFolder ?? null),
    [SEND_JOB]: sendJob,
    [DIGEST_JOB]: makeDigestJob(process.env.OBEKTIV_SITE ?? null),
    [DELIVER_JOB]: makeDeliverJob(channels),
  };
  started = await startQueue({
    db,
    url: database.applicationUrl,
    role: database.kind === 'server' ? APPLICATION_ROLE : undefined,
    handlers,
    onError: (error, jobId) => onError(error, `job ${jobId}`),
  });

  registerAccess(server, db, sessions);
  registerSetup(server, db, sessions);
  registerOrganizations(server);
  registerJobs(server, queue);
  registerDocuments(server, db, { names: DOCUMENT_NAMES, kinds: ROADMAP_TEMPLATES });
  registerWorks(server);
  registerImports(server, db, queue);
  registerLists(server);
  registerObjectivity(server, queue);
  registerReferences(server, queue);
  registerCalibration(server);
  registerIndices(server);
  registerCascade(server, queue);
  registerReports(server);
  registerIntake(server, db, queue);
  registerCalendars(server, onCalendarsChanged(queue));
  registerPlans(server);
  registerPlanDocuments(server);
  registerCarrying(server, db);
  registerEffect(server);
  registerNotifications(server, channels);
  registerToday(server);

  // Without a way out of the system there is nothing to keep time for.
  const stopSchedule = channels.length === 0 ? null : startSchedule(db, queue(), (error) => onError(error, 'schedule'));

  await server.app.ready();
  return {
    server,
    queue: started,
    close: async () => {
      await server.app.close();
      await stopSchedule?.();
      await queue().stop();
      for (const channel of channels) channel.close();
    },
  };
}
