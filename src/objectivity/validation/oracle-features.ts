/**
 * Everything a learner could want to know of a class in one work: the engine's markers and the raw statistics behind them,
 * computed here anew so that a weakness of the engine does not limit the oracle. One column per feature, one row per unit
 * of the region's truth; the same columns in the same order for every region.
 */
import { normalUpperQuantile } from '#stats/normal.ts';
import type { Administration } from '../engine/administration.ts';
import type { MarkerId, UnitResult } from '../model.ts';
import { leastSquaresResidual } from './least-squares.ts';
import { boundaryFeatures, pairFeatures, profileFeatures } from './class-statistics.ts';
import { papersByClass, scoreGroups } from './score-tables.ts';
import type { SimulatedRegion, Truth } from './region.ts';

const MARKERS: readonly MarkerId[] = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'];
/** Normal scores and standardised statistics are read within these bounds. */
const BOUND = 12;

/** @param results class results of the engine in the order of the truth. */
export function oracleFeatures(region: SimulatedRegion, results: readonly (UnitResult | undefined)[]): Float64Array[] {
  const { truth, administrations } = region;
  const rows = new Map<string, number[]>();
  const basics = administrations.map(basicStatistics);
  truth.forEach((unit, row) => {
    const own = basics[unit.administration]![unit.classIndex]!;
    for (const [name, value] of Object.entries(own)) columnOf(rows, name, truth.length)[row] = value;
  });
  addResiduals(rows, truth);
  results.forEach((result, row) => {
    columnOf(rows, 'index', truth.length)[row] = result?.index ?? 0;
    for (const id of MARKERS) {
      const marker = result?.markers.find((each) => each.id === id);
      const z = marker?.kind === 'computed' ? normalUpperQuantile(Math.min(1 - 1e-9, Math.max(1e-60, marker.p))) : 0;
      columnOf(rows, `marker ${id}`, truth.length)[row] = z;
    }
  });
  return [...rows.keys()].sort().map((name) =>
    Float64Array.from(rows.get(name)!, (value) => {
      const given = Number.isFinite(value) ? value : 0;
      return Math.min(BOUND, Math.max(-BOUND, given));
    }),
  );
}

function columnOf(rows: Map<string, number[]>, name: string, length: number): number[] {
  const known = rows.get(name);
  if (known !== undefined) return known;
  const column = Array.from({ length }, () => 0);
  rows.set(name, column);
  return column;
}

/** Named statistics per class of one work; levels in standard deviations of a pupil, so that works can be compared. */
function basicStatistics(administration: Administration): Readonly<Record<string, number>>[] {
  const byClass = papersByClass(administration);
  const groups = scoreGroups(administration);
  const { totals, marks, journalMarks, size, absentByClass } = administration;
  const mean = totals.reduce((sum, total) => sum + total, 0) / size;
  const sd = Math.sqrt(totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / size) || 1;
  const levelByMark = meansBy(journalMarks, totals, 6);
  const markByTotal = meansBy(totals, journalMarks, groups.maximum + 1);
  return byClass.map((papers, classIndex) => {
    const over = (pick: (paper: number) => number): number => {
      let sum = 0;
      for (const paper of papers) sum += pick(paper);
      return papers.length === 0 ? 0 : sum / papers.length;
    };
    const level = over((paper) => totals[paper]! - mean) / sd;
    const within = Math.sqrt(over((paper) => (totals[paper]! - mean - level * sd) ** 2)) / sd;
    return {
      level,
      within,
      size: papers.length / 10,
      absent: (4 * absentByClass[classIndex]!) / Math.max(1, papers.length + absentByClass[classIndex]!),
      levelGivenMarks: over((paper) => totals[paper]! - levelByMark[journalMarks[paper]!]!) / sd,
      marksGivenLevel: over((paper) => journalMarks[paper]! - markByTotal[totals[paper]!]!),
      lowered: over((paper) => (marks[paper]! < journalMarks[paper]! ? 1 : 0)),
      raised: over((paper) => (marks[paper]! > journalMarks[paper]! ? 1 : 0)),
      ...boundaryFeatures(administration, papers),
      ...profileFeatures(administration, groups, papers),
      ...pairFeatures(administration, groups, papers),
    };
  });
}

/** Mean of `values` by a small whole number. */
function meansBy(keys: ArrayLike<number>, values: ArrayLike<number>, count: number): Float64Array {
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (let paper = 0; paper < keys.length; paper++) {
    sums[keys[paper]!]! += values[paper]!;
    sizes[keys[paper]!]! += 1;
  }
  return sums.map((sum, key) => (sizes[key]! > 0 ? sum / sizes[key]! : 0));
}

/** What the school's other classes and the class's other works leave unexplained of the statistics that schools share. */
function addResiduals(rows: Map<string, number[]>, truth: readonly Truth[]): void {
  const context = {
    school: truth.map((unit) => `${unit.administration}|${unit.municipality}|${unit.school}`),
    pupils: truth.map((unit) => `${unit.municipality}|${unit.school}|${unit.className}`),
  };
  const shared = ['level', 'levelGivenMarks', 'marksGivenLevel', 'hardest', 'extended', 'boundary2', 'uneven'];
  const others = (name: string, by: readonly string[]): number[] => meanOfOthers(rows.get(name)!, by);
  for (const name of shared) {
    const own = rows.get(name)!;
    const predictors = [others(name, context.school), others(name, context.pupils)];
    if (name === 'level') {
      predictors.push(others('levelGivenMarks', context.pupils), rows.get('marksGivenLevel')!);
    }
    if (name === 'levelGivenMarks' || name === 'marksGivenLevel') predictors.push(others('level', context.pupils));
    rows.set(`${name} alone`, leastSquaresResidual(own, predictors));
    rows.set(`${name} of works`, predictors[1]!);
  }
}

/** Mean of the other units with the same key; 0 where there is none. */
function meanOfOthers(values: readonly number[], keys: readonly string[]): number[] {
  const sums = new Map<string, { sum: number; count: number }>();
  keys.forEach((key, unit) => {
    const known = sums.get(key) ?? { sum: 0, count: 0 };
    known.sum += values[unit]!;
    known.count += 1;
    sums.set(key, known);
  });
  return keys.map((key, unit) => {
    const { sum, count } = sums.get(key)!;
    return count > 1 ? (sum - values[unit]!) / (count - 1 + 0.5) : 0;
  });
}
