/** «Что сделать»: what waits for this person, gathered from the other rooms. */
import { sql } from 'kysely';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { countPapers, listWorks, type WorkRow } from '#src/results/store.ts';
import { readWeek, type WeekRow } from '#src/roadmaps/carrying/week/week.ts';
import * as contract from './contract.ts';

type Task = ReturnType<(typeof contract.taskSchema)['parse']>;

/** Groups of the week that stand in «Что сделать» as one sentence each, in this order. */
const WEEK_TASKS = [
  ['measuresOverdue', ['overdue']],
  ['evidenceReturned', ['returned']],
  ['evidenceToReview', ['review']],
  ['measuresThisWeek', ['today', 'thisWeek']],
] as const;

/** Measures by what they ask for: the person's own where he answers for any, else of the whole organisation. */
async function weekTasks(tx: Tx, person: Actor): Promise<Task[]> {
  if (!can(person.role, 'readPlans')) return [];
  const { rows } = await readWeek(tx, person, {});
  return WEEK_TASKS.flatMap(([kind, groups]) => {
    const found = rows.filter(({ group }) => (groups as readonly string[]).includes(group));
    const [first] = found;
    if (first === undefined) return [];
    const single = found.length === 1;
    return [{ kind, count: found.length, subject: single ? first.text : null, href: single ? hrefOf(first) : '/week' }];
  });
}

/** One measure is opened where it is handed in or reviewed, several as the list of the week. */
function hrefOf({ group, planId, measureId, occurrenceId }: WeekRow): string {
  const measure = `/plans/${planId}/measures/${measureId}`;
  return group === 'review' ? measure : `${measure}/submit?occurrence=${occurrenceId}`;
}

type NamedWork = Pick<WorkRow, 'subject' | 'grade' | 'procedure' | 'year'>;

/** «Математика, 9 (ОГЭ 2026)»: two works of one subject and grade are told apart by their procedure and its year. */
export function subjectOf({ subject, grade, procedure, year }: NamedWork): string {
  const named = procedure.includes(String(year)) ? procedure : `${procedure}, ${year}`;
  return `${subject}, ${grade} (${named})`;
}

/** Works without a scale whose protocols brought marks or test scores of their own: they ask for no scale. */
async function worksWithOwnMarks(tx: Tx, works: readonly WorkRow[]): Promise<Set<number>> {
  const ids = works.filter(({ scaleId }) => scaleId === null).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('paper')
    .select('workId')
    .distinct()
    .where('workId', 'in', ids)
    .where('supersededBy', 'is', null)
    .where((where) => where.or([where('mark', 'is not', null), where('testScore', 'is not', null)]))
    .execute();
  return new Set(rows.map(({ workId }) => workId));
}

export function registerToday(server: HttpServer<Actor>): void {
  server.operation(contract.readToday, async (tx, { person }) => {
    const tasks: Task[] = await weekTasks(tx, person);
    const works = await listWorks(tx);
    const counts = await countPapers(
      tx,
      works.map((work) => work.id),
    );
    const papers = [...counts.values()].reduce((sum, count) => sum + count.papers, 0);

    if (can(person.role, 'importResults')) {
      const waiting = await tx
        .selectFrom('import')
        .select(['id', 'fileName', 'state'])
        .where('state', 'in', ['read', 'unreadable'])
        .orderBy('id', 'desc')
        .limit(20)
        .execute();
      for (const row of waiting) {
        tasks.push({
          kind: row.state === 'read' ? 'importWaitsForAnswers' : 'importFailed',
          count: 1,
          subject: row.fileName,
          href: `/results/imports/${row.id}`,
        });
      }
      if (papers === 0 && waiting.length === 0)
        tasks.push({ kind: 'nothingLoaded', count: 0, subject: null, href: '/results/upload' });
    }
    const ownMarks = can(person.role, 'editWorks') ? await worksWithOwnMarks(tx, works) : new Set<number>();
    for (const work of works) {
      const count = counts.get(work.id)?.papers ?? 0;
      if (count === 0) continue;
      const subject = subjectOf(work);
      if (work.scaleId === null && !ownMarks.has(work.id) && can(person.role, 'editWorks')) {
        tasks.push({ kind: 'workWithoutScale', count, subject, href: `/results/works/${work.id}` });
      }
      const outdated = work.papersChangedAt && (!work.analysedAt || work.papersChangedAt > work.analysedAt);
      if (outdated && can(person.role, 'runAnalysis')) {
        tasks.push({ kind: 'workWithoutAnalysis', count, subject, href: `/results/works/${work.id}` });
      }
    }
    const signals = await tx
      .selectFrom('finding as f')
      .innerJoin('work as w', 'w.id', 'f.workId')
      .innerJoin('procedure as p', 'p.id', 'w.procedureId')
      .where('f.signalled', '=', true)
      .select(['w.id', 'w.subject', 'w.grade', 'p.name as procedure', 'p.year', sql<number>`count(*)`.as('count')])
      .groupBy(['w.id', 'w.subject', 'w.grade', 'p.name', 'p.year'])
      .orderBy('w.grade')
      .orderBy('w.subject')
      .execute();
    for (const row of signals) {
      tasks.push({
        kind: 'findingsToOpen',
        count: row.count,
        subject: subjectOf(row),
        href: `/findings?work=${row.id}`,
      });
    }
    const failed = await tx
      .selectFrom('job')
      .select(sql<number>`count(*)`.as('count'))
      .where('state', '=', 'failed')
      .where('accountId', '=', person.accountId)
      .executeTakeFirstOrThrow();
    if (failed.count > 0) tasks.push({ kind: 'jobFailed', count: failed.count, subject: null, href: '/jobs' });

    const schools = await tx
      .selectFrom('organization')
      .select(sql<number>`count(*)`.as('count'))
      .where('kind', '=', 'school')
      .where('closedOn', 'is', null)
      .executeTakeFirstOrThrow();
    return {
      tasks,
      totals: {
        works: works.filter((work) => counts.has(work.id)).length,
        papers,
        schools: schools.count,
        signalled: signals.reduce((sum, row) => sum + row.count, 0),
      },
    };
  });
}
