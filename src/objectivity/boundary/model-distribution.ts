/**
 * The histogram of totals that the tasks of a work make by themselves: what to compare a region with when it has no frozen reference.
 *
 * Formula: partial-credit difficulties by conditional maximum likelihood, a normal population of abilities, totals by the recursion of Lord &
 * Wingersky (calibration/); variants added. Tasks worth 2-3 points are in the model, so that an uneven histogram is not taken for lifting.
 * Source: Masters 1982, Psychometrika 47:149; Lord & Wingersky 1984, Appl. Psychol. Meas. 8:453.
 * Assumptions: one ability, normal in the region; papers of the whole work (forms with tasks left out are not in it). Minimum sample: that of the calibration.
 * How it can be wrong: a region of two kinds of schools is wider than a normal population; the difficulties rest on the same papers, which lifting moves a little.
 */
import { calibrate } from '../calibration/calibrate.ts';
import { calibratedVariants } from '../calibration/rules.ts';
import { calibrationTables } from '../calibration/tables.ts';
import type { Administration } from '../engine/administration.ts';

/** Papers that stand for the whole distribution: large, so that rounding loses nothing. */
const PAPERS = 10_000_000;

/** @returns papers at totals 0..maximum, ten million in all; null where no variant as a whole could be calibrated. */
export function modelDistribution(administration: Administration): Int32Array | null {
  const { tasks } = administration;
  const maximum = tasks.reduce((sum, { max }) => sum + max, 0);
  const expected = new Float64Array(maximum + 1);
  for (const { formTasks, totals } of calibratedVariants(calibrate(calibrationTables(administration)))) {
    if (formTasks.length < tasks.length) continue;
    for (const { total, expected: papers } of totals) expected[total]! += papers;
  }
  const all = expected.reduce((sum, papers) => sum + papers, 0);
  return all > 0 ? Int32Array.from(expected, (papers) => Math.round((papers * PAPERS) / all)) : null;
}
