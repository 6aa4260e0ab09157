/**
 * B1 «Границы отметок». Are there more papers just above the boundaries of marks, at the expense of those just below, than the
 * region's own distribution has?
 *
 * Formula: for each boundary c with window w = 2: H = papers at c..c+w-1, m = papers at c-w..c+w-1; sum H is a sum of binomials
 * (m, q_c), its exact normal score times sd = sqrt(sum m q (1 - q)) / sum m is the deviation, with variance sd^2 + tau^2. q_c: share of H in the window of the region's histogram tilted by
 * exp(lambda s) to the unit's mean. Heaping at boundaries is region-wide, so the region's heaped histogram is the null, not
 * a smooth curve.
 * Source: window excess against a reference distribution (bunching, Chetty et al. 2011) made relative to the region; relative
 * risk of lifting as in Diamond & Persson 2016 (NBER w22207).
 * Assumptions: the unit's distribution is the region's, shifted; its municipality is left out of the reference when it is
 * more than a tenth of it.
 * Minimum sample: 40 papers in the windows for a school or municipality, 8 for a class. A class of 22 can hint and rank but
 * not prove: n_min is about (4/p)^2/.45 papers for a lift probability p.
 * Unit: papers lifted, excess / (1 - q): a paper that moves up leaves the lower side of its window too.
 * How it can be wrong: an agreed re-reading of papers near a boundary; tasks worth 2-3 points make the histogram lumpy.
 */
import type { Context } from '../engine/context.ts';
import { type LiftingScore, liftingScore, type ScoreTable, unskewed } from '../engine/lifting-score.ts';
import { standardise } from '../engine/reference.ts';
import { type Tilted, tiltedWindows } from '../engine/tilted-windows.ts';
import type { MarkerDetails, UnitLevel } from '../model.ts';
import { type Marker, type Measurement, unavailable } from './marker.ts';

const MINIMUM_IN_WINDOWS: Readonly<Record<UnitLevel, number>> = { class: 8, school: 40, municipality: 40 };
const MINIMUM_PAPERS = 10;
/** Natural spread of the probability of lifting between honest units before they are seen. */
const PRIOR_SD: Readonly<Record<UnitLevel, number>> = { class: 0.08, school: 0.06, municipality: 0.03 };
/** A municipality with more than this share of the papers is left out of its own reference. */
const LARGE_SHARE = 0.1;
const MARKS = [3, 4, 5] as const;
export const WINDOW = 2;

export const boundary: Marker = {
  id: 'B1',
  mechanism: 'boundary',
  levels: ['class', 'school', 'municipality'],
  measure(context, level): Measurement {
    const units = context.units(level).length;
    const cuts = boundariesOf(context);
    if (cuts.length === 0) return unavailable(units, 'scale', 1, 0);
    const counts = context.memo(`B1:${level}`, () => countAtBoundaries(context, level, cuts));
    const minimum = MINIMUM_IN_WINDOWS[level];
    const deviation = new Float64Array(units).fill(Number.NaN);
    const variance = new Float64Array(units).fill(Number.NaN);
    for (let unit = 0; unit < units; unit++) {
      const { windows, otherShare } = counts[unit]!;
      if (windows < minimum || counts[unit]!.papers < MINIMUM_PAPERS || otherShare < 0.2) continue;
      const { table, sum, papers } = counts[unit]!;
      if (!(table.variance > 0 && table.gain > 0)) continue;
      const z = unskewed(sum / Math.sqrt(papers * table.variance), table.skewness / Math.sqrt(papers));
      // As an estimate of the probability with which papers below a boundary are lifted.
      const sd = Math.sqrt(table.variance / papers) / table.gain;
      deviation[unit] = (z * sd) / Math.sqrt(otherShare);
      variance[unit] = sd * sd;
    }
    const reference = standardise(deviation, variance, {
      priorTau2: PRIOR_SD[level] ** 2,
      covariate: Float64Array.from(counts, (count) => count.mean),
      trusted: (unit) => !context.setAside(level, unit),
      tailPrior: context.tailPrior('B1', level),
      memory: context.fits('B1', level),
    });
    return {
      participants: Int32Array.from(counts, (count) => count.papers),
      statistic: reference.statistic,
      p: reference.p,
      tailEvidence: reference.tailEvidence,
      insufficient: (unit) => {
        const count = counts[unit]!;
        if (count.papers < MINIMUM_PAPERS) return { required: MINIMUM_PAPERS, given: count.papers, reason: 'papers' };
        if (count.windows < minimum) return { required: minimum, given: count.windows, reason: 'papersNearBoundary' };
        return { required: 2, given: 1, reason: 'reference' };
      },
      effect: (unit) => {
        const count = counts[unit]!;
        const share = deviation[unit]! - reference.centre[unit]!;
        const sd = reference.deviationSd[unit]!;
        const scale = count.papers * count.table.exposed;
        return {
          value: share * scale,
          low: (share - 1.96 * sd) * scale,
          high: (share + 1.96 * sd) * scale,
          unit: 'papers',
        };
      },
      details: (unit) => boundaryDetails(counts[unit]!, cuts),
    };
  },
};

