import { expect, test } from 'vitest';
import { Random } from '../engine/random.ts';
import { likeness } from './likeness.ts';
import { plainLikeness } from './test-likeness.ts';

/** Classes of honest and of copied papers in a few score groups; tasks of 1 to 4 points. */
function classesOf(seed: number) {
  const random = new Random(seed);
  const maxima = Array.from({ length: 8 + random.integer(0, 12) }, () => random.integer(1, 4));
  const sizes = Array.from({ length: 6 }, () => random.integer(12, 900));
  const chances = sizes.map(() =>
    maxima.map((max) => {
      const row = Array.from({ length: max + 1 }, () => 0.03 + random.uniform());
      const mass = row.reduce((sum, value) => sum + value, 0);
      return row.map((value) => value / mass);
    }),
  );
  const classes = Array.from({ length: 8 }, (_, unit) => {
    const source = maxima.map((max) => random.integer(0, max));
    return Array.from({ length: random.integer(unit === 0 ? 0 : 1, 33) }, () => ({
      group: random.chance(0.1) ? -1 : random.integer(0, sizes.length - 1),
      scores: maxima.map((max, task) =>
        random.chance(unit % 3 === 1 ? 0.9 : 0.2) ? source[task]! : random.integer(0, max),
      ),
    }));
  });
  return { maxima, sizes, chances, classes };
}

test.each([1, 2, 3, 4, 5, 6])('the kernel finds the likeness that plain loops find, sample %i', (seed) => {
  const { maxima, sizes, chances, classes } = classesOf(seed);
  const wide = Math.ceil(maxima.length / 4) * 4;
  const levels = Math.max(...maxima) + 1;
  const table = new Float32Array(sizes.length * levels * wide);
  const floors = new Float32Array(levels * wide);
  chances.forEach((tasks, group) => {
    for (let task = tasks.length; task < wide; task++) table[group * levels * wide + task] = 1;
    tasks.forEach((row, task) => {
      row.forEach((chance, score) => {
        table[(group * levels + score) * wide + task] = chance;
        floors[score * wide + task] = 1e-6;
      });
    });
  });
  const papers = classes.flat();
  const ends = Int32Array.from(classes, (_, unit) => classes.slice(0, unit + 1).flat().length);
  const placed = {
    starts: ends.map((_, unit) => ends[unit - 1] ?? 0),
    ends,
    groups: Int32Array.from(papers, ({ group }) => group),
    points: Int8Array.from(papers.flatMap(({ scores }) => scores)),
  };
  const present = Int32Array.from(sizes.keys());
  for (const counted of [true, false]) {
    const groups = { present, sizes: Int32Array.from(sizes) };
    const found = likeness({ wide, levels, table, floors }, groups, maxima.length, placed, counted);
    classes.forEach((all, unit) => {
      const kept = all.filter(({ group }) => group >= 0);
      const figures = [found.score, found.alikePairs, found.alikePupils, found.equal, found.equalExpected];
      if (kept.length === 0) return expect(found.score[unit]).toBe(0);
      const expected = plainLikeness(
        kept.map(({ group }) => chances[group]!),
        kept.map(({ group }) => group),
        counted ? sizes : null,
        kept.map(({ scores }) => scores),
      );
      figures.forEach((figure, index) => {
        expect(Math.abs(figure[unit]! - expected[index]!)).toBeLessThan(1e-5 * (1 + Math.abs(expected[index]!)));
      });
    });
  }
});
