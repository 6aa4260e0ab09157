/** What an analysis records beside its findings, so that each of them can be taken apart later. Pure. */
import type { UnitLevel, UnitResult } from '../model.ts';

export interface SignalLimit {
  /** Units with an answer at this level, over all works of the procedure. */
  readonly units: number;
  /** Largest p that was signalled; null where nothing was. */
  readonly limit: number | null;
}

/** By level: how many units were decided together, and where the limit of a signal lay. */
export function signalLimits(units: readonly UnitResult[]): Record<UnitLevel, SignalLimit> {
  const of = (level: UnitLevel): SignalLimit => {
    const decided = units.filter((unit) => unit.level === level && unit.p !== null);
    const signalled = decided.filter((unit) => unit.signalled).map((unit) => unit.p!);
    return { units: decided.length, limit: signalled.length === 0 ? null : signalled.reduce((a, b) => Math.max(a, b)) };
  };
  return { class: of('class'), school: of('school'), municipality: of('municipality') };
}

/** By level: how many units of one work had an answer, and so taught or were judged by its reference. */
export function decidedUnits(units: readonly UnitResult[]): Record<UnitLevel, number> {
  const counts = { class: 0, school: 0, municipality: 0 };
  for (const unit of units) if (unit.p !== null) counts[unit.level]++;
  return counts;
}
