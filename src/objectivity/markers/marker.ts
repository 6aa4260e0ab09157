/** What a marker is: a definition in the registry, answered level by level. */
import type { Context } from '../engine/context.ts';
import type { Effect, InsufficientReason, MarkerDetails, MarkerId, Mechanism, UnitLevel } from '../model.ts';

export interface Marker {
  readonly id: MarkerId;
  readonly mechanism: Mechanism;
  readonly levels: readonly UnitLevel[];
  /** null: the marker is not asked at this level. */
  measure(context: Context, level: UnitLevel): Measurement;
}

/** A marker's figures for all units of one level, in the order of Context.units(level). */
export interface Measurement {
  /** Papers (or what the marker counts) that were used, per unit. */
  readonly participants: ArrayLike<number>;
  /** Standardised deviation from the honest reference; NaN where the sample is insufficient. */
  readonly statistic: Float64Array;
  /** Upper-tail probability; NaN where the sample is insufficient. */
  readonly p: Float64Array;
  /** What the units say of the tail of the honest reference (HonestFit.tailEvidence); null when there is no reference. */
  readonly tailEvidence: Float64Array | null;
  readonly insufficient: (unit: number) => {
    readonly required: number;
    readonly given: number;
    readonly reason: InsufficientReason;
  };
  readonly effect: (unit: number) => Effect;
  readonly details: (unit: number) => MarkerDetails;
}

/** A measurement for a work that lacks what the marker needs. */
export function unavailable(units: number, reason: InsufficientReason, required: number, given: number): Measurement {
  return {
    participants: new Int32Array(units),
    statistic: new Float64Array(units).fill(Number.NaN),
    p: new Float64Array(units).fill(Number.NaN),
    tailEvidence: null,
    insufficient: () => ({ required, given, reason }),
    effect: () => ({ value: 0, unit: 'papers' }),
    details: () => ({}),
  };
}
