/**
 * From markers to one measure of evidence per unit.
 *
 * What it answers: how much better do this unit's markers fit "something like a known manipulation" than "an honest unit"?
 *
 * Formula: every marker is turned into a normal score g (its p under the honest reference); honest units have g ~ N(0, R).
 * For each way of manipulation k with its direction a_k (how far it moves each marker, relative to the one that is made for
 * it), LR_k = mean over doses t of exp(t a_k'R^-1 g - t^2 a_k'R^-1 a_k / 2); evidence T = ln mean_k LR_k. p: tail of T under
 * N(0, R), simulated: the bulk directly, the far tail by drawing from the mixture of manipulations itself and weighting with
 * exp(-T), which is exact because T is the log likelihood ratio of that mixture; then corrected by the region's own mirrored units (g -> -g), whose T shows the
 * honest tail without any assumption but symmetry.
 * Source: mixture likelihood ratio, Neyman-Pearson with a prior on the dose; importance sampling by the likelihood ratio,
 * Siegmund 1976, Ann. Stat. 4:673; mirrored reference, Barber & Candes 2015.
 * Assumptions: honest normal scores are jointly symmetric. Markers that a unit lacks are left out, not replaced.
 * How it can be wrong: a manipulation that moves the markers in no known direction shows only in the single markers.
 */
import { normalUpperQuantile } from '#stats/normal.ts';
import type { MarkerId, Mechanism } from '../model.ts';
import { symmetricEigen } from '#stats/eigen.ts';
import { multiply } from './matrix.ts';
import { Random } from './random.ts';

interface Manipulation {
  readonly mechanism: Mechanism;
  /** Share of the prior, relative. */
  readonly weight: number;
  /** Relative shift of each marker's normal score. */
  readonly direction: Partial<Readonly<Record<MarkerId, number>>>;
}

/**
 * Directions: what one and the same dose does to the other markers follows from what the markers measure: help and kind
 * marking raise the total, so the level (B6) rises and marks fall behind the test (B7); inflated marks make the test look low.
 */
const MANIPULATIONS: readonly Manipulation[] = [
  { mechanism: 'boundary', weight: 1, direction: { B1: 1 } },
  { mechanism: 'help', weight: 1, direction: { B2: 1, B3: 0.45, B6: 0.45, B7: -0.3 } },
  { mechanism: 'help', weight: 1, direction: { B2: 0.45, B3: 1, B6: 0.5, B7: -0.3 } },
  { mechanism: 'copying', weight: 0.5, direction: { B5: 1 } },
  { mechanism: 'copying', weight: 0.5, direction: { B5: 1, B6: 0.3, B7: -0.2 } },
  { mechanism: 'marks', weight: 1, direction: { B7: 1, B6: -0.65 } },
];

const DOSES = [1, 2, 3, 4, 5.5];

/** Correlations of honest normal scores before the units are seen, and how many units' worth they count. */
const PRIOR_CORRELATIONS: readonly (readonly [MarkerId, MarkerId, number])[] = [
  ['B6', 'B7', -0.6],
  ['B2', 'B3', 0.3],
  ['B3', 'B6', 0.15],
  ['B3', 'B7', -0.12],
];
const PRIOR_UNITS = 60;
const CLIP = 2.5;

/** Markers without a direction: a mirrored unit keeps them, as unevenness goes with large deviations to either side. */
const TWO_SIDED: ReadonlySet<MarkerId> = new Set(['B4']);

const DRAWS = 6000;
const SEED = 20_260_402;
/** The mirrored tail is read above this p. */
const TAIL_FROM = 0.1;
/** Mirrored exceedances that the assumption of an exact tail counts for. */
const TAIL_PRIOR = 25;

export interface Evidence {
  /** NaN where no marker had enough. */
  readonly p: Float64Array;
  /** Index into MANIPULATIONS of the best fitting one. */
  readonly best: Int8Array;
  /** Mean excess of the mirrored tail over an exact one: 1 = exact, larger = heavier. */
  readonly tailExcess: number;
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
  const modelOf = (unit: number): MaskModel | null => {
    let mask = 0;
    scores.forEach((column, index) => {
      if (!Number.isNaN(column[unit]!)) mask |= 1 << index;
    });
    let model = models.get(mask);
    if (model === undefined) {
      model = new MaskModel(ids, correlation, mask);
      models.set(mask, model);
    }
    return model.empty ? null : model;
  };
  const rawP = new Float64Array(units).fill(Number.NaN);
  const best = new Int8Array(units).fill(-1);
  const mirrored: number[] = [];
  const point = new Float64Array(ids.length);
  for (let unit = 0; unit < units; unit++) {
    const model = modelOf(unit);
    if (model === null) continue;
    scores.forEach((column, index) => {
      point[index] = column[unit]!;
    });
    const found = model.evidence(point);
    rawP[unit] = model.tail(found.value);
    best[unit] = found.best;
    if (!trusted(unit)) continue;
    point.forEach((value, index) => {
      if (!TWO_SIDED.has(ids[index]!)) point[index] = -value;
    });
    mirrored.push(-Math.log(model.tail(model.evidence(point).value)));
  }
  const tailExcess = meanExcess(mirrored);
  return { p: rawP.map((p) => correctTail(p, tailExcess)), best, tailExcess };
}

