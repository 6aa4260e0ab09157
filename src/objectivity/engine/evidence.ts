/**
 * From markers to one measure of evidence per unit.
 *
 * What it answers: how much better do this unit's markers fit "something like a known manipulation" than "an honest unit"?
 *
 * Formula: every marker is turned into a normal score g (its p under the honest reference); honest units have g ~ N(0, R).
 * A manipulation k moves the markers in direction a_k; its score z_k = a_k'R^-1 g / sqrt(a_k'R^-1 a_k) is the most powerful
 * test of it (Neyman-Pearson) and standard normal for an honest unit. Evidence: T = min Phi(-z_k) / w_k over the manipulations
 * that could be asked for, weights w_k of mean one; p = 1 - prod(1 - w_k T), exact for independent scores and conservative for
 * positively dependent ones; its digits are right however small it is.
 * The tail is then corrected by the region's own mirrored units (g -> -g), whose evidence shows the honest tail without any
 * assumption but symmetry.
 * Source: Neyman & Pearson 1933; Sidak 1967, J. Am. Stat. Assoc. 62:626; weighted p, Genovese, Roeder & Wasserman 2006,
 * Biometrika 93:509; mirrored reference, Barber & Candes 2015.
 * Assumptions: honest normal scores are jointly symmetric. Markers that a unit lacks are left out, not replaced.
 * How it can be wrong: a manipulation that moves the markers in no known direction shows only in the single markers.
 */
import { normalUpperQuantile, normalUpperTail } from '#stats/normal.ts';
import { symmetricEigen } from '#stats/eigen.ts';
import type { MarkerId, Mechanism } from '../model.ts';
import { multiply } from './matrix.ts';

interface Manipulation {
  readonly mechanism: Mechanism;
  /** The marker that is made for it: without it the manipulation is not asked for. */
  readonly own: MarkerId;
  /** Its part of the error that all of them together are allowed, relative to the others. */
  readonly weight: number;
  /** Shift of the other markers' normal scores, relative to the own one's. */
  readonly others: Partial<Readonly<Record<MarkerId, number>>>;
  /** Shift that follows from how strongly two markers look at the same tasks: correlation of the two plus this. */
  readonly alike?: readonly [MarkerId, number];
}

/**
 * Directions: what one and the same dose does to the other markers follows from what the markers measure: help and kind
 * marking raise the total, so the level (B6) rises and marks fall behind the test (B7); inflated marks make the test look low;
 * papers with the same answers share an odd profile (B4). Over a boundary papers are lifted by points on extended tasks, or by
 * answers changed anywhere: the direction lies between the two. Help with any other tasks than the hardest or the extended ones
 * leaves an uneven profile (B4) of a class whose level rose; without the level it would be the order of topics.
 *
 * Weights: lifting has a largest possible size, reached when no paper is left below a boundary, so that its evidence is never as
 * far out as that of the others and needs a milder limit. The profile is the least certain of them, its honest tail the heaviest.
 */
const MANIPULATIONS: readonly Manipulation[] = [
  { mechanism: 'boundary', own: 'B1', weight: 3, others: { B2: 0.08, B6: 0.23, B7: -0.07 } },
  { mechanism: 'help', own: 'B2', weight: 1, others: { B5: 0.3, B6: 0.5, B7: -0.3 }, alike: ['B3', 0.1] },
  { mechanism: 'help', own: 'B3', weight: 1, others: { B5: 0.35, B6: 0.6, B7: -0.35 }, alike: ['B2', 0.05] },
  { mechanism: 'help', own: 'B4', weight: 0.5, others: { B2: 0.35, B3: 0.3, B5: 0.35, B6: 0.9, B7: -0.45 } },
  { mechanism: 'copying', own: 'B5', weight: 1, others: { B4: 0.55, B6: 0.35, B7: -0.2 } },
  { mechanism: 'marks', own: 'B7', weight: 1, others: { B6: -0.45 } },
];

