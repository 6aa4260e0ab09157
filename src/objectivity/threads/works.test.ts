import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { officialReadings } from '../official/readings.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { analyzeSideBySide } from './works.ts';

const { administrations } = simulateRegion({
  seed: 8,
  municipalities: 5,
  schoolsPerMunicipality: 6,
  manipulatedShare: 0.1,
  works: [inventedWork('Математика', 5, 14), inventedWork('Математика', 6, 16), inventedWork('История', 6, 15)],
});

test('works side by side give the figures of works in turn, to the last bit, also on threads used before', async () => {
  const inTurn = analyze(administrations);
  for (const threads of [1, 2, 2]) {
    const { units, regions, official } = await analyzeSideBySide(administrations, { threads });
    expect(units).toEqual(inTurn.units);
    expect(regions).toEqual(inTurn.regions);
    expect(official).toEqual([]);
  }
});

test('works of other procedures and official readings come along', async () => {
  const others = administrations.map((each) => ({ ...each, procedure: 'ОГЭ' }));
  const { units, official } = await analyzeSideBySide(administrations, { threads: 2, others, official: true });
  expect(units).toEqual(analyze(administrations, { others }).units);
  expect(official).toEqual(officialReadings(administrations));
});

async function refuse(): Promise<void> {
  throw new Error('no longer wanted');
}

test('an analysis that is no longer wanted ends, and the next one begins anew', async () => {
  const many = Array.from({ length: 12 }, () => administrations).flat();
  await expect(analyzeSideBySide(many, { threads: 2, stillWanted: refuse })).rejects.toThrow('no longer wanted');
  const { units } = await analyzeSideBySide(administrations, { threads: 2 });
  expect(units).toEqual(analyze(administrations).units);
});
