/**
 * B9 «Разброс и пропуски». Are the totals of a class closer together, and fewer of its tasks left untouched, than in classes of the
 * same level?
 *
 * Formula: v = cube root of the variance s^2 of the totals (the power in which a chi-square is symmetric; its logarithm is skewed
 * towards little spread), over the work's median; b = asin sqrt of the share of task cells that nobody began; each is centred on its
 * parabola over the mean total of the classes (least squares, large residuals left out), divided by its spread between them, and turned so that little spread and few blanks are
 * positive; statistic = their mean over its own spread. Without blanks in the work it is the spread alone.
 * Source: the class vector of INVALSI, Quintano, Castellano & Longobardi 2009 (mean, spread, missing), as two residuals given the mean in place
 * of a fuzzy partition. Sampling variance of v: 2/(9(n - 1)), Wilson & Hilferty 1931; of b: 1/(4 cells), as for independent cells, what remains is nature.
 * Assumptions: blanks are entered as such («X»), not as zeros. Minimum sample: 15 papers, 30 such classes. Unit: spread of the class as a multiple
 * of the usual one at its level.
 * How it can be wrong: excellence looks exactly like this: a selected, evenly taught class has little spread and no blanks (re-tests in Trento,
 * IPRASE 2015, confirmed most classes that were marked). Support only: it never enters the combined probability and never makes a sign.
 */
import { choleskyFactor, choleskySolve } from '#stats/cholesky.ts';
import { median, robustDeviation } from '#stats/quantiles.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { Context } from '../engine/context.ts';
import { standardise } from '../engine/reference.ts';
import type { Measurement } from './marker.ts';
import { unavailable } from './marker.ts';
import type { SupportMarker } from './support.ts';

const MINIMUM_PAPERS = 15;
const MINIMUM_CLASSES = 30;
/** Natural spread between classes of one level before any is seen: of the cube root of the variance, and of the angle. */
const PRIOR_SD = { variance: 0.08, blanks: 0.06 } as const;
/** Part of the combined statistic's variance that is taken for granted. */
const SAMPLING = 0.2;
const LARGEST_CORRELATION = 0.9;

export const varianceAndBlanks: SupportMarker = {
  id: 'B9',
  mechanism: 'level',
  levels: ['class'],
  measure(context, level): Measurement {
    const units = context.units(level);
    const facts = classFacts(context);
    const enough = facts.filter(({ papers, variance }) => papers >= MINIMUM_PAPERS && variance > 0).length;
    if (enough < MINIMUM_CLASSES) return unavailable(units.length, 'classes', MINIMUM_CLASSES, enough);
    const trusted = (unit: number): boolean => !context.setAside('class', unit);
    const known = (unit: number): boolean => facts[unit]!.papers >= MINIMUM_PAPERS && facts[unit]!.variance > 0;
    const means = Float64Array.from(facts, ({ mean }) => mean);
    const residual = (
      value: (unit: number) => number,
      sampling: (unit: number) => number,
      priorSd: number,
    ): { readonly statistic: Float64Array; readonly usual: Float64Array } => {
      const values = Float64Array.from(facts, (_, unit) => (known(unit) ? value(unit) : Number.NaN));
      const usual = parabola(means, values, (unit) => known(unit) && trusted(unit));
      const { statistic, centre } = standardise(
        values.map((each, unit) => each - usual[unit]!),
        Float64Array.from(facts, (_, unit) => sampling(unit)),
        { priorTau2: priorSd ** 2, trusted },
      );
      return { statistic, usual: usual.map((each, unit) => each + centre[unit]!) };
    };
    const typical = median([...facts.keys()].filter(known).map((unit) => Math.cbrt(facts[unit]!.variance)));
    const spread = residual(
      (unit) => -Math.cbrt(facts[unit]!.variance) / typical,
      (unit) => 2 / (9 * Math.max(1, facts[unit]!.papers - 1)),
      PRIOR_SD.variance,
    );
    // The cube root of the variance to the power of three halves; a parabola may not leave what classes can have.
    const usualSpread = (unit: number): number => (typical * Math.max(0.1, -spread.usual[unit]!)) ** 1.5;
    const anyBlank = facts.some(({ blanks }) => blanks > 0);
    const filled = anyBlank
      ? residual(
          (unit) => -Math.asin(Math.sqrt(facts[unit]!.blanks)),
          (unit) => 1 / (4 * Math.max(1, facts[unit]!.cells)),
          PRIOR_SD.blanks,
        )
      : null;
    const together = filled === null ? spread.statistic : meanOfTwo(spread.statistic, filled.statistic);
    const final = standardise(
      together,
      together.map(() => SAMPLING),
      { priorTau2: 1 - SAMPLING, trusted },
    );
    return {
      participants: Int32Array.from(facts, ({ papers }) => papers),
      statistic: final.statistic,
      p: final.p,
      tailEvidence: null,
      insufficient: (unit) => ({ required: MINIMUM_PAPERS, given: facts[unit]!.papers, reason: 'papers' }),
      effect: (unit) => {
        const value = Math.log(facts[unit]!.variance) / 2 - Math.log(usualSpread(unit));
        const half = (1.96 / 2) * Math.sqrt(2 / (facts[unit]!.papers - 1));
        return {
          value: Math.exp(value),
          low: Math.exp(value - half),
          high: Math.exp(value + half),
          unit: 'usualSpread',
        };
      },
      details: (unit) => ({
        figures: {
          spread: Math.sqrt(facts[unit]!.variance),
          usualSpread: usualSpread(unit),
          ...(filled === null
            ? {}
            : { blanks: facts[unit]!.blanks, usualBlanks: Math.sin(Math.max(0, -filled.usual[unit]!)) ** 2 }),
        },
      }),
    };
  },
};

