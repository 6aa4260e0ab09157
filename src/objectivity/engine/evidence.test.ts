import { expect, test } from 'vitest';
import { normalUpperQuantile, normalUpperTail } from '#stats/normal.ts';
import type { MarkerId } from '../model.ts';
import { combineEvidence, correctTail, mechanismOf } from './evidence.ts';
import { Random } from './random.ts';

const IDS: readonly MarkerId[] = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'];

/** Units with independent honest markers, and the given ones (normal scores) after them. */
function columns(honest: number, given: readonly (readonly number[])[], seed = 3): Float64Array[] {
  const random = new Random(seed);
  const units = [...Array.from({ length: honest }, () => IDS.map(() => random.normal())), ...given];
  return IDS.map((_, marker) => Float64Array.from(units, (unit) => normalUpperTail(unit[marker]!)));
}

test('p of honest units is uniform or a little larger in the tail', () => {
  const { p } = combineEvidence(IDS, columns(20_000, []), () => true);
  for (const level of [0.1, 0.01, 0.003]) {
    const share = p.filter((value) => value <= level).length / p.length;
    expect(share).toBeLessThan(1.15 * level + 2 * Math.sqrt(level / p.length));
    expect(share).toBeGreaterThan(0.6 * level);
  }
});

test('an excess over a boundary needs less than an equally rare shift of marks, and the profile more', () => {
  const { p, best } = combineEvidence(
    IDS,
    columns(3000, [
      [3, 0, 0, 0, 0, 0.7, 0],
      [0, 0, 0, 0, 0, -1.35, 3],
      [0, 0.6, 0.6, 2.4, 0.6, 1.7, -0.7],
    ]),
    (unit) => unit < 3000,
  );
  expect([...best.subarray(3000)].map(mechanismOf)).toEqual(['boundary', 'marks', 'help']);
  expect(p[3000]).toBeLessThan(p[3001]!);
});

test('an uneven profile is evidence of help where the level rose, and nearly none where it fell', () => {
  const { p } = combineEvidence(
    IDS,
    columns(3000, [
      [0, 1, 1, 3, 1, 2.5, -1.2],
      [0, 0, 0, 3, 0, -1.5, 0.7],
    ]),
    (unit) => unit < 3000,
  );
  expect(p[3000]).toBeLessThan(1e-4);
  expect(p[3001]).toBeGreaterThan(0.02);
});

test('digits of p are right however small it is', () => {
  const far = normalUpperQuantile(1e-40);
  const { p } = combineEvidence(['B7'], [Float64Array.of(normalUpperTail(far), 0.5)], () => false);
  expect(p[0]! / 1e-40).toBeCloseTo(1, 6);
  expect(p[1]).toBeCloseTo(0.5, 9);
});

test('a marker that is missing is left out, and without any there is no p', () => {
  const missing = columns(50, []).map((column) => column.map((value, unit) => (unit === 0 ? Number.NaN : value)));
  const { p, best } = combineEvidence(IDS, missing, () => true);
  expect(p[0]).toBeNaN();
  expect(best[0]).toBe(-1);
  expect(p[1]).toBeGreaterThan(0);
});

test('a heavier mirrored tail makes p larger, a lighter one leaves it', () => {
  expect(correctTail(1e-4, { sum: 300, count: 200 })).toBeGreaterThan(1e-4);
  expect(correctTail(1e-4, { sum: 100, count: 200 })).toBe(1e-4);
});
