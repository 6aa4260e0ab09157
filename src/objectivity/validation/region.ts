/**
 * A simulated region: honest classes that differ as honest classes do, and a known share of manipulated ones.
 * Used to validate the engine, by its tests, and as the source of the demo region. Everything follows from the seed.
 */
import type { Administration } from '../engine/administration.ts';
import { AdministrationBuilder } from '../engine/builder.ts';
import { type HonestVariation, HONEST } from './honest.ts';
import { APPLY, heap, type Manipulation, type SimulatedClass, type WorkShape } from './manipulations.ts';
import { Random } from '../engine/random.ts';
import { difficultiesOf, type WorkPlan } from './works.ts';

export interface RegionOptions {
  readonly seed: number;
  readonly procedure?: string;
  readonly municipalities: number;
  readonly schoolsPerMunicipality: number;
  readonly works: readonly WorkPlan[];
  /** Parallel classes of a grade in one school: from, to. A work's own value goes first. Default 1..3. */
  readonly classesPerSchool?: readonly [number, number];
  /** Pupils on the list of a class: from, to. Default 16..28. */
  readonly classSize?: readonly [number, number];
  /** Share of class x work units that are manipulated. Default 0.1. */
  readonly manipulatedShare?: number;
  /** Which manipulations, with relative weights. Default: the five that the engine's markers answer, equally often. */
  readonly manipulations?: Partial<Readonly<Record<Manipulation, number>>>;
  /** 1 = full dose, 0.5 = half. */
  readonly strength?: number;
  /** Dose of a manipulation relative to what manipulations.ts says of it; multiplied with the strength. Default 1. */
  readonly doses?: Partial<Readonly<Record<Manipulation, number>>>;
  /** Doses differ from class to class: sd of their logarithm, their mean kept. Default 0. */
  readonly doseSpread?: number;
  /** 0: manipulated classes are scattered; 1: they sit in one school out of ten. */
  readonly concentration?: number;
  readonly honest?: Partial<HonestVariation>;
  readonly variants?: number;
  /** Names; the defaults are «Округ 1», «1001», «5А», «У-1001-2». */
  readonly names?: Partial<RegionNames>;
}

export interface RegionNames {
  readonly municipality: (municipality: number) => string;
  readonly school: (municipality: number, school: number) => string;
  readonly className: (grade: number, parallel: number) => string;
  readonly teacher: (school: string, subject: string, teacher: number) => string;
}

/** What was done to one class in one work; null where nothing was. */
export interface Truth {
  /** Index into `administrations`. */
  readonly administration: number;
  /** Index into that administration's `classes`. */
  readonly classIndex: number;
  readonly municipality: string;
  readonly school: string;
  readonly className: string;
  readonly grade: number;
  readonly subject: string;
  readonly manipulation: Manipulation | null;
}

export interface SimulatedRegion {
  /** One per work, in the order of `works`. */
  readonly administrations: Administration[];
  /** One per class of every administration. */
  readonly truth: Truth[];
}

const LETTERS = 'АБВГДЕЖЗИКЛМНОПРСТУФ';

const DEFAULT_NAMES: RegionNames = {
  municipality: (municipality) => `Округ ${municipality + 1}`,
  school: (municipality, school) => String((municipality + 1) * 1000 + school + 1),
  className: (grade, parallel) => `${grade}${LETTERS[parallel] ?? `-${parallel + 1}`}`,
  teacher: (school, subject, teacher) => `У-${school}-${subject.slice(0, 2)}-${teacher + 1}`,
};

const DEFAULT_MANIPULATIONS: Partial<Record<Manipulation, number>> = {
  lifting: 1,
  hardHelp: 1,
  kindScoring: 1,
  copying: 1,
  markInflation: 1,
};

interface Pupil {
  readonly code: string;
  readonly ability: number;
  readonly variant: number;
}

interface School {
  readonly municipality: string;
  readonly name: string;
  readonly level: number;
  readonly leniency: number;
  /** Classes by grade: the same pupils write every work of the grade. */
  readonly classesByGrade: Map<number, { readonly name: string; readonly pupils: Pupil[] }[]>;
}

