/** Storing what an analysis found of one work: its findings, the official readings, the region's figures. */
import { className } from '#src/organizations/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { WorkRow } from '#src/results/store.ts';
import type { Administration } from '../engine/administration.ts';
import type { UnitResult } from '../model.ts';
import type { OfficialReading, SchoolReadings } from '../official/model.ts';
import { regionParticipation } from '../participation/region.ts';
import { referenceTables } from '../rereading/reference-tables.ts';
import type { AnalysisParameters, RegionReference } from '../store.ts';
import { distributionsOf } from './distribution.ts';
import { profilesOf } from './profile.ts';
import {
  type FindingInput,
  insertAnalysis,
  type Judgement,
  judgeAnew,
  saveFindings,
  saveOfficialReadings,
} from './store.ts';
import { ENGINE_VERSION } from './version.ts';

export interface JudgedWork {
  readonly work: WorkRow;
  readonly units: readonly UnitResult[];
  readonly parameters: AnalysisParameters;
  readonly startedAt: Date;
}

export interface FoundOfWork extends JudgedWork {
  readonly administration: Administration;
  readonly readings: readonly SchoolReadings[];
}

/** The work's papers are those of this analysis, and are judged anew. */
export async function saveJudgements(
  tx: Tx,
  analysisId: number,
  { work, units, parameters, startedAt }: JudgedWork,
): Promise<void> {
  const findings = units.filter(hasPapers).map(judgementOf);
  await judgeAnew(tx, { workId: work.id, analysisId, parameters, startedAt }, findings);
}

/** Replaces what was found of the work before. */
export async function saveWork(
  tx: Tx,
  { work, administration, units, readings, parameters, startedAt }: FoundOfWork,
): Promise<void> {
  const distributions = distributionsOf(administration);
  const analysisId = await insertAnalysis(tx, {
    organizationId: work.organizationId,
    workId: work.id,
    engineVersion: ENGINE_VERSION,
    parameters,
    reference: referenceOf(administration, distributions.region),
    papers: administration.size,
    startedAt,
  });
  await saveFindings(tx, work.id, analysisId, findingsOf(administration, units, distributions));
  const classNames = await classNamesOf(tx, administration);
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
  return units.filter(hasPapers).map((unit) => {
    const [list, index] =
      unit.level === 'class'
        ? (['classes', classIndex.get(unit.className!)!] as const)
        : unit.level === 'school'
          ? (['schools', schoolIndex.get(unit.school!)!] as const)
          : (['municipalities', municipalityIndex.get(unit.municipality)!] as const);
    return {
      ...judgementOf(unit),
      participants: unit.participants,
      absent: unit.absent,
      distribution: { ...distributions[list][index]!, profile: profiles[list][index]! },
    };
  });
}

/** Absent pupils whose class the file does not name make a class without papers: it counts in the school, not by itself. */
function hasPapers({ participants }: UnitResult): boolean {
  return participants > 0;
}

/** The matrix names units by their numbers in the tree (matrix.ts). */
function judgementOf(unit: UnitResult): Judgement {
  return {
    organizationId: Number(unit.level === 'municipality' ? unit.municipality : unit.school),
    level: unit.level,
    classGroupId: unit.level === 'class' ? Number(unit.className) : null,
    evidence: unit.index,
    p: unit.p,
    localFdr: unit.localFdr,
    signalled: unit.signalled,
    strength: unit.strength,
    mechanisms: unit.mechanisms,
    markers: unit.markers,
  };
}
