import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../engine/random.ts';
import type { Rescored } from './model.ts';
import { honestTolerance, recheckStatistics } from './statistics.ts';

function answer(paper: number, task: number, first: number, second: number, rater = 'Эксперт 2'): Rescored {
  return { paper: String(paper), task: String(task), first, second, third: null, raters: ['Эксперт 1', rater, null] };
}

function held(score: number): number {
  return Math.min(3, Math.max(0, score));
}

/** Papers of three answers worth three points; honest raters differ by a point now and then; `gift` is added to each first score with its chance. */
function papers(seed: number, count: number, gift = 0): Rescored[] {
  const random = new Random(seed);
  return Array.from({ length: count * 3 }, (_, index) => {
    const truth = Math.floor(random.uniform() * 4);
    const slip = (): number => (random.chance(0.12) ? (random.chance(0.5) ? 1 : -1) : 0);
    const first = held(truth + slip() + (random.chance(gift) ? 2 : 0));
    return answer(Math.floor(index / 3), index % 3, first, held(truth + slip()));
  });
}

test('honest scorings of thirty papers and more are within the tolerance', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const { verdict, meanChange } = recheckStatistics(papers(seed, 40));
    expect(verdict).toBe('within');
    expect(Math.abs(meanChange!.value)).toBeLessThan(0.5);
  }
});

test('first scores raised by two points on half of the answers are called generous, with how many papers of all', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const found = recheckStatistics(papers(seed, 30, 0.5), { population: 120 });
    expect(found.verdict).toBe('generous');
    expect(found.meanChange!.high).toBeLessThan(0);
    expect(found.beyond.lowered).toBeGreaterThan(found.beyond.raised);
    expect(found.inAll!.low).toBeGreaterThanOrEqual(found.beyond.papers);
    expect(found.inAll!.low).toBeLessThan(found.inAll!.value);
    expect(found.severity!.find(({ rater }) => rater === 'Эксперт 1')!.severity.high).toBeLessThan(0);
  }
});

test('fourteen papers are no conclusion, whatever they show', () => {
  expect(recheckStatistics(papers(1, 14, 0.9)).verdict).toBe('insufficient');
  expect(recheckStatistics([]).verdict).toBe('insufficient');
});

test('scores that differ widely to both sides are scattered', () => {
  const rescored = Array.from({ length: 24 }, (_, paper) =>
    answer(paper, 1, paper % 2 === 0 ? 6 : 1, paper % 2 === 0 ? 1 : 6),
  );
  expect(recheckStatistics(rescored).verdict).toBe('scattered');
});

test('a second rater who differs by a point is normal; two differ more over more answers', () => {
  expect([1, 2, 4, 9, 16].map(honestTolerance)).toEqual([1, 1, 2, 3, 4]);
  const apart = Array.from({ length: 20 }, (_, paper) => answer(paper, 1, 2, paper % 2 === 0 ? 3 : 1));
  expect(recheckStatistics(apart).verdict).toBe('within');
  expect(recheckStatistics(apart).changed).toBe(20);
});

test('papers scored exactly alike agree fully', () => {
  const same = recheckStatistics(Array.from({ length: 20 }, (_, paper) => answer(paper, 1, paper % 4, paper % 4)));
  expect(same).toMatchObject({ verdict: 'within', changed: 0, alpha: 1 });
  expect(same.qwk!.value).toBe(1);
  expect(same.icc!.value).toBe(1);
});

test('exchanging first and second scores turns the change round and leaves agreement as it is', () => {
  const score = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 15, maxLength: 40 }), (pairs) => {
      const there = recheckStatistics(pairs.map(([a, b], paper) => answer(paper, 1, a, b)));
      const back = recheckStatistics(pairs.map(([a, b], paper) => answer(paper, 1, b, a)));
      expect(back.meanChange!.value).toBeCloseTo(-there.meanChange!.value, 10);
      expect(back.beyond.raised).toBe(there.beyond.lowered);
      expect(back.qwk?.value ?? 0).toBeCloseTo(there.qwk?.value ?? 0, 10);
      expect(back.icc?.value ?? 0).toBeCloseTo(there.icc?.value ?? 0, 10);
    }),
  );
});