export function mechanismOf(best: number): Mechanism {
  return MANIPULATIONS[best]!.mechanism;
}

function normalScore(p: number): number {
  return Number.isNaN(p) ? p : normalUpperQuantile(Math.min(1 - 1e-12, Math.max(1e-280, p)));
}

/** Mean of -ln p beyond the tail's start among mirrored units, minus the start: 1 when the tail is exact. Never below 1. */
function meanExcess(logs: readonly number[]): number {
  const start = -Math.log(TAIL_FROM);
  let sum = 0;
  let count = 0;
  for (const log of logs) {
    if (log <= start) continue;
    sum += log - start;
    count++;
  }
  return Math.min(2, Math.max(1, (sum + TAIL_PRIOR) / (count + TAIL_PRIOR)));
}

function correctTail(p: number, excess: number): number {
  if (!(p < TAIL_FROM)) return p;
  return TAIL_FROM * (p / TAIL_FROM) ** (1 / excess);
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
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row === column) {
        matrix[row * size + column] = 1;
        continue;
      }
      const products = [0, 0, 0];
      let count = 0;
      for (let unit = 0; unit < units; unit++) {
        const a = scores[row]![unit]!;
        const b = scores[column]![unit]!;
        if (Number.isNaN(a) || Number.isNaN(b) || !trusted(unit)) continue;
        const x = Math.min(CLIP, Math.max(-CLIP, a));
        const y = Math.min(CLIP, Math.max(-CLIP, b));
        products[0]! += x * y;
        products[1]! += x * x;
        products[2]! += y * y;
        count++;
      }
      const scale = Math.sqrt(products[1]! * products[2]!);
      const estimated = scale > 0 ? products[0]! / scale : 0;
      const value =
        (count * estimated + PRIOR_UNITS * priorCorrelation(ids[row]!, ids[column]!)) / (count + PRIOR_UNITS);
      matrix[row * size + column] = Math.min(0.9, Math.max(-0.9, value));
    }
  }
  return matrix;
}

