import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { officialReadings } from '../official/readings.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { analyzeSideBySide, sideBySide } from './works.ts';

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
    const { units, regions } = await analyzeSideBySide(administrations, { threads });
    expect(units).toEqual(inTurn.units);
    expect(regions).toEqual(inTurn.regions);
  }
});

test('works may be described one after the other, and official readings asked for', async () => {
  const others = administrations.map((each) => ({ ...each, procedure: 'ОГЭ' }));
  const { units } = analyze(administrations, { others });
  const options = { threads: 2, others, official: true };
  const [second, rest, official] = await sideBySide(
    administrations,
    options,
    async ({ describe, officialReadings: read }) => [await describe([1]), await describe([0, 2]), await read([2, 1])],
  );
  const isSecond = ({ subject, grade }: { subject: string; grade: number }): boolean =>
    subject === administrations[1]!.subject && grade === administrations[1]!.grade;
  expect(second.units).toEqual(units.filter(isSecond));
  expect(rest.units).toEqual(units.filter((unit) => !isSecond(unit)));
  expect(official).toEqual(officialReadings(administrations).filter(({ administration }) => administration > 0));
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
