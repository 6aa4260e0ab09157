/** Long work: all works of one procedure over the region, from papers to findings. */
import { availableParallelism } from 'node:os';
import { sql } from 'kysely';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { type JobContext, type JobHandler, JobPostponed } from '#src/platform/jobs/queue.ts';
import { listWorks, type WorkRow } from '#src/results/store.ts';
import { keepCalibrations } from '../calibration/kept.ts';
import { currentReference, type StoredReference } from '../references/store.ts';
import { administrationDigest } from '../threads/work-key.ts';
import { sideBySide } from '../threads/works.ts';
import { type AnalysisInput, PATIENCE } from './actions.ts';
import { type Loaded, loadWorks } from './load.ts';
import { decidedUnits, signalLimits } from './record.ts';
import { saveJudgements, saveWork } from './save.ts';
import { currentAnalyses } from './store.ts';
import { ENGINE_VERSION } from './version.ts';

/** More threads than this gain nothing: a region has some twenty works. */
const MOST_THREADS = 8;
/** After so many the analysis runs although files still come: a region that loads all day wants findings too. */
const MOST_POSTPONEMENTS = 12;

/** Files that are being read or stored, or were stored a moment ago: more of the same heap will follow. */
async function filesAreComing(tx: Tx): Promise<boolean> {
  const coming = await tx
    .selectFrom('import')
    .select('id')
    .where((where) =>
      where.or([
        where('state', 'in', ['received', 'committing']),
        where('committedAt', '>', sql<Date>`clock_timestamp() - make_interval(secs => ${PATIENCE - 1})`),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return coming !== undefined;
}

/** @param keptFolder where loaded papers are kept for the next analysis (kept-papers.ts); null keeps none. */
export function makeAnalysisJob(keptFolder: string | null): JobHandler {
  return (context) => runAnalysis(context, keptFolder);
}

async function runAnalysis({ db, job, progress }: JobContext, keptFolder: string | null): Promise<void> {
  const procedureId = job.subjectId!;
  const startedAt = new Date();
  const { onlyOutdated = false } = job.input as AnalysisInput;
  if (onlyOutdated && job.attempts <= MOST_POSTPONEMENTS && (await inScope(db, SYSTEM, filesAreComing))) {
    throw new JobPostponed(PATIENCE);
  }
  await progress(0, null, 'load');
  const loaded = await inScope(db, SYSTEM, async (tx) => {
    const works = (await listWorks(tx)).filter((work) => work.procedureId === procedureId && work.papersChangedAt);
    if (onlyOutdated && !areOutdated(works)) return [];
    return loadWorks(tx, works, keptFolder, (papers) => progress(papers, null, 'load'));
  });
  if (loaded.length === 0) return;
  const papers = loaded.reduce((sum, { administration }) => sum + administration.size, 0);
  await progress(0, papers, 'compute');
  const administrations = loaded.map(({ administration }) => administration);
  const region = loaded[0]!.work.organizationId;
  const { reference, others } = await inScope(db, SYSTEM, async (tx) => ({
    reference: await currentReference(tx, region, procedureId),
    others: await loadWorks(tx, sameCohorts(await listWorks(tx), loaded), keptFolder, () =>
      progress(0, papers, 'compute'),
    ),
  }));
  const options = {
    threads: Math.min(MOST_THREADS, availableParallelism()),
    official: true,
    others: others.map(({ administration }) => administration),
    stillWanted: () => progress(0, papers, 'compute'),
    ...(reference === null ? {} : { reference: reference.content }),
  };
  const digests = administrations.map(administrationDigest);
  const works = loaded.map(({ work }) => work.id);
  // A person who asks for the analysis gets all of it anew; after an upload what rests on the same papers is only judged anew.
  const analyses = onlyOutdated
    ? await inScope(db, SYSTEM, (tx) => currentAnalyses(tx, works, ENGINE_VERSION))
    : new Map<number, never>();
  const sameOf = (place: number): number | null => {
    const known = analyses.get(works[place]!);
    return known?.papers === digests[place] ? known.id : null;
  };
  await sideBySide(administrations, options, async ({ decided, describe, officialReadings }) => {
    const limits = signalLimits(decided.decisions);
    let saved = 0;
    const found = async (part: readonly number[]) => {
      const anew = part.filter((place) => sameOf(place) === null);
      return Promise.all([describe(part), anew.length === 0 ? [] : officialReadings(anew)]);
    };
    const parts = partsOf(loaded, onlyOutdated);
    let next = found(parts[0]!);
    for (const [at, part] of parts.entries()) {
      const [{ units, regions }, readings] = await next;
      if (at > 0 && (await inScope(db, SYSTEM, (tx) => mayBeLeft(tx, job, loaded, part)))) break;
      // The next works are described while these are stored.
      if (at + 1 < parts.length) {
        next = found(parts[at + 1]!);
        next.catch(() => undefined);
      }
      await inScope(db, SYSTEM, async (tx) => {
        // Two analyses of one procedure that end together store one after the other.
        await sql`select pg_advisory_xact_lock(620133, ${procedureId})`.execute(tx);
        for (const [index, place] of part.entries()) {
          const { work, administration } = loaded[place]!;
          const judged = {
            work,
            units: units.filter(({ subject, grade }) => subject === work.subject && grade === work.grade),
            parameters: {
              works,
              papers: digests[place]!,
              thresholds: administration.thresholds,
              limits,
              units: decidedUnits(decided.decisions, place),
              ...(reference === null ? {} : { reference: labelOf(reference), region: regions[index]! }),
            },
            startedAt,
          };
          const same = sameOf(place);
          if (same !== null) await saveJudgements(tx, same, judged);
          else {
            const own = readings.filter((school) => school.administration === place);
            await saveWork(tx, { ...judged, administration, readings: own });
          }
        }
      });
      saved += part.reduce((sum, place) => sum + administrations[place]!.size, 0);
      await progress(saved, papers, 'save');
    }
  });
  // After the findings, for which somebody may be waiting: the page of tasks is asked for later.
  await keepCalibrations(db, loaded);
}

/**
 * Which works are stored together, in what order. A person who asks for the analysis sees all of it at once. After an upload the works
 * whose papers have changed come first; the others follow, as each unit is judged beside all.
 */
function partsOf(loaded: readonly Loaded[], changedFirst: boolean): number[][] {
  const all = [...loaded.keys()];
  if (!changedFirst) return [all];
  const changed = all.filter((place) => hasChanged(loaded[place]!.work));
  const rest = all.filter((place) => !changed.includes(place));
  return [changed, ...rest.map((place) => [place])].filter((part) => part.length > 0);
}

function hasChanged({ papersChangedAt, analysedAt }: WorkRow): boolean {
  return !analysedAt || papersChangedAt! > analysedAt;
}

/** Whether a work was analysed before papers of any of them came: an analysis that was broken off between two works is one. */
function areOutdated(works: readonly WorkRow[]): boolean {
  const newest = works.reduce((most, { papersChangedAt }) => Math.max(most, papersChangedAt!.getTime()), 0);
  return works.some(({ analysedAt }) => !analysedAt || analysedAt.getTime() < newest);
}

/** Works that only wait to be judged beside newer papers of others are left to the analysis that waits already, but not for longer than this, milliseconds. */
const LONGEST_LEFT = 600_000;

/** Whether another analysis of the procedure waits, which will judge these works too, and none of them has waited for long. */
async function mayBeLeft(
  tx: Tx,
  job: JobContext['job'],
  loaded: readonly Loaded[],
  works: readonly number[],
): Promise<boolean> {
  const oldest = Math.min(...works.map((place) => loaded[place]!.work.analysedAt?.getTime() ?? 0));
  if (oldest < Date.now() - LONGEST_LEFT) return false;
  const waiting = await tx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', job.kind)
    .where('subjectId', '=', job.subjectId)
    .where('state', '=', 'queued')
    .where('id', '!=', job.id)
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}

function cohort({ organizationId, subject, year, grade }: WorkRow): string {
  return `${organizationId} ${subject} ${year - grade}`;
}

/** Works of other procedures in which the same pupils wrote the same subject: the marker B8 compares with them. */
function sameCohorts(works: readonly WorkRow[], own: readonly Loaded[]): WorkRow[] {
  const cohorts = new Set(own.map(({ work }) => cohort(work)));
  const { procedureId } = own[0]!.work;
  return works.filter((work) => work.procedureId !== procedureId && work.papersChangedAt && cohorts.has(cohort(work)));
}

function labelOf({ id, content: { name, madeAt, units } }: StoredReference) {
  return { id, name, kind: 'frozen' as const, madeAt, units };
}
