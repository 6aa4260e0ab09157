/**
 * The same class, school or municipality in several subjects and years of one analysis. A signal that another work of the same
 * unit bears out is pronounced: two works are two independent collections of papers.
 *
 * Rule: both works are signalled, or one is and the other is more likely than not a sign of its own at twice the doubt.
 * Units are the same when level, municipality, school and class name are.
 */
import type { UnitResult } from '../model.ts';

/** Local false-discovery rate up to which a signal may be called pronounced. */
export const LITTLE_DOUBT = 0.1;
/** Up to which another work's answer bears a signal out. */
const BEARS_OUT = 0.2;

/** Adds `otherWorks` and raises the strength where another work bears the signal out. */
export function confirmAcrossWorks(units: readonly UnitResult[]): UnitResult[] {
  const signs = new Map<string, UnitResult[]>();
  for (const unit of units) {
    if (unit.localFdr === null || unit.localFdr > BEARS_OUT) continue;
    const key = keyOf(unit);
    const others = signs.get(key);
    if (others === undefined) signs.set(key, [unit]);
    else others.push(unit);
  }
  return units.map((unit) => {
    const others = (signs.get(keyOf(unit)) ?? []).filter((other) => other !== unit);
    if (others.length === 0 || !unit.signalled) return unit;
    const otherWorks = others.map(({ procedure, subject, grade }) => ({
      ...(procedure === undefined ? {} : { procedure }),
      subject,
      grade,
    }));
    const strength = (unit.localFdr ?? 1) <= LITTLE_DOUBT ? 'pronounced' : unit.strength;
    return { ...unit, otherWorks, strength };
  });
}

function keyOf({ level, municipality, school, className }: UnitResult): string {
  return [level, municipality, school ?? '', className ?? ''].join('\u0000');
}
