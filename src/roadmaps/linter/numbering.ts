/** Numbers of a plan's rows: a label that people follow with a finger, so it should go on from row to row. */
import type { LintedMeasure } from './model.ts';

/** «2.3» as [2, 3]; null for what is no number of figures: «IV», «а». */
export function partsOfNumber(number: string | null): readonly number[] | null {
  if (number === null || !/^\d{1,3}(?:\.\d{1,3})*\.?$/u.test(number)) return null;
  return number.replace(/\.$/u, '').split('.').map(Number);
}

/** 1.2 after 1.1, 2 after 1.4, 2.1 after 2 or after 1.4. */
export function goesOn(before: readonly number[], after: readonly number[]): boolean {
  const same = after.findIndex((part, index) => part !== before[index]);
  if (same === -1) return false;
  if (same >= before.length) return after.length === before.length + 1 && after[same] === 1;
  return after[same] === before[same]! + 1 && after.slice(same + 1).every((part) => part === 1);
}

/** A section goes on from the one above it or begins anew at 1; any other beginning leaves something out. */
export function beginsWithGap(last: readonly number[] | null, first: readonly number[] | null): boolean {
  return last !== null && first !== null && first.at(-1) !== 1 && !goesOn(last, first);
}

/**
 * New numbers for the rows of one section: from its first number on, each row at the depth it has now.
 * @param last number of the row above the section; a first number that leaves a gap after it gives way to the one that follows it.
 */
export function renumbered(
  measures: readonly LintedMeasure[],
  last: readonly number[] | null = null,
): readonly string[] {
  const printed = measures.map(({ number }) => partsOfNumber(number));
  const own = printed.find((parts) => parts !== null) ?? [1];
  const first = last !== null && beginsWithGap(last, own) ? next(last, own, null) : own;
  let before: readonly number[] | null = null;
  let now: readonly number[] = first;
  return measures.map((_, index) => {
    const own = printed[index];
    if (index > 0) now = next(now, own, before);
    if (own !== null) before = own;
    return now.join('.');
  });
}

/**
 * The same rows after one gesture has taken some away or numbered some anew: what went on from the row above it goes on still.
 * A gap that the plan had stays, and so does what the gesture itself has numbered.
 */
export function closedUp(before: readonly LintedMeasure[], after: readonly LintedMeasure[]): Map<string, string> {
  const numbers = new Map<string, string>();
  const was = new Map(before.map((measure, at) => [measure.id, { measure, above: before[at - 1] }]));
  let above: readonly number[] | null = null;
  for (const { id, number } of after) {
    const old = was.get(id);
    let own = partsOfNumber(number);
    const oldAbove = partsOfNumber(old?.above?.number ?? null);
    const wentOn = own !== null && old?.measure.number === number && oldAbove !== null && goesOn(oldAbove, own);
    if (own !== null && wentOn && above !== null && !goesOn(above, own)) {
      own = next(above, own, oldAbove);
      numbers.set(id, own.join('.'));
    }
    above = own;
  }
  return numbers;
}

/** Where the plan itself steps (2.3 then 3.1) the new numbers step too; where it stumbles they go on at the same depth. */
function next(
  now: readonly number[],
  own: readonly number[] | null | undefined,
  before: readonly number[] | null,
): readonly number[] {
  const depth = own?.length ?? now.length;
  if (own && before && goesOn(before, own) && own.length <= now.length) {
    const step = own.findIndex((part, index) => part !== before[index]);
    const parent = now.slice(0, step + 1);
    parent[step] = (parent[step] ?? 0) + 1;
    return [...parent, ...own.slice(step + 1)];
  }
  if (depth > now.length) return [...now, ...Array.from({ length: depth - now.length }, () => 1)];
  const kept = now.slice(0, depth);
  kept[depth - 1] = (kept[depth - 1] ?? 0) + 1;
  return kept;
}
