import { expect, test } from 'vitest';
import { scoreProbabilities } from '#stats/irt-model.ts';
import { NO_VALUE, NOT_ATTEMPTED, NOT_TAUGHT, type Task } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { AdministrationBuilder } from '../engine/builder.ts';
import { Random } from '../engine/random.ts';
import { tablesOf } from '../spread/tables.ts';
import { calibrate } from './calibrate.ts';
import type { CalibratedVariant, CalibrationTables, VariantCalibration } from './model.ts';
import { calibrationTables, fromWorkTables } from './tables.ts';

const task = (id: string, max: number): Task => ({ id, max, response: 'short' });
const TASKS = [
  task('1', 1),
  task('2', 1),
  task('3', 2),
  task('4', 1),
  task('5', 3),
  task('6', 1),
  task('7', 2),
  task('8', 1),
];
/** Cumulative difficulties of the tasks, mean location 0. */
const STEPS = [
  [0, -1.2],
  [0, -0.8],
  [0, -1.3, -0.8],
  [0, 0],
  [0, -0.5, 0.2, 1.2],
  [0, 0.6],
  [0, 0.3, 1.2],
  [0, 0.8],
];

interface Written {
  readonly variant: string | null;
  readonly scores: readonly number[];
}

/** Papers that follow the model: abilities normal, scores independent given the ability. */
function simulate(
  papers: number,
  seed: number,
  steps: readonly (readonly number[])[] = STEPS,
  variant: string | null = null,
): Written[] {
  const random = new Random(seed);
  return Array.from({ length: papers }, () => {
    const theta = 0.3 + random.normal();
    const scores = steps.map((each) => {
      let left = random.uniform();
      const probabilities = scoreProbabilities(each, theta);
      return probabilities.findIndex((p, score) => (left -= p) < 0 || score === probabilities.length - 1);
    });
    return { variant, scores };
  });
}

function administrationOf(papers: readonly Written[], tasks: readonly Task[] = TASKS): Administration {
  const builder = new AdministrationBuilder({
    procedure: 'Процедура',
    subject: 'Математика',
    grade: 5,
    tasks,
    thresholds: null,
  });
  const unit = builder.classIndex('Район', 'Школа', '5А', null);
  papers.forEach(({ variant, scores }, index) =>
    builder.addTo(unit, { participant: String(index), variant, journalMark: null, scores }),
  );
  return builder.build();
}

const tablesFrom = (papers: readonly Written[]): CalibrationTables => calibrationTables(administrationOf(papers));

function calibrated(variant: VariantCalibration | undefined): CalibratedVariant {
  if (variant?.kind !== 'calibrated') throw new Error(variant?.kind);
  return variant;
}

const PAPERS = simulate(4000, 1);

test('difficulties and thresholds that made the papers are found within four standard errors', () => {
  const variant = calibrated(calibrate(tablesFrom(PAPERS)).variants[0]);
  const locations = STEPS.map((steps) => steps.at(-1)! / (steps.length - 1));
  const mean = locations.reduce((a, b) => a + b, 0) / locations.length;
  variant.tasks.forEach((each, index) => {
    expect(Math.abs(each.difficulty! - (locations[index]! - mean))).toBeLessThan(4 * each.error!);
    each.thresholds.forEach((threshold, k) => {
      const truth = STEPS[index]![k + 1]! - STEPS[index]![k]! - mean;
      expect(Math.abs(threshold! - truth)).toBeLessThan(4 * each.thresholdErrors[k]!);
    });
    expect(each.infit).toBeGreaterThan(0.9);
    expect(each.infit).toBeLessThan(1.1);
  });
  expect(variant.population.mean).toBeCloseTo(0.3 - mean, 1);
  expect(variant.population.deviation).toBeCloseTo(1, 1);
  expect(variant.uniformity!.p).toBeGreaterThan(0.001);
  expect(variant.reliability).toBeGreaterThan(0.5);
});