export function simulateRegion(options: RegionOptions): SimulatedRegion {
  const random = new Random(options.seed);
  const honest: HonestVariation = { ...HONEST, ...options.honest };
  const names: RegionNames = { ...DEFAULT_NAMES, ...options.names };
  const schools = simulateSchools(options, honest, names, random);
  const plan = planManipulations(schools, options, random);
  const administrations: Administration[] = [];
  const truth: Truth[] = [];
  options.works.forEach((work, workIndex) => {
    const shape: WorkShape = {
      tasks: work.tasks,
      thresholds: work.thresholds,
      difficulties: difficultiesOf(work, random),
      discriminations: work.tasks.map(() => Math.exp(honest.discriminationSd * random.normal())),
    };
    const builder = new AdministrationBuilder({ ...work, procedure: options.procedure ?? 'ВПР' });
    schools.forEach((school, schoolIndex) => {
      const classes = school.classesByGrade.get(work.grade) ?? [];
      const schoolTask = work.tasks.map(() => honest.schoolTaskSd * random.normal());
      const subjectLevel = 0.2 * random.normal();
      const severities = classes.map(() => honest.raterSd * random.normal());
      classes.forEach((group, parallel) => {
        // A teacher takes two parallel classes.
        const teacherIndex = Math.floor(parallel / 2);
        const teacher = names.teacher(school.name, work.subject, teacherIndex);
        const severity = severities[teacherIndex * 2] ?? 0;
        const manipulation = plan.get(`${workIndex}:${schoolIndex}:${parallel}`) ?? null;
        const simulated = simulateClass(group.pupils, {
          shape,
          subjectLevel,
          honest,
          schoolTask,
          severity,
          leniency: school.leniency,
          random,
          manipulate: (unfinished) => {
            if (manipulation === null) return;
            const spread = options.doseSpread ?? 0;
            const own = spread > 0 ? Math.exp(spread * random.normal() - spread ** 2 / 2) : 1;
            const dose = own * (options.strength ?? 1) * (options.doses?.[manipulation] ?? 1);
            APPLY[manipulation](unfinished, dose, shape, random);
          },
        });
        const classIndex = builder.classIndex(school.municipality, school.name, group.name, teacher);
        group.pupils.forEach((pupil, position) => {
          if (simulated.present[position] === 0) return builder.addAbsent(classIndex);
          builder.addTo(
            classIndex,
            {
              participant: pupil.code,
              variant: (options.variants ?? 1) > 1 ? String(pupil.variant + 1) : null,
              journalMark: simulated.journalMarks[position]! || null,
              scores: simulated.scores,
            },
            position * work.tasks.length,
          );
        });
        truth.push({
          administration: workIndex,
          classIndex,
          municipality: school.municipality,
          school: school.name,
          className: group.name,
          grade: work.grade,
          subject: work.subject,
          manipulation,
        });
      });
    });
    administrations.push(builder.build());
  });
  return { administrations, truth };
}

function simulateSchools(
  options: RegionOptions,
  honest: HonestVariation,
  names: RegionNames,
  random: Random,
): School[] {
  const grades = [...new Set(options.works.map((work) => work.grade))];
  const [fewest, most] = options.classSize ?? [16, 28];
  const schools: School[] = [];
  for (let municipality = 0; municipality < options.municipalities; municipality++) {
    for (let index = 0; index < options.schoolsPerMunicipality; index++) {
      const strong = random.chance(honest.strongSchoolShare) ? honest.strongSchoolGain : 0;
      const school: School = {
        municipality: names.municipality(municipality),
        name: names.school(municipality, index),
        level: honest.schoolSd * random.normal() + strong,
        leniency: honest.schoolLeniencySd * random.heavyTailed(honest.leniencyTail),
        classesByGrade: new Map(),
      };
      for (const grade of grades) {
        const ofWork = options.works.find((work) => work.grade === grade && work.classesPerSchool !== undefined);
        const [low, high] = ofWork?.classesPerSchool ?? options.classesPerSchool ?? [1, 3];
        const classes: { readonly name: string; readonly pupils: Pupil[] }[] = [];
        let code = 0;
        for (let parallel = random.integer(low, high); parallel > 0; parallel--) {
          const level = school.level + honest.classSd * random.normal();
          const pupils: Pupil[] = [];
          for (let pupil = random.integer(fewest, most); pupil > 0; pupil--) {
            pupils.push({
              code: `${grade}${String(++code).padStart(4, '0')}`,
              ability: level + honest.pupilSd * random.normal(),
              variant: random.integer(0, (options.variants ?? 1) - 1),
            });
          }
          classes.push({ name: names.className(grade, classes.length), pupils });
        }
        school.classesByGrade.set(grade, classes);
      }
      schools.push(school);
    }
  }
  return schools;
}

