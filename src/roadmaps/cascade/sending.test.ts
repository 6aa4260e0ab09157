/** Sending to many schools that is stopped half-way: by a person, and by a process that is killed within a school's transaction. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { insertOrganization } from '#src/organizations/store.ts';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { openTestDatabase } from '#src/platform/db/test-database.ts';
import { JobCancelled, type JobRow } from '#src/platform/jobs/queue.ts';
import { buildTestRegion, type TestRegion } from '#src/test-region.ts';
import { findPlan } from '../plans/store.ts';
import { insertPlan } from '../plans/write.ts';
import { sendJob } from './send.ts';

const SCHOOLS = 24;

/** A module's place as the words of a program. */
const file = (name: string): string => JSON.stringify(join(import.meta.dirname, '..', '..', name));

let database: ReturnType<typeof openTestDatabase>;
let region: TestRegion;
beforeAll(async () => {
  database = openTestDatabase(inject('database'));
  region = await buildTestRegion(database);
});
afterAll(() => database.close());

/** A job that sends a plan of three measures to the two schools with people and to many new ones. */
async function sending(): Promise<JobRow> {
  return inScope(database.db, SYSTEM, async (tx) => {
    const organizationId = region.municipalityIds[0]!;
    const planId = await insertPlan(tx, {
      organizationId,
      accountId: null,
      plan: {
        title: `План ${region.mark}`,
        schoolYear: 2026,
        approval: { post: null, person: null, order: '3', on: '2026-09-01' },
        startsOn: null,
        endsOn: null,
        preamble: '',
        sections: [
          {
            title: 'Контроль',
            measures: ['Сверить отметки', 'Посетить уроки', 'Провести совещание'].map((text) => ({
              number: null,
              text,
              deadline: 'ежемесячно',
              result: '',
              kind: null,
              targets: [],
              warnings: [],
              parties: [
                { part: 'responsible', post: 'руководители ОО', person: null, organisation: null, staffPostId: null },
              ],
            })),
          },
        ],
      },
    });
    await tx.updateTable('plan').set({ state: 'approved' }).where('id', '=', planId).execute();
    const schoolIds = [region.schools[0]!.id, region.schools[1]!.id];
    for (let n = schoolIds.length; n < SCHOOLS; n++) {
      const name = `Школа ${planId}-${n} ${region.mark}`;
      const school = {
        parentId: organizationId,
        kind: 'school',
        name,
        shortName: name,
        code: null,
        specialised: false,
      } as const;
      schoolIds.push(await insertOrganization(tx, school));
    }
    const measureIds = (await findPlan(tx, planId))!.sections.flatMap(({ measures }) => measures.map(({ id }) => id));
    const { id: accountId } = await tx
      .selectFrom('account')
      .select('id')
      .where('login', '=', region.login('municipalCoordinator'))
      .executeTakeFirstOrThrow();
    const input = { planId, schoolIds, measureIds };
    return { id: 1, kind: 'roadmap.send', organizationId, accountId, subjectId: planId, input, attempts: 1 };
  });
}

interface State {
  readonly sendings: number;
  readonly plans: number;
  readonly measures: number;
  readonly proposals: number;
  /** Of the head of the first school. */
  readonly notices: number;
}

const count = async (rows: Promise<unknown[]>): Promise<number> => (await rows).length;

async function stateOf(job: JobRow): Promise<State> {
  return inScope(database.db, SYSTEM, async (tx) => {
    const sendings = await tx
      .selectFrom('planSending')
      .select(['id', 'schoolPlanId'])
      .where('districtPlanId', '=', job.subjectId!)
      .execute();
    const { schoolIds, planId } = job.input as { schoolIds: number[]; planId: number };
    const plans = await tx
      .selectFrom('plan')
      .select('id')
      .where('organizationId', 'in', schoolIds)
      .where('id', '>', planId)
      .execute();
    const ids = [0, ...plans.map(({ id }) => id)];
    const hrefs = ids.map((id) => `/plans/${id}`);
    return {
      sendings: sendings.length,
      plans: plans.length,
      measures: await count(tx.selectFrom('measure').select('id').where('planId', 'in', ids).execute()),
      proposals: await count(
        tx
          .selectFrom('cascadeProposal')
          .select('id')
          .where('sendingId', 'in', [0, ...sendings.map(({ id }) => id)])
          .execute(),
      ),
      notices: await count(
        tx
          .selectFrom('notice as n')
          .innerJoin('account as a', 'a.id', 'n.accountId')
          .select('n.id')
          .where('a.login', '=', region.login('schoolHead'))
          .where('n.href', 'in', hrefs)
          .execute(),
      ),
    };
  });
}

const WHOLE: State = { sendings: SCHOOLS, plans: SCHOOLS, measures: SCHOOLS * 3, proposals: 0, notices: 1 };

test('a sending that a person stopped keeps whole schools, and goes on with the rest', async () => {
  const job = await sending();
  const told: string[] = [];
  const stop = async (done: number, total: number | null): Promise<void> => {
    told.push(`${done}/${total}`);
    if (done === 5) throw new JobCancelled();
  };
  await expect(sendJob({ db: database.db, job, progress: stop })).rejects.toBeInstanceOf(JobCancelled);
  expect(told).toEqual([0, 1, 2, 3, 4, 5].map((done) => `${done}/${SCHOOLS}`));
  expect(await stateOf(job)).toEqual({ sendings: 5, plans: 5, measures: 15, proposals: 0, notices: 1 });
  await sendJob({ db: database.db, job, progress: async () => undefined });
  expect(await stateOf(job)).toEqual(WHOLE);
});

const quiet = async (): Promise<void> => undefined;

test('a school that cannot be sent to keeps the plan from no other one, and the next sending finishes it', async () => {
  const job = await sending();
  const { schoolIds } = job.input as { schoolIds: number[] };
  // Nobody has this number: the school is gone between choosing and sending.
  const gone = { ...job, input: { ...(job.input as object), schoolIds: [2_000_000_000, ...schoolIds] } };
  await expect(sendJob({ db: database.db, job: gone, progress: quiet })).rejects.toThrow(/row-level security/u);
  expect(await stateOf(job)).toEqual(WHOLE);
});

test('a sending whose process is killed leaves no half of a school, and is finished by the next one', async () => {
  const job = await sending();
  const program = `
    import { openTestDatabase } from ${file('platform/db/test-database.ts')};
    import { sendJob } from ${file('roadmaps/cascade/send.ts')};
    const { db } = openTestDatabase(${JSON.stringify(inject('database'))});
    // Dies in the middle of the eighth school.
    const progress = async (done) => { if (done === 7) setTimeout(() => process.kill(process.pid, 'SIGKILL'), 3); };
    await sendJob({ db, job: ${JSON.stringify(job)}, progress });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
  const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  const left = await stateOf(job);
  expect(left.plans).toBeGreaterThanOrEqual(7);
  expect(left.plans).toBeLessThan(SCHOOLS);
  expect([left.sendings, left.measures]).toEqual([left.plans, left.plans * 3]);
  await sendJob({ db: database.db, job, progress: async () => undefined });
  expect(await stateOf(job)).toEqual(WHOLE);
});
