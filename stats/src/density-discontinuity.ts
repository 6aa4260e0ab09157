/**
 * Discontinuity of a density at a point, by local polynomials of the empirical distribution function.
 *
 * What it answers: does a continuous quantity (a share, a mean, an income) have more values just above a cut than just below?
 * Formula: on either side of the cut the empirical distribution function is regressed on 1, x, ..., x^q with triangular weights
 * (1 - |x|/h)/h; the slope at the cut is the density there; T = (f+ - f-)/sqrt(V). V: each value moves the distribution function at all values after
 * it, L_ij = sum_{k after i} w_k x_k^j/(n - 1); V = S^-1 L'L S^-1 with both sides in one matrix. q = 3 corrects the bias of bandwidths
 * that are best for p = 2.
 * Bandwidths: h = (var/(2 p bias^2))^(1/(2p+1)) for the left and the right density, their difference and their sum, from pilots by
 * a normal reference; left: the median of left, difference and sum, right likewise; never less than 23 different values reach.
 * Source: Cattaneo, Jansson & Ma 2020, «Simple local polynomial density estimators», J. Am. Stat. Assoc. 115:1449; test 2018, Stata J. 18:234.
 * Assumptions: a continuous quantity. Minimum sample: 25 values on either side (else null). Units: density per unit of x.
 * How it can be wrong: on whole-number scores it fires at points where nothing is (its own figures on the Polish examination: p = 1e-176 at 11 points). For
 * scores use three-point.ts; this one is for quantities that are really continuous.
 */
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { normalUpperTail } from './normal.ts';

export interface DensityDiscontinuity {
  readonly t: number;
  /** Two-sided. */
  readonly p: number;
  readonly left: number;
  readonly right: number;
  readonly bandwidths: { readonly left: number; readonly right: number };
}

const ORDER = 2;
const LEAST_VALUES = 25;
/** Different values that a bandwidth reaches at least, beyond the order. */
const REACH = 20;
/** Constants of the pilots' best bandwidths, uniform weights, order 2: of the third derivative and of the density. */
const PILOT_DERIVATIVE = 3_430_865.4551236178;
const PILOT_DENSITY = 548.5714285715546;

/** @returns null where there are too few values on a side. */
export function densityDiscontinuity(values: ArrayLike<number>, cut: number): DensityDiscontinuity | null {
  const x = Float64Array.from(values, (value) => value - cut).sort();
  const below = lowerBound(x, 0);
  if (below < LEAST_VALUES || x.length - below < LEAST_VALUES) return null;
  const bandwidths = chooseBandwidths(x);
  if (bandwidths === null) return null;
  const fit = fitSides(x, bandwidths.left, bandwidths.right, ORDER + 1, 1);
  if (fit === null) return null;
  const t = (fit.coefficient.right - fit.coefficient.left) / Math.sqrt(fit.variance.difference);
  return {
    t,
    p: Math.min(1, 2 * normalUpperTail(Math.abs(t))),
    left: fit.coefficient.left,
    right: fit.coefficient.right,
    bandwidths,
  };
}

interface Four {
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  readonly sum: number;
}

function chooseBandwidths(x: Float64Array): { readonly left: number; readonly right: number } | null {
  const n = x.length;
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const z = mean / sd;
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  const unique = x.filter((value, index) => index === 0 || value !== x[index - 1]);
  const leftMost = -unique[0]!;
  const rightMost = unique.at(-1)!;
  const reach = (count: number): { left: number; right: number } => ({
    left: Math.max(nearest(x, -1, count), nearest(unique, -1, count)),
    right: Math.max(nearest(x, 1, count), nearest(unique, 1, count)),
  });
  // Normal reference: H4 and H2 are the derivatives that the two pilots need.
  const pilot = (hermite: number, constant: number, power: number, count: number): number => {
    const best = sd * (constant / (hermite ** 2 * density) / n) ** (1 / power);
    const least = reach(count);
    return Math.max(Math.min(best, Math.max(leftMost, rightMost)), least.left, least.right);
  };
  const forDerivative = pilot(
    z ** 4 - 6 * z * z + 3,
    ((2 * ORDER + 1) / 4) * PILOT_DERIVATIVE,
    2 * ORDER + 5,
    REACH + ORDER + 3,
  );
  const forDensity = pilot(z * z - 1, PILOT_DENSITY / (2 * ORDER), 2 * ORDER + 1, REACH + ORDER + 1);
  const derivative = fitSides(x, forDerivative, forDerivative, ORDER + 2, ORDER + 1);
  const densityFit = fitSides(x, forDensity, forDensity, ORDER, 1);
  if (derivative === null || densityFit === null) return null;
  const factor = boundaryBias();
  const bias = { left: derivative.coefficient.left * factor, right: derivative.coefficient.right * factor };
  const width = (variance: number, biasOf: number): number =>
    ((forDensity * variance) / (2 * ORDER * biasOf * biasOf)) ** (1 / (2 * ORDER + 1));
  const least = reach(REACH + ORDER + 1);
  const both = Math.max(least.left, least.right);
  const widest = Math.max(leftMost, rightMost);
  const { variance } = densityFit;
  const left = Math.max(Math.min(width(variance.left, bias.left), leftMost), least.left);
  const right = Math.max(Math.min(width(variance.right, bias.right), rightMost), least.right);
  const difference = Math.max(Math.min(width(variance.difference, bias.right - bias.left), widest), both);
  const sum = Math.max(Math.min(width(variance.sum, bias.right + bias.left), widest), both);
  return { left: middle(left, difference, sum), right: middle(right, difference, sum) };
}

