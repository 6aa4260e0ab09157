import { expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { singleRule } from './methods.ts';
import type { Manipulation } from './manipulations.ts';
import { regimeRegion, tuningSeed } from './regimes.ts';
import { applyRules, RULES, type Rule } from './rules-of-thumb.ts';

const regions = [0, 1].map((index) =>
  regimeRegion({ seed: tuningSeed(index), regime: 'strong', strength: 1, schools: 40 }),
);

test.each<[Rule, Manipulation]>([
  ['hardOverEasy', 'hardHelp'],
  ['peaks', 'lifting'],
  ['journal', 'markInflation'],
])('the rule %s ranks %s, which it was made for', (rule, manipulation) => {
  expect(evaluate(regions, singleRule(rule)).aucBy[manipulation]!.mean).toBeGreaterThan(0.7);
});

test('the interval of the mean fires on many honest classes, as it does in real regions', () => {
  const { signals, falseShare } = evaluate(regions, singleRule('mean'));
  expect(signals.mean / regions[0]!.truth.length).toBeGreaterThan(0.1);
  expect(falseShare.mean).toBeGreaterThan(0.6);
});

test('where no document sets a bound, the share that fires is fixed', () => {
  const { fired, score } = applyRules(regions[0]!);
  const share = (rule: Rule): number => fired[rule].reduce((sum, fires) => sum + fires, 0) / score[rule].length;
  for (const rule of ['journal', 'peaks'] as const) expect(Math.abs(share(rule) - 0.05)).toBeLessThan(0.015);
  expect(share('shares')).toBeLessThan(0.03);
});

test('every class gets a score from every rule', () => {
  const { score } = applyRules(regions[0]!);
  for (const rule of RULES) expect(score[rule].every((value) => Number.isFinite(value))).toBe(true);
});
