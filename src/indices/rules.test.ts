import { expect, test } from 'vitest';
import { claimedDegree, DEFAULT_SETTINGS, isNotConfirmed, medalOutcome, outcomeOf } from './rules.ts';

const FIRST = DEFAULT_SETTINGS.medal[1];
const SECOND = DEFAULT_SETTINGS.medal[2];

test('final marks of fives alone claim the first degree, with one or two fours the second', () => {
  expect(claimedDegree({ fives: 14, fours: 0, lower: 0 })).toBe(1);
  expect(claimedDegree({ fives: 13, fours: 1, lower: 0 })).toBe(2);
  expect(claimedDegree({ fives: 12, fours: 2, lower: 0 })).toBe(2);
  expect(claimedDegree({ fives: 11, fours: 3, lower: 0 })).toBeNull();
  expect(claimedDegree({ fives: 13, fours: 0, lower: 1 })).toBeNull();
});

test('a medal of the first degree needs seventy in Russian and in one other subject', () => {
  expect(medalOutcome({ russian: 70, bestOther: 70, baseMathematics: null }, FIRST)).toBe('confirmed');
  expect(medalOutcome({ russian: 69, bestOther: 99, baseMathematics: null }, FIRST)).toBe('notConfirmed');
  expect(medalOutcome({ russian: 99, bestOther: 69, baseMathematics: null }, FIRST)).toBe('notConfirmed');
  expect(medalOutcome({ russian: 60, bestOther: 60, baseMathematics: null }, SECOND)).toBe('confirmed');
});

test('base mathematics confirms only a pupil who took Russian and base mathematics alone', () => {
  expect(medalOutcome({ russian: 80, bestOther: null, baseMathematics: 5 }, FIRST)).toBe('confirmed');
  expect(medalOutcome({ russian: 80, bestOther: null, baseMathematics: 4 }, FIRST)).toBe('notConfirmed');
  expect(medalOutcome({ russian: 80, bestOther: 65, baseMathematics: 5 }, FIRST)).toBe('notConfirmed');
});

test('without Russian or without a second exam nothing is known, and nothing is counted', () => {
  expect(medalOutcome({ russian: null, bestOther: 90, baseMathematics: 5 }, FIRST)).toBe('unknown');
  expect(medalOutcome({ russian: 90, bestOther: null, baseMathematics: null }, FIRST)).toBe('unknown');
});

test('a mark is not confirmed from the gap that the region has set', () => {
  expect(isNotConfirmed(5, 4, 1)).toBe(true);
  expect(isNotConfirmed(5, 4, 2)).toBe(false);
  expect(isNotConfirmed(3, 5, 1)).toBe(false);
  expect([outcomeOf(4, 3), outcomeOf(4, 4), outcomeOf(4, 5)]).toEqual(['lowered', 'confirmed', 'raised']);
});
