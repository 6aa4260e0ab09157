/**
 * A second generator of regions, built otherwise than the first, so that nobody tunes to one of them: another response
 * model with guessing and blank answers, two variants, skewed and two-dimensional abilities, topics instead of single tasks,
 * municipalities with curricula and levels of their own, teachers with limits of their own for every journal mark, honest
 * absence that depends on ability; and manipulations in other forms (classroom.ts).
 */
import type { Administration } from '../../engine/administration.ts';
import { AdministrationBuilder } from '../../engine/builder.ts';
import { Random } from '../../engine/random.ts';
import type { Manipulation } from '../manipulations.ts';
import type { SimulatedRegion, Truth } from '../region.ts';
import type { WorkPlan } from '../works.ts';
import { type SecondPupil, write } from './classroom.ts';
import { drawWork, type SecondWork, VARIANTS } from './work.ts';

export interface SecondOptions {
  readonly seed: number;
  readonly municipalities: number;
  readonly schools: number;
  readonly works: readonly WorkPlan[];
  /** Share of class x work units, and the relative weights of what is done there. */
  readonly manipulatedShare: number;
  readonly manipulations: Partial<Readonly<Record<Manipulation, number>>>;
  readonly strength: number;
  /** sd of the logarithm of the dose between manipulated classes. */
  readonly doseSpread: number;
  /** Honest classes differ more, and in rarer and larger ways: a factor on the spread of topics and tasks. */
  readonly unevenness: number;
  /** Degrees of freedom of these differences; Infinity is normal. */
  readonly tail: number;
}

interface SecondClass {
  readonly municipality: number;
  readonly school: number;
  readonly grade: number;
  readonly name: string;
  readonly pupils: readonly SecondPupil[];
}

const LETTERS = 'АБВГД';

export function simulateSecondRegion(options: SecondOptions): SimulatedRegion {
  const random = new Random(options.seed ^ 0x5eed2);
  const classes = drawClasses(options, random);
  const plan = planUnits(options, classes, random);
  const truth: Truth[] = [];
  const administrations = options.works.map((workPlan, workIndex) =>
    simulateWork(workPlan, workIndex, classes, plan, options, truth, random),
  );
  return { administrations, truth };
}

function drawClasses(options: SecondOptions, random: Random): SecondClass[] {
  const grades = [...new Set(options.works.map(({ grade }) => grade))];
  const levels = Array.from({ length: options.municipalities }, () => 0.12 * random.normal());
  // Large and small municipalities: a school falls into the first ones more often.
  const municipalityOf = (): number => Math.floor(options.municipalities * random.uniform() ** 1.5);
  const classes: SecondClass[] = [];
  for (let school = 0; school < options.schools; school++) {
    const municipality = municipalityOf();
    const strong = random.chance(0.06) ? 0.6 + 0.5 * random.uniform() : 0;
    const schoolLevel = levels[municipality]! + 0.33 * random.normal() + strong;
    for (const grade of grades) {
      const parallels = 1 + Math.floor(5 * random.uniform() ** 1.2);
      // Parallel classes may be formed by ability.
      const sorting = random.chance(0.2) ? 0.5 : 0.2;
      let code = 0;
      for (let parallel = 0; parallel < parallels; parallel++) {
        const level = schoolLevel + sorting * random.normal();
        const writing = 0.2 * random.normal();
        const pupils = Array.from({ length: random.integer(12, 30) }, (): SecondPupil => {
          // Two kinds of pupils make a skewed class: most near the middle, some far below.
          const lagging = random.chance(0.18);
          return {
            code: `${grade}${String(++code).padStart(4, '0')}`,
            ability: level + (lagging ? -1.2 + 0.7 * random.normal() : 0.26 + 0.85 * random.normal()),
            writing: writing + 0.3 * random.normal(),
            diligence: 0.7 * random.normal(),
            variant: random.integer(0, VARIANTS - 1),
          };
        });
        classes.push({ municipality, school, grade, name: `${grade}${LETTERS[parallel]}`, pupils });
      }
    }
  }
  return classes;
}

