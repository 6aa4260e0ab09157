/** Raw statistics of one class, for the oracle: boundaries, task profile given the totals, likeness of pairs of papers. */
import type { Administration } from '../engine/administration.ts';
import type { ScoreGroups } from './score-tables.ts';

type Features = Readonly<Record<string, number>>;

/** Papers above against papers below the boundaries, windows of 1, 2 and 4 points, standardised by the region's share. */
export function boundaryFeatures(administration: Administration, papers: Int32Array): Features {
  const { thresholds, totals } = administration;
  if (thresholds === null) return {};
  const cuts = [thresholds[3], thresholds[4], thresholds[5]];
  const shares = regionShares(administration);
  const features: Record<string, number> = {};
  WINDOWS.forEach((window, at) => {
    let excess = 0;
    let spread = 1e-9;
    cuts.forEach((cut, index) => {
      let above = 0;
      let below = 0;
      for (const paper of papers) {
        const distance = totals[paper]! - cut;
        if (distance >= 0 && distance < Math.min(2, window)) above++;
        else if (distance < 0 && distance >= -window) below++;
      }
      const q = shares[at]![index]!;
      excess += above - (above + below) * q;
      spread += (above + below) * q * (1 - q);
    });
    features[`boundary${window}`] = excess / Math.sqrt(spread + 0.5);
    features[`boundary${window} share`] = (4 * excess) / Math.max(1, papers.length);
  });
  return features;
}

const WINDOWS = [1, 2, 4] as const;
const SHARES = new WeakMap<Administration, Float64Array[]>();

/** Per window and boundary: share of the papers of the window that stand above it, in the region. */
function regionShares(administration: Administration): Float64Array[] {
  const known = SHARES.get(administration);
  if (known !== undefined) return known;
  const { thresholds, totals } = administration;
  const cuts = thresholds === null ? [] : [thresholds[3], thresholds[4], thresholds[5]];
  const shares = WINDOWS.map((window) =>
    Float64Array.from(cuts, (cut) => {
      let above = 0;
      let below = 0;
      for (const total of totals) {
        const distance = total - cut;
        if (distance >= 0 && distance < Math.min(2, window)) above++;
        else if (distance < 0 && distance >= -window) below++;
      }
      return above / Math.max(1, above + below);
    }),
  );
  SHARES.set(administration, shares);
  return shares;
}

/** Residuals of the tasks given the totals: hardest and easiest thirds, extended tasks, unevenness, the extremes. */
export function profileFeatures(
  { tasks, scores, totals }: Administration,
  groups: ScoreGroups,
  papers: Int32Array,
): Features {
  const taskCount = tasks.length;
  const z = new Float64Array(taskCount);
  for (let task = 0; task < taskCount; task++) {
    let sum = 0;
    let spread = 0;
    for (const paper of papers) {
      const at = totals[paper]! * taskCount + task;
      sum += Math.max(0, scores[paper * taskCount + task]!) - groups.mean[at]!;
      spread += groups.variance[at]!;
    }
    // Natural differences between classes add about a quarter of the sampling variance at a class's size.
    z[task] = sum / Math.sqrt(spread + 0.05 * papers.length * spread + 1e-9);
  }
  const order = tasks.map((_, task) => task).sort((a, b) => groups.solved[a]! - groups.solved[b]!);
  const third = Math.max(1, Math.round(taskCount / 3));
  const meanOf = (members: readonly number[]): number =>
    members.length === 0 ? 0 : members.reduce((sum, task) => sum + z[task]!, 0) / Math.sqrt(members.length);
  const extended = order.filter((task) => tasks[task]!.response === 'extended');
  const sorted = z.slice().sort();
  const features: Record<string, number> = {
    hardest: meanOf(order.slice(0, third)),
    easiest: meanOf(order.slice(-third)),
    extended: meanOf(extended),
    extendedEasy: meanOf(extended.slice(-2)),
    hardestShort: meanOf(order.slice(0, third).filter((task) => tasks[task]!.response === 'short')),
    hardestLeast: Math.min(...order.slice(0, third).map((task) => z[task]!)),
    extendedLeast: Math.min(...extended.map((task) => z[task]!)),
    uneven: Math.sqrt(z.reduce((sum, value) => sum + value * value, 0) / taskCount),
    highest: sorted.at(-1)!,
    second: sorted.at(-2)!,
    lowest: sorted[0]!,
  };
  order.slice(0, 6).forEach((task, rank) => {
    features[`hard ${rank}`] = z[task]!;
  });
  return features;
}

/** Correlations of the papers' residuals, pair by pair, and equal papers. */
export function pairFeatures(
  { tasks, scores, totals }: Administration,
  groups: ScoreGroups,
  papers: Int32Array,
): Features {
  const taskCount = tasks.length;
  const n = papers.length;
  if (n < 4) return {};
  const residual = new Float64Array(n * taskCount);
  const equalMean = new Float64Array(taskCount);
  papers.forEach((paper, row) => {
    for (let task = 0; task < taskCount; task++) {
      const at = totals[paper]! * taskCount + task;
      const value =
        (Math.max(0, scores[paper * taskCount + task]!) - groups.mean[at]!) / Math.sqrt(groups.variance[at]! + 0.01);
      residual[row * taskCount + task] = value;
      equalMean[task]! += value / n;
    }
  });
  for (let row = 0; row < n; row++) {
    for (let task = 0; task < taskCount; task++) residual[row * taskCount + task]! -= equalMean[task]!;
  }
  const norm = Float64Array.from({ length: n }, (_, row) => {
    let sum = 1e-9;
    for (let task = 0; task < taskCount; task++) sum += residual[row * taskCount + task]! ** 2;
    return Math.sqrt(sum);
  });
  const correlations: number[] = [];
  const matches: number[] = [];
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      let product = 0;
      let same = 0;
      for (let task = 0; task < taskCount; task++) {
        product += residual[a * taskCount + task]! * residual[b * taskCount + task]!;
        if (scores[papers[a]! * taskCount + task] === scores[papers[b]! * taskCount + task]) same++;
      }
      correlations.push(product / (norm[a]! * norm[b]!));
      matches.push(same / taskCount);
    }
  }
  correlations.sort((x, y) => y - x);
  matches.sort((x, y) => y - x);
  return {
    pairs5: 4 * topMean(correlations, 0.05),
    pairs15: 4 * topMean(correlations, 0.15),
    pairs40: 4 * topMean(correlations, 0.4),
    pairSpread: 8 * Math.sqrt(correlations.reduce((sum, value) => sum + value * value, 0) / correlations.length),
    matches5: 4 * topMean(matches, 0.05),
    matches: 4 * topMean(matches, 1),
  };
}

/** Mean of the largest `share` of descending values. */
function topMean(descending: readonly number[], share: number): number {
  const count = Math.max(1, Math.round(share * descending.length));
  return descending.slice(0, count).reduce((sum, value) => sum + value, 0) / count;
}
