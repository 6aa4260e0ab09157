/**
 * B8 «Подтверждение другой процедурой». Does the same cohort of the school do as well in another procedure as this work promises?
 *
 * Formula: over the schools that wrote both, y = a + b x by weighted least squares, x mean total of this work and y of the other, each as a share
 * of its maximum, weights one over variance plus tau^2, schools set aside left out; T = (a + b x) - y, variance
 * s_y^2 + b^2 s_x^2 - 2 r b s_x s_y with r = .6, since the same pupils wrote both (where they are others, the spread between schools takes it up), natural spread
 * tau^2 from the schools themselves (engine/reference.ts). Shrunken effect: T tau^2/(tau^2 + s^2).
 * Source: empirical Bayes residual of a regression between works (value-added form); the practice of FIOKO 2018, a result that ЕГЭ does not confirm; INVALSI
 * and Indonesia's index were confirmed in the same way (RISE WP 20/046).
 * Assumptions: the other procedure is harder to influence than this one (observers, outside scoring); the cohort is the same. Cohort: year of the
 * procedure's name less the grade; procedures without a year are taken as of one year.
 * Minimum sample: 20 pupils of the school in both, 15 schools. Unit: percentage points of the other procedure's maximum, positive = less than promised.
 * How it can be wrong: pupils who left after grade 9, another choice of who takes the examination, a changed teacher, tasks of another kind. Support
 * only: it never enters the combined probability and never makes a sign by itself.
 */
import type { Context } from '../engine/context.ts';
import { standardise } from '../engine/reference.ts';
import { interval } from './details.ts';
import { type Measurement, unavailable } from './marker.ts';
import type { SupportMarker } from './support.ts';

const MINIMUM_PUPILS = 20;
const MINIMUM_SCHOOLS = 15;
/** Natural spread of a school's result in the other procedure given this one, share of the maximum. */
const PRIOR_SD = 0.06;
/** Correlation of the same pupils' results in two procedures within a school. */
const SAME_PUPILS = 0.6;
const ROUNDS = 4;

export const externalConfirmation: SupportMarker = {
  id: 'B8',
  mechanism: 'level',
  levels: ['school'],
  measure(context, level, all): Measurement {
    const units = context.units(level).length;
    if (all.length === 0) return unavailable(units, 'otherProcedure', 1, 0);
    const own = cohortWork(context);
    const pairs = all.map((other) => pairSchools(own, other));
    // The other procedure that most schools wrote tells most.
    const best = pairs.reduce((most, each) => (each.enough > most.enough ? each : most));
    if (best.enough < MINIMUM_SCHOOLS) return unavailable(units, 'confirmedSchools', MINIMUM_SCHOOLS, best.enough);
    const trusted = (unit: number): boolean => !context.setAside(level, unit);
    const line = fitLine(best, trusted);
    const deviation = best.y.map((y, unit) => line.a + line.b * best.x[unit]! - y);
    const variance = best.yVariance.map((value, unit) => together(value, best.xVariance[unit]!, line.b));
    const reference = standardise(deviation, variance, { priorTau2: PRIOR_SD ** 2, trusted });
    const { tau2 } = reference.fit;
    return {
      participants: best.pupils,
      statistic: reference.statistic,
      p: reference.p,
      tailEvidence: null,
      insufficient: (unit) => ({ required: MINIMUM_PUPILS, given: best.pupils[unit]!, reason: 'papers' }),
      effect: (unit) => ({
        ...interval(100 * (deviation[unit]! - reference.centre[unit]!), 100 * Math.sqrt(variance[unit]!)),
        unit: 'percentPoints',
      }),
      details: (unit) => ({
        other: best.procedure,
        figures: {
          here: 100 * best.x[unit]!,
          there: 100 * best.y[unit]!,
          promised: 100 * (line.a + line.b * best.x[unit]! - reference.centre[unit]!),
          shrunken: (100 * (deviation[unit]! - reference.centre[unit]!) * tau2) / (tau2 + variance[unit]!),
          schools: best.enough,
        },
      }),
    };
  },
};

/** What this marker needs of a work: plain data, which may come from another thread. */
export interface CohortWork {
  readonly procedure: string;
  readonly subject: string;
  readonly grade: number;
  /** In the order of units('school'): municipality and name. */
  readonly schools: readonly string[];
  readonly pupils: Int32Array;
  /** Mean total as a share of the maximum, and the variance of that mean. */
  readonly means: Float64Array;
  readonly variances: Float64Array;
}

