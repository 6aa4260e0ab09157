/**
 * The honest majority of a contaminated sample: centre, natural heterogeneity and tail weight, read from the half of
 * the sample on which nobody gains.
 *
 * What it answers: which spread and which tail would the units show if all of them were honest? Manipulation pushes a
 * one-sided statistic upwards, so the units below the centre are (almost) all honest; a symmetric honest distribution
 * is therefore known from its lower half.
 *
 * Model: T_u ~ centre + sqrt(s_u^2 + tau^2) * t_v, s_u^2 the known sampling variance. Centre: weighted median, moved
 * down by half the share of units that the right tail has in excess of the left one. tau and v: penalised maximum
 * likelihood over the units below the centre, each folded as a half-t.
 *
 * Source: two-groups model with empirical null, Efron 2004, J. Am. Stat. Assoc. 99:96; the mirrored half as reference
 * as in Barber & Candes 2015, Ann. Stat. 43:2055.
 * Assumptions: the honest distribution is symmetric; fewer than about a third of the units are manipulated; upwards.
 * Minimum sample: none. The prior (`priorTau2`, tails of about 12 degrees of freedom) decides alone for a few units and
 * fades with some dozens.
 * Units: those of T. How it can be wrong: a statistic that manipulation pushes down widens the reference, which loses
 * power but keeps honest units safe.
 */
import { normalLogUpperTail } from './normal.ts';
import { honestLogPosterior as logPosterior, TAU_PRIOR_SD } from './honest-posterior.ts';
import { ascendingOrder } from './order.ts';
import { studentUpperTail } from './student-t.ts';

export interface HonestFit {
  readonly centre: number;
  /** Variance between honest units, squared units of T. */
  readonly tau2: number;
  /** Degrees of freedom of the best fitting tail; Infinity is the normal. */
  readonly degreesOfFreedom: number;
  /** All tails that the units leave possible, with their posterior probabilities. */
  readonly tails: readonly HonestTail[];
  /** ln likelihood of every tail of the grid, the best at 0: samples of the same kind may be pooled by adding theirs. */
  readonly tailEvidence: Float64Array;
  /** Units that the fit used. */
  readonly units: number;
}

export interface HonestTail {
  readonly degreesOfFreedom: number;
  /** Natural variance under this tail. */
  readonly tau2: number;
  readonly weight: number;
}

/**
 * P(Z >= z) of honest units as a function of the standardised deviation z = (T - centre) / sqrt(s^2 + tau2): the average over the
 * tails that remain possible, so that a few hundred units do not pretend to know a tail that they have not seen.
 *
 * @param typicalVariance sampling variance of a typical unit: alternative tails come with another tau2 and so another scale.
 * @returns a function that reads a table (four digits of ln p), cheap for millions of units.
 */
export function honestTail(fit: HonestFit, typicalVariance: number): (z: number) => number {
  // The variance of a median is pi/2 that of a mean.
  const centreDoubt = fit.units > 0 ? Math.PI / 2 / (fit.units + 4) : 0;
  const scaled = fit.tails.map(({ degreesOfFreedom, tau2, weight }) => ({
    weight,
    scale: Math.sqrt((typicalVariance + fit.tau2) / (typicalVariance + tau2) / (1 + centreDoubt)),
    logTail: logTailTable(degreesOfFreedom),
  }));
  const upper = (z: number): number => {
    let p = 0;
    for (const { weight, scale, logTail } of scaled) p += weight * Math.exp(interpolate(logTail, z * scale));
    return p;
  };
  const table = new Float64Array(TABLE_SIZE);
  const known = new Uint8Array(TABLE_SIZE);
  // Few units are far out: only the places that somebody reads are filled.
  const fill = (z: number): void => {
    const middle = Math.min(TABLE_SIZE - 2, Math.round(z / TABLE_STEP));
    for (let index = Math.max(0, middle - 1); index <= Math.max(2, middle + 1); index++) {
      if (known[index] === 1) continue;
      known[index] = 1;
      table[index] = Math.log(upper(index * TABLE_STEP));
    }
  };
  return (z) => {
    const distance = Math.abs(z);
    fill(distance);
    const p = Math.exp(interpolate(table, distance));
    return z >= 0 ? p : 1 - p;
  };
}

