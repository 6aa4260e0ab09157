import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { logisticCurve, lz, lzStar } from './person-fit-likelihood.ts';
import {
  guttmanErrors,
  guttmanErrorShare,
  hT,
  modifiedCaution,
  popularity,
  satoCaution,
  u3,
  zu3,
} from './person-fit.ts';

/**
 * Two of the data sets of PerFit 1.4.6 (Tendeiro, Meijer & Niessen 2016, J. Stat. Softw. 74/5): counts, the first ten patterns, and
 * what the package gives for them, rounded to four digits. Over all 806 and 1000 patterns means and deviations agree to 1e-6.
 */
const SETS = [
  {
    name: 'InadequacyData',
    right: '115 205 169 97 125 121 146 54 220 284 167 80 274 256 349 67 240 150 75 286 165 133 96 161 207 482 433 208',
    totals: '0 84 98 83 74 79 59 54 44 40 32 28 26 16 14 15 13 12 6 7 6 5 5 1 4 1 0 0 0',
    patterns: `0100000000000000010010000100 0000000001000110110100010100 0111011101001011101111011111
      0001000101001000111101001010 1000000000101000000000000101 1011000100001111111100011101 0100010111001110000101001001
      0000100000001110100111001110 0000001000000000100100000101 0000100001001000000110000001`,
    guttman: [35, 25, 58, 83, 38, 86, 57, 30, 26, 39],
    share: [0.3646, 0.1562, 0.3625, 0.4439, 0.3304, 0.4479, 0.2969, 0.1604, 0.2261, 0.2955],
    u3: [0.3469, 0.17, 0.3457, 0.4711, 0.3332, 0.4613, 0.3561, 0.1305, 0.2544, 0.3681],
    zu3: [0.1999, -1.2601, 2.4855, 2.0122, 0.1244, 2.8301, 0.9221, -1.5274, -0.4333, 0.4329],
    hT: [0.1207, 0.2561, 0.2138, 0.0453, 0.1292, 0.0554, 0.1137, 0.3191, 0.1819, 0.0784],
    sato: [0.6994, 0.3697, 0.6088, 0.8892, 0.6713, 0.8805, 0.7399, 0.2555, 0.5388, 0.7993],
    modified: [0.4301, 0.2085, 0.2654, 0.4723, 0.4022, 0.4192, 0.3876, 0.1357, 0.3228, 0.4674],
    lz: [-0.1843, 1.0787, 0.718, -0.7822, 0.0686, -0.0283, -0.0879, 0.9282, 0.5496, -0.0807],
    lzStar: [-1.1004, 1.4461, 0.9924, -0.799, -0.2422, -0.0953, -0.1019, 1.1256, 0.7173, -0.4549],
    // The package estimates these parameters; here they are taken as given.
    parameters: `1.00540135 2.10762123 0.64808583 1.80835674 0.87512585 1.74555621 2.28775317 1.48644559 0.51794318 3.4462555
      2.08492551 1.35686697 0.70343735 2.35525761 3.18133247 1.725853 0.72550172 1.5014157 0.81562223 0.85298001 1.32700762
      1.32976638 1.46075456 2.00878472 0.95827494 0.82407885 1.05975581 0.8843692 0.66671706 0.44461867 2.57024852 1.68975785
      1.2403118 0.89498686 1.13530487 1.60705628 2.59151736 1.60902618 1.58957513 0.54504429 0.97312672 1.64920323 1.96569093
      1.30562468 1.10202941 2.19225495 2.83198876 0.99813458 1.53229045 0.97899888 0.52905819 -0.80035775 0.71621647 -0.23337077
      1.97165404 0.86600078`,
  },
  {
    name: 'IntelligenceData',
    right: '626 406 472 835 342 657 861 871 821 868 776 452 497 846 313 718 499 377 131 602 139 255 505 133 344 22',
    totals: '0 2 1 8 10 9 26 34 39 43 83 58 86 98 104 101 88 62 37 34 30 19 9 12 5 2 0',
    patterns: `10001011111101111011011000 10110011111001011111000000 11110111111111111000111110 11000011111011111000001000
      00010000111001100001000000 11111111111001011100001100 10110111101001010110011000 11110100011001100000001000
      00010111111010000000011000 10110011111001000100001010`,
    guttman: [45, 23, 20, 27, 28, 21, 40, 47, 26, 24],
    share: [0.2812, 0.1369, 0.1905, 0.1598, 0.2105, 0.1373, 0.2381, 0.2938, 0.1625, 0.1429],
    u3: [0.2406, 0.1131, 0.2076, 0.1381, 0.1739, 0.123, 0.2095, 0.2736, 0.1549, 0.1165],
    zu3: [0.9424, -0.7725, 1.3288, -0.5051, 0.4983, -0.321, 0.4242, 1.1643, -0.2709, -0.8136],
    hT: [0.2794, 0.4356, 0.4352, 0.3969, 0.4451, 0.4463, 0.321, 0.2665, 0.4145, 0.4272],
    sato: [0.5299, 0.2439, 0.4199, 0.3135, 0.3585, 0.2718, 0.4422, 0.5754, 0.3408, 0.2784],
    modified: [0.2621, 0.1212, 0.2205, 0.1567, 0.1798, 0.1345, 0.2198, 0.2908, 0.1722, 0.14],
    lz: [-1.129, 0.4619, -0.1752, 0.2056, 0.0187, 0.1881, -0.9203, -1.1696, 0.2143, 0.5376],
    lzStar: [-1.1835, 0.465, -0.2964, 0.2052, -0.011, 0.1901, -0.9326, -1.2151, 0.213, 0.5386],
    parameters: `0.68051318 -0.83466912 0.59848952 0.68740584 0.64821708 0.18918937 1.02642724 -1.88118708 0.53447759 1.30343633
      0.73769427 -0.98484151 0.54554977 -3.53248695 0.64370688 -3.19455636 0.7991451 -2.14034771 1.11513587 -2.04865726 0.9196188
      -1.57385133 0.78939065 0.27679852 0.67509918 0.01934875 1.08691612 -1.89466616 0.62113853 1.37263477 1.49068778 -0.86913991
      1.04739785 0.00428915 0.88973332 0.65785909 1.00641427 2.21304286 1.33918929 -0.41229465 1.08040752 2.03083941 0.89770127
      1.38620948 1.22653922 -0.02143853 1.64908689 1.61031948 0.86754379 0.86077082 1.19188356 3.73857013`,
  },
];

