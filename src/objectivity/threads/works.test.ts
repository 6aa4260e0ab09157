import { expect, test } from 'vitest';
import type { Administration } from '../engine/administration.ts';
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

/** The papers of the first class are gone. */
function shortened(administration: Administration): Administration {
  const { size, tasks, scores, totals, marks, journalMarks, variants, classOf } = administration;
  const from = classOf.findIndex((index) => index !== 0);
  return {
    ...administration,
    size: size - from,
    scores: scores.slice(from * tasks.length),
    totals: totals.slice(from),
    marks: marks.slice(from),
    journalMarks: journalMarks.slice(from),
    variants: variants.slice(from),
    classOf: classOf.slice(from),
    participants: administration.participants.slice(from),
  };
}

test('after one work has changed, kept works beside it give the figures of a whole analysis, to the last bit', async () => {
  await analyzeSideBySide(administrations, { threads: 2 });
  for (const place of [1, 0, 2]) {
    const changed = administrations.map((each, index) => (index === place ? shortened(each) : each));
    const { units, regions } = await analyzeSideBySide(changed, { threads: 2 });
    const whole = analyze(changed);
    expect(units).toEqual(whole.units);
    expect(regions).toEqual(whole.regions);
  }
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
