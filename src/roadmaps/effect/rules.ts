/**
 * What came of a measure, as far as figures tell: later minus earlier with an interval, or why there is none. Never a verdict
 * and never a cause: other things changed as well, and a sign that was named because it was strong falls back by itself.
 */
import { normalUpperQuantile } from '#stats/normal.ts';
import type { InsufficientReason, MarkerResult, Mechanism } from '#src/objectivity/model.ts';
import type {
  AimSubject,
  Baseline,
  Compared,
  Effect,
  IndexFigures,
  Later,
  MarkerReading,
  NoMeasureReason,
  UnitFigures,
  UnitSubject,
} from './model.ts';
import { shareDifference } from './share-difference.ts';

/** Under so many papers no conclusion is drawn. */
export const FEWEST_PAPERS = 10;
/** Figures of a smaller group are not shown at all. */
export const FEWEST_SHOWN = 5;

/** Normal quantile of a two-sided 95 % interval. */
const Z95 = 1.959963984540054;

/** What there is too little of as a count that may grow; everything else cannot be applied to the work at all. */
const COUNTS: readonly InsufficientReason[] = ['papers', 'papersNearBoundary', 'classes', 'journalMarks'];

/**
 * @param before as taken when the aim was named
 * @param later the same index a year later, or the same unit's next work; null: there is none yet
 * @param reason why nothing can be measured, where that was said
 */
export function effectOf(before: Baseline, later: Later | null, reason: NoMeasureReason | null = null): Effect {
  if (before.kind === 'none') return { kind: 'notMeasurable', reason: reason ?? 'other' };
  if (before.kind === 'index')
    return later?.kind === 'index' ? ofShares(before.figures, later.figures) : { kind: 'notYet', why: 'nextYear' };
  return later?.kind === 'unit' ? ofUnits(before.figures, later.figures) : { kind: 'notYet', why: 'nextWork' };
}

function ofShares(before: IndexFigures, after: IndexFigures): Effect {
  if (before.rule !== after.rule) return { kind: 'notMeasurable', reason: 'ruleChanged' };
  for (const [when, { denominator, required }] of [['before', before] as const, ['after', after] as const]) {
    if (denominator < required) return { kind: 'tooSmall', when, given: denominator, required, of: 'papers' };
  }
  const { difference, low, high } = shareDifference(before, after);
  return { kind: 'measured', difference, interval: { low, high }, unit: 'share', words: wordsOf(low, high) };
}

/**
 * A unit's distance from honest units by one marker, in standard deviations: under equal distances the difference of two
 * independent works has a standard deviation of sqrt(2). Source: Stouffer et al. 1949, comparison of two z (Rosenthal 1991, ch. 4).
 */
function ofUnits(before: UnitFigures, after: UnitFigures): Effect {
  for (const [when, { participants }] of [['before', before] as const, ['after', after] as const]) {
    if (participants < FEWEST_PAPERS)
      return { kind: 'tooSmall', when, given: participants, required: FEWEST_PAPERS, of: 'papers' };
  }
  if (before.marker?.kind !== 'computed') return { kind: 'notMeasurable', reason: 'noMarker' };
  if (after.marker === null) return { kind: 'notMeasurable', reason: 'markerNotApplicable' };
  if (after.marker.kind === 'insufficient') {
    const { given, required, reason } = after.marker;
    return COUNTS.includes(reason)
      ? { kind: 'tooSmall', when: 'after', given, required, of: reason }
      : { kind: 'notMeasurable', reason: 'markerNotApplicable' };
  }
  const difference = after.marker.z - before.marker.z;
  const half = Z95 * Math.SQRT2;
  const interval = { low: difference - half, high: difference + half };
  return { kind: 'measured', difference, interval, unit: 'deviations', words: wordsOf(interval.low, interval.high) };
}

function wordsOf(low: number, high: number): 'fell' | 'rose' | 'notShown' {
  if (high < 0) return 'fell';
  return low > 0 ? 'rose' : 'notShown';
}

/** A marker's distance from honest units in standard deviations, by its p: markers differ in what their own statistic is. */
export function readingOf(marker: MarkerResult): MarkerReading {
  if (marker.kind === 'insufficient') {
    const { id, given, required, reason } = marker;
    return { kind: 'insufficient', id, given, required, reason };
  }
  const z = normalUpperQuantile(marker.p);
  return { kind: 'computed', id: marker.id, z: Number.isFinite(z) ? z : marker.statistic, effect: marker.effect };
}

/** The marker that speaks for a unit: the strongest of those whose mechanism carries the sign, else the strongest. */
export function leadingReading(
  markers: readonly MarkerResult[],
  mechanisms: readonly Mechanism[],
): MarkerReading | null {
  const computed = markers.filter((marker) => marker.kind === 'computed').sort((a, b) => a.p - b.p);
  const leading = computed.find(({ mechanism }) => mechanisms.includes(mechanism)) ?? computed[0];
  return leading === undefined ? null : readingOf(leading);
}

/** A class grown by a year is the same class; a school's or municipality's next work has the same pupils or the same grade. */
export function comparedBy(subject: UnitSubject, before: UnitFigures, after: UnitFigures): Compared | null {
  if (subject.level === 'class' || after.grade - before.grade === after.year - before.year) return 'samePupils';
  return after.grade === before.grade ? 'sameGrade' : null;
}

/** True when the second work came after the first; works of one year without days are in no order. */
export function isLater(first: UnitFigures, second: UnitFigures): boolean {
  if (first.year !== second.year) return second.year > first.year;
  return first.heldOn !== null && second.heldOn !== null && second.heldOn > first.heldOn;
}

/**
 * The first work after the baseline that can tell anything: not analysed when the aim was named, and not written before.
 * @param works of the same unit and subject @param namedOn ISO day of the aim
 */
export function nextWork(
  subject: UnitSubject,
  baseline: Extract<Baseline, { kind: 'unit' }>,
  works: readonly UnitFigures[],
  namedOn: string,
): Extract<Later, { kind: 'unit' }> | null {
  const { figures: before, known } = baseline;
  let found: Extract<Later, { kind: 'unit' }> | null = null;
  for (const figures of works) {
    const compared = comparedBy(subject, before, figures);
    if (compared === null || known.includes(figures.workId) || !isLater(before, figures)) continue;
    if (figures.heldOn !== null && figures.heldOn <= namedOn) continue;
    const better =
      found === null ||
      isLater(figures, found.figures) ||
      (!isLater(found.figures, figures) && compared === 'samePupils' && found.compared === 'sameGrade');
    if (better) found = { kind: 'unit', figures, compared };
  }
  return found;
}

/** The same index in the first year after the baseline's that has anything counted. */
export function nextYear(before: IndexFigures, years: readonly IndexFigures[]): IndexFigures | null {
  return (
    years.filter(({ year, denominator }) => year > before.year && denominator > 0).sort((a, b) => a.year - b.year)[0] ??
    null
  );
}

/** Subject of an aim whose figures are a unit's. */
export function isUnit(subject: AimSubject): subject is Extract<AimSubject, { kind: 'finding' | 'class' }> {
  return subject.kind === 'finding' || subject.kind === 'class';
}
