/**
 * Which units of a region are signalled: Benjamini-Hochberg within each level over all works, classes weighted by what the other
 * classes of their school show (docs/decisions/0013), and the local false-discovery rate of each.
 */
import { benjaminiHochbergThreshold } from '#stats/false-discovery.ts';
import { localFalseDiscoveryRate } from '#stats/local-fdr.ts';
import { siblingRejections } from '#stats/sibling-weights.ts';
import type { UnitLevel } from '../model.ts';
import type { Decisions } from './describe.ts';
import { byLevel, type RoundFigures } from './work.ts';

/** Figures of one round with p corrected by the mirrored tail of all works. */
export type Round = readonly RoundFigures[];

/**
 * The honest reference is estimated, not known, and the less so the heavier its tails are: the rate that was asked for is kept with
 * a margin, MARGIN of it and less by heavy tails. Heaviness: mean over the works of 1 / degrees of freedom of the honest profiles' joint tail.
 */
const LIGHT = 0.007;
const MARGIN = 0.95;
const MARGIN_PER_HEAVINESS = 8;
const LEAST_MARGIN = 0.75;
const UNKNOWN_HEAVINESS = 1 / 30;

function marginOf(round: Round): number {
  const heaviness = round.map(({ degreesOfFreedom }) =>
    degreesOfFreedom === null ? UNKNOWN_HEAVINESS : 1 / degreesOfFreedom,
  );
  const mean = heaviness.reduce((sum, value) => sum + value, 0) / Math.max(1, heaviness.length);
  return MARGIN * Math.max(LEAST_MARGIN, 1 - MARGIN_PER_HEAVINESS * Math.max(0, mean - LIGHT));
}

/** p of all works at a level, without the units that have none. */
export function known(round: Round, level: UnitLevel): Float64Array {
  const all = round.map(({ levels }) => levels[level].p.filter((p) => !Number.isNaN(p)));
  const joined = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const p of all) {
    joined.set(p, at);
    at += p.length;
  }
  return joined;
}

/** By level and work. @param schools `schoolsOfWorks` of the classes. @param rate false-discovery rate asked for. */
export function decideAll(
  round: Round,
  schools: readonly Int32Array[],
  rate: number,
): Readonly<Record<UnitLevel, readonly Decisions[]>> {
  const allowed = rate * marginOf(round);
  return byLevel((level) => {
    const p = known(round, level);
    const rejected =
      level === 'class' ? siblingRejections(p, schoolOfEach(round, schools), allowed) : withinLevel(p, allowed);
    const localFdr = localFalseDiscoveryRate(p);
    let at = 0;
    return round.map(({ levels }) => {
      const own = levels[level].p;
      const decisions = {
        p: own,
        localFdr: new Float64Array(own.length).fill(Number.NaN),
        rejected: new Uint8Array(own.length),
      };
      own.forEach((value, unit) => {
        if (Number.isNaN(value)) return;
        decisions.localFdr[unit] = localFdr[at]!;
        decisions.rejected[unit] = rejected[at]!;
        at++;
      });
      return decisions;
    });
  });
}

function withinLevel(p: Float64Array, rate: number): Uint8Array {
  const threshold = benjaminiHochbergThreshold(p, rate);
  return Uint8Array.from(p, (value) => (value <= threshold ? 1 : 0));
}

/** Numbers of the classes' schools, by work; a school keeps its number in all works. */
export function schoolsOfWorks(works: readonly (readonly string[])[]): Int32Array[] {
  const numbers = new Map<string, number>();
  for (const schools of works)
    for (const school of schools) if (!numbers.has(school)) numbers.set(school, numbers.size);
  return works.map((schools) => Int32Array.from(schools, (school) => numbers.get(school)!));
}

/** School of every class that has a p, in the order of `known`. */
function schoolOfEach(round: Round, schools: readonly Int32Array[]): Int32Array {
  return Int32Array.from(
    round.flatMap(({ levels }, work) => [...schools[work]!].filter((_, unit) => !Number.isNaN(levels.class.p[unit]!))),
  );
}
