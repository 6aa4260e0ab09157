/**
 * Calibration of the tasks of one work from integer tables: per variant by conditional maximum likelihood (stats/irt-conditional.ts),
 * put on one scale by the tasks that the variants share (stats/irt-linking.ts). Milliseconds whatever the number of papers. Pure.
 *
 * Tasks with the same number in two variants are taken for the same task. Where variants are parallel rather than equal, the link says
 * «alike on average», and the tasks named as drifted are those whose parallel tasks are not equally difficult.
 */
import { type Ability, abilityByTotal, separationReliability } from '#stats/ability.ts';
import { andersenTest } from '#stats/irt-andersen.ts';
import { type ConditionalFit, fitConditional } from '#stats/irt-conditional.ts';
import { expectedTotals, fitPopulation } from '#stats/irt-population.ts';
import { scoreCounts, type ScoreTables } from '#stats/irt-tables.ts';
import { linkVariants } from './link-variants.ts';
import type {
  CalibratedVariant,
  Calibration,
  CalibrationForm,
  CalibrationTables,
  CalibrationVariant,
  TotalCalibration,
  Uniformity,
  VariantCalibration,
} from './model.ts';
import { taskCalibrations } from './task-calibration.ts';

/** Fewer papers with a total neither lowest nor highest leave difficulties uncertain by more than half a logit. */
export const FEWEST_PAPERS = 100;

export function calibrate(tables: CalibrationTables): Calibration {
  const variants = tables.variants.map((variant) => calibrateVariant(tables, variant));
  return { tasks: tables.tasks, variants: linkVariants(variants) };
}

/** A variant on a scale of its own: mean difficulty 0. */
function calibrateVariant(tables: CalibrationTables, variant: CalibrationVariant): VariantCalibration {
  const { name, leftOut } = variant;
  const papers = variant.forms.reduce((sum, form) => sum + papersOf(form), 0);
  const scores: ScoreTables = { maxima: tables.tasks.map(({ max }) => max), width: tables.width, forms: variant.forms };
  const fit = fitConditional({ counts: scoreCounts(scores), forms: variant.forms });
  // Papers in perfect order leave nothing to compare, however many they are; that is told apart from few papers.
  const informative = papers < FEWEST_PAPERS || fit.papers > 0 ? fit.papers : papers;
  if (informative < FEWEST_PAPERS) {
    return { kind: 'insufficient', name, papers, required: FEWEST_PAPERS, given: informative };
  }
  const main = variant.forms.reduce((most, form) => (papersOf(form) > papersOf(most) ? form : most), variant.forms[0]!);
  const population =
    fit.kind === 'fitted'
      ? fitPopulation(variant.forms.map((form) => ({ tasks: stepsOf(fit, form), totals: form.totals })))
      : null;
  if (fit.kind !== 'fitted' || population === null) return { kind: 'undetermined', name, papers };
  const { mean, deviation } = population;
  const abilities = abilityByTotal(stepsOf(fit, main), 'wle');
  const reliability = separationReliability(abilities, main.totals);
  return {
    kind: 'calibrated',
    name,
    papers,
    informative: fit.papers,
    leftOut,
    tasks: taskCalibrations(tables, scores, fit, mean),
    totals: totalsOf(main, fit, { mean, deviation }, abilities),
    formTasks: main.tasks,
    population: { mean, deviation },
    reliability: Number.isFinite(reliability) ? reliability : null,
    uniformity: uniformityOf(tables, scores, main),
    logLikelihood: fit.logLikelihood,
    parameters: fit.free,
    link: null,
    linked: false,
  } satisfies CalibratedVariant;
}

function papersOf({ totals }: CalibrationForm): number {
  let sum = 0;
  for (let total = 0; total < totals.length; total++) sum += totals[total]!;
  return sum;
}

const stepsOf = (fit: ConditionalFit, form: CalibrationForm): Float64Array[] =>
  form.tasks.map((task) => fit.steps[task]!);

function totalsOf(
  form: CalibrationForm,
  fit: ConditionalFit,
  population: { readonly mean: number; readonly deviation: number },
  abilities: readonly Ability[],
): TotalCalibration[] {
  const steps = stepsOf(fit, form);
  const expected = expectedTotals(steps, population);
  const papers = papersOf(form);
  const byTotal = new Map(abilities.map((each) => [each.total, each]));
  return Array.from(form.totals, (count, total) => {
    const ability = byTotal.get(total);
    return {
      total,
      papers: count,
      expected: papers * expected[total]!,
      ability: ability?.theta ?? null,
      error: ability?.error ?? null,
    };
  });
}

/** Among the papers of the largest form: totals of other forms are other totals. */
function uniformityOf(tables: CalibrationTables, scores: ScoreTables, form: CalibrationForm): Uniformity | null {
  const result = andersenTest({ ...scores, forms: [form] });
  if (result.kind !== 'computed') return null;
  const { statistic, degreesOfFreedom, p, differences } = result;
  let most = 0;
  differences.forEach((difference, task) => {
    if (!(Math.abs(difference) <= Math.abs(differences[most]!))) most = Number.isNaN(difference) ? most : task;
  });
  return { statistic, degreesOfFreedom, p, most: { id: tables.tasks[most]!.id, difference: differences[most]! } };
}
