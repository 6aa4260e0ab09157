import { expect, test } from 'vitest';
import { markShifts } from './mark-shifts.ts';

/** Thirty units of twenty papers in two groups; the last unit has every mark one step higher than the others. */
const units = Array.from({ length: 30 }, (_, unit) => ({ start: unit * 20, end: unit * 20 + 20 }));
const groupOf = Int32Array.from({ length: 600 }, (_, paper) => paper % 2);
const usual = Int8Array.from({ length: 600 }, (_, paper) => 2 + (paper % 2) + (Math.floor(paper / 2) % 2));

test('units that mark alike have no shift', () => {
  const { shift, variance } = markShifts(groupOf, 2, usual, units);
  for (const value of shift) expect(Math.abs(value)).toBeLessThan(0.01);
  for (const value of variance) expect(value).toBeGreaterThan(0);
});

test('higher marks of the same totals are a positive shift, lower ones a negative', () => {
  const higher = usual.map((mark, paper) => (paper >= 580 ? Math.min(5, mark + 1) : mark));
  const lower = usual.map((mark, paper) => (paper >= 580 ? Math.max(2, mark - 1) : mark));
  expect(markShifts(groupOf, 2, higher, units).shift[29]!).toBeGreaterThan(1);
  expect(markShifts(groupOf, 2, lower, units).shift[29]!).toBeLessThan(-1);
});

test('papers without a group do not count, and a unit without papers has no shift', () => {
  const none = groupOf.map((group, paper) => (paper < 20 ? -1 : group));
  expect(markShifts(none, 2, usual, units).shift[0]).toBeNaN();
});