/** Tables run over z = 0, 0.2, ... 40, read by parabolas; beyond, p goes on as a power of z. */
const TABLE_STEP = 0.2;
const TABLE_SIZE = 201;
const logTailTables = new Map<number, Float64Array>();

/** ln P(t >= z) of Student's t on the table's grid; computed once per number of degrees of freedom. */
function logTailTable(degreesOfFreedom: number): Float64Array {
  let table = logTailTables.get(degreesOfFreedom);
  if (table === undefined) {
    table = Float64Array.from({ length: TABLE_SIZE }, (_, index) =>
      Number.isFinite(degreesOfFreedom)
        ? Math.log(studentUpperTail(index * TABLE_STEP, degreesOfFreedom))
        : normalLogUpperTail(index * TABLE_STEP),
    );
    logTailTables.set(degreesOfFreedom, table);
  }
  return table;
}

function interpolate(table: Float64Array, z: number): number {
  const position = z / TABLE_STEP;
  const last = table.length - 1;
  if (position < last) {
    const middle = Math.min(last - 1, Math.max(1, Math.round(position)));
    const part = position - middle;
    const left = table[middle - 1]!;
    const right = table[middle + 1]!;
    return table[middle]! + 0.5 * part * (right - left + part * (left + right - 2 * table[middle]!));
  }
  // As a power of z, which is what the tail of t is; ln p never leaves the range of numbers.
  const power = last * (table[last]! - table[last - 1]!);
  return Math.max(-690, table[last]! + power * Math.log(position / last));
}

const TAILS = [Number.POSITIVE_INFINITY, 60, 30, 20, 14, 10, 8, 6, 5, 4, 3];
/** Tails whose posterior lies this much (in ln) below the best are left out. */
const IMPOSSIBLE = 6;
/** Tail with which the scale is first found. */
const ROUGH_TAIL = 10;
/** Search for ln tau: first on a grid around the prior, then by parabolas. */
const WIDEST = 3;
const GRID_STEP = 0.5;
const FIRST_REACH = 0.35;
const SMALLEST_REACH = 0.12;
/** Rate of the exponential prior on 1/v: tails of a dozen degrees of freedom until the data speak. */
const TAIL_PRIOR_RATE = 8;
/** A likelihood of more units than this costs time and gains nothing. */
const MOST_UNITS = 3000;

/**
 * What the units themselves say of their honest reference, whatever is known of tails from elsewhere: nearly all of a fit's cost. One
 * evidence answers for any number of priors on the tails (fitOf).
 */
export interface HonestEvidence {
  readonly centre: number;
  readonly units: number;
  /** Units below the centre. */
  readonly below: number;
  readonly priorTau: number;
  /** The best natural spread of every tail, in the order of TAILS; none without units. */
  readonly tails: readonly TailFound[];
  readonly tailEvidence: Float64Array;
}

/**
 * @param estimates one per unit; NaN where there is none. @param variances their sampling variances.
 * @param priorTau2 natural variance to assume before the units are seen.
 * @param tailPrior ln weights of the tails from other samples of the same kind: sums of their `tailEvidence`.
 */
export function fitHonest(
  estimates: ArrayLike<number>,
  variances: ArrayLike<number>,
  priorTau2: number,
  tailPrior?: Float64Array,
): HonestFit {
  return fitOf(honestEvidence(estimates, variances, priorTau2), tailPrior);
}

/** @see fitHonest for the parameters. */
export function honestEvidence(
  estimates: ArrayLike<number>,
  variances: ArrayLike<number>,
  priorTau2: number,
): HonestEvidence {
  const sample = usable(estimates, variances);
  const units = sample.estimates.length;
  const priorTau = Math.sqrt(Math.max(priorTau2, 1e-12));
  if (units === 0) {
    return { centre: 0, units, below: 0, priorTau, tails: [], tailEvidence: new Float64Array(TAILS.length) };
  }
  // With a handful of units the centre is pulled to zero, where a residual from the region's own tables stands.
  const pull = units / (units + 4);
  // First only the scale, for the centre's weights: one middling tail tells it.
  const first = belowCentre(sample, excessFreeMedian(sample, priorTau ** 2) * pull);
  const rough = bestTau(first, priorTau, ROUGH_TAIL, Math.log(priorTau), true);
  const centre = excessFreeMedian(sample, rough.tau ** 2) * pull;
  const below = belowCentre(sample, centre);
  const tails = everyTail(below, priorTau);
  const highest = Math.max(...tails.map(({ value }) => value));
  return {
    centre,
    units,
    below: below.distances.length,
    priorTau,
    tails,
    tailEvidence: Float64Array.from(tails, ({ value }) => value - highest),
  };
}