export function cohortWork(context: Context): CohortWork {
  return context.memo('B8:schools', () => {
    const { totals, maximum, administration } = context.papers;
    const { procedure, subject, grade, schools, municipalities } = administration;
    const units = context.units('school');
    const pupils = Int32Array.from(units, ({ start, end }) => end - start);
    const means = new Float64Array(units.length);
    const variances = new Float64Array(units.length);
    units.forEach(({ start, end }, unit) => {
      const n = end - start;
      let sum = 0;
      let squares = 0;
      for (let paper = start; paper < end; paper++) {
        const share = maximum > 0 ? totals[paper]! / maximum : 0;
        sum += share;
        squares += share * share;
      }
      means[unit] = n > 0 ? sum / n : 0;
      variances[unit] = n > 1 ? Math.max(0, (squares - (sum * sum) / n) / (n - 1)) / n : 0;
    });
    const names = units.map(({ index }) => {
      const { name, municipality } = schools[index]!;
      return `${municipalities[municipality]!}\u0000${name}`;
    });
    return { procedure, subject, grade, schools: names, pupils, means, variances };
  });
}

/** Two works of one subject and cohort in two procedures. */
export function isOtherProcedure(a: CohortWork, b: CohortWork): boolean {
  if (plain(a.procedure) === plain(b.procedure) || plain(a.subject) !== plain(b.subject)) return false;
  const years = [yearOf(a.procedure), yearOf(b.procedure)];
  if (years.some((year) => year === null)) return a.grade === b.grade;
  return years[0]! - a.grade === years[1]! - b.grade;
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/gu, ' ');
}

function yearOf(procedure: string): number | null {
  const found = /(?:^|\D)(20\d\d)(?:\D|$)/u.exec(procedure);
  return found === null ? null : Number(found[1]);
}

/** Means of the schools of one work in it and in another, NaN where too few wrote either; shares of the maxima. */
interface Pairs {
  readonly procedure: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xVariance: Float64Array;
  readonly yVariance: Float64Array;
  /** Fewer of the two numbers of pupils. */
  readonly pupils: Int32Array;
  readonly enough: number;
}

function pairSchools(own: CohortWork, other: CohortWork): Pairs {
  const places = new Map(other.schools.map((name, place) => [name, place]));
  const there = own.schools.map((name) => places.get(name) ?? -1);
  const pupils = own.pupils.map((n, unit) => Math.min(n, other.pupils[there[unit]!] ?? 0));
  const pick = (value: (unit: number) => number | undefined): Float64Array =>
    Float64Array.from(there, (_, unit) => (pupils[unit]! < MINIMUM_PUPILS ? Number.NaN : (value(unit) ?? Number.NaN)));
  return {
    procedure: other.procedure,
    x: pick((unit) => own.means[unit]),
    y: pick((unit) => other.means[there[unit]!]),
    xVariance: pick((unit) => own.variances[unit]),
    yVariance: pick((unit) => other.variances[there[unit]!]),
    pupils,
    enough: pupils.filter((n) => n >= MINIMUM_PUPILS).length,
  };
}

/** Sampling variance of y - b x where the same pupils are in both means. */
function together(yVariance: number, xVariance: number, b: number): number {
  const common = 2 * SAME_PUPILS * Math.max(0, b) * Math.sqrt(xVariance * yVariance);
  return Math.max(0, yVariance + b * b * xVariance - common);
}

/** Weighted least squares; the weights need the slope and the natural spread, so a few rounds. */
function fitLine(pairs: Pairs, trusted: (unit: number) => boolean): { readonly a: number; readonly b: number } {
  let a = 0;
  let b = 1;
  for (let round = 0; round < ROUNDS; round++) {
    let [weights, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0];
    pairs.x.forEach((x, unit) => {
      const y = pairs.y[unit]!;
      if (Number.isNaN(x) || !trusted(unit)) return;
      const weight = 1 / (together(pairs.yVariance[unit]!, pairs.xVariance[unit]!, b) + PRIOR_SD ** 2);
      weights += weight;
      sumX += weight * x;
      sumY += weight * y;
      sumXX += weight * x * x;
      sumXY += weight * x * y;
    });
    const spread = sumXX - (sumX * sumX) / weights;
    b = spread > 0 ? (sumXY - (sumX * sumY) / weights) / spread : 0;
    a = (sumY - b * sumX) / weights;
  }
  return { a, b };
}
