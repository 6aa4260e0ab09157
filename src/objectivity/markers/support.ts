/**
 * Markers that only support: they are shown beside what the engine found and never change its probabilities, signals or
 * strengths, because what they see has honest causes too often (B9: excellence) or rests on other works (B8).
 */
import type { Context } from '../engine/context.ts';
import type { MarkerResult, UnitLevel } from '../model.ts';
import { type CohortWork, externalConfirmation } from './external-confirmation.ts';
import type { Marker, Measurement } from './marker.ts';
import { varianceAndBlanks } from './variance-and-blanks.ts';

export interface SupportMarker extends Omit<Marker, 'measure'> {
  /** @param all works of other procedures that the same cohorts wrote. */
  measure(context: Context, level: UnitLevel, all: readonly CohortWork[]): Measurement;
}

export const SUPPORT_MARKERS: readonly SupportMarker[] = [externalConfirmation, varianceAndBlanks];

/**
 * @param cohorts works of other procedures that the same cohorts wrote (isOtherProcedure); they are not judged here.
 * @returns by unit: what the supporting markers of the level say.
 */
export function supportResults(
  context: Context,
  level: UnitLevel,
  cohorts: readonly CohortWork[],
  details: boolean,
): (unit: number) => MarkerResult[] {
  const measured = SUPPORT_MARKERS.filter((marker) => marker.levels.includes(level)).map((marker) => ({
    marker,
    measurement: marker.measure(context, level, cohorts),
  }));
  return (unit) => measured.map(({ marker, measurement }) => resultOf(marker, measurement, unit, details));
}

function resultOf(marker: SupportMarker, measurement: Measurement, unit: number, details: boolean): MarkerResult {
  const { id, mechanism } = marker;
  const p = measurement.p[unit]!;
  if (Number.isNaN(p)) return { kind: 'insufficient', id, mechanism, ...measurement.insufficient(unit) };
  return {
    kind: 'computed',
    id,
    mechanism,
    statistic: measurement.statistic[unit]!,
    p,
    effect: measurement.effect(unit),
    participants: measurement.participants[unit]!,
    details: details ? measurement.details(unit) : {},
  };
}
