import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import type { Administration } from '../engine/administration.ts';
import type { UnitResult } from '../model.ts';
import { AdministrationBuilder } from '../engine/builder.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { changeOf } from './change.ts';
import { type Computed, type ReadPaper, sharesOf } from './contributions.ts';
import { expectationsOf, referenceTables } from './reference-tables.ts';

const { administrations } = simulateRegion({
  seed: 22_117,
  works: [inventedWork('Математика', 5)],
  municipalities: 5,
  schoolsPerMunicipality: 8,
  classSize: [20, 28],
  manipulations: { hardHelp: 1, markInflation: 1, lifting: 1 },
});
const work = administrations[0]!;
const taskIds = work.tasks.map(({ id }) => id);
const expectations = expectationsOf(referenceTables(work));
const { units } = analyze([work]);

function rowsOf(unit: UnitResult): number[] {
  return [...work.classOf.keys()].filter((row) => {
    const { name, school } = work.classes[work.classOf[row]!]!;
    return name === unit.className && work.schools[school]!.name === unit.school;
  });
}

function paperOf(row: number): ReadPaper {
  const { tasks, scores, totals, journalMarks, variants, variantNames } = work;
  return {
    participant: String(row),
    className: work.classes[work.classOf[row]!]!.name,
    variant: variantNames?.[variants[row]!] ?? String(variants[row]!),
    scores: [...scores.subarray(row * tasks.length, (row + 1) * tasks.length)],
    total: totals[row]!,
    journalMark: journalMarks[row]! || null,
  };
}

function computed(unit: UnitResult): Computed[] {
  return unit.markers.filter((marker): marker is Computed => marker.kind === 'computed');
}

/** The same work without one row. */
function without(row: number): Administration {
  const builder = new AdministrationBuilder(work);
  for (let other = 0; other < work.size; other++) {
    const { name, school, teacher } = work.classes[work.classOf[other]!]!;
    const { name: schoolName, municipality } = work.schools[school]!;
    const index = builder.classIndex(work.municipalities[municipality]!, schoolName, name, teacher);
    if (other !== row) {
      const { participant, variant, scores, journalMark } = paperOf(other);
      builder.addTo(index, { participant, variant, scores, journalMark });
    }
  }
  return builder.build();
}

function strongest(id: Computed['id']): { unit: UnitResult; marker: Computed } {
  return units
    .filter(({ level }) => level === 'class')
    .flatMap((unit) => computed(unit).map((marker) => ({ unit, marker })))
    .filter(({ marker }) => marker.id === id)
    .sort((a, b) => a.marker.p - b.marker.p)[0]!;
}

test.each(['B1', 'B2', 'B7'] as const)(
  'the paper that carries most of %s, left out, takes more off the engine’s own statistic than the one that carries least',
  (id) => {
    const { unit, marker } = strongest(id);
    const rows = rowsOf(unit);
    const shares = sharesOf(marker, rows.map(paperOf), taskIds, expectations)!;
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    const order = [...rows.keys()].sort((a, b) => shares[b]! - shares[a]!);
    const statisticWithout = (place: number): number => {
      const again = analyze([without(rows[place]!)], { details: false }).units.find(
        (each) => each.level === 'class' && each.className === unit.className && each.school === unit.school,
      )!;
      return computed(again).find((each) => each.id === id)!.statistic;
    };
    expect(statisticWithout(order[0]!)).toBeLessThan(statisticWithout(order.at(-1)!));
  },
  120_000,
);

test('papers found right take the sign off one after another, and a nearer limit takes fewer of them', () => {
  const { unit, marker } = strongest('B2');
  const input = {
    p: unit.p!,
    mechanisms: [marker.mechanism],
    markers: computed(unit),
    papers: rowsOf(unit).map(paperOf),
    taskIds,
    expectations,
  };
  const far = changeOf({ ...input, limit: 0.05 })!;
  const near = changeOf({ ...input, limit: unit.p! })!;
  expect(near.untilBelow).toBe(1);
  expect(far.untilBelow).toBeGreaterThan(1);
  expect(far.untilBelow).toBeLessThanOrEqual(input.papers.length);
  expect(far.order.map(({ share }) => share)).toEqual(far.order.map(({ share }) => share).toSorted((a, b) => b - a));
  expect(changeOf({ ...input, limit: null })!.untilBelow).toBeNull();
  expect(changeOf({ ...input, mechanisms: [], limit: 0.05 })).toBeNull();
});

test('identical papers carry the sign of likeness, and the others nothing', () => {
  // Every fortieth paper: hardly two of a class.
  const papers = Array.from({ length: 20 }, (_, index) => paperOf(index * 40));
  const twin = papers[3]!;
  const copied = [...papers, { ...twin, participant: 'copy' }].map((paper) => ({ ...paper, className: '5А' }));
  const marker = { ...strongest('B5').marker };
  const shares = sharesOf(marker, copied, taskIds, expectations);
  expect(shares?.[20]).toBeCloseTo(shares?.[3] ?? Number.NaN, 12);
  expect(shares![20]!).toBeGreaterThan(0.2);
});
