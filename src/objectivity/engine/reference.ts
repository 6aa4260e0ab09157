/**
 * The honest reference of one marker at one level: turns raw deviations of the units into standardised ones and into
 * upper-tail probabilities, natural heterogeneity included.
 */
import { type HonestFit, honestTail } from '#stats/honest-fit.ts';
import { ascendingOrder } from '#stats/order.ts';
import { median, robustDeviation, sortedQuantile } from '#stats/quantiles.ts';
import { FitMemory } from './fit-memory.ts';

export interface Standardised {
  readonly statistic: Float64Array;
  readonly p: Float64Array;
  /** Total standard deviation (sampling and nature) of each unit's deviation. */
  readonly deviationSd: Float64Array;
  readonly centre: Float64Array;
  /** Fit of the deviations as they came, before straightening. */
  readonly fit: HonestFit;
  readonly tailEvidence: Float64Array;
}

export interface ReferenceOptions {
  /** Natural variance to assume before the units are seen, squared units of the deviation. */
  readonly priorTau2: number;
  /**
   * When given, the centre follows it in steps: a null model that is slightly off for weak or strong units is put right by
   * the units themselves.
   */
  readonly covariate?: Float64Array;
  /** Deviates of simulated honest units: they show how skewed the honest statistic is. Without them it is taken as symmetric. */
  readonly honestSample?: ArrayLike<number>;
  /** Skewness before any honest unit is simulated; it counts as `ASSUMED_WEIGHT` simulated units. Default 0. */
  readonly assumedSkewness?: number;
  /** What the same marker's references in other works say of the tail (HonestFit.tailEvidence, added). */
  readonly tailPrior?: Float64Array | null;
  /** Units that each deviation is a mean of: skewness falls with its root. Default 1. */
  readonly averaged?: number;
  /** Units that may teach the reference; default all. */
  readonly trusted?: (unit: number) => boolean;
  /** Fits of this marker at this level in this round, for the next time (Context.fits); default none. */
  readonly memory?: FitMemory;
}

/**
 * @param deviations one per unit, NaN where insufficient.
 * @param variances their sampling variances.
 */
export function standardise(
  deviations: Float64Array,
  variances: Float64Array,
  options: ReferenceOptions,
): Standardised {
  const { priorTau2, covariate, honestSample = [], averaged = 1, trusted = () => true } = options;
  const memory = options.memory ?? new FitMemory();
  const units = deviations.length;
  const seen = honestSample.length < 100 ? 0 : honestSample.length / (honestSample.length + ASSUMED_WEIGHT);
  const assumed = options.assumedSkewness ?? 0;
  const skewness = (seen * skewnessOf(honestSample) + (1 - seen) * assumed) / Math.sqrt(averaged);
  const tailPrior = addTails(options.tailPrior ?? null, simulatedTail(honestSample, skewness, memory));
  const teaches = new Uint8Array(units);
  for (let unit = 0; unit < units; unit++) teaches[unit] = trusted(unit) ? 1 : 0;
  const local =
    covariate === undefined ? new Float64Array(units) : localCentre(teaching(deviations, teaches), covariate);
  const centred = new Float64Array(units);
  for (let unit = 0; unit < units; unit++) centred[unit] = deviations[unit]! - local[unit]!;
  const fit = memory.fit('units', teaching(centred, teaches), variances, priorTau2, tailPrior);
  const deviationSd = new Float64Array(units);
  const centre = new Float64Array(units);
  const statistic = new Float64Array(units);
  for (let unit = 0; unit < units; unit++) {
    deviationSd[unit] = Math.sqrt(variances[unit]! + fit.tau2);
    centre[unit] = local[unit]! + fit.centre;
    statistic[unit] = straighten((centred[unit]! - fit.centre) / deviationSd[unit]!, skewness);
  }
  let final = fit;
  if (skewness !== 0) {
    // After straightening, what remains is the width and the weight of the tails.
    const sampling = new Float64Array(units).fill(UNIT_SAMPLING);
    final = memory.fit('straightened', teaching(statistic, teaches), sampling, 1 - UNIT_SAMPLING, tailPrior);
    const sd = Math.sqrt(UNIT_SAMPLING + final.tau2);
    for (let unit = 0; unit < units; unit++) statistic[unit] = (statistic[unit]! - final.centre) / sd;
  }
  const tail = honestTail(final, skewness === 0 ? typical(variances) : UNIT_SAMPLING);
  const p = new Float64Array(units);
  for (let unit = 0; unit < units; unit++) {
    p[unit] = Number.isNaN(statistic[unit]!) ? Number.NaN : tail(statistic[unit]!);
  }
  return { statistic, p, deviationSd, centre, fit, tailEvidence: final.tailEvidence };
}

/** NaN where a unit teaches nothing. */
function teaching(values: Float64Array, teaches: Uint8Array): Float64Array {
  const taught = values.slice();
  for (let unit = 0; unit < taught.length; unit++) if (teaches[unit] === 0) taught[unit] = Number.NaN;
  return taught;
}

