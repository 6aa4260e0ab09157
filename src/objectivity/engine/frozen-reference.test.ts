import { expect, test } from 'vitest';
import { simulateRegion } from '../validation/region.ts';
import { difficultiesOf, inventedWork } from '../validation/works.ts';
import { analyze, freezeReference } from './analyze.ts';
import { Random } from './random.ts';

const plan = inventedWork('Математика', 5);
const work = { ...plan, difficulties: difficultiesOf(plan, new Random(5)) };
const size = { municipalities: 10, schoolsPerMunicipality: 6, works: [work] };
const label = { name: 'Наблюдаемая выборка', madeAt: '2026-04-20', engineVersion: 'test' };

const observed = freezeReference(simulateRegion({ ...size, seed: 31, manipulatedShare: 0 }).administrations, label);

test('a frozen reference is plain JSON that says what it was made from', () => {
  expect(JSON.parse(JSON.stringify(observed))).toEqual(observed);
  expect(observed).toMatchObject({ version: 1, ...label });
  expect(observed.units).toBeGreaterThan(60);
});

test.each([
  ['hardHelp', 'hardTasks'],
  ['lifting', 'boundary'],
  ['markInflation', 'marks'],
] as const)('a region in which every class has %s stands above the observed one in %s', (manipulation, comparison) => {
  const region = simulateRegion({
    ...size,
    seed: 32,
    manipulatedShare: 1,
    manipulations: { [manipulation]: 1 },
    strength: 1,
  });
  const { regions, units } = analyze(region.administrations, { details: false, reference: observed });
  expect(regions).toHaveLength(1);
  expect(regions[0]).toMatchObject({ kind: 'compared', reference: label.name });
  expect(regions[0]!.kind === 'compared' && regions[0]!.above).toContain(comparison);
  // From inside nothing stands out: everybody does the same.
  expect(units.filter(({ level, signalled }) => level === 'class' && signalled).length).toBeLessThanOrEqual(6);
});

test('a clean region does not stand above the observed one', () => {
  const region = simulateRegion({ ...size, seed: 33, manipulatedShare: 0 });
  const [result] = analyze(region.administrations, { details: false, reference: observed }).regions;
  expect(result!.kind === 'compared' && result!.above).toEqual([]);
});

test('without a reference, or with one of another work, the answer says that the region is not compared', () => {
  const { administrations } = simulateRegion({ ...size, municipalities: 2, seed: 34 });
  expect(analyze(administrations, { details: false }).regions[0]).toMatchObject({ reason: 'noReference' });
  const other = simulateRegion({ ...size, municipalities: 2, seed: 34, works: [inventedWork('Физика', 8)] });
  const { regions } = analyze(other.administrations, { details: false, reference: observed });
  expect(regions[0]).toMatchObject({ kind: 'notCompared', reason: 'otherWork' });
});

test('the same file and reference give the same figures', () => {
  const { administrations } = simulateRegion({ ...size, municipalities: 3, seed: 35 });
  const options = { details: false, reference: observed };
  expect(analyze(administrations, options)).toEqual(analyze(administrations, options));
});