/** Chooses the manipulated units, and deals the manipulations among them in proportion to the weights. */
function planManipulations(
  schools: readonly School[],
  options: RegionOptions,
  random: Random,
): Map<string, Manipulation> {
  const suspects = new Set(
    random.shuffled(schools.map((_, index) => index)).slice(0, Math.max(1, Math.round(schools.length / 10))),
  );
  const units: { readonly key: string; readonly order: number }[] = [];
  options.works.forEach((work, workIndex) => {
    schools.forEach((school, schoolIndex) => {
      const inside = suspects.has(schoolIndex) && random.chance(options.concentration ?? 0);
      (school.classesByGrade.get(work.grade) ?? []).forEach((_, parallel) => {
        const order = random.uniform() - (inside ? 1 : 0);
        units.push({ key: `${workIndex}:${schoolIndex}:${parallel}`, order });
      });
    });
  });
  const count = Math.round(units.length * (options.manipulatedShare ?? 0.1));
  const chosen = units.sort((a, b) => a.order - b.order).slice(0, count);
  const weights = Object.entries(options.manipulations ?? DEFAULT_MANIPULATIONS) as [Manipulation, number][];
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  const plan = new Map<string, Manipulation>();
  random.shuffled(chosen).forEach((unit, index) => {
    let position = ((index + 0.5) / chosen.length) * sum;
    for (const [manipulation, weight] of weights) {
      position -= weight;
      if (position > 0) continue;
      plan.set(unit.key, manipulation);
      return;
    }
  });
  return plan;
}

interface ClassSetting {
  readonly shape: WorkShape;
  readonly honest: HonestVariation;
  /** How this school stands in this subject beyond its general level, logits. */
  readonly subjectLevel: number;
  readonly schoolTask: readonly number[];
  readonly severity: number;
  readonly leniency: number;
  readonly random: Random;
  /** Called between the writing of the work and the re-reading of papers near a boundary, which comes last everywhere. */
  readonly manipulate: (unfinished: SimulatedClass) => void;
}

function simulateClass(pupils: readonly Pupil[], setting: ClassSetting): SimulatedClass {
  const { shape, honest, random } = setting;
  const taskCount = shape.tasks.length;
  const group: SimulatedClass = {
    pupils: pupils.length,
    scores: new Int8Array(pupils.length * taskCount),
    ability: new Float64Array(pupils.length),
    journalMarks: new Int8Array(pupils.length),
    present: new Uint8Array(pupils.length).fill(1),
  };
  const uneven = random.chance(honest.unevenShare) ? honest.unevenFactor : 1;
  const easier = shape.tasks.map(
    (task, index) =>
      setting.schoolTask[index]! +
      uneven * honest.classTaskSd * random.heavyTailed(honest.classTaskTail) +
      (task.response === 'extended' ? setting.severity : 0),
  );
  if (taskCount > 3 && random.chance(honest.untaughtShare)) {
    const first = random.integer(0, taskCount - 2);
    easier[first] = easier[first]! - honest.untaughtLoss;
    easier[first + 1] = easier[first + 1]! - honest.untaughtLoss;
  }
  const leniency = setting.leniency + honest.classLeniencySd * random.heavyTailed(honest.leniencyTail);
  pupils.forEach((pupil, position) => {
    const ability = pupil.ability + setting.subjectLevel + 0.35 * random.normal();
    group.ability[position] = ability;
    for (let task = 0; task < taskCount; task++) {
      const location = shape.difficulties[task]! - easier[task]!;
      group.scores[position * taskCount + task] = partialCredit(
        shape.discriminations[task]! * (ability - location),
        shape.tasks[task]!.max,
        random,
      );
    }
    group.journalMarks[position] = journalMark(ability + honest.diligenceSd * random.normal() + leniency);
    if (random.chance(honest.absence)) group.present[position] = 0;
  });
  setting.manipulate(group);
  const chance = 1 / (1 + Math.exp(-(logit(honest.heaping) + honest.heapingSd * random.normal())));
  heap(group, chance, shape, random);
  return group;
}

/** Partial-credit model (Masters 1982) with equal steps .5 logit apart around the task's difficulty. */
function partialCredit(distance: number, max: number, random: Random): number {
  let sum = 1;
  let exponent = 0;
  const weights = [1];
  for (let step = 1; step <= max; step++) {
    exponent += distance - 0.5 * (step - (max + 1) / 2);
    const weight = Math.exp(exponent);
    weights.push(weight);
    sum += weight;
  }
  let target = random.uniform() * sum;
  for (let score = 0; score < max; score++) {
    target -= weights[score]!;
    if (target < 0) return score;
  }
  return max;
}

/** Journal marks of a region: about 1 % «2», 38 % «3», 45 % «4», 16 % «5» at the average leniency. */
function journalMark(impression: number): number {
  if (impression < -3.2) return 2;
  if (impression < -0.35) return 3;
  return impression < 1.45 ? 4 : 5;
}

function logit(probability: number): number {
  const safe = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(safe / (1 - safe));
}
