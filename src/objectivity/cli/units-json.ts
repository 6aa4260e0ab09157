/** Units as JSON, one on a line: a country has more of them than one string can hold. */
import type { RegionResult } from '../engine/region-result.ts';
import type { MarkerResult } from '../model.ts';
import type { NamedUnit } from './order.ts';

export interface ReportHead {
  readonly engineVersion: string;
  /** null: the papers are of several procedures; each unit names its own. */
  readonly procedure: string | null;
  readonly rate: number;
  /** The frozen reference that was used; null: honest results are estimated from these papers alone. */
  readonly reference?: object | null;
  /** Each work's region as a whole against the reference. */
  readonly regions?: readonly RegionResult[];
}

export function* unitsJson(head: ReportHead, units: readonly NamedUnit[]): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"units":[`;
  let separator = '\n';
  for (const unit of units) {
    yield separator + JSON.stringify(unitObject(unit));
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** One unit as the JSON names it. */
export function unitObject(unit: NamedUnit): object {
  return {
    level: unit.level,
    municipality: unit.municipality,
    school: unit.school,
    grade: unit.grade,
    class: unit.className,
    subject: unit.subject,
    procedure: unit.procedure,
    participants: unit.participants,
    absent: unit.absent,
    index: finite(unit.index),
    signalled: unit.signalled,
    p: finite(unit.p),
    localFdr: finite(unit.localFdr),
    strength: unit.strength,
    mechanisms: unit.mechanisms,
    markers: unit.markers.flatMap(markerObject),
    insufficient: unit.markers.flatMap(insufficientObject),
  };
}

function markerObject(marker: MarkerResult): object[] {
  if (marker.kind !== 'computed') return [];
  const { id, statistic, p, effect, participants } = marker;
  return [
    {
      id,
      statistic: finite(statistic),
      p: finite(p),
      effect: { value: finite(effect.value), unit: effect.unit },
      participants,
    },
  ];
}

function insufficientObject(marker: MarkerResult): object[] {
  if (marker.kind !== 'insufficient') return [];
  const { id, required, given, reason } = marker;
  return [{ id, required: finite(required), given: finite(given), reason }];
}

/** JSON has no infinity and no NaN: what is no number is null. */
function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