const numbers = (text: string): number[] => text.trim().split(/\s+/u).map(Number);
const patternsOf = (text: string): number[][] =>
  text
    .trim()
    .split(/\s+/u)
    .map((row) => [...row].map(Number));

/** Warm's estimate for a two-parameter model, by bisection. */
function warm(pattern: readonly number[], tasks: readonly (readonly [number, number])[]): number {
  let low = -30;
  let high = 30;
  for (let step = 0; step < 80; step++) {
    const theta = (low + high) / 2;
    let score = 0;
    let information = 0;
    let bias = 0;
    tasks.forEach(([a, b], task) => {
      const { p, slope, curvature } = logisticCurve(theta, a, b);
      score += ((pattern[task]! - p) * slope) / (p * (1 - p));
      information += (slope * slope) / (p * (1 - p));
      bias += (slope * curvature) / (p * (1 - p));
    });
    if (score + bias / (2 * information) > 0) low = theta;
    else high = theta;
  }
  return (low + high) / 2;
}

/** Figures rounded to four digits; a figure that ends in 5 may have been rounded either way. */
function expectRounded(values: readonly number[], printed: readonly number[], slack = 5.01e-5): void {
  values.forEach((value, index) => expect(Math.abs(value - printed[index]!)).toBeLessThan(slack));
}

test.each(SETS)('$name: G, its share, U3, ZU3, HT, C and C* are those of PerFit', (set) => {
  const right = numbers(set.right);
  const totals = numbers(set.totals);
  const patterns = patternsOf(set.patterns);
  const popular = popularity(
    right,
    totals.reduce((a, b) => a + b, 0),
  );
  expect(patterns.map((pattern) => guttmanErrors(pattern, popular))).toEqual(set.guttman);
  const compare = (method: typeof u3, printed: readonly number[]): void =>
    expectRounded(
      patterns.map((pattern) => method(pattern, popular)),
      printed,
    );
  compare(guttmanErrorShare, set.share);
  compare(u3, set.u3);
  compare(zu3, set.zu3);
  compare(satoCaution, set.sato);
  compare(modifiedCaution, set.modified);
  expectRounded(
    patterns.map((pattern) => hT(pattern, right, totals)),
    set.hT,
  );
});

