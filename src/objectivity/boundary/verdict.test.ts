import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { againstReference } from './against-reference.ts';
import { modelDistribution } from './model-distribution.ts';
import { boundarySentence } from './text.ts';
import { boundaryVerdicts, findBoundaries } from './verdict.ts';
import { taughtRange, windowsOf } from './windows.ts';

function histogram(name: string, maximum: number): Int32Array {
  const counts = new Int32Array(maximum + 1);
  const text = readFileSync(new URL(`../../../stats/reference/boundary/${name}.csv`, import.meta.url), 'utf8');
  for (const line of text.trim().split('\n').slice(1)) {
    const [score, count] = line.split(',').map(Number);
    counts[score!] = count!;
  }
  return counts;
}

const poland = histogram('matura-pl-2014', 70);
const mexico = histogram('comipems-mx-2013', 128);

/** Moves a share of the papers of the scores below a boundary onto it. */
function lifted(counts: Int32Array, cut: number, reach: number, share: number): Int32Array {
  const changed = counts.slice();
  for (let score = cut - reach; score < cut; score++) {
    const moved = Math.round(share * changed[score]!);
    changed[score]! -= moved;
    changed[cut]! += moved;
  }
  return changed;
}

test('of all scores of the Polish examination only the pass mark is found', () => {
  expect(findBoundaries(poland).map(({ cut, kind }) => [cut, kind])).toEqual([[21, 'lifting']]);
});

test('asked beside places where nothing depends on a point, the pass mark alone answers', () => {
  const verdicts = boundaryVerdicts(poland, [11, 21, 30, 40, 50]);
  expect(verdicts.map(({ cut, kind }) => [cut, kind])).toEqual([
    [11, 'nothing'],
    [21, 'lifting'],
    [30, 'nothing'],
    [40, 'nothing'],
    [50, 'nothing'],
  ]);
  const pass = verdicts[1]!;
  expect(pass.localPeak).toBe(true);
  expect(pass.balanced).toBe(true);
  expect(pass.bunching!.excess.low).toBeGreaterThan(11_000);
  for (const cut of [11, 30, 40, 50]) expect(boundaryVerdicts(poland, [cut])[0]!.kind).toBe('nothing');
});

test('the machine-scored Mexican test is silent at every score', () => {
  expect(findBoundaries(mexico)).toEqual([]);
  for (let cut = 1; cut < 128; cut++) {
    const [verdict] = boundaryVerdicts(mexico, [cut]);
    expect(['nothing', 'insufficient']).toContain(verdict!.kind);
  }
});

test('papers lifted over an invented boundary of the Mexican test are found there and nowhere else', () => {
  for (const cut of [40, 64, 90]) {
    const found = findBoundaries(lifted(mexico, cut, 3, 0.3));
    expect(found.map((each) => [each.cut, each.kind])).toEqual([[cut, 'lifting']]);
  }
});

test('absent weak papers are told from lifting', () => {
  const half = mexico.map((count, score) => (score < 50 ? Math.round(count / 2) : count));
  const [selected] = boundaryVerdicts(half, [50]);
  expect(selected!.kind).toBe('truncation');
  expect(selected!.localPeak).toBe(false);
  const cut = mexico.map((count, score) => (score < 31 ? 0 : count));
  expect(boundaryVerdicts(cut, [31])[0]!.kind).toBe('truncation');
  expect(findBoundaries(cut).map(({ kind }) => kind)).toEqual(['truncation']);
  expect(boundarySentence(boundaryVerdicts(cut, [31])[0]!, 'ru')).toContain('ниже работ нет');
});

test('too few papers or scores are no conclusion', () => {
  const few = Int32Array.from([0, 1, 2, 3, 4, 5, 6, 5, 9, 1, 0]);
  for (const { kind } of boundaryVerdicts(few, [4, 8])) expect(kind).toBe('insufficient');
  expect(boundaryVerdicts(new Int32Array(31), [10])[0]!.kind).toBe('insufficient');
  expect(boundaryVerdicts(poland, [0, 70])).toEqual([]);
});

function bell(score: number, mean: number): number {
  return Math.exp(-((score - mean) ** 2) / 90);
}

