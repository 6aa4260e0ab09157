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
export const BEARS_OUT = 0.2;

/** A work in which a unit shows enough to bear out what another work of it shows. */
export interface Sign {
  /** Place of the work in the analysis. */
  readonly work: number;
  readonly procedure?: string;
  readonly subject: string;
  readonly grade: number;
}

/** Adds `otherWorks` and raises the strength where another work bears the signal out. @param work of these units. */
export function confirmAcrossWorks(
  units: readonly UnitResult[],
  work: number,
  signs: ReadonlyMap<string, readonly Sign[]>,
): UnitResult[] {
  return units.map((unit) => {
    if (!unit.signalled) return unit;
    const others = (signs.get(unitKey(unit)) ?? []).filter((sign) => sign.work !== work);
    if (others.length === 0) return unit;
    const otherWorks = others.map(({ procedure, subject, grade }) => ({
      ...(procedure === undefined ? {} : { procedure }),
      subject,
      grade,
    }));
    const strength = (unit.localFdr ?? 1) <= LITTLE_DOUBT ? 'pronounced' : unit.strength;
    return { ...unit, otherWorks, strength };
  });
}

/** Of a unit in whatever work. */
export function unitKey({
  level,
  municipality,
  school,
  className,
}: Pick<UnitResult, 'level' | 'municipality' | 'school' | 'className'>): string {
  return [level, municipality, school ?? '', className ?? ''].join('\u0000');
}
