import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { AdministrationBuilder } from '../engine/builder.ts';
import { referenceTables } from '../rereading/reference-tables.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { compareFigures } from './compare.ts';
import { SMALLEST_GROUP, suppressed } from './suppress.ts';
import { unitFigures } from './unit-figures.ts';

const { administrations } = simulateRegion({
  seed: 22_118,
  works: [inventedWork('Математика', 5)],
  municipalities: 4,
  schoolsPerMunicipality: 6,
  classSize: [18, 26],
});
const work = administrations[0]!;
const tables = referenceTables(work);

test('figures are the same only to the last bit, and a missing one is a difference', () => {
  const stored = { p: 0.1 + 0.2, markers: [{ id: 'B2', effect: { value: 1 } }] };
  expect(compareFigures(stored, structuredClone(stored))).toEqual({ same: 3, differences: [] });
  expect(compareFigures(stored, { p: 0.3, markers: [{ id: 'B2', effect: {} }] }).differences).toEqual([
    { path: 'p', stored: '0.30000000000000004', computed: '0.3' },
    { path: 'markers.B2.effect.value', stored: '1', computed: '—' },
  ]);
});

test('what leaves the region has no group of fewer than five papers', () => {
  const handedOut = suppressed(tables);
  for (const { totals } of handedOut.variants) {
    for (const count of totals) expect(count === 0 || count >= SMALLEST_GROUP).toBe(true);
  }
  for (const { counts } of handedOut.journal) {
    for (let at = 0; at < counts.length; at += 4) {
      const group = counts.slice(at, at + 4).reduce((sum, count) => sum + count, 0);
      expect(group === 0 || group >= SMALLEST_GROUP).toBe(true);
    }
  }
  const before = tables.variants[0]!.cells.reduce((sum, count) => sum + count, 0);
  const after = handedOut.variants[0]!.cells.reduce((sum, count) => sum + count, 0);
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThanOrEqual(before);
});

test('a class’s own papers and the region’s tables give its task means, expected scores, boundary counts and marks again', () => {
  const { units } = analyze([work]);
  const unit = units.find(({ level, participants, p }) => level === 'class' && participants >= 18 && p !== null)!;
  const builder = new AdministrationBuilder(work);
  for (let row = 0; row < work.size; row++) {
    const { name, school } = work.classes[work.classOf[row]!]!;
    if (name !== unit.className || work.schools[school]!.name !== unit.school) continue;
    const index = builder.classIndex('', unit.school!, name, null);
    builder.addTo(index, {
      participant: String(row),
      variant: work.variantNames?.[work.variants[row]!] ?? String(work.variants[row]!),
      journalMark: work.journalMarks[row]! || null,
      scores: [...work.scores.subarray(row * work.tasks.length, (row + 1) * work.tasks.length)],
    });
  }
  const { figures, notCompared } = unitFigures(builder.build(), tables, unit.markers);
  expect(notCompared).toBe(0);
  expect(figures.length).toBeGreaterThan(20);
  for (const { path, stored, computed } of figures) expect([path, computed]).toEqual([path, expect.closeTo(stored, 9)]);
});