interface ClassFacts {
  readonly papers: number;
  readonly mean: number;
  /** Of the totals, unbiased, squared points. */
  readonly variance: number;
  /** Tasks given to the class's pupils, and the share of them that nobody began. */
  readonly cells: number;
  readonly blanks: number;
}

function classFacts(context: Context): readonly ClassFacts[] {
  return context.memo('B9:facts', () => {
    const { papers } = context;
    const { scores } = papers.administration;
    const { taskCount } = papers;
    return context.units('class').map(({ start, end }) => {
      let sum = 0;
      let squares = 0;
      let cells = 0;
      let blanks = 0;
      for (let paper = start; paper < end; paper++) {
        const total = papers.totals[paper]!;
        sum += total;
        squares += total * total;
        const from = papers.rows[paper]! * taskCount;
        for (let task = 0; task < taskCount; task++) {
          const score = scores[from + task]!;
          if (score < NOT_ATTEMPTED) continue;
          cells++;
          if (score === NOT_ATTEMPTED) blanks++;
        }
      }
      const n = end - start;
      const variance = n > 1 ? (squares - (sum * sum) / n) / (n - 1) : 0;
      return { papers: n, mean: n > 0 ? sum / n : 0, variance, cells, blanks: cells > 0 ? blanks / cells : 0 };
    });
  });
}

/** Residuals beyond this many robust deviations do not shape the parabola. */
const OUTLYING = 2.5;

/** Usual value at each unit's mean: a parabola through the units that may teach it, fitted again without the outlying ones. */
function parabola(means: Float64Array, values: Float64Array, teaches: (unit: number) => boolean): Float64Array {
  const all = [...values.keys()].filter(teaches);
  const centre = median(all.map((unit) => means[unit]!));
  const width = robustDeviation(all.map((unit) => means[unit]!)) || 1;
  const place = (unit: number): number => (means[unit]! - centre) / width;
  const fit = (units: readonly number[]): Float64Array => {
    // Sums of x to the powers 0..4, and of the values times x to the powers 0..2.
    const sums = new Float64Array(5);
    const right = new Float64Array(3);
    for (const unit of units) {
      const x = place(unit);
      const value = values[unit]!;
      let power = 1;
      for (let k = 0; k < 5; k++) {
        sums[k] = sums[k]! + power;
        if (k < 3) right[k] = right[k]! + power * value;
        power *= x;
      }
    }
    const information = Float64Array.from({ length: 9 }, (_, at) => sums[Math.floor(at / 3) + (at % 3)]!);
    const factor = choleskyFactor(information, 3);
    // Units all of one mean have no parabola.
    const flat = median(units.map((unit) => values[unit]!));
    return factor === null ? Float64Array.of(flat, 0, 0) : choleskySolve(factor, 3, right);
  };
  const at = (beta: Float64Array, unit: number): number => {
    const x = place(unit);
    return beta[0]! + x * (beta[1]! + x * beta[2]!);
  };
  const first = fit(all);
  const limit = OUTLYING * robustDeviation(all.map((unit) => values[unit]! - at(first, unit)));
  const inner = all.filter((unit) => Math.abs(values[unit]! - at(first, unit)) <= limit);
  const beta = inner.length >= MINIMUM_CLASSES / 2 ? fit(inner) : first;
  return values.map((_, unit) => at(beta, unit));
}

/** Mean of two standardised deviations, over its own standard deviation under their correlation. */
function meanOfTwo(first: Float64Array, second: Float64Array): Float64Array {
  let products = 0;
  let count = 0;
  first.forEach((value, unit) => {
    const other = second[unit]!;
    if (Number.isNaN(value) || Number.isNaN(other)) return;
    products += held(value) * held(other);
    count++;
  });
  const correlation = Math.min(LARGEST_CORRELATION, Math.max(-LARGEST_CORRELATION, count > 0 ? products / count : 0));
  const sd = Math.sqrt((1 + correlation) / 2);
  return first.map((value, unit) => (value + second[unit]!) / 2 / sd);
}

/** A few odd classes must not set the correlation of all. */
function held(value: number): number {
  return Math.min(2.5, Math.max(-2.5, value));
}