/** Evidence and its null distribution for units that have the same set of markers. */
class MaskModel {
  readonly empty: boolean;
  readonly #members: readonly number[];
  /** Per manipulation: its direction, the weights of the scores, and a'R^-1 a. */
  readonly #directions: readonly {
    readonly index: number;
    readonly direction: readonly number[];
    readonly weights: Float64Array;
    readonly norm: number;
    /** Share of the prior among the manipulations that can be asked for. */
    readonly share: number;
  }[];
  readonly #values: Float64Array;
  readonly #bulk: Float64Array;
  /** Ascending evidence of draws from the manipulations, and the summed weights from each one up. */
  readonly #far: Float64Array;
  readonly #farMass: Float64Array;

  constructor(ids: readonly MarkerId[], correlation: Float64Array, mask: number) {
    this.#members = ids.map((_, index) => index).filter((index) => (mask & (1 << index)) !== 0);
    const size = this.#members.length;
    const sub = new Float64Array(size * size);
    this.#members.forEach((from, row) => {
      this.#members.forEach((to, column) => {
        sub[row * size + column] = correlation[from * ids.length + to]!;
      });
    });
    const { inverse, root } = inverseAndRoot(sub, size);
    const asked = MANIPULATIONS.map((manipulation, index) => {
      const direction = this.#members.map((member) => manipulation.direction[ids[member]!] ?? 0);
      const weights = multiply(inverse, direction, size, size, 1);
      const norm = direction.reduce((sum, value, row) => sum + value * weights[row]!, 0);
      return { index, direction, weights, norm, share: manipulation.weight };
      // A manipulation is asked for only where the marker that is made for it answers.
    }).filter(({ direction }) => Math.max(0, ...direction) >= 0.99);
    const shares = asked.reduce((sum, { share }) => sum + share, 0);
    this.#directions = asked.map((each) => ({ ...each, share: each.share / shares }));
    this.empty = asked.length === 0;
    this.#values = new Float64Array(this.#directions.length);
    const random = new Random(SEED);
    this.#bulk = this.empty ? new Float64Array(0) : this.#draw(random, root, size, ids.length, false).sort();
    this.#far = this.empty ? new Float64Array(0) : this.#draw(random, root, size, ids.length, true).sort();
    this.#farMass = new Float64Array(this.#far.length + 1);
    for (let index = this.#far.length - 1; index >= 0; index--) {
      this.#farMass[index] = this.#farMass[index + 1]! + Math.exp(-this.#far[index]!) / this.#far.length;
    }
  }

  /** @param point normal scores of all markers; those outside the mask are not read. */
  evidence(point: Float64Array): { readonly value: number; readonly best: number } {
    let best = -1;
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < this.#directions.length; k++) {
      const { index, weights, norm, share } = this.#directions[k]!;
      let product = 0;
      for (let row = 0; row < weights.length; row++) product += weights[row]! * point[this.#members[row]!]!;
      const value = Math.log(share) + logMeanOverDoses(product, norm);
      this.#values[k] = value;
      if (value > largest) {
        largest = value;
        best = index;
      }
    }
    let sum = 0;
    for (const value of this.#values) sum += Math.exp(value - largest);
    return { value: largest + Math.log(sum), best };
  }

  /** P(evidence >= value) for an honest unit. */
  tail(value: number): number {
    const above = this.#bulk.length - lowerBound(this.#bulk, value);
    const direct = (above + 1) / (this.#bulk.length + 1);
    if (direct > TAIL_FROM) return direct;
    const at = lowerBound(this.#far, value);
    // Beyond the last draw the tail falls as exp(-T), as every likelihood ratio's does at least.
    const last = this.#far.length - FAR_SUPPORT;
    if (at <= last) return Math.min(TAIL_FROM, this.#farMass[at]!);
    return Math.min(TAIL_FROM, this.#farMass[last]! * Math.exp(this.#far[last]! - value));
  }

  /** The manipulation at a point of the prior's unit interval. */
  #directionAt(position: number): readonly number[] {
    let reached = 0;
    for (const { direction, share } of this.#directions) {
      reached += share;
      if (position < reached) return direction;
    }
    return this.#directions.at(-1)!.direction;
  }

  /** Evidence of simulated honest units, or of units manipulated with a random mechanism and dose. */
  #draw(random: Random, root: Float64Array, size: number, width: number, manipulated: boolean): Float64Array {
    const draws = new Float64Array(DRAWS);
    const normal = new Float64Array(size);
    const point = new Float64Array(width);
    for (let draw = 0; draw < DRAWS; draw++) {
      for (let row = 0; row < size; row++) normal[row] = random.normal();
      const direction = this.#directionAt((draw * GOLDEN) % 1);
      const dose = manipulated ? DOSES[draw % DOSES.length]! : 0;
      for (let row = 0; row < size; row++) {
        let sum = dose * direction[row]!;
        for (let column = 0; column < size; column++) sum += root[row * size + column]! * normal[column]!;
        point[this.#members[row]!] = sum;
      }
      draws[draw] = this.evidence(point).value;
    }
    return draws;
  }
}

/** The golden ratio's fraction: multiples of it fill the unit interval evenly. */
const GOLDEN = 0.6180339887498949;

/** Draws that must lie beyond a value for its tail to be read from them. */
const FAR_SUPPORT = 20;

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function logMeanOverDoses(product: number, norm: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const dose of DOSES) largest = Math.max(largest, dose * product - 0.5 * dose * dose * norm);
  let sum = 0;
  for (const dose of DOSES) sum += Math.exp(dose * product - 0.5 * dose * dose * norm - largest);
  return largest + Math.log(sum / DOSES.length);
}

/** Inverse and symmetric square root of a correlation matrix; eigenvalues are kept above .05. */
function inverseAndRoot(matrix: Float64Array, size: number): { inverse: Float64Array; root: Float64Array } {
  const { values, vectors } = symmetricEigen(matrix, size);
  const inverse = new Float64Array(size * size);
  const root = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const value = Math.max(0.05, values[k]!);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const product = vectors[k * size + row]! * vectors[k * size + column]!;
        const at = row * size + column;
        inverse[at] = inverse[at]! + product / value;
        root[at] = root[at]! + product * Math.sqrt(value);
      }
    }
  }
  return { inverse, root };
}
