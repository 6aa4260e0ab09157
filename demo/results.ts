/**
 * The results of the demo region: every school is simulated by the engine's own simulator from the school's number, and
 * then the plan's manipulations are done to the classes it names. Present and absent pupils both are there; what a file
 * says about the absent is the business of its format.
 */
import type { Administration } from '#src/objectivity/engine/administration.ts';
import { markOf } from '#src/objectivity/engine/builder.ts';
import type { HonestVariation } from '#src/objectivity/validation/honest.ts';
import { APPLY, type SimulatedClass, type WorkShape } from '#src/objectivity/validation/manipulations.ts';
import type { Random } from '#src/objectivity/engine/random.ts';
import { simulateRegion } from '#src/objectivity/validation/region.ts';
import { NOT_ATTEMPTED, type PaperStatus } from '#src/results/model.ts';
import { type Plant, plantIn } from './plan.ts';
import { type DemoMunicipality, demoRegion, type DemoSchool, randomOf } from './region.ts';
import { SIZES } from './schools.ts';
import { DEMO_WORKS, type DemoWork, SAMPLE_WORK } from './works.ts';

/** One pupil's paper in one work. */
export interface DemoPaper {
  /** Five digits, the first is the grade; unique within school and grade, the same in every work of the grade. */
  readonly participant: string;
  readonly status: PaperStatus;
  readonly gender: 'м' | 'ж';
  /** «1» or «2»; null for an absent pupil. */
  readonly variant: string | null;
  /** One entry per task: a score or NOT_ATTEMPTED; empty for an absent pupil. */
  readonly scores: readonly number[];
  /** Raw total, points; null for an absent pupil. */
  readonly total: number | null;
  /** 2..5 by the work's scale; null for an absent pupil. */
  readonly mark: number | null;
  /** 2..5; null is «нет отметки». */
  readonly journalMark: number | null;
}

/** Results of one class in one work. */
export interface DemoClassResult {
  readonly municipality: DemoMunicipality;
  readonly school: DemoSchool;
  readonly work: DemoWork;
  readonly grade: number;
  readonly letter: string;
  /** Number of the class within its parallel, from 1: what the official forms ask for. */
  readonly ordinal: number;
  /** Invented code of the teacher; one teacher takes two parallel classes. */
  readonly teacher: string;
  readonly plant: Plant | null;
  /** In the order of the participant codes. */
  readonly papers: readonly DemoPaper[];
}

/** Chance that an unsolved task was not attempted at all. */
const UNATTEMPTED = { short: 0.12, extended: 0.35 } as const;
const NO_JOURNAL_MARK = 0.015;
/** Spread of pupils within a class, logits; with it the marks of the region look like those that are published. */
const PUPIL_SD = 0.75;
/** The honest school that has the best results of the region. */
export const STRONG_LYCEUM = 'edu990101';

/** Results of all working schools in the works that are loaded, municipality by municipality, work by work. */
export function demoResults(): DemoClassResult[] {
  return simulateResults().filter((result) => result.work !== SAMPLE_WORK);
}

/** Results of the same pupils in the work that is not loaded. */
export function sampleResults(): DemoClassResult[] {
  return simulateResults().filter((result) => result.work === SAMPLE_WORK);
}

/** All works at once: the simulator's random numbers run through all of them, so a work left out would change the rest. */
function simulateResults(): DemoClassResult[] {
  const works = [...DEMO_WORKS, SAMPLE_WORK];
  return demoRegion.municipalities.flatMap((municipality) => {
    const schools = municipality.schools
      .filter((school) => school.closedOn === null)
      .map((school) => simulateSchool(municipality, school, works));
    return works.flatMap((work) => schools.flatMap((results) => results.filter((each) => each.work === work)));
  });
}

function simulateSchool(
  municipality: DemoMunicipality,
  school: DemoSchool,
  works: readonly DemoWork[],
): DemoClassResult[] {
  const letters = (grade: number): string[] =>
    school.classes.filter((group) => group.grade === grade).map((group) => group.letter);
  const random = randomOf(school.code, 5);
  const { administrations } = simulateRegion({
    seed: Number(school.code.slice(3)),
    municipalities: 1,
    schoolsPerMunicipality: 1,
    manipulatedShare: 0,
    variants: 2,
    classSize: SIZES[school.size].pupils,
    honest: honestOf(school, random),
    works: works.map((work) => {
      const parallels = letters(work.grade).length;
      return { ...work, thresholds: work.scale.thresholds, classesPerSchool: [parallels, parallels] };
    }),
    names: {
      school: () => school.code,
      className: (grade, parallel) => `${grade}${letters(grade)[parallel]}`,
      teacher: (code, _subject, teacher) => `У-${code.slice(3)}-${teacher + 1}`,
    },
  });
  return administrations.flatMap((administration, index) =>
    classResults(municipality, school, works[index]!, administration, random),
  );
}

