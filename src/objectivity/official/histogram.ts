/**
 * The histogram of raw totals, recommendations of 2026, pp. 13 and 15.
 *
 * Page 13: it is informative from 50 papers, usable from 20 to 30, of limited use below 20. Not a sign: nothing is flagged.
 * Page 15: peaks at boundaries of marks are a «possible marker» that needs further analysis. The document gives no number,
 * so the plainest reading stands here: a peak is a boundary score that more papers have than either neighbouring score.
 * Boundaries stand out in whole regions, so the region's share at each boundary is given beside the school's. Flagged when
 * there is a peak. Unit: papers.
 */
import type { Administration } from '../engine/administration.ts';
import { maximumOf } from './by-school.ts';
import type { OfficialItem, OfficialReading } from './model.ts';
import { computed, inapplicable, percent, recommendation } from './reading.ts';

/** Printed in the recommendations, papers. */
const INFORMATIVE = 50;
const LIMITED_BELOW = 20;

const BOUNDARIES = [3, 4, 5] as const;

/** Papers by raw total, 0..maximum. */
export function histogramOf(administration: Administration, papers: ArrayLike<number>): Int32Array {
  const counts = new Int32Array(maximumOf(administration) + 1);
  for (let index = 0; index < papers.length; index += 1) counts[administration.totals[papers[index]!]!]! += 1;
  return counts;
}

export function histogramReading(papers: Int32Array): OfficialReading {
  const participants = papers.length;
  return computed(recommendation('histogram'), {
    participants,
    value: participants,
    threshold: INFORMATIVE,
    flagged: null,
    notes: participants < LIMITED_BELOW ? ['limitedHistogram'] : [],
    figures: { informativeFrom: INFORMATIVE, limitedBelow: LIMITED_BELOW },
  });
}

/** @param region the histogram of the whole administration. */
export function peakReading(administration: Administration, papers: Int32Array, region: Int32Array): OfficialReading {
  const kind = recommendation('boundaryPeaks');
  const { thresholds, size } = administration;
  if (thresholds === null) return inapplicable(kind, 'noScale', papers.length);
  if (papers.length === 0) return inapplicable(kind, 'tooFewParticipants');
  const counts = histogramOf(administration, papers);
  const items = BOUNDARIES.map((mark): OfficialItem => {
    const score = thresholds[mark];
    const at = counts[score] ?? 0;
    const below = counts[score - 1] ?? 0;
    const above = counts[score + 1] ?? 0;
    return {
      id: String(mark),
      value: at,
      status: at > below && at > above ? 'peak' : 'noPeak',
      figures: {
        score,
        below,
        above,
        percent: percent(at, papers.length),
        regionPercent: percent(region[score] ?? 0, size),
      },
    };
  });
  const peaks = items.filter(({ status }) => status === 'peak').length;
  return computed(kind, {
    participants: papers.length,
    value: peaks,
    threshold: 1,
    numerator: peaks,
    denominator: BOUNDARIES.length,
    flagged: peaks > 0,
    notes: [
      'noPublishedNumber',
      'regionHeapsToo',
      ...(papers.length < LIMITED_BELOW ? ['limitedHistogram' as const] : []),
    ],
    items,
  });
}