test('a verdict changes neither with the size of an honest histogram nor with which boundaries are asked first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 24 }), fc.integer({ min: 400, max: 40_000 }), (mean, size) => {
      const counts = Int32Array.from({ length: 37 }, (_, score) => Math.round(size * bell(score, mean)));
      const verdicts = boundaryVerdicts(counts, [10, 18, 27]);
      expect(verdicts.map(({ kind }) => kind)).not.toContain('lifting');
      expect(verdicts.map(({ kind }) => kind)).not.toContain('truncation');
      expect(boundaryVerdicts(counts, [27, 10, 18])).toEqual(verdicts);
    }),
    { numRuns: 40 },
  );
});

/** Totals of a simulated honest region in which a share of the papers just below a boundary is read again and lifted. */
function totalsOf(seed: number, heaping: number) {
  const region = simulateRegion({
    seed,
    municipalities: 10,
    schoolsPerMunicipality: 20,
    works: [inventedWork('Математика', 5, 20)],
    honest: { heaping: Math.max(heaping, 1e-9) },
  });
  const administration = region.administrations[0]!;
  const { totals, tasks, thresholds } = administration;
  const counts = new Int32Array(tasks.reduce((sum, { max }) => sum + max, 0) + 1);
  for (const total of totals) counts[total]! += 1;
  return { administration, counts, cuts: [thresholds![3], thresholds![4], thresholds![5]] };
}

test('a simulated region without heaping shows nothing, neither by itself nor against another such region', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { counts, cuts } = totalsOf(seed, 0);
    for (const { kind } of boundaryVerdicts(counts, cuts)) expect(['nothing', 'insufficient']).toContain(kind);
    expect(findBoundaries(counts)).toEqual([]);
    for (const { p } of againstReference(counts, totalsOf(seed + 10, 0).counts, cuts)) expect(p).toBeGreaterThan(0.01);
  }
});

test('against the model of the tasks a region without heaping shows nothing, and a heaped one shows all its boundaries', () => {
  for (const seed of [1, 2, 3]) {
    for (const heaping of [0, 0.45]) {
      const { administration, counts, cuts } = totalsOf(seed, heaping);
      for (const { p, lifted: estimate } of againstReference(counts, modelDistribution(administration)!, cuts)) {
        if (heaping === 0) expect(p).toBeGreaterThan(0.01);
        else {
          expect(p).toBeLessThan(1e-4);
          expect(estimate.low).toBeGreaterThan(0);
        }
      }
    }
  }
});

test('heaping of a whole region is seen at all three boundaries, by its own shape and against a region without it', () => {
  for (const seed of [1, 2, 3]) {
    const { counts, cuts } = totalsOf(seed, 0.45);
    expect(boundaryVerdicts(counts, cuts).map(({ kind }) => kind)).toEqual(['lifting', 'lifting', 'lifting']);
    for (const { p, enough } of againstReference(counts, totalsOf(seed + 10, 0).counts, cuts)) {
      expect(enough).toBe(true);
      expect(p).toBeLessThan(1e-6);
    }
    // Against a region heaped as much, nothing stands out: the reference must be honest.
    for (const { p } of againstReference(counts, totalsOf(seed + 10, 0.45).counts, cuts))
      expect(p).toBeGreaterThan(0.01);
  }
});

test('windows never overlap and keep to the histogram', () => {
  expect(windowsOf([21], 70)).toEqual([{ from: 14, cut: 21, to: 24 }]);
  expect(windowsOf([7, 12, 16], 20)).toEqual([
    { from: 5, cut: 7, to: 8 },
    { from: 10, cut: 12, to: 13 },
    { from: 14, cut: 16, to: 17 },
  ]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }), (cuts) => {
      const windows = windowsOf(cuts, 60);
      windows.forEach((window, index) => {
        expect(window.from).toBeLessThan(window.cut);
        expect(window.to).toBeGreaterThanOrEqual(window.cut);
        expect(window.from).toBeGreaterThan(windows[index - 1]?.to ?? -1);
      });
    }),
  );
  expect(taughtRange([0, 0, 500, 900, 500, 1, 0])).toEqual({ from: 2, to: 4 });
});
