import { expect, test } from 'vitest';
import { Random } from '../engine/random.ts';
import { absenceFigures } from './absence.ts';
import { evaluate, figuresOf } from './evaluate.ts';
import type { Method } from './methods.ts';
import { RULES_OF_THUMB } from './methods.ts';
import { regimeRegion, tuningSeed } from './regimes.ts';
import type { SimulatedRegion } from './region.ts';

const regions = [0, 1, 2].map((index) =>
  regimeRegion({ seed: tuningSeed(index), regime: 'strong', strength: 1, schools: 30 }),
);

/** Knows what was done; a yardstick, not a method. */
const truthful: Method = {
  id: 'truth',
  answer: ({ truth }) => ({
    score: Float64Array.from(truth, ({ manipulation }) => (isTarget(manipulation) ? 1 : 0)),
    signalled: Uint8Array.from(truth, ({ manipulation }) => (isTarget(manipulation) ? 1 : 0)),
  }),
};

function isTarget(manipulation: string | null): boolean {
  return manipulation !== null && manipulation !== 'absence';
}

function guessing(seed: number): Method {
  return {
    id: 'guess',
    answer: ({ truth }) => {
      const random = new Random(seed);
      const score = Float64Array.from(truth, () => random.uniform());
      return { score, signalled: Uint8Array.from(score, (value) => (value > 0.9 ? 1 : 0)) };
    },
  };
}

test('the truth itself gets every figure right', () => {
  const found = evaluate(regions, truthful);
  expect(found.auc.mean).toBe(1);
  expect(found.power.mean).toBe(1);
  expect(found.falseShare.mean).toBe(0);
  expect(found.precision.mean).toBe(1);
  for (const each of Object.keys(found.aucBy))
    if (each !== 'absence') expect(found.aucBy[each as 'lifting']!.mean).toBe(1);
});

test('guessing is worth nothing: an area of one half, and as many false signals as there are honest classes', () => {
  const found = evaluate(
    regions.flatMap((region) => [region, region, region]),
    guessing(5),
  );
  expect(Math.abs(found.auc.mean - 0.5)).toBeLessThan(0.05);
  expect(Math.abs(found.falseShare.mean - 0.9)).toBeLessThan(0.06);
  expect(found.power.mean).toBeLessThan(0.2);
  expect(found.precision.mean).toBeLessThan(0.25);
});

test('the truth upside down is as bad as can be', () => {
  const reversed: Method = {
    id: 'reversed',
    answer: (region) => {
      const { score, signalled } = truthful.answer(region);
      return { score: score.map((value) => -value), signalled };
    },
  };
  expect(evaluate(regions, reversed).auc.mean).toBe(0);
});

test('classes with selective absence count neither as honest nor as targets', () => {
  const region: Pick<SimulatedRegion, 'truth'> = {
    truth: ['lifting', 'absence', null, null].map((manipulation) => ({ manipulation })) as SimulatedRegion['truth'],
  };
  const figures = figuresOf(region, {
    score: Float64Array.from([2, 9, 1, 0]),
    signalled: Uint8Array.from([1, 1, 0, 0]),
  });
  expect(figures).toMatchObject({ auc: 1, power: 1, falseShare: 0, precision: 1, signals: 1, targets: 1 });
  expect(figures.aucBy.absence).toBe(1);
});

test('an honest region has neither power nor area, and each of its signals is false', () => {
  const honest = regimeRegion({ seed: tuningSeed(0), regime: 'strong', strength: 0, schools: 30 });
  const figures = figuresOf(honest, RULES_OF_THUMB.answer(honest));
  expect(figures.power).toBeNaN();
  expect(figures.auc).toBeNaN();
  expect(figures.falseSignals).toBe(figures.signals);
  expect(figures.signals).toBeGreaterThan(0);
});

test('the rules of thumb see something, and pay for it with false signals', () => {
  const found = evaluate(regions, RULES_OF_THUMB);
  expect(found.auc.mean).toBeGreaterThan(0.7);
  expect(found.auc.mean).toBeLessThan(0.92);
  expect(found.falseShare.mean).toBeGreaterThan(0.25);
});

test('the same regions give the same figures', () => {
  const again = [0, 1, 2].map((index) =>
    regimeRegion({ seed: tuningSeed(index), regime: 'strong', strength: 1, schools: 30 }),
  );
  expect(evaluate(again, RULES_OF_THUMB)).toEqual(evaluate(regions, RULES_OF_THUMB));
});

test('participation tells selective absence, and seldom says so of a class that was left alone', () => {
  const figures = regions.map(absenceFigures);
  const mean = (pick: (each: (typeof figures)[number]) => number): number =>
    figures.reduce((sum, each) => sum + pick(each), 0) / figures.length;
  expect(mean(({ auc }) => auc)).toBeGreaterThan(0.8);
  expect(mean(({ honest }) => honest)).toBeLessThan(0.1);
  expect(mean(({ found }) => found)).toBeGreaterThan(0.3);
});
