import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import figures from '../reference/boundary/figures.json' with { type: 'json' };
import { densityDiscontinuity } from './density-discontinuity.ts';

function lines(name: string): string[] {
  const text = readFileSync(new URL(`../reference/boundary/${name}.csv`, import.meta.url), 'utf8');
  return text.trim().split('\n').slice(1);
}

/** Every paper's score. */
function scores(name: string): Float64Array {
  return Float64Array.from(
    lines(name).flatMap((line) => {
      const [score, count] = line.split(',').map(Number);
      return Array<number>(count!).fill(score!);
    }),
  );
}

test('margins of victory in the Senate: test, bandwidths and densities as published', () => {
  const margins = Float64Array.from(lines('senate-margin').map(Number).filter(Number.isFinite));
  const { T, p, hl, hr, f_left, f_right, n } = figures.rddensity_senate;
  expect(margins.length).toBe(n);
  const found = densityDiscontinuity(margins, 0)!;
  expect(found.bandwidths.left).toBeCloseTo(hl, 6);
  expect(found.bandwidths.right).toBeCloseTo(hr, 6);
  expect(found.left).toBeCloseTo(f_left, 7);
  expect(found.right).toBeCloseTo(f_right, 7);
  expect(found.t).toBeCloseTo(T, 6);
  expect(found.p).toBeCloseTo(p, 6);
});

test('on whole-number scores it fires where nothing is, as its authors own software does', () => {
  const values = scores('matura-pl-2014');
  for (const { cut, rdd } of figures.matura_pl_2014_polish.placebo) {
    const found = densityDiscontinuity(values, cut)!;
    expect(found.bandwidths.left).toBeCloseTo(rdd.hl, 6);
    expect(found.t).toBeCloseTo(rdd.T, 5);
    expect(found.right).toBeCloseTo(rdd.f_right, 7);
  }
  expect(densityDiscontinuity(values, 21)!.t).toBeCloseTo(figures.matura_pl_2014_polish.rddensity.T, 5);
});

test('too few values on a side are no answer', () => {
  const values = Array.from({ length: 60 }, (_, index) => index - 20.5);
  expect(densityDiscontinuity(values, 0)).toBeNull();
  expect(densityDiscontinuity(values, 10)).not.toBeNull();
});
