/**
 * Local false-discovery rate: the probability that a unit with exactly this p is an honest one.
 *
 * Formula: lfdr(p) = pi0 / f(p), f the decreasing density of the p-values (honest ones are uniform, the others
 * pile up near zero), estimated by Grenander: the slope of the least concave majorant of their distribution function.
 * Source: Efron 2010, Large-Scale Inference, ch. 5; Strimmer 2008, BMC Bioinformatics 9:303 (Grenander estimator);
 * the share of honest units pi0 after Storey 2002, J. R. Stat. Soc. B 64:479, read at 0.5.
 *
 * A density cannot be estimated from a handful of units, so the estimate is blended, on the log odds, with the bound
 * -e p ln p on the Bayes factor (Sellke, Bayarri & Berger 2001, Am. Stat. 55:62) at prior odds of one in ten; that bound
 * weighs as much as `PRIOR_UNITS` units do.
 *
 * How it can be wrong: p that are not uniform for honest units make it wrong in the same direction.
 */
const PRIOR_UNITS = 100;
const PRIOR_SHARE = 0.1;

/** @returns one probability per p, never decreasing in p. */
export function localFalseDiscoveryRate(p: readonly number[] | Float64Array): Float64Array {
  const count = p.length;
  const result = new Float64Array(count);
  if (count === 0) return result;
  const order = Array.from({ length: count }, (_, index) => index).sort((a, b) => p[a]! - p[b]!);
  const aboveHalf = order.reduce((sum, index) => sum + (p[index]! > 0.5 ? 1 : 0), 0);
  const pi0 = Math.min(1, (2 * (aboveHalf + 1)) / count);
  const density = grenanderDensity(order.map((index) => p[index]!));
  const weight = count / (count + PRIOR_UNITS);
  let largest = 0;
  order.forEach((index, position) => {
    const fromUnits = Math.min(1, pi0 / density[position]!);
    const fromBound = boundedLfdr(p[index]!);
    const logit = weight * logOdds(fromUnits) + (1 - weight) * logOdds(fromBound);
    largest = Math.max(largest, Math.min(1, 1 / (1 + Math.exp(-logit))));
    result[index] = largest;
  });
  return result;
}

/** Density of ascending p in [0, 1] by the least concave majorant of (0,0), (p_k, k/n), (1,1). */
export function grenanderDensity(sorted: readonly number[]): Float64Array {
  const count = sorted.length;
  const x = [0, ...sorted, 1];
  const y = [0, ...sorted.map((_, index) => (index + 1) / count), 1];
  const hull: number[] = [0];
  for (let index = 1; index < x.length; index++) {
    if (x[index]! <= x[hull.at(-1)!]! && index < x.length - 1) {
      // Equal p: only the highest point of the step belongs to the majorant.
      if (hull.length > 1) hull.pop();
      else continue;
    }
    while (hull.length > 1) {
      const last = hull.at(-1)!;
      const before = hull.at(-2)!;
      const slopeBefore = (y[last]! - y[before]!) / Math.max(1e-300, x[last]! - x[before]!);
      const slopeNow = (y[index]! - y[last]!) / Math.max(1e-300, x[index]! - x[last]!);
      if (slopeNow < slopeBefore) break;
      hull.pop();
    }
    hull.push(index);
  }
  const density = new Float64Array(count);
  let segment = 1;
  for (let index = 0; index < count; index++) {
    while (segment < hull.length - 1 && x[hull[segment]!]! < sorted[index]!) segment++;
    const from = hull[segment - 1]!;
    const to = hull[segment]!;
    density[index] = (y[to]! - y[from]!) / Math.max(1e-300, x[to]! - x[from]!);
  }
  return density;
}

function boundedLfdr(p: number): number {
  const bounded = p < 1 / Math.E ? -Math.E * Math.max(p, 1e-300) * Math.log(Math.max(p, 1e-300)) : 1;
  return 1 / (1 + PRIOR_SHARE / (1 - PRIOR_SHARE) / bounded);
}

function logOdds(probability: number): number {
  const safe = Math.min(1 - 1e-9, Math.max(1e-12, probability));
  return Math.log(safe / (1 - safe));
}
