/** From the figures of a unit to its result: what each marker says, what carries the signal, how strong it is. */
import { MARKERS } from '../markers/registry.ts';
import type { Measurement } from '../markers/marker.ts';
import { supportResults } from '../markers/support.ts';
import type { CohortWork } from '../markers/external-confirmation.ts';
import type { MarkerId, MarkerResult, Mechanism, Strength, UnitLevel, UnitResult } from '../model.ts';
import { LITTLE_DOUBT } from './across-works.ts';
import type { Context } from './context.ts';
import { mechanismOf } from './evidence.ts';

/** Whether a unit with these decisions is a signal. */
export function isSignal({ localFdr, rejected }: Decisions, unit: number): boolean {
  return rejected[unit] === 1 && localFdr[unit]! <= MOST_DOUBTFUL;
}

/** Names of the places that a unit is. */
export function placeOf(
  context: Context,
  level: UnitLevel,
  unit: number,
): Pick<UnitResult, 'municipality' | 'school' | 'className'> {
  const { classes, schools, municipalities } = context.papers.administration;
  const { index } = context.units(level)[unit]!;
  const classKey = level === 'class' ? classes[index]! : null;
  const schoolIndex = classKey !== null ? classKey.school : level === 'school' ? index : null;
  const school = schoolIndex === null ? null : schools[schoolIndex]!;
  return {
    municipality: municipalities[school?.municipality ?? index]!,
    school: school?.name ?? null,
    className: classKey?.name ?? null,
  };
}

/** A unit that is more likely honest than this is no signal, whatever the threshold says of the whole list. */
const MOST_DOUBTFUL = 0.3;
/** A mechanism carries the evidence on its own when one of its markers reaches this. */
const CARRIES = 0.01;

/** What was decided of the units of one work at one level. */
export interface Decisions {
  /** NaN where no marker had enough. */
  readonly p: Float64Array;
  readonly localFdr: Float64Array;
  /** 1 where the unit is among those that the rate allows. */
  readonly rejected: Uint8Array;
}

/** What the last round measured at one level. */
export interface Measured {
  readonly measurements: ReadonlyMap<MarkerId, Measurement>;
  /** Index of the best fitting manipulation, by unit. */
  readonly best: Int8Array;
}

/** @param cohorts works of other procedures, which the supporting markers look at. */
export function describeUnits(
  context: Context,
  level: UnitLevel,
  measured: Measured,
  { p, localFdr, rejected }: Decisions,
  details: boolean,
  cohorts: readonly CohortWork[],
): UnitResult[] {
  const support = supportResults(context, level, cohorts, details);
  const absent = absentOf(context, level);
  return context.units(level).map((_, unit) => {
    const unitP = p[unit]!;
    const decision = Number.isNaN(unitP)
      ? null
      : { p: unitP, localFdr: localFdr[unit]!, belowThreshold: rejected[unit] === 1 };
    return describe(context, level, unit, measured, decision, details, support(unit), absent);
  });
}

interface Decision {
  readonly p: number;
  readonly localFdr: number;
  readonly belowThreshold: boolean;
}

function describe(
  context: Context,
  level: UnitLevel,
  unit: number,
  measured: Measured,
  decision: Decision | null,
  details: boolean,
  support: readonly MarkerResult[],
  absent: Int32Array,
): UnitResult {
  const markers = MARKERS.flatMap((marker): MarkerResult[] => {
    const measurement = measured.measurements.get(marker.id);
    if (measurement === undefined) return [];
    const p = measurement.p[unit]!;
    if (Number.isNaN(p)) {
      const { required, given, reason } = measurement.insufficient(unit);
      return [{ kind: 'insufficient', id: marker.id, mechanism: marker.mechanism, required, given, reason }];
    }
    return [
      {
        kind: 'computed',
        id: marker.id,
        mechanism: marker.mechanism,
        statistic: measurement.statistic[unit]!,
        p,
        effect: measurement.effect(unit),
        participants: measurement.participants[unit]!,
        details: details ? measurement.details(unit) : {},
      },
    ];
  });
  const mechanisms = decision === null ? [] : carrying(markers, measured.best[unit]!);
  const signalled = decision !== null && decision.belowThreshold && decision.localFdr <= MOST_DOUBTFUL;
  return {
    ...keysOf(context, level, unit, absent),
    level,
    index: decision === null ? 0 : Math.max(0, -Math.log10(Math.max(decision.p, 1e-300))),
    p: decision?.p ?? null,
    signalled,
    localFdr: decision?.localFdr ?? null,
    strength: strengthOf(level, decision, signalled, markers, mechanisms),
    mechanisms: decision !== null && (signalled || decision.localFdr <= 0.5) ? mechanisms : [],
    markers: [...markers, ...support],
  };
}

function carrying(markers: readonly MarkerResult[], best: number): Mechanism[] {
  const found = new Set<Mechanism>();
  for (const marker of markers) if (marker.kind === 'computed' && marker.p <= CARRIES) found.add(marker.mechanism);
  if (best >= 0) found.add(mechanismOf(best));
  return [...found];
}

/**
 * Pronounced only with two independent mechanisms (or in two works: across-works.ts) and little doubt. A class whose papers show
 * nothing but an excess over a boundary stays weak even when it is signalled: so few papers near a boundary can hint but not
 * prove; its school's sign can.
 */
function strengthOf(
  level: UnitLevel,
  decision: Decision | null,
  signalled: boolean,
  markers: readonly MarkerResult[],
  mechanisms: readonly Mechanism[],
): Strength {
  if (decision === null) return 'none';
  if (!signalled) return decision.localFdr <= 0.5 ? 'weak' : 'none';
  if (independentMechanisms(markers, mechanisms) >= 2 && decision.localFdr <= LITTLE_DOUBT) return 'pronounced';
  return level === 'class' && mechanisms[0] === 'boundary' ? 'weak' : 'noticeable';
}

/** Level (B6) goes with help and copying, and an uneven profile (B4) with both: neither makes a second mechanism. */
function independentMechanisms(markers: readonly MarkerResult[], mechanisms: readonly Mechanism[]): number {
  const own = markers.filter(
    (marker) => marker.kind === 'computed' && marker.p <= CARRIES && marker.id !== 'B4' && marker.id !== 'B6',
  );
  return mechanisms.filter((mechanism) => own.some((marker) => marker.mechanism === mechanism)).length;
}

function keysOf(
  context: Context,
  level: UnitLevel,
  unit: number,
  absent: Int32Array,
): Pick<
  UnitResult,
  'procedure' | 'municipality' | 'school' | 'grade' | 'className' | 'subject' | 'participants' | 'absent'
> {
  const { procedure, subject, grade } = context.papers.administration;
  const { index, start, end } = context.units(level)[unit]!;
  const { municipality, school, className } = placeOf(context, level, unit);
  return {
    procedure,
    municipality,
    school,
    grade,
    className,
    subject,
    participants: end - start,
    absent: absent[index]!,
  };
}

/** Absent pupils per class, school or municipality, by the administration's own index. */
function absentOf(context: Context, level: UnitLevel): Int32Array {
  const { classes, schools, municipalities, absentByClass } = context.papers.administration;
  const sizes = { class: classes.length, school: schools.length, municipality: municipalities.length };
  const absent = new Int32Array(sizes[level]);
  classes.forEach(({ school }, position) => {
    const at = level === 'class' ? position : level === 'school' ? school : schools[school]!.municipality;
    absent[at] = absent[at]! + absentByClass[position]!;
  });
  return absent;
}
