/**
 * Markers that only support: they are shown beside what the engine found and never change its probabilities, signals or
 * strengths, because what they see has honest causes too often (B9: excellence) or rests on other works (B8).
 */
import type { Context } from '../engine/context.ts';
import type { MarkerResult, UnitLevel, UnitResult } from '../model.ts';
import { externalConfirmation } from './external-confirmation.ts';
import type { Marker, Measurement } from './marker.ts';
import { varianceAndBlanks } from './variance-and-blanks.ts';

export interface SupportMarker extends Omit<Marker, 'measure'> {
  /** @param all every work at hand: other procedures are found among them. */
  measure(context: Context, level: UnitLevel, all: readonly Context[]): Measurement;
}

export const SUPPORT_MARKERS: readonly SupportMarker[] = [externalConfirmation, varianceAndBlanks];

/**
 * Adds the supporting markers' answers to finished results.
 *
 * @param units level by level, and within a level context by context in the order of `contexts`.
 * @param others works of other procedures, which are not judged here.
 */
export function withSupport(
  contexts: readonly Context[],
  units: readonly UnitResult[],
  levels: readonly UnitLevel[],
  details: boolean,
  others: readonly Context[] = [],
): UnitResult[] {
  const all = [...contexts, ...others];
  let at = 0;
  return levels.flatMap((level) => {
    const markers = SUPPORT_MARKERS.filter((marker) => marker.levels.includes(level));
    return contexts.flatMap((context) => {
      const measured = markers.map((marker) => ({ marker, measurement: marker.measure(context, level, all) }));
      return context.units(level).map((_, unit): UnitResult => {
        const result = units[at++]!;
        if (measured.length === 0) return result;
        const added = measured.map(({ marker, measurement }) => resultOf(marker, measurement, unit, details));
        return { ...result, markers: [...result.markers, ...added] };
      });
    });
  });
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
