/**
 * Log-likelihood, expected counts and information of conditional estimation, from sums of positive products only.
 *
 * Given total r, P(x_i = k) = eps_ik gamma^(i)_{r-k} / gamma_r and P(x_i = k, x_j = l) = eps_ik eps_jl gamma^(ij)_{r-k-l} / gamma_r. The
 * joint sums over totals are formed by correlating n_r / gamma_r with the tasks after i, then between j and i, then before j, so that
 * no pair of tasks needs a product of its own: O(tasks^2 x totals x scores).
 */
import { balancingTilt, partialProducts, type ScaledPolynomial, taskPolynomial } from './irt-gamma.ts';
import type { EstimableScores } from './irt-support.ts';

export interface ConditionalInformation {
  /** Sum over forms and totals of n ln gamma. */
  logGammas: number;
  /** Expected papers with each (task, score), given the totals. */
  readonly expected: Float64Array;
  /** Conditional covariance of those counts: the Hessian of -l. */
  readonly information: Float64Array;
}

/** @param estimate one value for each parameter of the support. */
export function conditionalInformation(support: EstimableScores, estimate: Float64Array): ConditionalInformation {
  const { forms, lowest, indexOf, counts } = support;
  const size = estimate.length;
  const state: ConditionalInformation = {
    logGammas: 0,
    expected: new Float64Array(size),
    information: new Float64Array(size * size),
  };
  const steps = counts.map((scores, task) =>
    Float64Array.from({ length: scores.length }, (_, score) => {
      if (score === lowest[task]) return 0;
      const index = indexOf[task]![score]!;
      return index < 0 ? Infinity : estimate[index]!;
    }),
  );
  for (const form of forms) addForm(state, form, steps, indexOf);
  return state;
}

function addForm(
  state: ConditionalInformation,
  form: EstimableScores['forms'][number],
  allSteps: readonly Float64Array[],
  indexOf: EstimableScores['indexOf'],
): void {
  const size = state.expected.length;
  const steps = form.tasks.map((task) => allSteps[task]!);
  const tilt = balancingTilt(steps);
  const { tasks, before, after } = partialProducts(steps.map((each) => taskPolynomial(each, tilt)));
  const gamma = before.at(-1)!;
  const { totals } = form;
  const weights = new Float64Array(totals.length);
  for (let r = 0; r < totals.length; r++) {
    const papers = totals[r]!;
    if (papers === 0) continue;
    weights[r] = papers / gamma.values[r]!;
    state.logGammas += papers * (Math.log(gamma.values[r]!) + gamma.logScale - tilt * r);
  }
  // conditional[index][r] = P(score | total r) of each parameter of this form.
  const conditional: { readonly index: number; readonly given: Float64Array }[] = [];
  tasks.forEach((task, i) => {
    const without = convolve(before[i]!.values, after[i + 1]!.values);
    const scale = Math.exp(before[i]!.logScale + after[i + 1]!.logScale + task.logScale - gamma.logScale);
    // Papers weighted by 1 / gamma and correlated with what stands after task i: shared by all pairs (j < i, i).
    const tail = correlate(weights, after[i + 1]!.values);
    let own = false;
    for (let score = 0; score < task.values.length; score++) {
      const index = indexOf[form.tasks[i]!]![score]!;
      if (index < 0) continue;
      const given = new Float64Array(totals.length);
      const factor = task.values[score]! * scale;
      let expected = 0;
      for (let r = score; r < totals.length && r - score < without.length; r++) {
        const papers = totals[r]!;
        if (papers === 0) continue;
        given[r] = (factor * without[r - score]!) / gamma.values[r]!;
        expected += papers * given[r]!;
      }
      conditional.push({ index, given });
      own = true;
      state.expected[index]! += expected;
      state.information[index * size + index]! += expected;
    }
    // Joint probabilities with every task before i: what stands between the two is correlated away one task at a time.
    let inner = tail;
    let innerScale = after[i + 1]!.logScale + task.logScale - gamma.logScale;
    const nearest = own ? i - 1 : -1;
    for (let j = nearest; j >= 0; j--) {
      const pair = {
        first: task,
        second: tasks[j]!,
        rows: indexOf[form.tasks[i]!]!,
        columns: indexOf[form.tasks[j]!]!,
      };
      const pairScale = innerScale + before[j]!.logScale + tasks[j]!.logScale;
      addPair(state, pair, before[j]!.values, inner, Math.exp(pairScale));
      inner = correlate(inner, tasks[j]!.values);
      innerScale += tasks[j]!.logScale;
    }
  });
  for (const a of conditional) {
    for (const b of conditional) {
      let sum = 0;
      for (let r = 0; r < totals.length; r++) sum += totals[r]! * a.given[r]! * b.given[r]!;
      state.information[a.index * size + b.index]! -= sum;
    }
  }
}

/** Expected papers with score k of one task and l of another, given the totals. */
function addPair(
  state: ConditionalInformation,
  pair: {
    readonly first: ScaledPolynomial;
    readonly second: ScaledPolynomial;
    readonly rows: Int32Array;
    readonly columns: Int32Array;
  },
  before: Float64Array,
  inner: Float64Array,
  scale: number,
): void {
  const { first, second, rows, columns } = pair;
  const size = state.expected.length;
  const sums = correlate(inner, before, first.values.length + second.values.length - 1);
  for (let k = 0; k < first.values.length; k++) {
    const row = rows[k]!;
    if (row < 0) continue;
    for (let l = 0; l < second.values.length; l++) {
      const column = columns[l]!;
      if (column < 0) continue;
      const joint = first.values[k]! * second.values[l]! * sums[k + l]! * scale;
      state.information[row * size + column]! += joint;
      state.information[column * size + row]! += joint;
    }
  }
}

function convolve(left: Float64Array, right: Float64Array): Float64Array {
  const values = new Float64Array(left.length + right.length - 1);
  for (let a = 0; a < left.length; a++) {
    for (let b = 0; b < right.length; b++) values[a + b]! += left[a]! * right[b]!;
  }
  return values;
}

/** sum_r weights[r] polynomial[r - shift], shift = 0..length - 1. */
function correlate(weights: Float64Array, polynomial: Float64Array, length = weights.length): Float64Array {
  const sums = new Float64Array(length);
  for (let shift = 0; shift < length; shift++) {
    let sum = 0;
    for (let b = 0; b < polynomial.length && b + shift < weights.length; b++) {
      sum += weights[b + shift]! * polynomial[b]!;
    }
    sums[shift] = sum;
  }
  return sums;
}
