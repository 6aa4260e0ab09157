import { expect, test } from 'vitest';
import { Random } from '../engine/random.ts';
import { fitBoostedTrees, scoreBoostedTrees } from './boosted-trees.ts';
import { areaUnderCurve } from './metrics.ts';
import { oracleAnswers, type OracleRegion } from './oracle.ts';

function areaOf(score: Float64Array, labels: Uint8Array): number {
  return areaUnderCurve(
    score.filter((_, row) => labels[row] === 1),
    score.filter((_, row) => labels[row] === 0),
  );
}

test('the trees learn what no single feature shows: that two of them have the same sign', () => {
  const random = new Random(1);
  const rows = 2000;
  const a = Float64Array.from({ length: rows }, () => random.normal());
  const b = Float64Array.from({ length: rows }, () => random.normal());
  const labels = Uint8Array.from(a, (value, row) => (value * b[row]! > 0 ? 1 : 0));
  const model = fitBoostedTrees([a, b], labels, { trees: 40 });
  expect(areaOf(scoreBoostedTrees(model, [a, b]), labels)).toBeGreaterThan(0.97);
  expect(scoreBoostedTrees(model, [a, b])).toEqual(
    scoreBoostedTrees(fitBoostedTrees([a, b], labels, { trees: 40 }), [a, b]),
  );
});

/** Regions with one target in ten whose first feature lies `shift` higher. */
function regionsWith(shift: number, count: number): OracleRegion[] {
  const random = new Random(2);
  return Array.from({ length: count }, () => {
    const labels = Uint8Array.from({ length: 400 }, (_, unit) => (unit % 10 === 0 ? 1 : 0));
    return {
      labels,
      features: [
        Float64Array.from(labels, (label) => random.normal() + shift * label),
        Float64Array.from(labels, () => random.normal()),
      ],
    };
  });
}

test('where there is nothing to learn the oracle knows nothing: no region is answered by trees that saw it', () => {
  const regions = regionsWith(0, 8);
  const areas = oracleAnswers(regions).map(({ score }, index) => areaOf(score, regions[index]!.labels));
  const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
});

test('what there is to learn it finds, and keeps the false share that is asked for', () => {
  const regions = regionsWith(4, 8);
  const answers = oracleAnswers(regions);
  let signals = 0;
  let wrong = 0;
  let found = 0;
  answers.forEach(({ signalled }, index) => {
    signalled.forEach((signal, unit) => {
      if (signal === 0) return;
      signals++;
      if (regions[index]!.labels[unit] === 1) found++;
      else wrong++;
    });
  });
  expect(found / (8 * 40)).toBeGreaterThan(0.85);
  expect(wrong / signals).toBeLessThan(0.12);
});