/** Correlations of honest normal scores before the units are seen, and how many units' worth they count. */
const PRIOR_CORRELATIONS: readonly (readonly [MarkerId, MarkerId, number])[] = [
  ['B6', 'B7', -0.5],
  ['B2', 'B3', 0.3],
  ['B2', 'B4', 0.15],
  ['B4', 'B5', 0.2],
  ['B4', 'B6', -0.14],
  ['B3', 'B6', 0.2],
  ['B3', 'B7', -0.15],
];
const PRIOR_UNITS = 60;
const CLIP = 2.5;

/** Markers without a direction: a mirrored unit keeps them, as unevenness goes with large deviations to either side. */
const TWO_SIDED: ReadonlySet<MarkerId> = new Set(['B4']);

/** The mirrored tail is read above this p. */
const TAIL_FROM = 0.1;
/** Mirrored exceedances that the assumption of an exact tail counts for. */
const TAIL_PRIOR = 25;

export interface Evidence {
  /** NaN where no marker had enough. Not yet corrected by the mirrored tail. */
  readonly p: Float64Array;
  /** Index into MANIPULATIONS of the best fitting one; -1 where p is NaN. */
  readonly best: Int8Array;
  readonly mirrored: MirroredTail;
}

/** What mirrored units say of the honest tail; works of one region are added up. */
export interface MirroredTail {
  /** Sum of -ln p beyond the tail's start, and how many units lie beyond it. */
  readonly sum: number;
  readonly count: number;
}

/**
 * @param ids markers in the order of the columns.
 * @param columns p per marker and unit; NaN where insufficient.
 * @param trusted units that may teach what is honest (not set aside).
 */
export function combineEvidence(
  ids: readonly MarkerId[],
  columns: readonly Float64Array[],
  trusted: (unit: number) => boolean,
): Evidence {
  const units = columns[0]?.length ?? 0;
  const scores = columns.map((column) => column.map(normalScore));
  const correlation = honestCorrelation(ids, scores, units, trusted);
  const models = new Map<number, MaskModel>();
  const p = new Float64Array(units).fill(Number.NaN);
  const best = new Int8Array(units).fill(-1);
  let sum = 0;
  let count = 0;
  const point = new Float64Array(ids.length);
  for (let unit = 0; unit < units; unit++) {
    let mask = 0;
    scores.forEach((column, index) => {
      point[index] = column[unit]!;
      if (!Number.isNaN(point[index])) mask |= 1 << index;
    });
    let model = models.get(mask);
    if (model === undefined) {
      model = new MaskModel(ids, correlation, mask);
      models.set(mask, model);
    }
    if (model.asked === 0) continue;
    p[unit] = model.p(point);
    best[unit] = model.best;
    if (!trusted(unit)) continue;
    for (let index = 0; index < ids.length; index++) {
      if (!TWO_SIDED.has(ids[index]!)) point[index] = -point[index]!;
    }
    const beyond = Math.log(TAIL_FROM) - Math.log(model.p(point));
    if (beyond <= 0) continue;
    sum += beyond;
    count++;
  }
  return { p, best, mirrored: { sum, count } };
}

/** The same p with the tail as heavy as that of the mirrored units; never lighter than exact. */
export function correctTail(p: number, { sum, count }: MirroredTail): number {
  const excess = Math.min(2, Math.max(1, (sum + TAIL_PRIOR) / (count + TAIL_PRIOR)));
  if (!(p < TAIL_FROM)) return p;
  return TAIL_FROM * (p / TAIL_FROM) ** (1 / excess);
}

export function mechanismOf(best: number): Mechanism {
  return MANIPULATIONS[best]!.mechanism;
}

function normalScore(p: number): number {
  return Number.isNaN(p) ? p : normalUpperQuantile(Math.min(1 - 1e-12, Math.max(1e-280, p)));
}

function priorCorrelation(a: MarkerId, b: MarkerId): number {
  return PRIOR_CORRELATIONS.find(([x, y]) => (x === a && y === b) || (x === b && y === a))?.[2] ?? 0;
}

