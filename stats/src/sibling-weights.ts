/**
 * Selection of members (classes) of families (schools) by weighted Benjamini-Hochberg: a member of a family in which others look odd is
 * asked for less evidence, one of a quiet family for more, as far as the sample itself shows that odd ones come together.
 *
 * What it answers: which members to signal so that the expected share of false ones stays at or below `rate`, when odd members may
 * or may not keep to few families.
 *
 * Formula: s_c = Simes p of the other members of c's family; two groups, s_c <= .05 and the rest. Odd members of a group:
 * o_g = max(0, #{p <= .01} - .01 n_g) against those it would have if odd ones were spread evenly, e_g = n_g o / n: weights
 * proportional to (o_g + A) / (e_g + A), A = 10 odd members' worth of doubt, within [1/3, 3], then brought to mean one; Benjamini-Hochberg on p / w.
 * Source: weighted p, Genovese, Roeder & Wasserman 2006, Biometrika 93:509; weights from the shares of groups, Hu, Zhao & Zhou 2010,
 * J. Am. Stat. Assoc. 105:1215; a covariate that is independent of an honest member's own p, Ignatiadis & Huber 2021, J. R. Stat. Soc. B 83:720.
 * Assumptions: an honest member's p does not depend on those of its family. Minimum sample: none; with few members the weights are one.
 * How it can be wrong: members that are odd together for an honest reason lend one another weight.
 */
import { benjaminiHochbergThreshold } from './false-discovery.ts';

/** A family shows something when the Simes p of its other members is at most this. */
const SHOWS = 0.05;
/** Odd members are counted where p is at most this. */
const ODD = 0.01;
/** Odd members' worth of doubt that they come together at all: a sample with few of them has weights near one. */
const DOUBT = 10;
const HEAVIEST = 3;

/** @param p one per member. @param familyOf family of each, any integers. @returns 1 where rejected. */
export function siblingRejections(
  p: readonly number[] | Float64Array,
  familyOf: readonly number[] | Int32Array,
  rate: number,
): Uint8Array {
  const weights = siblingWeights(p, familyOf);
  const weighted = Float64Array.from(p, (value, member) => value / weights[member]!);
  const threshold = benjaminiHochbergThreshold(weighted, rate);
  return Uint8Array.from(weighted, (value) => (value <= threshold ? 1 : 0));
}

/** Weight of each member; their mean is one. */
export function siblingWeights(
  p: readonly number[] | Float64Array,
  familyOf: readonly number[] | Int32Array,
): Float64Array {
  const shows = siblingEvidence(p, familyOf).map((value) => (value <= SHOWS ? 1 : 0));
  const sizes = [0, 0];
  const odd = [0, 0];
  for (let member = 0; member < p.length; member++) {
    const group = shows[member]!;
    sizes[group]! += 1;
    if (p[member]! <= ODD) odd[group]! += 1;
  }
  const common = excess(odd[0]! + odd[1]!, p.length) / Math.max(1, p.length);
  const raw = sizes.map((size, group) => {
    const ratio = (excess(odd[group]!, size) + DOUBT) / (common * size + DOUBT);
    return Math.min(HEAVIEST, Math.max(1 / HEAVIEST, ratio));
  });
  const mean = (raw[0]! * sizes[0]! + raw[1]! * sizes[1]!) / p.length;
  return Float64Array.from(p, (_, member) => raw[shows[member]!]! / mean);
}

/** Simes p of the other members of each one's family; 1 where there are none. Simes 1986, Biometrika 73:751. */
export function siblingEvidence(
  p: readonly number[] | Float64Array,
  familyOf: readonly number[] | Int32Array,
): Float64Array {
  const families = new Map<number, number[]>();
  for (let member = 0; member < p.length; member++) {
    const own = families.get(familyOf[member]!);
    if (own === undefined) families.set(familyOf[member]!, [member]);
    else own.push(member);
  }
  const evidence = new Float64Array(p.length).fill(1);
  for (const own of families.values()) {
    const others = own.length - 1;
    if (others === 0) continue;
    own.sort((a, b) => p[a]! - p[b]!);
    // Without the member at a place, those before it keep their rank and those after it move up by one.
    const after = new Float64Array(own.length + 1).fill(1);
    for (let place = own.length - 1; place > 0; place--) {
      after[place] = Math.min(after[place + 1]!, (p[own[place]!]! * others) / place);
    }
    let before = 1;
    own.forEach((member, place) => {
      evidence[member] = Math.min(before, after[place + 1]!);
      before = Math.min(before, (p[member]! * others) / (place + 1));
    });
  }
  return evidence;
}

/** Odd members beyond those that chance puts there. */
function excess(found: number, of: number): number {
  return Math.max(0, found - ODD * of);
}
