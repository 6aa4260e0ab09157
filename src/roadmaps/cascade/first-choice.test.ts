import { expect, test } from 'vitest';
import { schoolsAtFirst, TO_REST } from './first-choice.ts';

const schools = (...sent: readonly boolean[]) => sent.map((one, index) => ({ id: index + 1, sent: one }));

test.each([
  ['the first sending is to all', schools(false, false), undefined, [1, 2]],
  ['changes go to those who have the plan', schools(true, false), undefined, [1]],
  ['the rest are those who have none', schools(true, false, false), TO_REST, [2, 3]],
  ['an old address, when all have it, opens on changes', schools(true, true), TO_REST, [1, 2]],
])('%s', (_, all, to, expected) => {
  expect([...schoolsAtFirst(all, to)]).toEqual(expected);
});