/** The lyceum is honestly far above the region, village schools somewhat below; absence differs from school to school. */
function honestOf(school: DemoSchool, random: Random): Partial<HonestVariation> {
  // Schools are simulated one by one: drawn discriminations would make every school write works of its own.
  const common = { pupilSd: PUPIL_SD, discriminationSd: 0, absence: 0.06 + 0.06 * random.uniform() };
  if (school.code === STRONG_LYCEUM) return { ...common, schoolSd: 0, strongSchoolShare: 1, strongSchoolGain: 1.6 };
  if (school.specialised) return { ...common, strongSchoolShare: 1, strongSchoolGain: 0.7 };
  if (school.size === 'village') return { ...common, strongSchoolShare: 1, strongSchoolGain: -0.25 };
  return common;
}

function classResults(
  municipality: DemoMunicipality,
  school: DemoSchool,
  work: DemoWork,
  administration: Administration,
  random: Random,
): DemoClassResult[] {
  const rowsOf: number[][] = administration.classes.map(() => []);
  for (let row = 0; row < administration.size; row++) rowsOf[administration.classOf[row]!]!.push(row);
  let listed = 0;
  return administration.classes.map((group, index) => {
    const letter = group.name.slice(String(work.grade).length);
    const plant = plantIn(school.code, work.key, letter);
    const rows = rowsOf[index]!;
    const simulated = extractClass(administration, rows);
    if (plant !== null) APPLY[plant.manipulation](simulated, plant.strength, shapeOf(work), random);
    const size = rows.length + administration.absentByClass[index]!;
    const position = new Map(rows.map((row, place) => [administration.participants[row]!, place]));
    const papers = Array.from({ length: size }, (_, pupil) => {
      const participant = `${work.grade}${String(listed + pupil + 1).padStart(4, '0')}`;
      const place = position.get(participant);
      const gender = genderOf(school.code, participant);
      if (place === undefined || simulated.present[place] === 0) return absentPaper(participant, gender);
      const variant = String(administration.variants[rows[place]!]! + 1);
      return presentPaper({ participant, gender, variant }, simulated, place, work, random);
    });
    listed += size;
    return {
      municipality,
      school,
      work,
      grade: work.grade,
      letter,
      ordinal: index + 1,
      teacher: group.teacher ?? '',
      plant,
      papers,
    };
  });
}

/** The class as the manipulations see it. Ability is not in an administration; the total orders the pupils as well. */
function extractClass(administration: Administration, rows: readonly number[]): SimulatedClass {
  const taskCount = administration.tasks.length;
  const scores = new Int8Array(rows.length * taskCount);
  rows.forEach((row, place) => {
    scores.set(administration.scores.subarray(row * taskCount, (row + 1) * taskCount), place * taskCount);
  });
  return {
    pupils: rows.length,
    scores,
    ability: Float64Array.from(rows, (row) => administration.totals[row]!),
    journalMarks: Int8Array.from(rows, (row) => administration.journalMarks[row]!),
    present: new Uint8Array(rows.length).fill(1),
  };
}

function shapeOf({ tasks, scale, difficulties }: DemoWork): WorkShape {
  return { tasks, thresholds: scale.thresholds, difficulties, discriminations: tasks.map(() => 1) };
}

function genderOf(school: string, participant: string): 'м' | 'ж' {
  return randomOf(`${school}${participant}`, 6).chance(0.5) ? 'м' : 'ж';
}

function absentPaper(participant: string, gender: 'м' | 'ж'): DemoPaper {
  const nothing = { variant: null, scores: [], total: null, mark: null, journalMark: null };
  return { participant, status: 'absent', gender, ...nothing };
}

function presentPaper(
  pupil: Pick<DemoPaper, 'participant' | 'gender' | 'variant'>,
  group: SimulatedClass,
  place: number,
  work: DemoWork,
  random: Random,
): DemoPaper {
  const scores = work.tasks.map((task, index) => {
    const score = group.scores[place * work.tasks.length + index]!;
    return score === 0 && random.chance(UNATTEMPTED[task.response]) ? NOT_ATTEMPTED : score;
  });
  const total = scores.reduce((sum, score) => sum + Math.max(0, score), 0);
  return {
    ...pupil,
    status: 'present',
    scores,
    total,
    mark: markOf(total, work.scale.thresholds),
    journalMark: random.chance(NO_JOURNAL_MARK) ? null : group.journalMarks[place]!,
  };
}
