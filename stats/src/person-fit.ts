/**
 * Person fit without a model: how far a pattern of right (1) and wrong (0) answers is from «easy tasks right, hard tasks wrong».
 *
 * What it answers: which papers to read first. On real data with known cheating each of these indices is near chance for a single
 * pupil, and with 15 tasks their reliability is low: never a statement about a pupil; averages over a class carry more.
 * Formulas: each function. Figures agree with PerFit 1.4.6 (person-fit.test.ts). Assumptions: tasks are ordered alike for everyone
 * (the shares of right answers are of the same region); of the statistics only ZU3 claims a distribution, and a rough one.
 * Minimum sample: 100 papers for the shares; 10 tasks. A pattern of all right or all wrong has nothing to compare: NaN, save G.
 * How it can be wrong: tasks with equal shares have no order (they keep the order of the test); guessing and carelessness of
 * honest pupils look the same as help.
 */

/** A pattern: 0 or 1 for each task. */
export type Pattern = ArrayLike<number>;

/** Shares of right answers of each task, strictly between 0 and 1, and the tasks from the easiest to the hardest. */
export interface Popularity {
  readonly shares: Float64Array;
  readonly order: Int32Array;
}

/** @throws RangeError where a task was solved by nobody or by everybody: such a task says nothing and must be left out. */
export function popularity(right: ArrayLike<number>, papers: number): Popularity {
  const shares = Float64Array.from(right, (count) => count / papers);
  if (shares.some((share) => !(share > 0 && share < 1)))
    throw new RangeError('a task solved by nobody or by everybody');
  return { shares, order: Int32Array.from(shares.keys()).sort((a, b) => shares[b]! - shares[a]! || a - b) };
}

function rightAnswers(pattern: Pattern): number {
  let count = 0;
  for (let task = 0; task < pattern.length; task++) count += pattern[task]!;
  return count;
}

/** Pairs of tasks with the easier one wrong and the harder one right. Guttman 1944; 0 for a perfect pattern. */
export function guttmanErrors(pattern: Pattern, { order }: Popularity): number {
  let wrong = 0;
  let errors = 0;
  for (const task of order) {
    if (pattern[task] === 0) wrong++;
    else errors += wrong;
  }
  return errors;
}

/** G / (r (I - r)), 0..1: the share of the pairs that could be errors. Van der Flier 1977. */
export function guttmanErrorShare(pattern: Pattern, popular: Popularity): number {
  const right = rightAnswers(pattern);
  return guttmanErrors(pattern, popular) / (right * (pattern.length - right));
}

/** Sums of a task's weight over the pattern, the `right` easiest tasks, and the `right` hardest. */
function weightSums(pattern: Pattern, { order }: Popularity, weights: Float64Array) {
  const right = rightAnswers(pattern);
  let own = 0;
  let easiest = 0;
  let hardest = 0;
  order.forEach((task, position) => {
    own += pattern[task]! * weights[task]!;
    if (position < right) easiest += weights[task]!;
    if (position >= order.length - right) hardest += weights[task]!;
  });
  return { right, own, easiest, hardest };
}

const logit = (share: number): number => Math.log(share / (1 - share));

/** U3 = (max W - W) / (max W - min W), W = sum x_i logit(share_i), 0..1. Van der Flier 1982, J. Cross-Cult. Psychol. 13:267. */
export function u3(pattern: Pattern, popular: Popularity): number {
  const { own, easiest, hardest } = weightSums(pattern, popular, popular.shares.map(logit));
  return (easiest - own) / (easiest - hardest);
}

/**
 * ZU3 = (E(W | r) - W) / sd(W | r): U3 standardised by its expectation given the number of right answers, when answers are independent
 * with the tasks' shares: E = sum s w + c (r - sum s) / v, Var = sum s (1 - s) w^2 - c^2 / v, c = sum s (1 - s) w, v = sum s (1 - s).
 * Van der Flier 1982. Its normality is poor below 20 tasks.
 */
export function zu3(pattern: Pattern, popular: Popularity): number {
  const { shares } = popular;
  const weights = shares.map(logit);
  const { right, own, easiest, hardest } = weightSums(pattern, popular, weights);
  if (easiest === hardest) return Number.NaN;
  let mean = 0;
  let expectedRight = 0;
  let v = 0;
  let c = 0;
  let square = 0;
  shares.forEach((share, task) => {
    const weight = weights[task]!;
    const variance = share * (1 - share);
    mean += share * weight;
    expectedRight += share;
    v += variance;
    c += variance * weight;
    square += variance * weight * weight;
  });
  return (mean + (c * (right - expectedRight)) / v - own) / Math.sqrt(square - (c * c) / v);
}

/** Sato's caution index C = 1 - cov(x, shares) / cov(perfect pattern with as many right answers, shares); 0 is perfect. Sato 1975. */
export function satoCaution(pattern: Pattern, popular: Popularity): number {
  const { right, own, easiest } = weightSums(pattern, popular, popular.shares);
  const mean = popular.shares.reduce((sum, share) => sum + share, 0) / popular.shares.length;
  return 1 - (own - right * mean) / (easiest - right * mean);
}

/** Modified caution index C* = (max W - W) / (max W - min W), W = sum x_i share_i, 0..1. Harnisch & Linn 1981, J. Educ. Meas. 18:133. */
export function modifiedCaution(pattern: Pattern, popular: Popularity): number {
  const { own, easiest, hardest } = weightSums(pattern, popular, popular.shares);
  return (easiest - own) / (easiest - hardest);
}

/**
 * HT = sum_q cov(x_p, x_q) / sum_q max cov(x_p, x_q), over the other papers q: 1 when the pattern is ordered as theirs, 0 when it has
 * nothing in common with them. Sijtsma & Meijer 1992, Appl. Psychol. Meas. 16:149. From the margins alone.
 *
 * @param right papers with each task right; `totals` papers by number of right answers; the paper itself is among them.
 */
export function hT(pattern: Pattern, right: ArrayLike<number>, totals: ArrayLike<number>): number {
  const tasks = pattern.length;
  const own = rightAnswers(pattern) / tasks;
  let together = 0;
  for (let task = 0; task < tasks; task++) together += (pattern[task]! * (right[task]! - pattern[task]!)) / tasks;
  let others = -own;
  let most = -own * (1 - own);
  for (let r = 0; r < totals.length; r++) {
    const share = r / tasks;
    others += totals[r]! * share;
    most += totals[r]! * Math.min(own, share) * (1 - Math.max(own, share));
  }
  return (together - own * others) / most;
}
