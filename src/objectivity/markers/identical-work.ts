/**
 * B5 «Одинаковые работы». Do papers of one class agree in more task scores than their totals and the class's own strong and
 * weak tasks explain?
 *
 * Formula: likeness.ts; standardised by the median and spread that simulated honest classes of the same size show
 * (engine/honest-simulation.ts), the width corrected by the region's own lower half. School: sum of its classes' deviates
 * over the square root of their number.
 * Source: likelihood form of copying indices (Wollack 1997; van der Linden & Sotaridona 2006); the null from papers that
 * cannot have been copied, as with the cross-room pairs of ENLACE (AEJ Policy 10(1) 2018).
 * Assumptions: pupils of an honest class work alone; scores, not answers, are compared.
 * Minimum sample: 10 papers, 8 tasks; a school needs two such classes. Unit: equal task scores per pair beyond expectation.
 * How it can be wrong: remedial groups drilled in the same way; twins; a task scored by one rule for the whole class.
 * Never names a pair of pupils.
 */
import type { Context } from '../engine/context.ts';
import { median, robustDeviation } from '#stats/quantiles.ts';
import { localCentre, standardise } from '../engine/reference.ts';
import { type Likeness, likeness } from './likeness.ts';
import { type Marker, type Measurement, unavailable } from './marker.ts';

const MINIMUM_PAPERS = 10;
const MINIMUM_TASKS = 8;
const MINIMUM_CLASSES = 2;
/** Likeness is never negative and has a long upper tail; found alike in works of 12 to 20 tasks. */
const ASSUMED_SKEWNESS = 0.2;

export const identicalWork: Marker = {
  id: 'B5',
  mechanism: 'copying',
  levels: ['class', 'school'],
  measure(context, level): Measurement {
    const units = context.units(level).length;
    const varying = context.profileModel === null ? 0 : context.profileModel.dimensions + 1;
    if (varying < MINIMUM_TASKS) return unavailable(units, 'tasks', MINIMUM_TASKS, varying);
    const classes = context.referenceMemo('B5', () => measureClasses(context));
    return level === 'class' ? classMeasurement(context, classes) : schoolMeasurement(context, classes);
  },
};

interface ClassLikeness {
  readonly participants: Int32Array;
  /** Figures of classes with too few papers mean nothing; their deviate is NaN. */
  readonly likeness: Likeness;
  /** Deviate from the simulated honest classes of the same size, not yet straightened. */
  readonly deviate: Float64Array;
  /** Deviates of the simulated honest classes. */
  readonly honest: Float64Array;
  /** Median of observed minus expected equal scores per pair over the region, and its robust deviation times n. */
  readonly usualExcess: number;
  readonly excessSd: number;
}

function measureClasses(context: Context): ClassLikeness {
  const participants = context.profiles('class').participants;
  const all = context.memo('B5:likeness', () => classLikeness(context));
  const enough = [...participants.keys()].filter((unit) => participants[unit]! >= MINIMUM_PAPERS);
  const honest = honestLikeness(context, all, enough);
  const deviate = new Float64Array(participants.length).fill(Number.NaN);
  for (const unit of enough) deviate[unit] = honest.deviate(all.score[unit]!, participants[unit]!);
  const excess = (unit: number): number => all.equal[unit]! - all.equalExpected[unit]!;
  const usualExcess = enough.length > 0 ? median(enough.map(excess)) : 0;
  const scaled = enough.map((unit) => (excess(unit) - usualExcess) * participants[unit]!);
  return {
    participants,
    likeness: all,
    deviate,
    honest: honest.sample,
    usualExcess,
    excessSd: scaled.length > 0 ? robustDeviation(scaled) : 0,
  };
}

function classLikeness(context: Context): Likeness {
  const { papers, groups, probabilities } = context;
  const units = context.units('class');
  const starts = Int32Array.from(units, ({ start }) => start);
  const ends = Int32Array.from(units, ({ end }) => end);
  const classes = { starts, ends, groups: groups.presentOf, points: papers.points };
  return likeness(probabilities, groups, papers.taskCount, classes, true);
}

