import { expect, test } from 'vitest';
import { type ConditionalFit, fitConditional } from './irt-conditional.ts';
import { LSAT, PCMDAT2, PCMDAT2_CML, RASCHDAT1, RASCHDAT1_CML } from './irt-reference.ts';
import { countPaper, emptyForm, scoreCounts, type ScoreTables, tableWidth } from './irt-tables.ts';

function fit(tables: ScoreTables): ConditionalFit {
  const result = fitConditional({ counts: scoreCounts(tables), forms: tables.forms });
  if (result.kind !== 'fitted') throw new Error(result.kind);
  return result;
}

/** Papers as strings of scores; a dot is a task that the paper's form does not have. */
function tablesOf(papers: readonly string[], maxima: readonly number[]): ScoreTables {
  const width = tableWidth(maxima);
  const forms = new Map<string, ReturnType<typeof emptyForm>>();
  for (const paper of papers) {
    const tasks = [...maxima.keys()].filter((task) => paper[task] !== '.');
    const form = forms.get(tasks.join()) ?? emptyForm(tasks, maxima);
    forms.set(tasks.join(), form);
    countPaper(
      form,
      tasks.map((task) => Number(paper[task])),
      width,
    );
  }
  return { maxima, width, forms: [...forms.values()] };
}

/** eRm's origin: the cumulative difficulties of all scores sum to 0. */
function sumZero({ steps, parameters }: ConditionalFit): number[] {
  const values = parameters.map(({ task, score }) => steps[task]![score]!);
  const shift = values.reduce((a, b) => a + b, 0) / parameters.reduce((sum, { points }) => sum + points, 0);
  return values.map((value, index) => value - shift * parameters[index]!.points);
}

const furthest = (left: readonly number[], right: readonly number[]): number =>
  Math.max(...left.map((value, index) => Math.abs(value - right[index]!)));

test('Rasch: log-likelihood, difficulties and errors are those of eRm', () => {
  const result = fit(RASCHDAT1);
  expect(result.free).toBe(29);
  expect(Math.abs(result.logLikelihood - RASCHDAT1_CML.logLikelihood)).toBeLessThan(1e-6);
  expect(furthest(RASCHDAT1_CML.eta, sumZero(result).slice(1))).toBeLessThan(1e-4);
  const errors = result.parameters.map((_, index) => Math.sqrt(result.covariance[index * 31]!));
  expect(furthest(RASCHDAT1_CML.errors, errors)).toBeLessThan(1e-4);
});

test('partial credit: log-likelihood, cumulative difficulties and thresholds are those of eRm', () => {
  const result = fit(PCMDAT2);
  expect(result.free).toBe(7);
  expect(Math.abs(result.logLikelihood - PCMDAT2_CML.logLikelihood)).toBeLessThan(1e-6);
  const values = sumZero(result);
  expect(furthest(PCMDAT2_CML.eta, values.slice(1))).toBeLessThan(1e-4);
  PCMDAT2_CML.thresholds.forEach(([first, second], task) => {
    expect(values[2 * task]!).toBeCloseTo(first, 4);
    expect(values[2 * task + 1]! - values[2 * task]!).toBeCloseTo(second, 4);
  });
});

test.each(LSAT)(
  '$name: relative difficulties are within 0.002 of the marginal likelihood with a normal population',
  (lsat) => {
    const counts = lsat.right.map((right) => [1000 - right, right]);
    const result = fitConditional({ counts, forms: [{ tasks: [0, 1, 2, 3, 4], totals: lsat.totals }] });
    if (result.kind !== 'fitted') throw new Error(result.kind);
    const mean = lsat.easiness.reduce<number>((a, b) => a + b, 0) / 5;
    lsat.easiness.forEach((easiness, task) => {
      expect(Math.abs(result.steps[task]![1]! - (mean - easiness))).toBeLessThan(0.002);
    });
  },
);

const SMALL = ['100', '010', '110', '101', '011', '100', '110', '100', '001', '111', '000', '110', '010', '101', '110'];

test('the same papers in another order of tasks give the same difficulties', () => {
  const there = fit(tablesOf(SMALL, [1, 1, 1]));
  const back = fit(
    tablesOf(
      SMALL.map((paper) => [...paper].reverse().join('')),
      [1, 1, 1],
    ),
  );
  expect(there.steps.map((steps) => steps[1])).toEqual(
    back.steps.toReversed().map((steps) => expect.closeTo(steps[1]!, 9)),
  );
});