/** @param tailPrior ln weights of the tails from other samples of the same kind: sums of their `tailEvidence`. */
export function fitOf(
  { centre, units, below, priorTau, tails, tailEvidence }: HonestEvidence,
  tailPrior?: Float64Array,
): HonestFit {
  const candidates = units === 0 ? priorCandidates(priorTau, tailPrior) : possibleTails(tails, below, tailPrior);
  const best = candidates[0]!;
  const possible = candidates.flatMap((candidate) => candidate.around);
  const highest = Math.max(...possible.map((candidate) => candidate.value));
  const likely = possible.filter((candidate) => candidate.value > highest - NEGLIGIBLE);
  const weights = likely.map((candidate) => Math.exp(candidate.value - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    centre,
    tau2: best.tau ** 2,
    degreesOfFreedom: best.tail,
    tails: likely.map((candidate, index) => ({
      degreesOfFreedom: candidate.tail,
      tau2: candidate.tau ** 2,
      weight: weights[index]! / total,
    })),
    tailEvidence,
    units,
  };
}

/** Units with an estimate and a variance, by ascending estimate. */
interface Sample {
  readonly estimates: Float64Array;
  readonly variances: Float64Array;
}

function usable(estimates: ArrayLike<number>, variances: ArrayLike<number>): Sample {
  const values = estimates instanceof Float64Array ? estimates : Float64Array.from(estimates);
  const spreads = variances instanceof Float64Array ? variances : Float64Array.from(variances);
  const all = new Int32Array(values.length);
  let found = 0;
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index]!) && spreads[index]! > 0) all[found++] = index;
  }
  const count = Math.min(found, MOST_UNITS);
  const step = found / Math.max(1, count);
  const kept = new Float64Array(count);
  const keptSpreads = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const from = all[Math.floor(index * step)]!;
    kept[index] = values[from]!;
    keptSpreads[index] = spreads[from]!;
  }
  const order = ascendingOrder(kept);
  const sample = { estimates: new Float64Array(count), variances: new Float64Array(count) };
  for (let index = 0; index < count; index++) {
    sample.estimates[index] = kept[order[index]!]!;
    sample.variances[index] = keptSpreads[order[index]!]!;
  }
  return sample;
}

/** Median of the estimates weighted by 1/scale, after the excess of the right tail over the left one is set aside. */
function excessFreeMedian({ estimates, variances }: Sample, tau2: number): number {
  const count = estimates.length;
  const scales = variances.map((variance) => Math.sqrt(variance + tau2));
  const reached = new Float64Array(count);
  let total = 0;
  for (let index = 0; index < count; index++) {
    total += 1 / scales[index]!;
    reached[index] = total;
  }
  const at = (share: number): number => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reached[middle]! >= share * total) high = middle;
      else low = middle + 1;
    }
    return estimates[low]!;
  };
  let centre = at(0.5);
  for (let round = 0; round < 2; round++) {
    let right = 0;
    let left = 0;
    for (let index = 0; index < count; index++) {
      const z = (estimates[index]! - centre) / scales[index]!;
      if (z > 1.5) right++;
      else if (z < -1.5) left++;
    }
    // Only what chance does not explain counts as an excess.
    const excess = Math.min(0.3, Math.max(0, (right - left - 0.5 * Math.sqrt(right + left)) / count));
    centre = at(0.5 * (1 - excess));
  }
  return centre;
}

interface Candidate {
  readonly tau: number;
  readonly tail: number;
  readonly value: number;
}

interface TailCandidate extends Candidate {
  /** Natural spreads around the best one, with their posterior values: a few units leave it open. */
  readonly around: readonly Candidate[];
}

/** Steps of ln tau around the best; with many units only the middle one keeps weight. */
const AROUND = [-0.9, -0.55, -0.25, 0, 0.25, 0.55, 0.9];
/** Combinations of tail and spread this much (in ln) below the best carry too little weight to be averaged over. */
const NEGLIGIBLE = 5;
/** From this many units on the spread is known well enough. */
const KNOWN_FROM = 500;

