import { expect, test } from 'vitest';
import { normalUpperTail } from './normal.ts';
import { studentLogConstant, studentLogDensity, studentUpperTail } from './student-t.ts';

// Critical values of any printed table (Abramowitz & Stegun, table 26.10).
test.each([
  [12.706205, 1, 0.025],
  [2.570582, 5, 0.025],
  [2.228139, 10, 0.025],
  [3.169273, 10, 0.005],
  [2.042272, 30, 0.025],
])('%d with %d degrees of freedom has the upper tail %d', (t, degreesOfFreedom, tail) => {
  expect(studentUpperTail(t, degreesOfFreedom)).toBeCloseTo(tail, 7);
});

test('one degree of freedom is the Cauchy distribution, far out too', () => {
  for (const t of [-3, 0, 1, 50]) {
    expect(studentUpperTail(t, 1)).toBeCloseTo(0.5 - Math.atan(t) / Math.PI, 12);
  }
  expect(studentUpperTail(1e6, 1) * 1e6 * Math.PI).toBeCloseTo(1, 8);
});

test('infinitely many degrees of freedom are the normal distribution', () => {
  expect(studentUpperTail(3, Number.POSITIVE_INFINITY)).toBe(normalUpperTail(3));
  expect(studentUpperTail(3, 900_000) / normalUpperTail(3)).toBeCloseTo(1, 4);
});

test('the two tails sum to one', () => {
  for (const t of [0, 0.7, 2.5]) expect(studentUpperTail(t, 4.5) + studentUpperTail(-t, 4.5)).toBeCloseTo(1, 13);
});

test('the density at zero is 1/pi for one degree of freedom and 3/8 for four', () => {
  expect(Math.exp(studentLogDensity(0, 1))).toBeCloseTo(1 / Math.PI, 12);
  expect(Math.exp(studentLogDensity(0, 4))).toBeCloseTo(0.375, 12);
  expect(studentLogConstant(4)).toBeCloseTo(Math.log(0.375), 12);
  expect(studentLogDensity(2, Number.POSITIVE_INFINITY)).toBeCloseTo(-2 - 0.5 * Math.log(2 * Math.PI), 12);
});

test('the density is the slope of the tail', () => {
  const step = 1e-4;
  for (const v of [2.5, 8, 40]) {
    const slope = (studentUpperTail(1.3 - step, v) - studentUpperTail(1.3 + step, v)) / (2 * step);
    expect(Math.exp(studentLogDensity(1.3, v))).toBeCloseTo(slope, 6);
  }
});
