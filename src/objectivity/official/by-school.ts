/** Papers of an administration by school, and sums over them in whole numbers. */
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';

/** Indices of the papers of each school, in the order of `administration.schools`. */
export function papersBySchool({ schools, classes, classOf, size }: Administration): Int32Array[] {
  const counts = new Int32Array(schools.length);
  for (let paper = 0; paper < size; paper += 1) counts[classes[classOf[paper]!]!.school]! += 1;
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let paper = 0; paper < size; paper += 1) {
    const school = classes[classOf[paper]!]!.school;
    lists[school]![counts[school]!++] = paper;
  }
  return lists;
}

/** What a school is known by across administrations: municipality and name. */
export function schoolKey({ schools, municipalities }: Administration, school: number): string {
  const { municipality, name } = schools[school]!;
  return `${municipalities[municipality]!}\u0000${name}`;
}

export interface Moments {
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

export function momentsOf(values: ArrayLike<number>, papers: ArrayLike<number>): Moments {
  let sum = 0;
  let sumOfSquares = 0;
  for (let index = 0; index < papers.length; index += 1) {
    const value = values[papers[index]!]!;
    sum += value;
    sumOfSquares += value * value;
  }
  return { count: papers.length, sum, sumOfSquares };
}

export function totalOfMoments(parts: readonly Moments[]): Moments {
  return parts.reduce(
    (all, part) => ({
      count: all.count + part.count,
      sum: all.sum + part.sum,
      sumOfSquares: all.sumOfSquares + part.sumOfSquares,
    }),
    { count: 0, sum: 0, sumOfSquares: 0 },
  );
}

/** Maximum raw total of the work, points. */
export function maximumOf({ tasks }: Administration): number {
  return tasks.reduce((sum, { max }) => sum + max, 0);
}

/**
 * Percent of the maximum of one task over some papers. A task that was not attempted earned nothing; a topic that was not
 * taught and an empty cell take no part. null when no paper says anything.
 */
export function taskPercent(
  { tasks, scores }: Administration,
  papers: ArrayLike<number>,
  task: number,
): { readonly percent: number; readonly papers: number } | null {
  let sum = 0;
  let counted = 0;
  for (let index = 0; index < papers.length; index += 1) {
    const score = scores[papers[index]! * tasks.length + task]!;
    if (score < NOT_ATTEMPTED) continue;
    counted += 1;
    if (score > 0) sum += score;
  }
  return counted === 0 ? null : { percent: (100 * sum) / (counted * tasks[task]!.max), papers: counted };
}