test('two tasks alone: the difference is the log ratio of the papers that tell them apart', () => {
  const result = fit(
    tablesOf(
      [...Array.from({ length: 30 }, () => '10'), ...Array.from({ length: 10 }, () => '01'), '11', '00'],
      [1, 1],
    ),
  );
  expect(result.steps[1]![1]! - result.steps[0]![1]!).toBeCloseTo(Math.log(3), 10);
  expect(result.papers).toBe(40);
  // Variance of the log ratio of two counts; each task moves by half of it.
  expect(Math.sqrt(result.covariance[0]!)).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10) / 2, 10);
});

test('papers with the lowest or highest total change nothing', () => {
  const extremes = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? '000' : '111'));
  const result = fit(tablesOf([...SMALL, ...extremes], [1, 1, 1]));
  fit(tablesOf(SMALL, [1, 1, 1])).steps.forEach((steps, task) =>
    expect(result.steps[task]![1]).toBeCloseTo(steps[1]!, 10),
  );
});

test('a score that nobody got is infinitely hard and its neighbours stay where they are', () => {
  // Second task: 0, 1 or 3 points, never 2.
  const papers = '000 100 010 110 031 130 101 030 111 011 100 030 131 001 031'.split(' ');
  const result = fit(tablesOf(papers, [1, 3, 1]));
  expect(result.steps[1]![2]).toBe(Infinity);
  expect(result.parameters.map(({ task, score }) => `${task}:${score}`)).toEqual(['0:1', '1:1', '1:3', '2:1']);
  // Written down as three scores without the gap, the likelihood is another one: nothing was merged.
  const merged = fit(
    tablesOf(
      papers.map((paper) => paper.replace('3', '2')),
      [1, 2, 1],
    ),
  );
  expect(Math.abs(merged.logLikelihood - result.logLikelihood)).toBeGreaterThan(0.01);
});

test('a task that everybody or nobody solved is left out and leaves the others alone', () => {
  const wider = fit(
    tablesOf(
      SMALL.map((paper) => `0${paper}1`),
      [1, 1, 1, 1, 1],
    ),
  );
  expect([...wider.steps[0]!]).toEqual([0, Infinity]);
  expect([...wider.steps[4]!]).toEqual([Infinity, 0]);
  fit(tablesOf(SMALL, [1, 1, 1])).steps.forEach((steps, task) =>
    expect(wider.steps[task + 1]![1]).toBeCloseTo(steps[1]!, 10),
  );
});

test('a task that only perfect papers solved has no finite difficulty', () => {
  const result = fit(
    tablesOf(
      SMALL.map((paper) => `${paper}${paper === '111' ? '1' : '0'}`),
      [1, 1, 1, 1],
    ),
  );
  expect(result.steps[3]![1]).toBe(Infinity);
  expect(result.steps[0]![1]).toBeLessThan(Infinity);
});

test('forms with different tasks share the difficulties of the tasks they have in common', () => {
  // The second form lacks the third task; both say of the first two what two tasks alone say.
  const first = [...Array.from({ length: 20 }, () => '10.'), ...Array.from({ length: 10 }, () => '01.')];
  const second = [...Array.from({ length: 9 }, () => '.10'), ...Array.from({ length: 3 }, () => '.01')];
  const result = fit(tablesOf([...first, ...second], [1, 1, 1]));
  expect(result.steps[1]![1]! - result.steps[0]![1]!).toBeCloseTo(Math.log(2), 9);
  expect(result.steps[2]![1]! - result.steps[1]![1]!).toBeCloseTo(Math.log(3), 9);
});

test('forms that share no task, and a single task, determine nothing', () => {
  const apart = tablesOf(['10..', '01..', '..10', '..01', '10..', '..10'], [1, 1, 1, 1]);
  expect(fitConditional({ counts: scoreCounts(apart), forms: apart.forms }).kind).toBe('undetermined');
  const one = tablesOf(['0', '1', '2', '1'], [2]);
  expect(fitConditional({ counts: scoreCounts(one), forms: one.forms })).toEqual({ kind: 'undetermined', papers: 0 });
});

test('tasks in perfect order have no finite distance', () => {
  const guttman = tablesOf(['1000', '1100', '1110', '1000', '1100', '1110'], [1, 1, 1, 1]);
  expect(fitConditional({ counts: scoreCounts(guttman), forms: guttman.forms }).kind).toBe('undetermined');
});
