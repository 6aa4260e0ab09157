import { expect, test } from 'vitest';
import { fitConditional } from './irt-conditional.ts';
import { conditionalMoments, taskFits } from './irt-fit.ts';
import { PCMDAT2, RASCHDAT1, RASCHDAT1_CML } from './irt-reference.ts';
import { scoreCounts, type ScoreTables } from './irt-tables.ts';

function stepsOf(tables: ScoreTables) {
  const result = fitConditional({ counts: scoreCounts(tables), forms: tables.forms });
  if (result.kind !== 'fitted') throw new Error(result.kind);
  return result.steps;
}

test('infit and outfit at the abilities are those of eRm', () => {
  const fits = taskFits(RASCHDAT1, stepsOf(RASCHDAT1), 'unconditional');
  fits.forEach(({ infit, outfit, papers }, task) => {
    expect(papers).toBe(100);
    expect(infit).toBeCloseTo(RASCHDAT1_CML.infit[task]!, 4);
    expect(outfit).toBeCloseTo(RASCHDAT1_CML.outfit[task]!, 4);
  });
});

test('given the total, what is expected adds up to the total', () => {
  const moments = conditionalMoments(stepsOf(PCMDAT2));
  for (let total = 0; total <= 8; total++) {
    expect(moments.reduce((sum, task) => sum + task.get(total)!.mean, 0)).toBeCloseTo(total, 10);
  }
  expect(moments[0]!.get(0)!.variance).toBe(0);
});

test('at the conditional estimate the residuals of each task sum to nothing', () => {
  const form = PCMDAT2.forms[0]!;
  conditionalMoments(stepsOf(PCMDAT2)).forEach((task, position) => {
    let residual = 0;
    for (let total = 0; total <= 8; total++) {
      for (let score = 0; score <= 2; score++) {
        residual += form.cells[(total * 4 + position) * 3 + score]! * (score - task.get(total)!.mean);
      }
    }
    expect(residual).toBeCloseTo(0, 6);
  });
});

test('the conditional mean squares average about 1', () => {
  const fits = taskFits(RASCHDAT1, stepsOf(RASCHDAT1), 'conditional');
  expect(fits.reduce((sum, { infit }) => sum + infit, 0) / 30).toBeCloseTo(1, 1);
});

test('a task that does not vary has no fit', () => {
  const form = { tasks: [0, 1], totals: [0, 4, 0], cells: [0, 0, 0, 0, 0, 4, 4, 0, 0, 0, 0, 0] };
  const tables = { maxima: [1, 1], width: 2, forms: [form] };
  expect(
    taskFits(
      tables,
      [
        [Infinity, 0],
        [0, Infinity],
      ],
      'conditional',
    )[0],
  ).toEqual({
    papers: 0,
    infit: Number.NaN,
    outfit: Number.NaN,
  });
});
