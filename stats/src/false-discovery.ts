/**
 * Benjamini-Hochberg: which of many hypotheses to reject so that the expected share of false ones among the rejected
 * stays at or below `rate`.
 *
 * Formula: reject the k smallest p, k the largest with p_(k) <= k * rate / m. Source: Benjamini & Hochberg 1995,
 * J. R. Stat. Soc. B 57:289. Assumes independent or positively dependent p.
 *
 * @returns the largest rejected p, so that `p <= threshold` decides; -1 when nothing is rejected.
 */
export function benjaminiHochbergThreshold(p: readonly number[] | Float64Array, rate: number): number {
  const sorted = Float64Array.from(p).sort();
  let threshold = -1;
  for (let k = 0; k < sorted.length; k++) {
    if (sorted[k]! <= ((k + 1) * rate) / sorted.length) threshold = sorted[k]!;
  }
  return threshold;
}

/**
 * Adjusted p (q-values of the same procedure): the smallest rate at which each hypothesis would be rejected.
 * Agrees with R's p.adjust(method = "BH").
 */
export function benjaminiHochbergAdjusted(p: readonly number[] | Float64Array): Float64Array {
  const count = p.length;
  const order = Array.from({ length: count }, (_, index) => index).sort((a, b) => p[b]! - p[a]!);
  const adjusted = new Float64Array(count);
  let smallest = 1;
  order.forEach((index, position) => {
    smallest = Math.min(smallest, (p[index]! * count) / (count - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}

/**
 * Two-stage selection: first families (schools), each by its Simes p, then members (classes) inside the selected ones.
 *
 * Formula: family p = min over i of p_(i) n / i; families by Benjamini-Hochberg at `rate`; inside a selected family
 * Benjamini-Hochberg at rate * selected / families.
 * Source: Simes 1986, Biometrika 73:751; Benjamini & Bogomolov 2014, J. R. Stat. Soc. B 76:297: the expected share of false
 * ones, averaged over the selected families, stays at or below `rate` for independent families.
 *
 * @param p one per member. @param familyOf family of each, 0-based. @returns 1 where rejected.
 */
export function familyRejections(
  p: readonly number[] | Float64Array,
  familyOf: readonly number[] | Int32Array,
  rate: number,
): Uint8Array {
  const rejected = new Uint8Array(p.length);
  const families = new Map<number, number[]>();
  for (let member = 0; member < p.length; member++) {
    const own = families.get(familyOf[member]!);
    if (own === undefined) families.set(familyOf[member]!, [member]);
    else own.push(member);
  }
  const members = [...families.values()];
  for (const own of members) own.sort((a, b) => p[a]! - p[b]!);
  const simes = members.map((own) =>
    own.reduce((smallest, member, index) => Math.min(smallest, (p[member]! * own.length) / (index + 1)), 1),
  );
  const threshold = benjaminiHochbergThreshold(simes, rate);
  const selected = members.filter((_, family) => simes[family]! <= threshold);
  const inner = (rate * selected.length) / Math.max(1, members.length);
  for (const own of selected) {
    const limit = benjaminiHochbergThreshold(
      own.map((member) => p[member]!),
      inner,
    );
    for (const member of own) if (p[member]! <= limit) rejected[member] = 1;
  }
  return rejected;
}