function planUnits(options: SecondOptions, classes: readonly SecondClass[], random: Random): Map<string, Manipulation> {
  const units = options.works.flatMap(({ grade }, work) =>
    classes.flatMap((group, index) => (group.grade === grade ? [`${work}:${index}`] : [])),
  );
  const chosen = random.shuffled(units).slice(0, Math.round(units.length * options.manipulatedShare));
  const weights = Object.entries(options.manipulations) as [Manipulation, number][];
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  const plan = new Map<string, Manipulation>();
  chosen.forEach((unit, index) => {
    let position = ((index + 0.5) / chosen.length) * sum;
    const found = weights.find(([, weight]) => {
      position -= weight;
      return position <= 0;
    });
    if (found !== undefined) plan.set(unit, found[0]);
  });
  return plan;
}

function simulateWork(
  workPlan: WorkPlan,
  workIndex: number,
  classes: readonly SecondClass[],
  plan: ReadonlyMap<string, Manipulation>,
  options: SecondOptions,
  truth: Truth[],
  random: Random,
): Administration {
  const work = drawWork(workPlan, random);
  const builder = new AdministrationBuilder({ ...workPlan, procedure: 'ВПР' });
  const byMunicipality = Array.from({ length: options.municipalities }, () => ({
    curriculum: topicEffects(work, 0.15, random),
    rereading: -0.3 + 0.4 * random.normal(),
  }));
  const bySchool = Array.from({ length: options.schools }, () => ({
    level: 0.2 * random.normal(),
    textbook: topicEffects(work, 0.12 * options.unevenness, random),
    limits: [-3 + 0.3 * random.normal(), -0.45 + 0.3 * random.normal(), 1.35 + 0.3 * random.normal()] as const,
  }));
  classes.forEach((group, index) => {
    if (group.grade !== workPlan.grade) return;
    const municipality = byMunicipality[group.municipality]!;
    const school = bySchool[group.school]!;
    const topics = topicEffects(work, 0.3 * options.unevenness, random, options.tail);
    const easier = work.tasks.map(
      (_, at) =>
        municipality.curriculum[at]! +
        school.textbook[at]! +
        topics[at]! +
        0.3 * options.unevenness * random.heavyTailed(options.tail),
    );
    const strict = 0.2 * random.heavyTailed(options.tail);
    const manipulation = plan.get(`${workIndex}:${index}`) ?? null;
    const own =
      manipulation === null ? 0 : Math.exp(options.doseSpread * random.normal() - options.doseSpread ** 2 / 2);
    const written = write(
      {
        pupils: group.pupils,
        work,
        easier,
        level: school.level + 0.1 * random.normal(),
        kindness: 0.28 * random.normal(),
        journalLimits: [school.limits[0] + strict, school.limits[1] + strict, school.limits[2] + strict],
        rereading: 1 / (1 + Math.exp(-(municipality.rereading + 0.4 * random.normal()))),
        manipulation,
        dose: own * options.strength,
      },
      random,
    );
    const names = {
      municipality: `Округ ${group.municipality + 1}`,
      school: String(2001 + group.school),
      className: group.name,
    };
    const classIndex = builder.classIndex(names.municipality, names.school, names.className, null);
    group.pupils.forEach((pupil, row) => {
      if (written.present[row] === 0) return builder.addAbsent(classIndex);
      builder.addTo(
        classIndex,
        {
          participant: pupil.code,
          variant: String(pupil.variant + 1),
          journalMark: written.journalMarks[row]!,
          scores: written.scores,
        },
        row * work.tasks.length,
      );
    });
    truth.push({
      administration: workIndex,
      classIndex,
      ...names,
      grade: workPlan.grade,
      subject: workPlan.subject,
      manipulation,
    });
  });
  return builder.build();
}

/** One effect per topic, given to each of its tasks. */
function topicEffects(work: SecondWork, sd: number, random: Random, tail = Number.POSITIVE_INFINITY): number[] {
  const effects = Array.from({ length: work.topics }, () => sd * random.heavyTailed(tail));
  return work.tasks.map(({ topic }) => effects[topic]!);
}
