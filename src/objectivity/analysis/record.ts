/** What an analysis records beside its findings, so that each of them can be taken apart later. Pure. */
import { type Decisions, isSignal } from '../engine/describe.ts';
import { byLevel } from '../engine/work.ts';
import type { UnitLevel } from '../model.ts';

/** By level and work. */
type AllDecisions = Readonly<Record<UnitLevel, readonly Decisions[]>>;

export interface SignalLimit {
  /** Units with an answer at this level, over all works of the procedure. */
  readonly units: number;
  /** Largest p that was signalled; null where nothing was. */
  readonly limit: number | null;
}

/** By level: how many units were decided together, and where the limit of a signal lay. */
export function signalLimits(decisions: AllDecisions): Record<UnitLevel, SignalLimit> {
  return byLevel((level) => {
    let units = 0;
    let limit: number | null = null;
    for (const work of decisions[level]) {
      work.p.forEach((p, unit) => {
        if (Number.isNaN(p)) return;
        units++;
        if (isSignal(work, unit)) limit = Math.max(limit ?? 0, p);
      });
    }
    return { units, limit };
  });
}

/** By level: how many units of one work had an answer, and so taught or were judged by its reference. */
export function decidedUnits(decisions: AllDecisions, work: number): Record<UnitLevel, number> {
  return byLevel((level) => decisions[level][work]!.p.reduce((sum, p) => sum + (Number.isNaN(p) ? 0 : 1), 0));
}