test.each(SETS)('$name: lz and lz* at the weighted-likelihood ability are those of PerFit', (set) => {
  const flat = numbers(set.parameters);
  const tasks = Array.from({ length: flat.length / 2 }, (_, task) => [flat[2 * task]!, flat[2 * task + 1]!] as const);
  const patterns = patternsOf(set.patterns);
  const curves = patterns.map((pattern) => {
    const theta = warm(pattern, tasks);
    return tasks.map(([a, b]) => logisticCurve(theta, a, b));
  });
  // The package finds the ability to about 1e-4 of a logit only, which moves the last printed digit.
  const slack = 1.6e-4;
  expectRounded(
    patterns.map((pattern, index) => lz(pattern, curves[index]!)),
    set.lz,
    slack,
  );
  expectRounded(
    patterns.map((pattern, index) => lzStar(pattern, curves[index]!, { method: 'wle' })),
    set.lzStar,
    slack,
  );
});

const someTasks = fc
  .array(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 15 })
  .chain((right) =>
    fc.record({
      right: fc.constant(right),
      pattern: fc.array(fc.constantFrom(0, 1), { minLength: right.length, maxLength: right.length }),
    }),
  )
  .filter(({ pattern }) => pattern.includes(0) && pattern.includes(1));

test('a perfect pattern has no errors, its reverse has all of them, and U3 stays between', () => {
  fc.assert(
    fc.property(someTasks, ({ right, pattern }) => {
      const popular = popularity(right, 100);
      const count = pattern.filter((answer) => answer === 1).length;
      const perfect = pattern.map((_, task) => (popular.order.indexOf(task) < count ? 1 : 0));
      const reverse = pattern.map((_, task) => (popular.order.indexOf(task) >= right.length - count ? 1 : 0));
      expect(guttmanErrors(perfect, popular)).toBe(0);
      expect(guttmanErrorShare(reverse, popular)).toBe(1);
      if (new Set(right).size === 1) return;
      const value = u3(pattern, popular);
      if (!Number.isNaN(value)) {
        expect(value).toBeGreaterThanOrEqual(-1e-9);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});

test('HT from the margins is the ratio of the covariances over all other papers', () => {
  const patterns = patternsOf('1100 1010 1000 0111 1110 0100');
  const right = [0, 1, 2, 3].map((task) => patterns.reduce((sum, pattern) => sum + pattern[task]!, 0));
  const totals = [0, 0, 0, 0, 0];
  for (const pattern of patterns) totals[pattern.reduce((a, b) => a + b, 0)]!++;
  patterns.forEach((pattern, index) => {
    let sum = 0;
    let most = 0;
    const own = pattern.reduce((a, b) => a + b, 0) / 4;
    patterns.forEach((other, at) => {
      if (at === index) return;
      const share = other.reduce((a, b) => a + b, 0) / 4;
      sum += pattern.reduce((all, x, task) => all + x * other[task]!, 0) / 4 - own * share;
      most += Math.min(own, share) * (1 - Math.max(own, share));
    });
    expect(hT(pattern, right, totals)).toBeCloseTo(sum / most, 12);
  });
});

test('nothing to compare is no number, and a task that everybody solved is refused', () => {
  const popular = popularity([50, 60, 70], 100);
  expect(guttmanErrors([1, 1, 1], popular)).toBe(0);
  expect([guttmanErrorShare, u3, zu3, modifiedCaution].map((method) => method([1, 1, 1], popular))).toEqual(
    Array.from({ length: 4 }, () => Number.NaN),
  );
  expect(() => popularity([50, 100], 100)).toThrow(RangeError);
});

test('at the maximum-likelihood ability of the Rasch model lz* is lz with its smaller spread', () => {
  // Three right of five; r0 = 0, so the numerator is that of lz.
  const difficulties = [-1, -0.5, 0, 0.4, 1.3];
  const pattern = [1, 0, 1, 0, 1];
  let theta = 0;
  for (let step = 0; step < 50; step++) {
    const curves = difficulties.map((b) => logisticCurve(theta, 1, b));
    theta += (3 - curves.reduce((sum, { p }) => sum + p, 0)) / curves.reduce((sum, { slope }) => sum + slope, 0);
  }
  const curves = difficulties.map((b) => logisticCurve(theta, 1, b));
  const plain = lz(pattern, curves);
  const corrected = lzStar(pattern, curves, { method: 'ml' });
  expect(Math.sign(plain)).toBe(Math.sign(corrected));
  expect(Math.abs(corrected)).toBeGreaterThan(Math.abs(plain));
  // A flat prior is no prior.
  const flat = lzStar(pattern, curves, { method: 'map', theta, mean: 0, variance: 1e12 });
  expect(flat).toBeCloseTo(corrected, 9);
});
