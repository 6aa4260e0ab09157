/**
 * How much each paper has a part in nearly identical pairs of its class. Only sums over pairs leave this file: no pair is named.
 *
 * Formula: for papers p and q of one class, L = sum over tasks of ln(1 - c + c / P) where the scores agree and ln(1 - c) where
 * they differ, P the geometric mean of that score's shares among papers of each one's variant and total, c = 1/2; a pair
 * counts when its odds of being copied exceed 20 to 1. A paper's part is half the sum of its pairs. Source: as
 * markers/likeness.ts, with the region's probabilities alone.
 */
import type { ReadPaper } from './contributions.ts';
import type { Expectations } from './reference-tables.ts';

const COPIED = 0.5;
const ALIKE = Math.log(20);
const RAREST = 0.02;

export function likePairs(papers: readonly ReadPaper[], expectations: Expectations): Float64Array {
  const parts = new Float64Array(papers.length);
  const chances = papers.map(({ variant, total, scores }) =>
    scores.map((score, task) => expectations.chance(variant, total, task, Math.max(0, score))),
  );
  for (let p = 1; p < papers.length; p++) {
    for (let q = 0; q < p; q++) {
      if (papers[p]!.className !== papers[q]!.className) continue;
      const likeness = likenessOf(papers[p]!.scores, papers[q]!.scores, chances[p]!, chances[q]!);
      if (likeness < ALIKE) continue;
      parts[p]! += likeness / 2;
      parts[q]! += likeness / 2;
    }
  }
  return parts;
}

function likenessOf(
  own: readonly number[],
  other: readonly number[],
  ownChances: readonly number[],
  otherChances: readonly number[],
): number {
  let sum = 0;
  for (let task = 0; task < own.length; task++) {
    const chance = Math.max(RAREST, Math.sqrt(ownChances[task]! * otherChances[task]!));
    sum += Math.log(own[task] === other[task] ? 1 - COPIED + COPIED / chance : 1 - COPIED);
  }
  return sum;
}
