import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import figures from '../reference/boundary/figures.json' with { type: 'json' };
import { bunching } from './bunching.ts';

/** Counts at scores 0..maximum from `score,count`. */
function histogram(name: string, maximum: number): Int32Array {
  const counts = new Int32Array(maximum + 1);
  const text = readFileSync(new URL(`../reference/boundary/${name}.csv`, import.meta.url), 'utf8');
  for (const line of text.trim().split('\n').slice(1)) {
    const [score, count] = line.split(',').map(Number);
    counts[score!] = count!;
  }
  return counts;
}

test.each([
  ['degree 7', figures.matura_pl_2014_polish.poly],
  ['degree 5', figures.matura_pl_2014_polish.poly5],
])('the Polish pass mark has the published excess and missing papers, %s', (_, expected) => {
  const [from, to] = expected.window;
  const found = bunching(
    histogram('matura-pl-2014', 70),
    { from: from!, cut: 21, to: to! },
    { degree: expected.degree, range: { from: 3, to: 66 } },
  )!;
  expect(found.excess.value).toBeCloseTo(expected.excess_above, 4);
  expect(found.missing.value).toBeCloseTo(expected.missing_below, 4);
  expect(found.excess.value / found.expectedAbove).toBeCloseTo(expected.excess_share_of_expected_above, 8);
  expect(found.missing.value / found.expectedBelow).toBeCloseTo(expected.missing_share_of_expected_below, 8);
  expect(found.normalised).toBeCloseTo(expected.b_normalised, 7);
  // glm of R takes its Pearson residuals with the weights of the last step but one: the sixth digit differs.
  expect(found.dispersion).toBeCloseTo(expected.dispersion, 4);
  expect(found.excess.low).toBeGreaterThan(10_000);
  expect(found.missing.low).toBeGreaterThan(10_000);
});

test('the machine-scored Mexican test has the published figures at every point', () => {
  const counts = histogram('comipems-mx-2013', 128);
  for (const { cut, poly } of figures.comipems_2013.at) {
    const [from, to] = poly.window;
    const found = bunching(
      counts,
      { from: from!, cut, to: to! },
      { degree: poly.degree, range: { from: 25, to: 125 } },
    )!;
    expect(found.excess.value).toBeCloseTo(poly.excess_above, 4);
    expect(found.missing.value).toBeCloseTo(poly.missing_below, 4);
    expect(found.normalised).toBeCloseTo(poly.b_normalised, 7);
    expect(found.dispersion).toBeCloseTo(poly.dispersion, 7);
  }
});

test('papers moved over a boundary of a smooth histogram are counted', () => {
  const smooth = Int32Array.from({ length: 41 }, (_, score) => Math.round(5000 * Math.exp(-((score - 22) ** 2) / 98)));
  const moved = smooth.slice();
  let lifted = 0;
  for (const score of [13, 14]) {
    const each = Math.round(0.4 * moved[score]!);
    moved[score]! -= each;
    moved[15]! += each;
    lifted += each;
  }
  const window = { from: 12, cut: 15, to: 17 };
  const found = bunching(moved, window, { degree: 5 })!;
  expect(Math.abs(found.excess.value - lifted)).toBeLessThan(0.02 * lifted);
  expect(Math.abs(found.missing.value - lifted)).toBeLessThan(0.02 * lifted);
  expect(found.difference.low).toBeLessThan(0);
  expect(found.difference.high).toBeGreaterThan(0);
  const nothing = bunching(smooth, window, { degree: 5 })!;
  expect(nothing.excess.low).toBeLessThan(0);
  expect(nothing.excess.high).toBeGreaterThan(0);
});

test('too few scores outside the windows give no answer', () => {
  const counts = [1, 5, 9, 12, 9, 5, 1];
  expect(bunching(counts, { from: 1, cut: 3, to: 5 }, { degree: 3 })).toBeNull();
  expect(bunching(new Int32Array(40), { from: 1, cut: 3, to: 5 }, { degree: 3 })).toBeNull();
});
