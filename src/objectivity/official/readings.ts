/**
 * Official readings of every school: the markers of the methodology of 2019, the same rules for other subjects and grades,
 * and the readings of the recommendations of 2026. None of them is a conclusion of ours, and none enters a finding.
 */
import type { Administration } from '../engine/administration.ts';
import { momentsOf, papersBySchool, schoolKey, totalOfMoments } from './by-school.ts';
import { cohortRatios, cohortReading } from './cohort-ratio.ts';
import { groupReading } from './groups.ts';
import { histogramOf, histogramReading, peakReading } from './histogram.ts';
import { journalCorrelationReading } from './journal-correlation.ts';
import { lowMarkGrowthReading, MOST_YEARS, type YearOfSchool } from './low-mark-growth.ts';
import { type AdministrationFacts, factsOf, isOf, MARKERS_2019, officialMarker } from './markers-2019.ts';
import { markReadings } from './marks-and-journal.ts';
import { meanIntervalReading } from './mean-interval.ts';
import type { OfficialReading, OfficialRule, SchoolReadings } from './model.ts';
import { inapplicable, type ReadingKind } from './reading.ts';
import { taskReading } from './tasks-by-level.ts';

/** One administration with what the readings need of it again and again. */
interface Loaded {
  readonly administration: Administration;
  readonly facts: AdministrationFacts;
  readonly papers: readonly Int32Array[];
  readonly schoolByKey: ReadonlyMap<string, number>;
}

/**
 * One entry per administration and school that has papers in it; of the administrations `only` where that is given. Each holds the official markers that these results can
 * answer, the readings by the same rules where there is no official marker, and the readings of the recommendations.
 * The region of a comparison is what the administration holds.
 */
export function officialReadings(
  administrations: readonly Administration[],
  only?: readonly number[],
): readonly SchoolReadings[] {
  const all = administrations.map(load);
  return all.flatMap((loaded, administration) =>
    (only?.includes(administration) === false ? [] : readingsOf(loaded, all)).flatMap(
      (readings, school): SchoolReadings[] =>
        loaded.papers[school]!.length === 0 ? [] : [{ administration, school, readings }],
    ),
  );
}

/** The 14 official markers of one school over all administrations. */
export interface SchoolMarkers {
  readonly municipality: string;
  readonly school: string;
  /** In the order of the methodology; inapplicable with its reason where the results are not here. */
  readonly markers: readonly OfficialReading[];
}

/**
 * All 14 markers per school, from the latest administration that can answer each; the methodology lists a school that has
 * one of them.
 */
export function officialMarkers(administrations: readonly Administration[]): readonly SchoolMarkers[] {
  const all = administrations.map(load);
  const readings = officialReadings(administrations);
  const bySchool = new Map<string, { municipality: string; school: string; found: SchoolReadings[] }>();
  for (const each of readings) {
    const { administration } = all[each.administration]!;
    const { municipality, name } = administration.schools[each.school]!;
    const key = schoolKey(administration, each.school);
    const known = bySchool.get(key);
    if (known !== undefined) known.found.push(each);
    else bySchool.set(key, { municipality: administration.municipalities[municipality]!, school: name, found: [each] });
  }
  const yearOf = ({ administration }: SchoolReadings): number => all[administration]!.facts.year ?? 0;
  return [...bySchool.values()].map(({ municipality, school, found }) => {
    const latestFirst = found.toSorted((a, b) => yearOf(b) - yearOf(a));
    const markers = MARKERS_2019.map(({ id, rule }): OfficialReading => {
      const answers = latestFirst.flatMap((each) => each.readings.filter((reading) => reading.id === id));
      return (
        answers.find(({ applicable }) => applicable) ??
        answers[0] ??
        inapplicable({ id, rule, standing: 'marker' }, 'noAdministration')
      );
    });
    return { municipality, school, markers };
  });
}

function load(administration: Administration): Loaded {
  return {
    administration,
    facts: factsOf(administration),
    papers: papersBySchool(administration),
    schoolByKey: new Map(administration.schools.map((_, school) => [schoolKey(administration, school), school])),
  };
}