/** A tail with the spread that fits it best. */
interface TailFound extends Candidate {
  /** ln posterior of this tail with another natural spread. */
  readonly at: (tau: number) => number;
}

/** Units below the centre: their distances from it. */
interface Below {
  readonly distances: Float64Array;
  readonly variances: Float64Array;
}

function belowCentre({ estimates, variances }: Sample, centre: number): Below {
  let below = 0;
  while (below < estimates.length && estimates[below]! <= centre) below++;
  return {
    distances: estimates.subarray(0, below).map((estimate) => centre - estimate),
    variances: variances.subarray(0, below),
  };
}

function everyTail(below: Below, priorTau: number): TailFound[] {
  let start = Math.log(priorTau);
  return TAILS.map((tail, index) => {
    const best = bestTau(below, priorTau, tail, start, index === 0);
    // The next tail is a little heavier and its spread a little smaller.
    start = Math.log(best.tau);
    return { ...best, at: (tau) => logPosterior(below.distances, below.variances, priorTau, tail, tau) };
  });
}

/** The tails that the units and the prior leave possible, the best first. */
function possibleTails(tails: readonly TailFound[], below: number, tailPrior?: Float64Array): TailCandidate[] {
  const found = tails.map((each, index) => {
    const prior = priorOf(index, tailPrior);
    return { ...each, value: each.value + prior, prior };
  });
  const best = Math.max(...found.map(({ value }) => value));
  const steps = below < KNOWN_FROM ? AROUND : [0];
  return found
    .filter(({ value }) => value >= best - IMPOSSIBLE)
    .map(({ tau, tail, value, prior, at }) => ({
      tau,
      tail,
      value,
      around: steps.map((step) => {
        const near = tau * Math.exp(step);
        return { tau: near, tail, value: step === 0 ? value : at(near) + prior };
      }),
    }))
    .sort((a, b) => b.value - a.value);
}

/** ln prior of a tail: the data of other samples of the same kind, or light tails a little more likely than heavy ones. */
function priorOf(index: number, tailPrior?: Float64Array): number {
  return (tailPrior?.[index] ?? 0) - TAIL_PRIOR_RATE / TAILS[index]!;
}

function priorCandidates(priorTau: number, tailPrior?: Float64Array): TailCandidate[] {
  return TAILS.map((tail, index) => {
    const value = priorOf(index, tailPrior);
    const around = AROUND.map((step) => ({
      tau: priorTau * Math.exp(step),
      tail,
      value: value - 0.5 * (step / TAU_PRIOR_SD) ** 2,
    }));
    return { tau: priorTau, tail, value, around };
  }).sort((a, b) => b.value - a.value);
}

/**
 * The best ln tau for a given tail; the posterior is unimodal there. Parabolas through three points, from the best point of a
 * grid (`wide`) or from where the tail before had it.
 */
function bestTau(
  { distances, variances }: Below,
  priorTau: number,
  tail: number,
  start: number,
  wide: boolean,
): Candidate {
  const value = (logTau: number): number => logPosterior(distances, variances, priorTau, tail, Math.exp(logTau));
  let centre = start;
  let atCentre = value(centre);
  const widest = wide ? WIDEST : 0;
  for (let step = GRID_STEP; step <= widest; step += GRID_STEP) {
    for (const logTau of [start - step, start + step]) {
      const at = value(logTau);
      if (at <= atCentre) continue;
      atCentre = at;
      centre = logTau;
    }
  }
  let reach = FIRST_REACH;
  for (let step = 0; step < 6 && reach >= SMALLEST_REACH; step++) {
    const left = value(centre - reach);
    const right = value(centre + reach);
    const bend = left + right - 2 * atCentre;
    const outside = Math.max(left, right) > atCentre;
    const move = outside ? Math.sign(right - left) * reach : bend < 0 ? (0.5 * reach * (left - right)) / bend : 0;
    const moved = value(centre + move);
    if (moved > atCentre) {
      centre += move;
      atCentre = moved;
    }
    if (!outside) reach /= 3;
  }
  return { tau: Math.exp(centre), tail, value: atCentre };
}
