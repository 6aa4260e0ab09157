/**
 * Normal distribution of the abilities behind a histogram of totals, and the distribution of the total that the model expects.
 *
 * Formula: maximises sum_r n_r ln sum_q w_q(mu, sigma) P(r | theta_q) over mu and sigma; P by lord-wingersky.ts, EM over a fixed
 * grid of abilities. Source: Bock & Aitkin 1981, Psychometrika 46:443, with the difficulties given.
 * Assumptions: irt-model.ts; abilities normal. Minimum sample: about 100 papers.
 * How it can be wrong: a region of strong and weak schools is not quite normal, and papers moved over a boundary of marks are
 * smoothed away: that is what the model distribution is for, and why it is not a description of the papers.
 */
import { scoreProbabilities, type TaskSteps } from './irt-model.ts';
import { totalDistribution } from './lord-wingersky.ts';

export interface Population {
  /** Mean and standard deviation of the abilities, logits. */
  readonly mean: number;
  readonly deviation: number;
  /** Maximised log-likelihood of the histograms. */
  readonly logLikelihood: number;
}

const NODES = 161;
const GRID = Float64Array.from({ length: NODES }, (_, q) => -8 + q * 0.1);
const MOST_ROUNDS = 2000;

/** Papers by total of one form, and the tasks of the form. */
export interface TotalHistogram {
  readonly tasks: readonly TaskSteps[];
  readonly totals: ArrayLike<number>;
}

/** null: no papers, or all of them at one total. */
export function fitPopulation(histograms: readonly TotalHistogram[]): Population | null {
  const given = histograms.map(({ tasks, totals }) => ({ totals, likelihoods: likelihoodsOf(tasks) }));
  const papers = given.reduce((sum, { totals }) => sum + Array.from(totals).reduce((a, b) => a + b, 0), 0);
  const used = given.reduce((most, { totals }) => Math.max(most, Array.from(totals).filter((n) => n > 0).length), 0);
  if (papers === 0 || used < 2) return null;
  let mean = 0;
  let deviation = 1;
  let previous = -Infinity;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const weights = normalWeights(mean, deviation);
    const posterior = new Float64Array(NODES);
    let value = 0;
    for (const { totals, likelihoods } of given) {
      for (let r = 0; r < totals.length; r++) {
        const count = totals[r]!;
        if (count === 0) continue;
        let marginal = 0;
        for (let q = 0; q < NODES; q++) marginal += weights[q]! * likelihoods[q]![r]!;
        if (!(marginal > 0)) return null;
        value += count * Math.log(marginal);
        for (let q = 0; q < NODES; q++) posterior[q]! += (count * weights[q]! * likelihoods[q]![r]!) / marginal;
      }
    }
    if (value - previous < 1e-10 * papers) return { mean, deviation, logLikelihood: value };
    previous = value;
    let first = 0;
    let second = 0;
    for (let q = 0; q < NODES; q++) first += posterior[q]! * GRID[q]!;
    mean = first / papers;
    for (let q = 0; q < NODES; q++) second += posterior[q]! * (GRID[q]! - mean) ** 2;
    // Narrower than the grid's step the integral would be a sum over one node.
    deviation = Math.max(0.1, Math.sqrt(second / papers));
  }
  return { mean, deviation, logLikelihood: previous };
}

/** Probabilities of totals 0..maximum in a normal population. */
export function expectedTotals(
  tasks: readonly TaskSteps[],
  population: Pick<Population, 'mean' | 'deviation'>,
): Float64Array {
  const weights = normalWeights(population.mean, population.deviation);
  const likelihoods = likelihoodsOf(tasks);
  return likelihoods[0]!.map((_, r) => likelihoods.reduce((sum, given, q) => sum + weights[q]! * given[r]!, 0));
}

function likelihoodsOf(tasks: readonly TaskSteps[]): Float64Array[] {
  return Array.from(GRID, (theta) => totalDistribution(tasks.map((steps) => scoreProbabilities(steps, theta))));
}

function normalWeights(mean: number, deviation: number): Float64Array {
  const weights = GRID.map((theta) => Math.exp(-0.5 * ((theta - mean) / deviation) ** 2));
  const sum = weights.reduce((total, each) => total + each, 0);
  return weights.map((each) => each / sum);
}
