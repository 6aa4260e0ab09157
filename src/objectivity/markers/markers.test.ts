import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import type { MarkerId, UnitLevel } from '../model.ts';
import type { Manipulation } from '../validation/manipulations.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { MARKERS } from './registry.ts';

const SEEDS = [1, 2, 3];

/** Chance that a manipulated unit has the larger statistic than an honest one (ties count half). */
function areaUnderCurve(manipulated: readonly number[], honest: readonly number[]): number {
  let won = 0;
  for (const x of manipulated) for (const y of honest) won += x > y ? 1 : x === y ? 0.5 : 0;
  return won / (manipulated.length * honest.length);
}

function ranking(seed: number, manipulation: Manipulation, id: MarkerId, level: UnitLevel): number {
  const region = simulateRegion({
    seed,
    municipalities: 6,
    schoolsPerMunicipality: 10,
    works: [inventedWork('Математика', 5)],
    manipulations: { [manipulation]: 1 },
    strength: 1,
    // Manipulated classes of one school make a manipulated school.
    concentration: level === 'school' ? 1 : 0,
    // A school's sign at the boundaries needs the papers of several classes.
    classesPerSchool: level === 'school' ? [3, 4] : [1, 3],
  });
  const key = (school: string | null, className: string | null): string =>
    level === 'school' ? String(school) : `${school} ${className}`;
  const guilty = new Set(
    region.truth.filter((unit) => unit.manipulation !== null).map((unit) => key(unit.school, unit.className)),
  );
  const manipulated: number[] = [];
  const honest: number[] = [];
  for (const unit of analyze(region.administrations, { details: false }).units) {
    if (unit.level !== level) continue;
    const result = unit.markers.find((marker) => marker.id === id);
    if (result?.kind !== 'computed') continue;
    (guilty.has(key(unit.school, unit.className)) ? manipulated : honest).push(result.statistic);
  }
  return areaUnderCurve(manipulated, honest);
}

// Bounds stand about .1 below the mean over the three seeds.
test.each([
  ['hardHelp', 'B2', 'class', 0.85], // measured 1.000, .947, .924
  ['kindScoring', 'B3', 'class', 0.8], // measured .861, .928, .937
  ['copying', 'B5', 'class', 0.9], // measured .999, 1.000, .998
  ['markInflation', 'B7', 'class', 0.75], // measured .859, .807, .897
  ['lifting', 'B1', 'school', 0.78], // measured .986, .986, .667: three to six schools each
] as const)('%s puts the units it was done to above the honest ones in marker %s', (manipulation, id, level, bound) => {
  const areas = SEEDS.map((seed) => ranking(seed, manipulation, id, level));
  expect(areas.reduce((sum, area) => sum + area, 0) / areas.length).toBeGreaterThan(bound);
});

test('every marker stands in the registry once and is asked at one level at least', () => {
  expect(new Set(MARKERS.map((marker) => marker.id)).size).toBe(MARKERS.length);
  for (const marker of MARKERS) expect(marker.levels.length).toBeGreaterThan(0);
});
