import { expect, test } from 'vitest';
import { Random } from '#src/objectivity/engine/random.ts';
import { FAR, NEAR, referenceOf, spreadOf, standingOf } from './funnel.ts';

/** Units whose true shares differ by `tau` around a third. */
function region(units: number, n: number, tau: number, seed: number) {
  const random = new Random(seed);
  return Array.from({ length: units }, (_, index) => {
    const share = Math.min(0.95, Math.max(0.05, 0.33 + tau * random.normal()));
    let numerator = 0;
    for (let pupil = 0; pupil < n; pupil++) if (random.chance(share)) numerator++;
    return { id: String(index), numerator, denominator: n };
  });
}

test('units that differ by chance alone have no natural spread, and hardly one lies outside', () => {
  const units = region(400, 60, 0, 3);
  const reference = referenceOf(units, 10)!;
  expect(reference.tau).toBeLessThan(0.02);
  const outside = units.filter((unit) => Math.abs(standingOf(unit, reference, 10).z!) > FAR);
  expect(outside.length).toBeLessThanOrEqual(4);
});

test('the natural spread is found again, so honest units that differ are not called out', () => {
  const units = region(400, 100, 0.12, 5);
  const reference = referenceOf(units, 10)!;
  expect(reference.tau).toBeGreaterThan(0.1);
  expect(reference.tau).toBeLessThan(0.14);
  expect(reference.phi).toBeGreaterThan(4);
  const outside = units.filter((unit) => Math.abs(standingOf(unit, reference, 10).z!) > NEAR).length;
  expect(outside / units.length).toBeLessThan(0.08);
});

test('a unit is far above when it leaves the limits that allow for the spread', () => {
  const reference = referenceOf(region(60, 80, 0.05, 7), 10)!;
  const spread = spreadOf(reference, 80);
  const far = Math.ceil((reference.share + FAR * spread) * 80) + 1;
  expect(standingOf({ id: 'x', numerator: far, denominator: 80 }, reference, 10).position).toBe('farAbove');
  expect(
    standingOf({ id: 'y', numerator: Math.round(reference.share * 80), denominator: 80 }, reference, 10).position,
  ).toBe('usual');
});

test('a small denominator and a region of few units give an interval and no conclusion', () => {
  const reference = referenceOf(region(60, 80, 0.05, 7), 10);
  expect(standingOf({ id: 'x', numerator: 9, denominator: 9 }, reference, 10)).toMatchObject({
    position: null,
    z: null,
    share: 1,
  });
  const few = region(6, 80, 0, 1);
  expect(standingOf(few[0]!, referenceOf(few, 10), 10).position).toBeNull();
  expect(standingOf({ id: 'z', numerator: 0, denominator: 0 }, reference, 10)).toMatchObject({
    share: null,
    low: 0,
    high: 1,
  });
});

test('a region where every mark is confirmed keeps a width', () => {
  const units = region(20, 30, 0, 1).map((unit) => ({ ...unit, numerator: 0 }));
  const reference = referenceOf(units, 10)!;
  expect(reference.share).toBe(0);
  expect(standingOf(units[0]!, reference, 10).position).toBe('usual');
  expect(referenceOf([], 10)).toBeNull();
});
