/**
 * Sharp change of a cohort's result, methodology of 2019, formula (iii): did the result of the same pupils change from one
 * grade to the next as it hardly does anywhere else?
 *
 * K = (mean percent of the maximum in grade N of year Y) / (the same in grade N + 1 of year Y + 1), per school. Over all
 * schools with both: sharp fall when K > Q3 + 3 IQR, sharp rise when K < Q1 - 3 IQR.
 *
 * Assumes that both works are equally hard for every school relative to the others and that the school's pupils are the
 * same. The document does not say how quartiles are taken: between order statistics, as spreadsheets do. At three
 * interquartile ranges the rule is nearly silent: none or one of some 600 real schools.
 */
import { sortedQuantile } from '#stats/quantiles.ts';
import type { Administration } from '../engine/administration.ts';
import { maximumOf, momentsOf, papersBySchool, schoolKey } from './by-school.ts';
import type { OfficialReading } from './model.ts';
import { computed, inapplicable, type ReadingKind } from './reading.ts';

/** Printed in the methodology. */
const RANGES = 3;

export interface CohortRatio {
  /** null: the school has no papers in the earlier year, or the later mean is zero. */
  readonly ratio: number | null;
  readonly earlierPercent: number | null;
  readonly laterPercent: number;
  readonly participants: number;
}

export interface CohortRatios {
  /** By index of the school in the later administration. */
  readonly schools: readonly CohortRatio[];
  /** Schools with a ratio. */
  readonly count: number;
  readonly fallAbove: number;
  readonly riseBelow: number;
}

/** Ratios of all schools of the later administration, and the bounds they are judged by. */
export function cohortRatios(earlier: Administration, later: Administration): CohortRatios {
  const before = meanPercents(earlier);
  const earlierByKey = new Map(earlier.schools.map((_, school) => [schoolKey(earlier, school), before[school]!]));
  const schools = meanPercents(later).map(({ percent, count }, school): CohortRatio => {
    const earlierPercent = earlierByKey.get(schoolKey(later, school))?.percent ?? null;
    const known = earlierPercent !== null && percent !== null && percent > 0;
    return {
      ratio: known ? earlierPercent / percent : null,
      earlierPercent,
      laterPercent: percent ?? 0,
      participants: count,
    };
  });
  const ratios = Float64Array.from(schools.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]))).sort();
  const lower = sortedQuantile(ratios, 0.25);
  const upper = sortedQuantile(ratios, 0.75);
  const range = upper - lower;
  return { schools, count: ratios.length, fallAbove: upper + RANGES * range, riseBelow: lower - RANGES * range };
}

function meanPercents(administration: Administration): { readonly percent: number | null; readonly count: number }[] {
  const maximum = maximumOf(administration);
  return papersBySchool(administration).map((papers) => {
    const { sum, count } = momentsOf(administration.totals, papers);
    return { percent: count === 0 ? null : (100 * sum) / (count * maximum), count };
  });
}

/** @param kind of the rule sharpRise or sharpFall. */
export function cohortReading(kind: ReadingKind, ratios: CohortRatios, school: number): OfficialReading {
  const { ratio, earlierPercent, laterPercent, participants } = ratios.schools[school]!;
  if (participants === 0) return inapplicable(kind, 'tooFewParticipants');
  if (earlierPercent === null) return inapplicable(kind, 'schoolNotInBoth', participants);
  if (ratio === null) return inapplicable(kind, 'zeroMean', participants);
  const rise = kind.rule === 'sharpRise';
  const threshold = rise ? ratios.riseBelow : ratios.fallAbove;
  return computed(kind, {
    participants,
    value: ratio,
    threshold,
    flagged: rise ? ratio < threshold : ratio > threshold,
    notes: ['noPublishedMinimum', 'flagsHardlyAny', 'quantilesNotPublished'],
    figures: { earlierPercent, laterPercent, schools: ratios.count },
  });
}