/** What likeness looks like in honest classes of a given size. Its spread falls as 1/n. */
function honestLikeness(
  context: Context,
  real: Likeness,
  enough: readonly number[],
): {
  readonly deviate: (score: number, n: number) => number;
  readonly sample: Float64Array;
} {
  const simulated = context.honestClasses();
  const { participants } = context.profiles('class');
  // Without simulated classes the middle of the real ones stands for them; how skewed they are is then not known.
  const scores =
    simulated === null
      ? Float64Array.from(enough, (unit) => real.score[unit]!)
      : likeness(context.probabilities, context.groups, context.papers.taskCount, simulated, false).score;
  const sizes = simulated === null ? Int32Array.from(enough, (unit) => participants[unit]!) : simulated.participants;
  const common = scores.length > 0 ? median(scores) : 0;
  const knots = localCentre(scores, Float64Array.from(sizes));
  const bySize = new Map<number, number>();
  sizes.forEach((size, index) => bySize.set(size, common + knots[index]!));
  const centre = (n: number): number => bySize.get(n) ?? common;
  const scaled = Array.from(scores, (score, index) => (score - centre(sizes[index]!)) * sizes[index]!);
  const spread = (scaled.length > 0 ? robustDeviation(scaled) : 1) || 1;
  return {
    deviate: (score, n) => ((score - centre(n)) * n) / spread,
    sample: simulated === null ? new Float64Array(0) : Float64Array.from(scaled, (value) => value / spread),
  };
}

function classMeasurement(context: Context, classes: ClassLikeness): Measurement {
  const variances = new Float64Array(classes.deviate.length).fill(0.5);
  const reference = standardise(classes.deviate, variances, {
    priorTau2: 0.5,
    honestSample: classes.honest,
    assumedSkewness: ASSUMED_SKEWNESS,
    trusted: (unit) => !context.setAside('class', unit),
    tailPrior: context.tailPrior('B5', 'class'),
    memory: context.fits('B5', 'class'),
  });
  return {
    participants: classes.participants,
    statistic: reference.statistic,
    p: reference.p,
    tailEvidence: reference.tailEvidence,
    insufficient: (unit) => ({ required: MINIMUM_PAPERS, given: classes.participants[unit]!, reason: 'papers' }),
    effect: (unit) => {
      const { equal, equalExpected } = classes.likeness;
      const value = equal[unit]! - equalExpected[unit]! - classes.usualExcess;
      const sd = classes.excessSd / classes.participants[unit]!;
      return { value, low: value - 1.96 * sd, high: value + 1.96 * sd, unit: 'extraIdenticalPerPair' };
    },
    details: (unit) => {
      const { alikePairs, alikePupils, equal, equalExpected } = classes.likeness;
      return {
        figures: {
          alikePairs: alikePairs[unit]!,
          alikePupils: alikePupils[unit]!,
          equalPerPair: equal[unit]!,
          expectedPerPair: equalExpected[unit]! + classes.usualExcess,
        },
      };
    },
  };
}

function schoolMeasurement(context: Context, classes: ClassLikeness): Measurement {
  const schools = context.units('school').length;
  const sums = new Float64Array(schools);
  const counts = new Int32Array(schools);
  const participants = new Int32Array(schools);
  const excess = new Float64Array(schools);
  const alikePairs = new Float64Array(schools);
  classes.deviate.forEach((deviate, index) => {
    if (!Number.isFinite(deviate)) return;
    const found = classes.likeness;
    const school = context.papers.schoolOfClass[index]!;
    const n = classes.participants[index]!;
    sums[school] = sums[school]! + deviate;
    counts[school] = counts[school]! + 1;
    participants[school] = participants[school]! + n;
    excess[school] = excess[school]! + n * (found.equal[index]! - found.equalExpected[index]! - classes.usualExcess);
    alikePairs[school] = alikePairs[school]! + found.alikePairs[index]!;
  });
  const deviation = sums.map((sum, school) =>
    counts[school]! >= MINIMUM_CLASSES ? sum / Math.sqrt(counts[school]!) : Number.NaN,
  );
  const typical = median(counts.filter((count) => count >= MINIMUM_CLASSES)) || 1;
  const reference = standardise(deviation, new Float64Array(schools).fill(0.5), {
    priorTau2: 0.5,
    honestSample: classes.honest,
    assumedSkewness: ASSUMED_SKEWNESS,
    averaged: typical,
    trusted: (school) => !context.setAside('school', school),
    tailPrior: context.tailPrior('B5', 'school'),
    memory: context.fits('B5', 'school'),
  });
  return {
    participants,
    statistic: reference.statistic,
    p: reference.p,
    tailEvidence: reference.tailEvidence,
    insufficient: (school) => ({ required: MINIMUM_CLASSES, given: counts[school]!, reason: 'classes' }),
    effect: (school) => ({ value: excess[school]! / participants[school]!, unit: 'extraIdenticalPerPair' }),
    details: (school) => ({ figures: { alikePairs: alikePairs[school]!, classes: counts[school]! } }),
  };
}