/** Readings of every school of one administration, by index of the school. */
function readingsOf(loaded: Loaded, all: readonly Loaded[]): OfficialReading[][] {
  const { administration, papers } = loaded;
  const moments = papers.map((own) => momentsOf(administration.totals, own));
  const region = totalOfMoments(moments);
  const regionHistogram = papers
    .map((own) => histogramOf(administration, own))
    .reduce((sum, own) => sum.map((count, score) => count + own[score]!), histogramOf(administration, []));
  const cohort = cohortReadings(loaded, all);
  return papers.map((own, school) => [
    meanIntervalReading(kindOf('meanInterval', loaded), moments[school]!, region),
    journalCorrelationReading(kindOf('journalCorrelation', loaded), administration, own),
    ...cohort(school),
    taskReading('basicTasks', administration, own),
    taskReading('raisedTasks', administration, own),
    ...markReadings(administration, own),
    histogramReading(own),
    peakReading(administration, own, regionHistogram),
    groupReading(administration, own),
    lowMarkGrowthReading(yearsOf(loaded, school, all)),
  ]);
}

function kindOf(rule: OfficialRule, { facts }: Loaded): ReadingKind {
  const marker = officialMarker(rule, facts);
  return marker === null ? { id: rule, rule, standing: 'sameRule' } : { id: marker.id, rule, standing: 'marker' };
}

/** Sharp rise and fall of a school, by index. The later of the two administrations answers for both. */
function cohortReadings(loaded: Loaded, all: readonly Loaded[]): (school: number) => OfficialReading[] {
  const rules = ['sharpRise', 'sharpFall'] as const;
  const kinds = rules.map((rule) => kindOf(rule, loaded));
  const participants = (school: number): number => loaded.papers[school]!.length;
  const earlier = all.find((other) => follows(other.facts, loaded.facts));
  if (earlier !== undefined) {
    const ratios = cohortRatios(earlier.administration, loaded.administration);
    return (school) => kinds.map((kind) => cohortReading(kind, ratios, school));
  }
  const official = kinds.filter(({ standing }) => standing === 'marker');
  if (official.length > 0) {
    const reason = loaded.facts.year === null ? 'noYear' : 'noEarlierGrade';
    return (school) => official.map((kind) => inapplicable(kind, reason, participants(school)));
  }
  if (all.some((other) => follows(loaded.facts, other.facts))) return () => [];
  // The fourth grade waits for the fifth of the next year.
  const awaited = MARKERS_2019.filter(
    (marker) =>
      (marker.rule === 'sharpRise' || marker.rule === 'sharpFall') &&
      isOf(marker, { ...loaded.facts, grade: loaded.facts.grade + 1 }),
  );
  return (school) =>
    awaited.map(({ id, rule }) => inapplicable({ id, rule, standing: 'marker' }, 'noLaterGrade', participants(school)));
}

/** Whether the later results are of the same pupils one grade and one year later. */
function follows(earlier: AdministrationFacts, later: AdministrationFacts): boolean {
  return (
    earlier.year !== null &&
    later.year === earlier.year + 1 &&
    later.grade === earlier.grade + 1 &&
    later.subject === earlier.subject &&
    later.examination === earlier.examination
  );
}

/** The school's results of the same work in the last five years. */
function yearsOf(loaded: Loaded, school: number, all: readonly Loaded[]): YearOfSchool[] {
  const { administration, facts, papers } = loaded;
  const own = { year: facts.year ?? 0, administration, papers: papers[school]! };
  if (facts.year === null || facts.examination === null) return [own];
  const key = schoolKey(administration, school);
  const years = new Map<number, YearOfSchool>([[own.year, own]]);
  for (const other of all) {
    const { year, subject, grade, examination } = other.facts;
    const sameWork = subject === facts.subject && grade === facts.grade && examination === facts.examination;
    const before = year === null ? 0 : facts.year - year;
    const place = other.schoolByKey.get(key);
    if (!sameWork || before < 1 || before >= MOST_YEARS || place === undefined || year === null) continue;
    years.set(year, { year, administration: other.administration, papers: other.papers[place]! });
  }
  return [...years.values()];
}