function honestCorrelation(
  ids: readonly MarkerId[],
  scores: readonly Float64Array[],
  units: number,
  trusted: (unit: number) => boolean,
): Float64Array {
  const size = ids.length;
  const matrix = new Float64Array(size * size);
  const held = scores.map((column) =>
    column.map((value, unit) => (trusted(unit) ? Math.min(CLIP, Math.max(-CLIP, value)) : Number.NaN)),
  );
  for (let row = 0; row < size; row++) {
    matrix[row * size + row] = 1;
    for (let column = row + 1; column < size; column++) {
      const left = held[row]!;
      const right = held[column]!;
      let products = 0;
      let leftSquares = 0;
      let rightSquares = 0;
      let count = 0;
      for (let unit = 0; unit < units; unit++) {
        const x = left[unit]!;
        const y = right[unit]!;
        if (Number.isNaN(x) || Number.isNaN(y)) continue;
        products += x * y;
        leftSquares += x * x;
        rightSquares += y * y;
        count++;
      }
      const scale = Math.sqrt(leftSquares * rightSquares);
      const estimated = scale > 0 ? products / scale : 0;
      const prior = priorCorrelation(ids[row]!, ids[column]!);
      const value = Math.min(0.9, Math.max(-0.9, (count * estimated + PRIOR_UNITS * prior) / (count + PRIOR_UNITS)));
      matrix[row * size + column] = value;
      matrix[column * size + row] = value;
    }
  }
  return matrix;
}

/** The manipulations that can be asked for of units that have the same set of markers. */
class MaskModel {
  readonly asked: number;
  /** Index of the best fitting manipulation of the last point. */
  best = -1;
  readonly #members: readonly number[];
  readonly #tests: readonly { readonly index: number; readonly share: number; readonly weights: Float64Array }[];

  constructor(ids: readonly MarkerId[], correlation: Float64Array, mask: number) {
    this.#members = ids.map((_, index) => index).filter((index) => (mask & (1 << index)) !== 0);
    const size = this.#members.length;
    const sub = new Float64Array(size * size);
    this.#members.forEach((from, row) => {
      this.#members.forEach((to, column) => {
        sub[row * size + column] = correlation[from * ids.length + to]!;
      });
    });
    const inverse = inverseOf(sub, size);
    const present = this.#members.map((member) => ids[member]!);
    const tests = MANIPULATIONS.flatMap((manipulation, index) => {
      const own = present.indexOf(manipulation.own);
      if (own < 0) return [];
      const direction = present.map((id, at) => {
        if (id === manipulation.own) return 1;
        if (manipulation.alike?.[0] === id) return sub[own * size + at]! + manipulation.alike[1];
        return manipulation.others[id] ?? 0;
      });
      const weights = multiply(inverse, direction, size, size, 1);
      const norm = Math.sqrt(direction.reduce((sum, value, row) => sum + value * weights[row]!, 0));
      return [{ index, share: manipulation.weight, weights: weights.map((weight) => weight / norm) }];
    });
    this.asked = tests.length;
    const mean = tests.reduce((sum, { share }) => sum + share, 0) / this.asked;
    this.#tests = tests.map((test) => ({ ...test, share: test.share / mean }));
  }

  /** @param point normal scores of all markers; those outside the mask are not read. */
  p(point: Float64Array): number {
    let smallest = Number.POSITIVE_INFINITY;
    for (const { index, share, weights } of this.#tests) {
      let z = 0;
      for (let row = 0; row < weights.length; row++) z += weights[row]! * point[this.#members[row]!]!;
      const weighted = normalUpperTail(z) / share;
      if (weighted >= smallest) continue;
      smallest = weighted;
      this.best = index;
    }
    // log1p and expm1 keep the digits of a small p.
    return -Math.expm1(this.#tests.reduce((sum, { share }) => sum + Math.log1p(-Math.min(1, share * smallest)), 0));
  }
}

/** Inverse of a correlation matrix; eigenvalues are kept above .05. */
function inverseOf(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size);
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const value = Math.max(0.05, values[k]!);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        inverse[row * size + column]! += (vectors[k * size + row]! * vectors[k * size + column]!) / value;
      }
    }
  }
  return inverse;
}
