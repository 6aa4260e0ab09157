/**
 * Overstated mean, methodology of 2019, formula (i): does the school's mean lie above the region's beyond chance?
 *
 * Region: [X - 1.96 S / sqrt(n), X + 1.96 S / sqrt(n)] over all n papers, the school's own among them; school:
 * [x - 1.96 s / sqrt(m), x + 1.96 s / sqrt(m)] over its m papers; S and s with n - 1 and m - 1 in the denominator. Flagged
 * when the school's lower bound is above the region's upper bound.
 *
 * Assumes that pupils are independent and that schools do not differ by themselves; both fail, so the rule flags about a
 * fifth of real schools, large and able ones first. Minimum: two papers; the document sets none. Unit: points of the raw
 * total.
 */
import type { Moments } from './by-school.ts';
import type { OfficialReading } from './model.ts';
import { computed, inapplicable, type ReadingKind } from './reading.ts';

/** Printed in the methodology. */
const QUANTILE = 1.96;

export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** @returns null for fewer than two values: there is no deviation. */
export function meanInterval({ count, sum, sumOfSquares }: Moments): MeanInterval | null {
  if (count < 2) return null;
  const mean = sum / count;
  const variance = Math.max(0, (sumOfSquares - (sum * sum) / count) / (count - 1));
  const half = QUANTILE * Math.sqrt(variance / count);
  return { mean, low: mean - half, high: mean + half };
}

export function meanIntervalReading(kind: ReadingKind, school: Moments, region: Moments): OfficialReading {
  const own = meanInterval(school);
  const all = meanInterval(region);
  if (own === null || all === null) return inapplicable(kind, 'tooFewParticipants', school.count);
  return computed(kind, {
    participants: school.count,
    value: own.low,
    threshold: all.high,
    flagged: own.low > all.high,
    notes: ['noPublishedMinimum', 'flagsMany'],
    figures: {
      mean: own.mean,
      low: own.low,
      high: own.high,
      regionMean: all.mean,
      regionLow: all.low,
      regionHigh: all.high,
      regionParticipants: region.count,
    },
  });
}
