import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import figures from '../reference/raters/figures.json' with { type: 'json' };
import { blandAltman } from './bland-altman.ts';
import { icc } from './icc.ts';
import { cohenKappa, pairTable } from './kappa.ts';
import { congerKappa, fleissKappa, lightKappa } from './kappa-many.ts';
import { kendallW } from './kendall-w.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { finn, shareWithin } from './rater-agreement.ts';

function ratings(name: string): number[][] {
  const text = readFileSync(new URL(`../reference/raters/${name}.csv`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
}

const anxiety = ratings('anxiety');
const video = ratings('video');
const diagnoses = ratings('diagnoses').map((row) => row.map((value) => value - 1));

test.each([
  ['1', anxiety, figures.anxiety.icc_1_oneway],
  ['C,1', anxiety, figures.anxiety.icc_c1_twoway_consistency],
  ['A,1', anxiety, figures.anxiety.icc_a1_twoway_agreement],
  ['A,k', anxiety, figures.anxiety.icc_ak],
  ['A,1', video, figures.video.icc_a1],
] as const)('ICC(%s) has the printed value, test and interval', (form, table, expected) => {
  const found = icc(table, form);
  expect(found.value).toBeCloseTo(expected.value, 7);
  expect(found.f).toBeCloseTo(expected.F, 7);
  expect(found.p).toBeCloseTo(expected.p, 7);
  expect(found.low).toBeCloseTo(expected.lb, 7);
  expect(found.high).toBeCloseTo(expected.ub, 7);
});

test.each([
  ['unweighted', 'unweighted'],
  ['linear', 'equal'],
  ['quadratic', 'squared'],
] as const)('kappa of two raters, %s, has the printed value and test', (weights, name) => {
  const pair = pairTable(
    anxiety.map((row) => row[0]! - 1),
    anxiety.map((row) => row[1]! - 1),
    6,
  );
  const small = cohenKappa(pair, 6, weights);
  expect(small.value).toBeCloseTo(figures.anxiety.kappa_r1r2[name].value, 7);
  expect(small.z).toBeCloseTo(figures.anxiety.kappa_r1r2[name].z, 7);
  expect(small.p).toBeCloseTo(figures.anxiety.kappa_r1r2[name].p, 7);
  const vision = cohenKappa(figures.vision.table.flat(), 4, weights);
  expect(vision.pairs).toBe(figures.vision.n);
  expect(vision.value).toBeCloseTo(figures.vision[name].value, 7);
  expect(vision.z).toBeCloseTo(figures.vision[name].z, 5);
  expect(vision.low).toBeLessThan(vision.value);
  expect(vision.high).toBeGreaterThan(vision.value);
});

test('kappas of many raters have the printed values', () => {
  expect(fleissKappa(diagnoses, 5)).toBeCloseTo(figures.diagnoses.fleiss, 7);
  expect(congerKappa(diagnoses, 5)).toBeCloseTo(figures.diagnoses.exact_conger, 7);
  expect(lightKappa(diagnoses, 5)).toBeCloseTo(figures.diagnoses.light, 7);
});

test('W, Finn and plain agreement have the printed values', () => {
  expect(kendallW(anxiety).value).toBeCloseTo(figures.anxiety.kendallW, 7);
  expect(finn(anxiety, 6, 'twoway')).toBeCloseTo(figures.anxiety.finn, 7);
  expect(shareWithin(anxiety, 0)).toBe(figures.anxiety.agree0 / 100);
  expect(shareWithin(video, 1)).toBe(figures.video.agree1 / 100);
});

test.each([
  ['anxiety, ordinal', anxiety, 'ordinal', figures.anxiety.kripp_ordinal],
  ['anxiety, interval', anxiety, 'interval', figures.anxiety.kripp_interval],
  ['video, ordinal', video, 'ordinal', figures.video.kripp_ordinal],
] as const)('alpha differs from that of irr by the weight that irr leaves out, %s', (_, table, metric, printed) => {
  // Without missing ratings kripp.alpha of irr 0.84 does not divide the coincidences of a unit by raters - 1, so that n - 1 of the
  // definition becomes n - 1/(raters - 1). The definition itself is held to by Krippendorff's own example below.
  const raters = table[0]!.length;
  const n = table.length * raters;
  const disagreement = (1 - krippendorffAlpha(table, metric)) / (n - 1);
  expect(1 - disagreement * (n - 1 / (raters - 1))).toBeCloseTo(printed, 7);
});

test('Krippendorff: his own example with missing ratings', () => {
  // Four observers, twelve units: Krippendorff 2011, «Computing Krippendorff's alpha-reliability»: nominal .743, ordinal .815, interval .849.
  const none = Number.NaN;
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
    [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
  ];
  const units = observers[0]!.map((_, unit) => observers.map((observer) => observer[unit]!));
  expect(krippendorffAlpha(units, 'nominal')).toBeCloseTo(0.743, 3);
  expect(krippendorffAlpha(units, 'ordinal')).toBeCloseTo(0.815, 3);
  expect(krippendorffAlpha(units, 'interval')).toBeCloseTo(0.849, 3);
});

test('Bland and Altman: peak flow by two meters, seventeen people', () => {
  const large = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
  const small = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
  const found = blandAltman(large.map((value, index) => value - small[index]!))!;
  expect(found.bias.value).toBeCloseTo(-2.1, 1);
  expect(found.deviation).toBeCloseTo(38.8, 1);
  expect(found.bias.low).toBeCloseTo(-22, 0);
  expect(found.bias.high).toBeCloseTo(17.8, 1);
  // Printed with twice the deviation, -79.7 and 75.5, and sqrt(3/n): -114.3 to -45.1 and 40.9 to 110.1.
  expect(Math.abs(found.lower.value + 79.7)).toBeLessThan(1.7);
  expect(Math.abs(found.lower.low + 114.3)).toBeLessThan(2);
  expect(Math.abs(found.upper.high - 110.1)).toBeLessThan(2);
  expect(blandAltman([-18, -35], [1, 1])!.pairs).toBe(2);
  expect(blandAltman([3], [1])).toBeNull();
});

test('differences with counts are the same as differences one by one', () => {
  const difference = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(fc.array(difference, { minLength: 2, maxLength: 7 }), (cells) => {
      const long = blandAltman(cells.flatMap(([value, count]) => Array<number>(count).fill(value)))!;
      const short = blandAltman(
        cells.map(([value]) => value),
        cells.map(([, count]) => count),
      )!;
      expect(short.bias.value).toBeCloseTo(long.bias.value, 12);
      expect(short.upper.high).toBeCloseTo(long.upper.high, 12);
    }),
  );
});

test('exchanging the raters changes no coefficient, and a rater agrees with himself', () => {
  const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
    minLength: 12,
    maxLength: 60,
  });
  fc.assert(
    fc.property(scores, (pairs) => {
      const first = pairs.map(([a]) => a);
      const second = pairs.map(([, b]) => b);
      for (const weights of ['unweighted', 'linear', 'quadratic'] as const) {
        const there = cohenKappa(pairTable(first, second, 5), 5, weights);
        const back = cohenKappa(pairTable(second, first, 5), 5, weights);
        if (Number.isNaN(there.value)) continue;
        expect(back.value).toBeCloseTo(there.value, 10);
        expect(back.high).toBeCloseTo(there.high, 10);
        expect(there.value).toBeLessThanOrEqual(1 + 1e-12);
      }
      fc.pre(new Set(first).size > 1);
      expect(cohenKappa(pairTable(first, first, 5), 5, 'quadratic').value).toBeCloseTo(1, 12);
      expect(
        krippendorffAlpha(
          first.map((value) => [value, value]),
          'interval',
        ),
      ).toBeCloseTo(1, 12);
    }),
  );
});