test('the expected papers by total sum to the papers, and abilities rise with the total', () => {
  const { totals, papers } = calibrated(calibrate(tablesFrom(PAPERS)).variants[0]);
  expect(totals.map(({ total }) => total)).toEqual(Array.from({ length: 13 }, (_, total) => total));
  expect(totals.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(papers, 6);
  for (let index = 1; index < totals.length; index++) {
    expect(totals[index]!.ability).toBeGreaterThan(totals[index - 1]!.ability!);
  }
  expect(Number.isFinite(totals[0]!.error)).toBe(true);
});

test('a thousand times the papers give the same difficulties with errors smaller by the root of it', () => {
  const tables = tablesFrom(PAPERS);
  const many = {
    ...tables,
    variants: tables.variants.map((variant) => ({
      ...variant,
      forms: variant.forms.map((form) => ({
        ...form,
        totals: Array.from(form.totals, (count) => 1000 * count),
        cells: Array.from(form.cells, (count) => 1000 * count),
      })),
    })),
  };
  const one = calibrated(calibrate(tables).variants[0]);
  calibrated(calibrate(many).variants[0]).tasks.forEach((each, index) => {
    expect(each.difficulty).toBeCloseTo(one.tasks[index]!.difficulty!, 9);
    expect(each.error! * Math.sqrt(1000)).toBeCloseTo(one.tasks[index]!.error!, 9);
  });
});

test('a task that was not attempted earned nothing; one that was not taught is missing from its paper only', () => {
  const gaps = PAPERS.map(({ variant, scores }, index) => ({
    variant,
    scores: scores.map((score, at) => {
      if (at === 4 && index % 3 === 0) return NOT_TAUGHT;
      if (at === 6 && index % 5 === 0) return NO_VALUE;
      return score === 0 ? NOT_ATTEMPTED : score;
    }),
  }));
  const tables = tablesFrom(gaps);
  expect(tables.variants[0]!.forms.map(({ tasks }) => tasks.length)).toEqual([8, 7, 7, 6]);
  const variant = calibrated(calibrate(tables).variants[0]);
  expect(variant.tasks[4]!.papers).toBe(4000 - 1334);
  const whole = calibrated(calibrate(tablesFrom(PAPERS)).variants[0]);
  variant.tasks.forEach((each, index) => {
    expect(Math.abs(each.difficulty! - whole.tasks[index]!.difficulty!)).toBeLessThan(3 * each.error!);
  });
});

test('variants come onto one scale by their shared tasks, and the task that differs is named', () => {
  // In the second variant task 6 is one and a half logits harder; its pupils are no weaker.
  const harder = STEPS.map((steps, index) => (index === 5 ? [0, 2.1] : steps));
  const papers = [...simulate(3000, 2, STEPS, 'А'), ...simulate(2500, 3, harder, 'Б')];
  const { variants } = calibrate(tablesFrom(papers));
  const [first, second] = variants.map(calibrated);
  expect([first!.name, second!.name]).toEqual(['А', 'Б']);
  expect(first!.link).toBeNull();
  expect(first!.linked).toBe(true);
  expect(second!.link!.drifted.map(({ id }) => id)).toEqual(['6']);
  expect(second!.link!.drifted[0]!.difference).toBeCloseTo(1.5, 0);
  expect(second!.link!.held).toBe(7);
  expect(Math.abs(second!.population.mean - first!.population.mean)).toBeLessThan(0.15);
  // On the common scale a shared task differs by no more than chance.
  expect(Math.abs(second!.tasks[0]!.difficulty! - first!.tasks[0]!.difficulty!)).toBeLessThan(0.35);
});

/** The tasks outside the range are not set in these papers. */
const blank = (papers: Written[], from: number, to: number): Written[] =>
  papers.map(({ variant, scores }) => ({
    variant,
    scores: scores.map((score, index) => (index >= from && index < to ? score : NO_VALUE)),
  }));

test('variants without shared tasks keep scales of their own', () => {
  const papers = [...blank(simulate(500, 4, STEPS, '1'), 0, 4), ...blank(simulate(400, 5, STEPS, '2'), 4, 8)];
  const [first, second] = calibrate(tablesFrom(papers)).variants.map(calibrated);
  expect([first!.linked, second!.linked]).toEqual([true, false]);
  expect(second!.tasks[0]).toMatchObject({ difficulty: null, noDifficulty: 'notSet', papers: 0, emptyScores: [] });
});

test('a task that everybody solved, one that nobody solved, and a score that nobody got are named', () => {
  const papers = simulate(800, 6).map(({ variant, scores }) => ({
    variant,
    scores: scores.map((score, index) => {
      if (index === 0) return 1;
      if (index === 1) return 0;
      return index === 4 && score === 2 ? 3 : score;
    }),
  }));
  const { tasks } = calibrated(calibrate(tablesFrom(papers)).variants[0]);
  expect(tasks[0]!.noDifficulty).toBe('everybody');
  expect(tasks[1]!.noDifficulty).toBe('nobody');
  expect(tasks[4]!.emptyScores).toEqual([2]);
  expect(tasks[4]!.thresholds[0]).not.toBeNull();
  expect(tasks[4]!.thresholds.slice(1)).toEqual([null, null]);
  expect(tasks[4]!.difficulty).not.toBeNull();
});

test('too few papers, and papers in perfect order, are answers', () => {
  expect(calibrate(tablesFrom(simulate(60, 7))).variants[0]).toMatchObject({ kind: 'insufficient', required: 100 });
  const ordered = Array.from({ length: 300 }, (_, index) => ({
    variant: null,
    scores: Array.from({ length: 4 }, (_unused, at) => (at <= index % 4 ? 1 : 0)),
  }));
  const four = [1, 2, 3, 4].map((id) => task(String(id), 1));
  expect(calibrate(calibrationTables(administrationOf(ordered, four))).variants[0]!.kind).toBe('undetermined');
  expect(calibrate(tablesFrom([])).variants).toEqual([]);
});

test('tables that were counted elsewhere give the same calibration', () => {
  const administration = administrationOf([...simulate(600, 8, STEPS, 'А'), ...simulate(500, 9, STEPS, 'Б')]);
  expect(calibrate(fromWorkTables(tablesOf(administration)))).toEqual(calibrate(calibrationTables(administration)));
});
