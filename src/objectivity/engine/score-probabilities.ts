/**
 * Probability of every task score within every score group, smoothed over neighbouring totals, and the shift in logits
 * that turns the region's probabilities into those of one class.
 *
 * Shift: b solves sum over papers (x - E[x | group, b]) = b / prior variance, P(k | group, b) ~ P(k | group) exp(b k):
 * the posterior mode of a class x task effect. On this scale honest effects are symmetric, while in points an easy or a
 * hard task bends them; that is why profiles are taken from the shifts.
 * Source: exponential tilting of the conditional distribution, as in the Rasch model's logit shift (Rasch 1960).
 */
import type { Papers } from './papers.ts';
import type { ScoreGroups } from './score-groups.ts';

export interface ScoreProbabilities {
  /** Scores 0..max of all tasks side by side: task i starts at offsets[i]. */
  readonly width: number;
  readonly offsets: Int32Array;
  /** groups x width. */
  readonly probabilities: Float64Array;
}

/** A group's own counts are blended with this many papers of its neighbours. */
const NEIGHBOUR_PAPERS = 8;
/** Weight of totals one and two points away among the neighbours. */
const NEIGHBOUR_WEIGHTS = [1, 0.6, 0.25];

export function scoreProbabilities(papers: Papers, groups: ScoreGroups): ScoreProbabilities {
  const { taskCount, points, size } = papers;
  const tasks = papers.administration.tasks;
  const offsets = new Int32Array(taskCount + 1);
  for (let task = 0; task < taskCount; task++) offsets[task + 1] = offsets[task]! + tasks[task]!.max + 1;
  const width = offsets[taskCount]!;
  const counts = new Int32Array(groups.groupCount * width);
  for (let paper = 0; paper < size; paper++) {
    const group = groups.groupOf[paper]!;
    if (group < 0) continue;
    const into = group * width;
    for (let task = 0; task < taskCount; task++) {
      const at = into + offsets[task]! + points[paper * taskCount + task]!;
      counts[at] = counts[at]! + 1;
    }
  }
  const probabilities = new Float64Array(counts.length);
  const totals = papers.maximum + 1;
  const blended = new Float64Array(width);
  for (let group = 0; group < groups.groupCount; group++) {
    if (groups.sizes[group] === 0) continue;
    const total = group % totals;
    blended.fill(0);
    let weightSum = 0;
    for (let distance = -2; distance <= 2; distance++) {
      if (total + distance < 0 || total + distance >= totals) continue;
      const neighbour = group + distance;
      const weight = NEIGHBOUR_WEIGHTS[Math.abs(distance)]!;
      weightSum += weight * groups.sizes[neighbour]!;
      for (let at = 0; at < width; at++) blended[at] = blended[at]! + weight * counts[neighbour * width + at]!;
    }
    const n = groups.sizes[group]!;
    for (let at = 0; at < width; at++) {
      probabilities[group * width + at] =
        (counts[group * width + at]! + (NEIGHBOUR_PAPERS * blended[at]!) / weightSum) / (n + NEIGHBOUR_PAPERS);
    }
  }
  return { width, offsets, probabilities };
}

/** A class that makes up more than this share of a score group is taken out of the group's probabilities. */
const OWN_SHARE = 0.02;

/**
 * Score probabilities of every pupil of one class, papers x width: those of the pupil's score group, without the class's own
 * papers where they are a noticeable part of it; otherwise a class of identical papers would be its own explanation.
 *
 * @param groupOf score group of each paper of the class. @param points its papers x tasks.
 * @param counted whether the class's papers are part of the table (simulated ones are not).
 */
export function classProbabilities(
  table: ScoreProbabilities,
  groups: Pick<ScoreGroups, 'sizes'>,
  taskCount: number,
  groupOf: Int32Array,
  points: Int8Array,
  counted: boolean,
): Float64Array {
  const { width, offsets, probabilities } = table;
  const rows = new Float64Array(groupOf.length * width);
  groupOf.forEach((group, pupil) => {
    const row = rows.subarray(pupil * width, (pupil + 1) * width);
    row.set(probabilities.subarray(group * width, (group + 1) * width));
    if (!counted) return;
    let own = 0;
    for (const other of groupOf) if (other === group) own++;
    const size = groups.sizes[group]!;
    if (own <= OWN_SHARE * size) return;
    const all = size + NEIGHBOUR_PAPERS;
    groupOf.forEach((other, classmate) => {
      if (other !== group) return;
      for (let task = 0; task < taskCount; task++) {
        const at = offsets[task]! + points[classmate * taskCount + task]!;
        row[at] = row[at]! - 1 / all;
      }
    });
    const rest = all / (all - own);
    for (let at = 0; at < width; at++) row[at] = Math.max(1e-6, row[at]! * rest);
  });
  return rows;
}

/** Spread that a class x task effect is allowed before it is held back, logits. */
const SHIFT_PRIOR_VARIANCE = 0.5 ** 2;
const NEWTON_STEPS = 5;

/**
 * Shift of every task in one class, logits.
 * @param rows score probabilities of its pupils (classProbabilities). @param points its papers x tasks.
 * @param into receives taskCount values.
 */
export function taskShifts(
  rows: Float64Array,
  table: Pick<ScoreProbabilities, 'width' | 'offsets'>,
  taskCount: number,
  points: Int8Array,
  into: Float64Array,
): void {
  const { offsets, width } = table;
  const count = rows.length / width;
  for (let task = 0; task < taskCount; task++) {
    const levels = offsets[task + 1]! - offsets[task]!;
    let shift = 0;
    for (let step = 0; step < NEWTON_STEPS; step++) {
      const factor = Math.exp(shift);
      let residual = -shift / SHIFT_PRIOR_VARIANCE;
      let information = 1 / SHIFT_PRIOR_VARIANCE;
      for (let pupil = 0; pupil < count; pupil++) {
        const at = pupil * width + offsets[task]!;
        let mass = rows[at]!;
        let first = 0;
        let second = 0;
        let tilt = 1;
        for (let score = 1; score < levels; score++) {
          tilt *= factor;
          const weight = rows[at + score]! * tilt;
          mass += weight;
          first += score * weight;
          second += score * score * weight;
        }
        const mean = first / mass;
        residual += points[pupil * taskCount + task]! - mean;
        information += second / mass - mean * mean;
      }
      const change = residual / information;
      shift += Math.max(-1, Math.min(1, change));
      if (Math.abs(change) < 1e-3) break;
    }
    into[task] = shift;
  }
}