interface SidesFit {
  /** Coefficient of the power asked for. */
  readonly coefficient: { readonly left: number; readonly right: number };
  /** Variances of the slopes. */
  readonly variance: Four;
}

/** Both sides' polynomials of the distribution function within the bandwidths, with the covariance of their slopes. */
function fitSides(x: Float64Array, left: number, right: number, order: number, power: number): SidesFit | null {
  const n = x.length;
  const from = lowerBound(x, -left);
  const to = upperBound(x, right);
  const zero = lowerBound(x, 0);
  const size = order + 1;
  const row = new Float64Array(size);
  const fill = (value: number, width: number): number => {
    const u = value / width;
    row[0] = 1;
    for (let j = 1; j < size; j++) row[j] = row[j - 1]! * u;
    return (1 - Math.abs(u)) / width;
  };
  const one = (start: number, end: number, width: number) => {
    const information = new Float64Array(size * size);
    const moments = new Float64Array(size);
    for (let i = start; i < end; i++) {
      const weight = fill(x[i]!, width);
      // Equal values share the distribution function after the last of them.
      const y = (upperBound(x, x[i]!) - 1) / (n - 1);
      for (let a = 0; a < size; a++) {
        moments[a]! += weight * row[a]! * y;
        for (let b = 0; b < size; b++) information[a * size + b]! += weight * row[a]! * row[b]!;
      }
    }
    const factor = choleskyFactor(information, size);
    if (factor === null) return null;
    const unit = new Float64Array(size);
    unit[1] = 1;
    return {
      coefficient: choleskySolve(factor, size, moments)[power]! / width ** power,
      slope: choleskySolve(factor, size, unit).map((value) => value / width),
    };
  };
  const below = one(from, zero, left);
  const above = one(zero, to, right);
  if (below === null || above === null) return null;
  // Influence of each value on the two slopes: what all values after it carry.
  let [carriedBelow, carriedAbove] = [0, 0];
  let [tiedBelow, tiedAbove] = [0, 0];
  const sums = [0, 0, 0] as [number, number, number];
  for (let end = to; end > from; ) {
    let start = end - 1;
    while (start > from && x[start - 1] === x[end - 1]) start--;
    const isBelow = start < zero;
    const weight = fill(x[start]!, isBelow ? left : right);
    const { slope } = isBelow ? below : above;
    const own = (weight * row.reduce((sum, value, j) => sum + value * slope[j]!, 0)) / (n - 1);
    // Among equal values, all but the first come after it.
    tiedBelow = carriedBelow + (isBelow ? own * (end - start - 1) : 0);
    tiedAbove = carriedAbove + (isBelow ? 0 : own * (end - start - 1));
    sums[0] += (end - start) * tiedBelow * tiedBelow;
    sums[1] += (end - start) * tiedAbove * tiedAbove;
    sums[2] += (end - start) * tiedBelow * tiedAbove;
    if (isBelow) carriedBelow += own * (end - start);
    else carriedAbove += own * (end - start);
    end = start;
  }
  const [a, b, c] = sums;
  return {
    coefficient: { left: below.coefficient, right: above.coefficient },
    variance: { left: a, right: b, difference: a + b - 2 * c, sum: a + b + 2 * c },
  };
}

/** Bias of a boundary slope of order 2 per unit of the third coefficient: second row of S^-1 c, triangular weights on [0, 1]. */
function boundaryBias(): number {
  const size = ORDER + 1;
  const information = Float64Array.from({ length: size * size }, (_, at) =>
    moment(Math.floor(at / size) + (at % size)),
  );
  const next = Float64Array.from({ length: size }, (_, k) => moment(k + ORDER + 1));
  return choleskySolve(choleskyFactor(information, size)!, size, next)[1]!;
}

/** Integral of u^k (1 - u) over [0, 1]. */
function moment(k: number): number {
  return 1 / (k + 1) - 1 / (k + 2);
}

function middle(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/** Distance to the count-th value from zero on one side; to the last where there are fewer. */
function nearest(sorted: Float64Array, side: -1 | 1, count: number): number {
  const zero = lowerBound(sorted, 0);
  return side < 0 ? -sorted[Math.max(0, zero - count)]! : sorted[Math.min(sorted.length, zero + count) - 1]!;
}

/** First index with a value not below `value`. */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const at = (low + high) >> 1;
    if (sorted[at]! < value) low = at + 1;
    else high = at;
  }
  return low;
}

/** First index with a value above `value`. */
function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const at = (low + high) >> 1;
    if (sorted[at]! <= value) low = at + 1;
    else high = at;
  }
  return low;
}