const ASSUMED_WEIGHT = 200;
/** How many real units' worth the simulated honest ones say about the tail. */
const SIMULATED_WEIGHT = 100;

/** What simulated honest units, straightened, say of the tail; null without them. */
function simulatedTail(sample: ArrayLike<number>, skewness: number, memory: FitMemory): Float64Array | null {
  const count = sample.length;
  if (count < 100) return null;
  const centre = median(sample);
  const deviation = robustDeviation(sample) || 1;
  const straight = new Float64Array(count);
  for (let index = 0; index < count; index++)
    straight[index] = straighten((sample[index]! - centre) / deviation, skewness);
  const sampling = new Float64Array(count).fill(UNIT_SAMPLING);
  const { tailEvidence } = memory.fit('simulated', straight, sampling, 1 - UNIT_SAMPLING);
  return tailEvidence.map((value) => (value * SIMULATED_WEIGHT) / count);
}

function addTails(a: Float64Array | null, b: Float64Array | null): Float64Array | undefined {
  if (a === null) return b ?? undefined;
  return b === null ? a : a.map((value, tail) => value + b[tail]!);
}

function typical(variances: Float64Array): number {
  const known = variances.filter((variance) => variance >= 0);
  return known.length > 0 ? median(known) : 0;
}

/** Share of the straightened variance that the second fit takes for granted. */
const UNIT_SAMPLING = 0.2;

/** Monotone transformation that makes a right-skewed deviate symmetric: ln(1 + k z) / k. */
export function straighten(z: number, skewness: number): number {
  if (!(skewness > 1e-4)) return z;
  return Math.log(Math.max(1e-3, 1 + skewness * z)) / skewness;
}

const SYMMETRIC_PAIRS = [0.005, 0.01, 0.02, 0.04];

/**
 * Skewness k of a sample of honest deviates, for `straighten`: the k that puts the quantiles q and 1-q at equal distances
 * from the median after the transformation: k = (h - l) / (h l), h and l their distances before it. A left skew answers 0,
 * which is on the safe side of the upper tail.
 */
export function skewnessOf(sample: ArrayLike<number>): number {
  if (sample.length < 100) return 0;
  const sorted = Float64Array.from(sample).sort();
  const centre = sortedQuantile(sorted, 0.5);
  let sum = 0;
  for (const share of SYMMETRIC_PAIRS) {
    const high = sortedQuantile(sorted, 1 - share) - centre;
    const low = centre - sortedQuantile(sorted, share);
    if (high > 0 && low > 0) sum += (high - low) / (high * low) / SYMMETRIC_PAIRS.length;
  }
  const deviation = (sortedQuantile(sorted, 0.8413) - sortedQuantile(sorted, 0.1587)) / 2;
  return Math.min(0.6, Math.max(0, sum * deviation));
}

/** Units per step of the local centre, and how many units' worth of doubt pull it back to the common centre. */
const STEP_UNITS = 60;
const STEP_DOUBT = 20;

/** Median of the deviations among units of similar covariate, interpolated between steps, shrunk to the common median. */
export function localCentre(deviations: Float64Array, covariate: Float64Array): Float64Array {
  const known: number[] = [];
  for (let unit = 0; unit < deviations.length; unit++) {
    if (Number.isFinite(deviations[unit]!) && Number.isFinite(covariate[unit]!)) known.push(unit);
  }
  const centre = new Float64Array(deviations.length);
  const steps = Math.min(12, Math.floor(known.length / STEP_UNITS));
  if (steps < 3) return centre;
  const order = ascendingOrder(Float64Array.from(known, (unit) => covariate[unit]!)).map((at) => known[at]!);
  const values = Float64Array.from(order, (unit) => deviations[unit]!);
  const places = Float64Array.from(order, (unit) => covariate[unit]!);
  const common = median(values);
  const knots: { readonly at: number; readonly value: number }[] = [];
  for (let step = 0; step < steps; step++) {
    const from = Math.floor((step * order.length) / steps);
    const to = Math.floor(((step + 1) * order.length) / steps);
    const support = (to - from) / (to - from + STEP_DOUBT);
    const at = sortedQuantile(places.subarray(from, to), 0.5);
    knots.push({ at, value: support * (median(values.subarray(from, to)) - common) });
  }
  for (let unit = 0; unit < centre.length; unit++) centre[unit] = interpolate(knots, covariate[unit]!);
  return centre;
}

function interpolate(knots: readonly { readonly at: number; readonly value: number }[], at: number): number {
  if (!(at > knots[0]!.at)) return knots[0]!.value;
  for (let index = 1; index < knots.length; index++) {
    const right = knots[index]!;
    if (at > right.at) continue;
    const left = knots[index - 1]!;
    const share = right.at > left.at ? (at - left.at) / (right.at - left.at) : 1;
    return left.value + share * (right.value - left.value);
  }
  return knots.at(-1)!.value;
}
