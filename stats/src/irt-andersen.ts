/**
 * Andersen's likelihood-ratio test: are the tasks equally difficult, relative to each other, for papers with low and high totals?
 *
 * Formula: LR = 2 (sum_g l_g - l), l_g the conditional log-likelihood of group g fitted by itself; chi-square with
 * sum_g p_g - p degrees of freedom. Source: Andersen 1973, Psychometrika 38:123.
 * Assumptions: papers independent. Minimum sample: about 100 papers a group.
 * How it can be wrong: with tens of thousands of papers every real test is refused; the per-task difference between the groups
 * says whether it matters. Tasks that one group solved or failed completely cannot be compared.
 */
import { chiSquareUpperTail } from './chi-square.ts';
import { fitConditional } from './irt-conditional.ts';
import { location } from './irt-model.ts';
import { scoreCounts, type ScoreTables } from './irt-tables.ts';

export type AndersenResult =
  | {
      readonly kind: 'computed';
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      readonly p: number;
      /** Highest total of the lower group. */
      readonly split: number;
      /** By task: location among papers above the split minus location below it, logits; NaN where it has none. */
      readonly differences: Float64Array;
    }
  /** A score occurs in one group only: the groups do not estimate the same difficulties. */
  | { readonly kind: 'incomparable' };

/** Splits one form at the median total, the median paper belonging to the lower group. */
export function andersenTest(tables: ScoreTables): AndersenResult {
  const form = tables.forms[0]!;
  const papers = Array.from(form.totals);
  const split = medianTotal(papers);
  const whole = fitConditional({ counts: scoreCounts(tables), forms: tables.forms });
  const low = group(0, split);
  const high = group(split + 1, Infinity);
  if (whole.kind !== 'fitted' || low.kind !== 'fitted' || high.kind !== 'fitted') return { kind: 'incomparable' };
  if (low.free !== whole.free || high.free !== whole.free) return { kind: 'incomparable' };
  const statistic = 2 * (low.logLikelihood + high.logLikelihood - whole.logLikelihood);
  return {
    kind: 'computed',
    statistic,
    degreesOfFreedom: whole.free,
    p: chiSquareUpperTail(statistic, whole.free),
    split,
    differences: Float64Array.from(high.steps, (steps, task) => location(steps) - location(low.steps[task]!)),
  };

  function group(from: number, to: number) {
    const totals = papers.map((count, total) => (total >= from && total <= to ? count : 0));
    return fitConditional({
      counts: scoreCounts({ ...tables, forms: [form] }, from, to),
      forms: [{ tasks: form.tasks, totals }],
    });
  }
}

function medianTotal(papers: readonly number[]): number {
  const half = papers.reduce((sum, count) => sum + count, 0) / 2;
  let seen = 0;
  for (let total = 0; total < papers.length; total++) {
    seen += papers[total]!;
    if (seen >= half) return total;
  }
  return papers.length - 1;
}
