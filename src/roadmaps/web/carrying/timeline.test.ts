import { expect, test } from 'vitest';
import { barOf, shareOf } from './timeline.ts';

const open = { state: 'open', timing: 'later' } as const;

test('the school year runs from September to August, days before and after it stand at its ends', () => {
  expect(shareOf('2026-09-01', 2026)).toBe(0);
  expect(shareOf('2027-03-01', 2026)).toBe(0.5);
  expect(shareOf('2026-08-15', 2026)).toBe(0);
  expect(shareOf('2027-10-01', 2026)).toBe(1);
});

test('a month fills its column, a day is a diamond, what has no end an arrow, what has no days is not drawn', () => {
  const november = barOf({ ...open, opensOn: '2026-11-01', dueOn: '2026-11-30' }, 2026)!;
  expect(november.shape).toBe('bar');
  expect(november.from).toBeCloseTo(2 / 12);
  expect(november.to).toBeCloseTo(3 / 12);
  expect(barOf({ ...open, opensOn: null, dueOn: '2026-11-13' }, 2026)?.shape).toBe('diamond');
  expect(barOf({ ...open, opensOn: '2026-09-01', dueOn: null }, 2026)).toMatchObject({ shape: 'arrow', to: 1 });
  expect(barOf({ ...open, opensOn: null, dueOn: null }, 2026)).toBeNull();
});

test('what waits for review does not look late', () => {
  const bar = barOf({ state: 'submitted', timing: 'thisWeek', opensOn: null, dueOn: '2026-11-13' }, 2026);
  expect(bar?.look).toBe('submitted');
});
