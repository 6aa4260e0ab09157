import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochbergThreshold } from './false-discovery.ts';
import { siblingEvidence, siblingRejections, siblingWeights } from './sibling-weights.ts';

const members = fc.array(fc.tuple(fc.double({ min: 1e-6, max: 1, noNaN: true }), fc.nat(6)), { maxLength: 60 });

/** Family after family of four: 300 quiet ones and `odd` ones in which every member is odd. */
function together(odd: number): { p: number[]; families: number[] } {
  const p: number[] = [];
  const families: number[] = [];
  for (let family = 0; family < 300 + odd; family++) {
    for (let member = 0; member < 4; member++) {
      // Spread evenly over 0..1, members of a quiet family far apart.
      p.push(family < 300 ? ((family + 0.5) / 300 + member * 0.25) % 1 : 0.0005 * (member + 1));
      families.push(family);
    }
  }
  return { p, families };
}

test('what the other members of a family show is the Simes p without the member itself', () => {
  fc.assert(
    fc.property(members, (list) => {
      const p = list.map(([value]) => value);
      const families = list.map(([, family]) => family);
      const evidence = siblingEvidence(p, families);
      list.forEach(([, family], member) => {
        const others = p.filter((_, other) => other !== member && families[other] === family).sort((a, b) => a - b);
        const simes = Math.min(1, ...others.map((value, rank) => (value * others.length) / (rank + 1)));
        expect(evidence[member]).toBeCloseTo(simes, 12);
      });
    }),
  );
});

test('weights have mean one, and stay near one where nothing is odd', () => {
  const { p, families } = together(10);
  const weights = siblingWeights(p, families);
  expect(weights.reduce((sum, weight) => sum + weight, 0) / p.length).toBeCloseTo(1, 12);
  const quiet = together(0);
  for (const weight of siblingWeights(quiet.p, quiet.families)) expect(Math.abs(weight - 1)).toBeLessThan(0.1);
});

test('where odd members come together, one of an odd family is asked for less and one of a quiet family for more', () => {
  const { p, families } = together(20);
  // An odd member in a quiet family and a doubtful one in an odd family.
  p[0] = 0.004;
  p[p.length - 1] = 0.008;
  const weights = siblingWeights(p, families);
  expect(weights[p.length - 1]).toBeGreaterThan(2);
  expect(weights[0]).toBeLessThan(0.7);
  const rejected = siblingRejections(p, families, 0.05);
  expect(rejected[p.length - 1]).toBe(1);
  expect(p[p.length - 1]).toBeGreaterThan(benjaminiHochbergThreshold(p, 0.05));
});

test('where odd members are spread evenly, the decisions are those of one list', () => {
  // Each family has three honest members and one odd: whoever looks at the others sees the same.
  const p: number[] = [];
  const families: number[] = [];
  for (let family = 0; family < 200; family++) {
    p.push(1e-5, (family + 0.5) / 200, ((family + 0.5) / 200 + 0.4) % 1, ((family + 0.5) / 200 + 0.7) % 1);
    families.push(family, family, family, family);
  }
  const threshold = benjaminiHochbergThreshold(p, 0.05);
  const odd = p.map((value) => (value <= threshold ? 1 : 0));
  const differ = [...siblingRejections(p, families, 0.05)].filter((decision, member) => decision !== odd[member]);
  expect(differ.length).toBeLessThanOrEqual(8);
});

test('members without families are one list, and no members are no rejections', () => {
  const p = [0.001, 0.02, 0.4, 0.9];
  expect([...siblingRejections(p, [0, 1, 2, 3], 0.05)]).toEqual([1, 1, 0, 0]);
  expect(siblingRejections([], [], 0.05)).toHaveLength(0);
});
