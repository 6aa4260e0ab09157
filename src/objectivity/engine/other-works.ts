/**
 * The same class in its other works: what they lead one to expect of its level in this one (marker B6).
 * Classes are the same when municipality, school and class name are; pupils need not be matched.
 */
import { levelResidual } from '../markers/level.ts';
import type { Context } from './context.ts';
import { expectFromSiblings } from './siblings.ts';

/** Sets `otherWorks` of every context whose classes also wrote something else. */
export function linkWorks(contexts: readonly Context[]): void {
  if (contexts.length < 2) return;
  const ids = new Map<string, number>();
  const deviations: number[] = [];
  const variances: number[] = [];
  const groups: number[] = [];
  const scales: number[] = [];
  for (const context of contexts) {
    const { administration } = context.papers;
    const residual = levelResidual(context);
    const scale = Math.sqrt(residual.tau2) || 1;
    context.units('class').forEach((unit, position) => {
      const key = administration.classes[unit.index]!;
      const school = administration.schools[key.school]!;
      const name = `${administration.municipalities[school.municipality]!}\u0000${school.name}\u0000${key.name}`;
      if (!ids.has(name)) ids.set(name, ids.size);
      // On a common scale: natural standard deviations of the work.
      deviations.push(residual.deviation[position]! / scale);
      variances.push(residual.variance[position]! / (scale * scale));
      groups.push(ids.get(name)!);
      scales.push(scale);
    });
  }
  if (ids.size === groups.length) return;
  const expectation = expectFromSiblings(
    Float64Array.from(deviations),
    Float64Array.from(variances),
    Int32Array.from(groups),
    1,
  );
  let at = 0;
  for (const context of contexts) {
    const count = context.units('class').length;
    const from = at;
    at += count;
    context.otherWorks = {
      expected: expectation.expected.slice(from, at).map((value, index) => value * scales[from + index]!),
      uncertainty: expectation.uncertainty.slice(from, at).map((value, index) => value * scales[from + index]! ** 2),
      share: expectation.share,
    };
  }
}
