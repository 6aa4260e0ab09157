import { assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import { compileKernel, moduleText } from './compile.ts';
import { Kernel } from './kernel.ts';
import { highestTotal } from './records.ts';
import {
  classSumsTable,
  classTotalsTable,
  examineRecords,
  marksTable,
  pairTable,
  putMask,
  safeRun,
  stepTable,
  totalsTable,
  valueTable,
} from './tables.ts';
import { readFile } from 'node:fs/promises';
import { place, pointsAt, rangeOf, type Sample, samples } from './test-plain.ts';

const kernel = new Kernel();

function each(check: (sample: Sample, placed: ReturnType<typeof place>) => void): void {
  assert(
    property(samples, (sample) => kernel.scope(() => check(sample, place(kernel, sample)))),
    { endOnFailure: true },
  );
}

test('the compiled module is what the source compiles to', async () => {
  const kept = await readFile(new URL('module.ts', import.meta.url), 'utf8');
  expect(kept).toBe(moduleText(await compileKernel()));
}, 60_000);

test('totals, marks and totals of classes are those that plain loops count', () => {
  each((sample, placed) => {
    const width = highestTotal(placed.shape) + 1;
    const totals = new Uint32Array(width);
    const marks = new Uint32Array(36);
    const classTotals = new Uint16Array(width * sample.ends.length);
    sample.ends.forEach((_, unit) => {
      const [start, end] = rangeOf(sample, unit);
      for (let paper = start; paper < end; paper += 1) {
        totals[sample.totals[paper]!]! += 1;
        marks[sample.journal[paper]! * 6 + sample.marks[paper]!]! += 1;
        classTotals[unit * width + sample.totals[paper]!]! += 1;
      }
    });
    expect(totalsTable(kernel, placed)).toEqual(totals);
    expect(marksTable(kernel, placed)).toEqual(marks);
    expect(classTotalsTable(kernel, placed, sample.ends)).toEqual(classTotals);
  });
});

test('sums and squares of classes by task are exact for scores of every size', () => {
  each((sample, placed) => {
    const { stride, taskCount } = placed.shape;
    const sums = new Uint32Array(sample.ends.length * stride);
    const squares = new Uint32Array(sample.ends.length * stride);
    sample.ends.forEach((_, unit) => {
      const [start, end] = rangeOf(sample, unit);
      for (let paper = start; paper < end; paper += 1) {
        for (let task = 0; task < taskCount; task += 1) {
          sums[unit * stride + task]! += pointsAt(sample, paper, task);
          squares[unit * stride + task]! += pointsAt(sample, paper, task) ** 2;
        }
      }
    });
    expect(classSumsTable(kernel, placed, sample.ends)).toEqual({ sums, squares });
  });
});

test('papers by group, task and points are counted beyond what a byte holds', () => {
  each((sample, placed) => {
    const { stride, taskCount } = placed.shape;
    const sizes = new Uint32Array(sample.groupCount);
    const counts = new Uint32Array(sample.groupCount * placed.highest * stride);
    sample.groups.forEach((group, paper) => {
      if (group < 0) return;
      sizes[group]! += 1;
      for (let task = 0; task < taskCount; task += 1) {
        const points = pointsAt(sample, paper, task);
        if (points > 0) counts[(group * placed.highest + points - 1) * stride + task]! += 1;
      }
    });
    const table = valueTable(kernel, placed, kernel.put(sample.groups), sample.groupCount);
    expect(table).toEqual({ sizes, counts });
  });
});

test('papers by variant and total are those by groups of variant and total', () => {
  each((sample, placed) => {
    // A table of all totals of sixty tasks worth a hundred points each is larger than the machine.
    if (placed.highest > 5) return;
    const width = highestTotal(placed.shape) + 1;
    const groups = Int32Array.from(sample.totals, (total, paper) => sample.variants[paper]! * width + total);
    const byGroup = valueTable(kernel, placed, kernel.put(groups), 4 * width);
    expect(valueTable(kernel, placed, null, 4 * width)).toEqual(byGroup);
  });
});

test('pairs of a class agree in as many tasks as they do one by one', () => {
  each((sample, placed) => {
    const { taskCount } = placed.shape;
    const few = 3;
    const equal = new Uint32Array(sample.ends.length);
    const near = new Uint32Array(sample.ends.length);
    sample.ends.forEach((_, unit) => {
      const [start, end] = rangeOf(sample, unit);
      for (let p = start; p < end; p += 1) {
        for (let q = start; q < p; q += 1) {
          let agreed = 0;
          for (let task = 0; task < taskCount; task += 1) {
            if (pointsAt(sample, p, task) === pointsAt(sample, q, task)) agreed += 1;
          }
          equal[unit]! += agreed;
          if (taskCount - agreed <= few) near[unit]! += 1;
        }
      }
    });
    expect(pairTable(kernel, placed, sample.ends, few)).toEqual({ equal, near });
  });
});

test('papers by two values at once are those that plain loops count', () => {
  assert(
    property(samples, (sample) =>
      kernel.scope(() => {
        const placed = place(kernel, sample);
        const { taskCount } = placed.shape;
        const { offsets, counts } = stepTable(kernel, placed);
        const cells = offsets[taskCount]!;
        const plain = new Uint32Array(cells * cells);
        for (let paper = 0; paper < sample.count; paper += 1) {
          for (let row = 0; row < taskCount; row += 1) {
            for (let column = row; column < taskCount; column += 1) {
              const a = sample.scores[paper * taskCount + row]!;
              const b = sample.scores[paper * taskCount + column]!;
              if (a < NOT_ATTEMPTED || b < NOT_ATTEMPTED) continue;
              plain[(offsets[row]! + Math.max(0, a)) * cells + offsets[column]! + Math.max(0, b)]! += 1;
            }
          }
        }
        expect(counts).toEqual(plain);
      }),
    ),
    { numRuns: 30 },
  );
});

test('records are examined: highest and lowest score, wrong totals, scores above their maximum, tasks that do not count', () => {
  each((sample, placed) => {
    const { shape, at, mask, count } = placed;
    const incomplete = Array.from({ length: count }, (_, paper) =>
      sample.scores.subarray(paper * shape.taskCount, (paper + 1) * shape.taskCount).some((score) => score < -1)
        ? 1
        : 0,
    );
    const flags = kernel.take(count);
    const whole = examineRecords(kernel, shape, at, mask, count, flags);
    expect(whole).toEqual({
      highest: Math.max(0, ...sample.scores),
      lowest: Math.min(0, ...sample.scores),
      mismatched: 0,
      outside: 0,
      highestTotal: Math.max(0, ...sample.totals),
      incomplete: incomplete.reduce<number>((sum, flag) => sum + flag, 0),
    });
    expect([...kernel.bytes(flags, count)]).toEqual(incomplete);
    if (count === 0) return;
    kernel.bytes(at + shape.stride - 8, 1)[0]! ^= 1;
    expect(examineRecords(kernel, shape, at, mask, count).mismatched).toBe(1);
    kernel.bytes(at, 1)[0] = shape.maxima[0]! + 1;
    expect(examineRecords(kernel, shape, at, mask, count).outside).toBe(1);
  });
});

test('no run of squares that may be added in 16 bits overflows them', () => {
  for (let highest = 1; highest <= 127; highest += 1) {
    expect(safeRun(highest)).toBeGreaterThan(0);
    expect(safeRun(highest) * highest * highest).toBeLessThan(65_536);
  }
});

test('a class too large for its counters is refused', () => {
  const shape = { taskCount: 1, stride: 16, maxima: [1] };
  const placed = { shape, at: 0, mask: putMask(kernel, shape), count: 65_536, highest: 1 };
  expect(() => classTotalsTable(kernel, placed, Int32Array.of(65_536))).toThrow(RangeError);
});
