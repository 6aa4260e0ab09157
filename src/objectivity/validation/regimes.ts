/**
 * The regions on which methods are compared: 120 schools, about 1,800 classes in five works, one class in ten manipulated.
 *
 * Two regimes. «strong»: honest classes differ as proctored Russian classes do and the doses are large. «natural»: honest
 * classes have heavy tails, and the doses are smaller and differ from class to class. Doses and honest variation were set on
 * the tuning seeds so that the rules of thumb and the supervised oracle reach about what they are known to reach in such
 * regions (strong: AUC .80 and .98; natural: .70 and .89, power of the oracle .25), and frozen; figures are reported on
 * other seeds.
 */
import { HEAVY_TAILED, HONEST, type HonestVariation } from './honest.ts';
import { type Manipulation, TARGETS } from './manipulations.ts';
import { type SimulatedRegion, simulateRegion } from './region.ts';
import { simulateSecondRegion } from './second/region.ts';
import { inventedWork, type WorkPlan } from './works.ts';

export type RegimeName = 'strong' | 'natural';

export interface Regime {
  readonly name: RegimeName;
  readonly honest: HonestVariation;
  readonly doses: Readonly<Record<Manipulation, number>>;
  /** Spread of the dose between manipulated classes, sd of its logarithm. */
  readonly doseSpread: number;
}

/** The works are somewhat easier than the simulator's own, so that marks are spread as published ones are. */
const SHIFT = -0.7;
const WORKS: readonly WorkPlan[] = [
  inventedWork('Русский язык', 4, 15, 5),
  inventedWork('Математика', 4, 14, 4),
  inventedWork('Окружающий мир', 4, 16, 4),
  inventedWork('Русский язык', 5, 15, 5),
  inventedWork('Математика', 5, 18, 5),
].map((work) => ({ ...work, difficultyShift: SHIFT }));

export const REGIMES: Readonly<Record<RegimeName, Regime>> = {
  strong: {
    name: 'strong',
    honest: HONEST,
    doses: {
      lifting: 1.6,
      rewriting: 1.9,
      hardHelp: 1.6,
      kindScoring: 2.5,
      copying: 1.6,
      markInflation: 2,
      absence: 1,
    },
    doseSpread: 0,
  },
  natural: {
    name: 'natural',
    honest: HEAVY_TAILED,
    doses: {
      lifting: 1.4,
      rewriting: 1.5,
      hardHelp: 1.3,
      kindScoring: 2.1,
      copying: 1.2,
      markInflation: 1.7,
      absence: 1,
    },
    doseSpread: 0.4,
  },
};

/** The second generator: one dose for all, set so that the rules of thumb rank about as in the first; nothing else was looked at. */
const SECOND: Readonly<
  Record<RegimeName, { readonly dose: number; readonly unevenness: number; readonly tail: number }>
> = {
  strong: { dose: 1.4, unevenness: 1, tail: Number.POSITIVE_INFINITY },
  natural: { dose: 1.2, unevenness: 1.2, tail: 4 },
};

/** Share of manipulated classes, the targets equally often. */
const TARGET_SHARE = 0.1;
/** Selective absence is an answer of its own: it is in the region, and counts neither as honest nor as a target. */
const ABSENCE_SHARE = 0.02;

export interface RegionRequest {
  readonly seed: number;
  readonly regime: RegimeName;
  /** 1 = the doses of the regime, 0.5 = half of them, 0 = nobody manipulates anything. */
  readonly strength: number;
  /** Which simulator: the one of region.ts, or that of second/, by which methods are checked (docs/decisions/0013). Default 'first'. */
  readonly generator?: GeneratorName;
  /** Schools of the region. Default 120; the regimes' figures are of regions of that size. */
  readonly schools?: number;
}

export const SCHOOLS = 120;
const SCHOOLS_OF_MUNICIPALITY = 10;

export type GeneratorName = 'first' | 'second';

export function regimeRegion({
  seed,
  regime,
  strength,
  generator = 'first',
  schools = SCHOOLS,
}: RegionRequest): SimulatedRegion {
  const { honest, doses, doseSpread } = REGIMES[regime];
  const weights = Object.fromEntries(TARGETS.map((target) => [target, TARGET_SHARE / TARGETS.length]));
  const manipulations = { ...weights, absence: ABSENCE_SHARE };
  const manipulatedShare = strength > 0 ? TARGET_SHARE + ABSENCE_SHARE : 0;
  const municipalities = Math.ceil(schools / SCHOOLS_OF_MUNICIPALITY);
  if (generator === 'second') {
    return simulateSecondRegion({
      seed,
      municipalities,
      schools,
      works: WORKS,
      manipulatedShare,
      manipulations,
      strength: strength * SECOND[regime].dose,
      doseSpread,
      unevenness: SECOND[regime].unevenness,
      tail: SECOND[regime].tail,
    });
  }
  return simulateRegion({
    seed,
    municipalities,
    schoolsPerMunicipality: Math.round(schools / municipalities),
    classesPerSchool: [1, 5],
    works: WORKS,
    honest,
    doses,
    doseSpread,
    strength,
    manipulatedShare,
    manipulations,
  });
}

/** Seeds for setting anything that is set by looking at results. */
export function tuningSeed(index: number): number {
  return 100_001 + index;
}

/** Seeds of figures that are published; nothing is set by looking at them. */
export function reportingSeed(index: number): number {
  return 900_001 + index;
}