interface BoundaryCount {
  readonly papers: number;
  /** Papers in all windows together. */
  readonly windows: number;
  /** Sum of the papers' scores, and the table that they come from. */
  readonly sum: number;
  readonly table: ScoreTable;
  readonly mean: number;
  /** Share of the reference that is not the unit itself. */
  readonly otherShare: number;
  readonly at: readonly { readonly below: number; readonly above: number; readonly q: number }[];
}

interface Boundary {
  readonly mark: 3 | 4 | 5;
  readonly score: number;
}

/** Boundaries with a whole window on either side, none overlapping the one before. */
function boundariesOf(context: Context): readonly Boundary[] {
  const { administration, maximum } = context.papers;
  const { thresholds } = administration;
  if (thresholds === null) return [];
  return MARKS.map((mark) => ({ mark, score: thresholds[mark] })).filter(
    ({ score }) => score >= WINDOW && score + WINDOW - 1 <= maximum,
  );
}

interface References {
  readonly region: Reference;
  /** By municipality: that of the others where the municipality is large, null elsewhere. */
  readonly withoutOwn: readonly (Reference | null)[];
}

function referencesOf(context: Context, scores: readonly number[]): References {
  const { papers } = context;
  const histogram = new Int32Array(papers.maximum + 1);
  for (let paper = 0; paper < papers.size; paper++) {
    const total = papers.totals[paper]!;
    histogram[total] = histogram[total]! + 1;
  }
  const region = referenceOf(histogram, scores);
  const withoutOwn = context.units('municipality').map((municipality) => {
    const own = municipality.end - municipality.start;
    if (own <= LARGE_SHARE * papers.size || own >= 0.8 * papers.size) return null;
    const rest = histogram.slice();
    for (let paper = municipality.start; paper < municipality.end; paper++) rest[papers.totals[paper]!]! -= 1;
    return referenceOf(rest, scores);
  });
  return { region, withoutOwn };
}

function countAtBoundaries(context: Context, level: UnitLevel, cuts: readonly Boundary[]): BoundaryCount[] {
  const { papers } = context;
  const scores = cuts.map((cut) => cut.score);
  const { region, withoutOwn } = context.memo('B1:references', () => referencesOf(context, scores));
  const municipalityOf = (unit: number): number => {
    if (level === 'municipality') return unit;
    const school = level === 'school' ? unit : papers.schoolOfClass[unit]!;
    return papers.municipalityOfSchool[school]!;
  };
  return context.units(level).map(({ start, end }, unit) => {
    const own = withoutOwn[municipalityOf(unit)] ?? null;
    const otherShare = own === null ? 1 - (end - start) / papers.size : 1;
    return countUnit(papers.totals, start, end, scores, own ?? region, otherShare);
  });
}

interface Reference {
  readonly windows: Tilted;
  readonly lifting: LiftingScore;
}

function referenceOf(histogram: Int32Array, cuts: readonly number[]): Reference {
  return { windows: tiltedWindows(histogram, cuts, WINDOW), lifting: liftingScore(histogram, cuts) };
}

function countUnit(
  totals: Int16Array,
  start: number,
  end: number,
  cuts: readonly number[],
  reference: Reference,
  otherShare: number,
): BoundaryCount {
  let total = 0;
  const below = new Int32Array(cuts.length);
  const above = new Int32Array(cuts.length);
  for (let paper = start; paper < end; paper++) {
    const each = totals[paper]!;
    total += each;
    for (let index = 0; index < cuts.length; index++) {
      const distance = each - cuts[index]!;
      if (distance < -WINDOW || distance >= WINDOW) continue;
      if (distance < 0) below[index] = below[index]! + 1;
      else above[index] = above[index]! + 1;
    }
  }
  const size = end - start;
  const mean = size > 0 ? total / size : 0;
  const table = reference.lifting.at(mean);
  let sum = 0;
  for (let paper = start; paper < end; paper++) sum += table.score[totals[paper]!]!;
  let windows = 0;
  const at = cuts.map((_, index) => {
    windows += below[index]! + above[index]!;
    return { below: below[index]!, above: above[index]!, q: reference.windows.shareAbove(index, mean) };
  });
  return { papers: size, windows, sum, table, mean, otherShare, at };
}

function boundaryDetails(count: BoundaryCount, cuts: readonly Boundary[]): MarkerDetails {
  return {
    boundaries: cuts.map((cut, index) => {
      const { below, above, q } = count.at[index]!;
      return { mark: cut.mark, score: cut.score, below, above, expectedAbove: (below + above) * q };
    }),
    figures: { papersNearBoundaries: count.windows },
  };
}
