/** Long work: all works of one procedure over the region, from papers to findings. */
import { sql } from 'kysely';
import { className } from '#src/organizations/rules.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { type JobContext, type JobHandler, JobPostponed } from '#src/platform/jobs/queue.ts';
import { listWorks, type WorkRow } from '#src/results/store.ts';
import type { Administration } from '../engine/administration.ts';
import type { UnitResult } from '../model.ts';
import type { OfficialReading } from '../official/model.ts';
import { regionParticipation } from '../participation/region.ts';
import { referenceTables } from '../rereading/reference-tables.ts';
import { currentReference, type StoredReference } from '../references/store.ts';
import type { RegionReference } from '../store.ts';
import { type AnalysisInput, PATIENCE } from './actions.ts';
import { compute } from './compute.ts';
import { distributionsOf } from './distribution.ts';
import { type Loaded, loadWorks } from './load.ts';
import { profilesOf } from './profile.ts';
import { decidedUnits, signalLimits } from './record.ts';
import { type FindingInput, insertAnalysis, saveFindings, saveOfficialReadings } from './store.ts';
import { ENGINE_VERSION } from './version.ts';

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
    const outdated = works.some((work) => !work.analysedAt || work.papersChangedAt! > work.analysedAt);
    if (onlyOutdated && !outdated) return [];
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
  const { units, regions, official } = await compute(
    administrations,
    () => progress(0, papers, 'compute'),
    reference?.content ?? null,
    others.map(({ administration }) => administration),
  );
  const limits = signalLimits(units);
  await progress(papers, papers, 'save');
  // One transaction: nobody sees findings of two analyses side by side.
  await inScope(db, SYSTEM, async (tx) => {
    // Two analyses of one procedure that end together store one after the other.
    await sql`select pg_advisory_xact_lock(620133, ${procedureId})`.execute(tx);
    for (const [index, { work, administration }] of loaded.entries()) {
      const distributions = distributionsOf(administration);
      const analysisId = await insertAnalysis(tx, {
        organizationId: work.organizationId,
        workId: work.id,
        engineVersion: ENGINE_VERSION,
        parameters: {
          works: loaded.map((each) => each.work.id),
          thresholds: administration.thresholds,
          limits,
          units: decidedUnits(unitsOf(units, administration)),
          ...(reference === null ? {} : { reference: labelOf(reference), region: regions[index]! }),
        },
        reference: referenceOf(administration, distributions.region),
        papers: administration.size,
        startedAt,
      });
      await saveFindings(
        tx,
        work.id,
        analysisId,
        findingsOf(administration, unitsOf(units, administration), distributions),
      );
      const classNames = await classNamesOf(tx, administration);
      const readings = official.filter((school) => school.administration === index);
      await saveOfficialReadings(
        tx,
        work.id,
        analysisId,
        readings.flatMap((school) => {
          const organizationId = Number(administration.schools[school.school]!.name);
          return school.readings.map((reading) => ({
            organizationId,
            marker: reading.id,
            applicable: reading.applicable,
            flagged: reading.flagged,
            reading: reading.rule === 'groups' ? withClassNames(reading, classNames) : reading,
          }));
        }),
      );
    }
  });
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

/** «5А» by the numbers that the matrix has for classes. */
async function classNamesOf(tx: Tx, administration: Administration): Promise<Map<string, string>> {
  const ids = administration.classes.map((key) => Number(key.name));
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('classGroup').select(['id', 'grade', 'letter']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [String(row.id), className(row.grade, row.letter)]));
}

function withClassNames(reading: OfficialReading, names: ReadonlyMap<string, string>): OfficialReading {
  return { ...reading, items: reading.items.map((item) => ({ ...item, id: names.get(item.id) ?? item.id })) };
}

function unitsOf(units: readonly UnitResult[], administration: Administration): UnitResult[] {
  return units.filter((unit) => unit.subject === administration.subject && unit.grade === administration.grade);
}

function referenceOf(
  administration: Administration,
  region: RegionReference | ReturnType<typeof distributionsOf>['region'],
): RegionReference {
  const { tasks, size, scores } = administration;
  const taskMeans = tasks.map((task, index) => {
    let sum = 0;
    let counted = 0;
    for (let paper = 0; paper < size; paper++) {
      const score = scores[paper * tasks.length + index]!;
      // A topic not taught and an empty cell say nothing of difficulty; a task not attempted earned nothing.
      if (score < -1) continue;
      sum += Math.max(score, 0);
      counted++;
    }
    return counted === 0 ? 0 : sum / counted / task.max;
  });
  const { totals, marks, transition } = region;
  return {
    totals,
    marks,
    transition,
    papers: size,
    taskMeans,
    tables: referenceTables(administration),
    participation: regionParticipation(administration),
  };
}

/** The matrix names units by their numbers in the tree (matrix.ts), so a unit finds its rows by parsing them back. */
function findingsOf(
  administration: Administration,
  units: readonly UnitResult[],
  distributions: ReturnType<typeof distributionsOf>,
): FindingInput[] {
  const profiles = profilesOf(administration);
  const classIndex = new Map(administration.classes.map((key, index) => [key.name, index]));
  const schoolIndex = new Map(administration.schools.map((key, index) => [key.name, index]));
  const municipalityIndex = new Map(administration.municipalities.map((name, index) => [name, index]));
  // Absent pupils whose class the file does not name make a class without papers: it counts in the school, not by itself.
  return units
    .filter((unit) => unit.participants > 0)
    .map((unit) => {
      const [list, index] =
        unit.level === 'class'
          ? (['classes', classIndex.get(unit.className!)!] as const)
          : unit.level === 'school'
            ? (['schools', schoolIndex.get(unit.school!)!] as const)
            : (['municipalities', municipalityIndex.get(unit.municipality)!] as const);
      return {
        organizationId: Number(unit.level === 'municipality' ? unit.municipality : unit.school),
        level: unit.level,
        classGroupId: unit.level === 'class' ? Number(unit.className) : null,
        participants: unit.participants,
        absent: unit.absent,
        evidence: unit.index,
        p: unit.p,
        localFdr: unit.localFdr,
        signalled: unit.signalled,
        strength: unit.strength,
        mechanisms: unit.mechanisms,
        markers: unit.markers,
        distribution: { ...distributions[list][index]!, profile: profiles[list][index]! },
      };
    });
}
