import { expect, test } from 'vitest';
import type { MarkerId, MarkerResult, Mechanism } from '../model.ts';
import { agreement, boundaryExcess, meanScore, namedTasks, profileShares, reasonsOf } from './facts.ts';

function computed(id: MarkerId, mechanism: Mechanism, p: number, details: object = {}): MarkerResult {
  return {
    kind: 'computed',
    id,
    mechanism,
    statistic: 3,
    p,
    effect: { value: 1, unit: 'pointsPerPupil' },
    participants: 20,
    details,
  };
}

const task = (id: string, z: number) => ({ id, observed: 1, expected: 0.5, z });

test('reasons come strongest first, apart from what showed nothing and from what had too few papers', () => {
  const missing: MarkerResult = {
    kind: 'insufficient',
    id: 'B7',
    mechanism: 'marks',
    required: 15,
    given: 3,
    reason: 'journalMarks',
  };
  const reasons = reasonsOf({
    markers: [computed('B3', 'help', 0.04), missing, computed('B5', 'copying', 0.6), computed('B2', 'help', 0.001)],
  });
  expect(reasons.notable.map(({ id }) => id)).toEqual(['B2', 'B3']);
  expect(reasons.usual.map(({ id }) => id)).toEqual(['B5']);
  expect(reasons.missing).toEqual([missing]);
});

test('only tasks of mechanisms that carry the sign are named, the most outstanding first', () => {
  const markers = [
    computed('B2', 'help', 0.001, { tasks: [task('1', 0.4), task('10', 2.5), task('12', 4)] }),
    computed('B5', 'copying', 0.5, { tasks: [task('3', 9)] }),
  ];
  expect(namedTasks({ markers, mechanisms: ['help'] })).toEqual(['12', '10']);
  expect(namedTasks({ markers, mechanisms: [] })).toEqual([]);
});

test('the boundary with the largest excess is the one that is spoken of', () => {
  const boundaries = [
    { mark: 3, score: 8, below: 2, above: 6, expectedAbove: 4 },
    { mark: 4, score: 15, below: 1, above: 9, expectedAbove: 5 },
    { mark: 5, score: 21, below: 3, above: 1, expectedAbove: 2 },
  ];
  const markers = [computed('B1', 'boundary', 0.001, { boundaries })];
  expect(boundaryExcess({ markers, mechanisms: ['boundary'] })).toMatchObject({ mark: 4, above: 9 });
  expect(boundaryExcess({ markers, mechanisms: ['help'] })).toBeNull();
});

test('the profile is given as shares of the maximum', () => {
  const [row] = profileShares({
    tasks: [{ id: '9', max: 2, response: 'extended', difficulty: 0.4 }],
    profile: [{ id: '9', observed: 1.5, expected: 1, low: 1.2, high: 1.8 }],
  });
  expect(row).toEqual({ id: '9', max: 2, response: 'extended', observed: 0.75, expected: 0.5, low: 0.6, high: 0.9 });
});

test('marks agree on the diagonal; left of it the work is marked lower than the journal', () => {
  const transition = [
    [1, 0, 0, 0],
    [2, 5, 1, 0],
    [0, 3, 4, 0],
    [0, 0, 2, 1],
  ];
  expect(agreement(transition)).toEqual({ all: 19, same: 11, lower: 7, higher: 1 });
});

test('a mean needs papers', () => {
  expect(meanScore([1, 0, 3])).toBe(1.5);
  expect(meanScore([0, 0, 0])).toBeNull();
});
