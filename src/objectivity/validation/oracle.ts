/**
 * The supervised oracle: an upper bound that no product can have, because it has learnt from regions of the same
 * kind with the truth told. Boosted trees over everything the engine and its raw statistics know of a class.
 *
 * Cross-fitted over regions: a region is answered by trees that never saw it. Its signals are those above the
 * threshold at which the realised false share is still .05 on average over the regions of the other folds, each answered
 * by trees that had not seen it either.
 */
import { fitBoostedTrees, scoreBoostedTrees } from './boosted-trees.ts';
import type { Answer } from './methods.ts';

/** One region as the oracle needs it. */
export interface OracleRegion {
  readonly features: readonly Float64Array[];
  /** 1 = target, 0 = honest, 2 = neither (left out of training and of the threshold). */
  readonly labels: Uint8Array;
}

const FOLDS = 4;

/** @returns one answer per region. At least two regions are needed; otherwise nothing is answered. */
export function oracleAnswers(regions: readonly OracleRegion[], rate = 0.05): Answer[] {
  const folds = Math.min(FOLDS, regions.length);
  const scores: Float64Array[] = regions.map(() => new Float64Array(0));
  for (let fold = 0; fold < folds; fold++) {
    const training = regions.filter((_, index) => index % folds !== fold);
    const model = fitBoostedTrees(...stacked(training));
    regions.forEach((region, index) => {
      if (index % folds === fold) scores[index] = scoreBoostedTrees(model, region.features);
    });
  }
  return regions.map((_, index) => {
    const others = regions.map((__, other) => other).filter((other) => other % folds !== index % folds);
    const threshold = thresholdAt(
      others.map((other) => scores[other]!),
      others.map((other) => regions[other]!.labels),
      rate,
    );
    const score = scores[index]!;
    return { score, signalled: Uint8Array.from(score, (value) => (value >= threshold ? 1 : 0)) };
  });
}

function stacked(regions: readonly OracleRegion[]): [Float64Array[], Uint8Array] {
  const used = regions.map(({ labels }) => Array.from(labels, (_, unit) => unit).filter((unit) => labels[unit] !== 2));
  const columns = (regions[0]?.features ?? []).map((_, feature) =>
    Float64Array.from(regions.flatMap(({ features }, index) => used[index]!.map((unit) => features[feature]![unit]!))),
  );
  return [columns, Uint8Array.from(regions.flatMap(({ labels }, index) => used[index]!.map((unit) => labels[unit]!)))];
}

/** The lowest threshold at which the false share, averaged over the regions, is at most `rate`. */
function thresholdAt(scores: readonly Float64Array[], labels: readonly Uint8Array[], rate: number): number {
  const units = scores.flatMap((score, region) =>
    Array.from(score, (value, unit) => ({ value, region, label: labels[region]![unit]! })),
  );
  units.sort((a, b) => b.value - a.value);
  const signals = new Int32Array(scores.length);
  const wrong = new Int32Array(scores.length);
  let sumOfShares = 0;
  let threshold = Number.POSITIVE_INFINITY;
  for (const { value, region, label } of units) {
    if (label === 2) continue;
    sumOfShares -= wrong[region]! / Math.max(1, signals[region]!);
    signals[region]! += 1;
    if (label === 0) wrong[region]! += 1;
    sumOfShares += wrong[region]! / signals[region]!;
    if (sumOfShares / scores.length <= rate) threshold = value;
  }
  return threshold;
}
