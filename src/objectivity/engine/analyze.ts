/**
 * The whole analysis: administrations in, one result per class, school and municipality out. Pure and deterministic.
 *
 * Two rounds. In the first every unit teaches the reference what is honest; units with strong evidence against them are then
 * set aside, and the second round's reference is learnt from the rest. Figures of all units are those of the second round.
 */
import { benjaminiHochbergThreshold, familyRejections } from '#stats/false-discovery.ts';
import { localFalseDiscoveryRate } from '#stats/local-fdr.ts';
import { MARKERS } from '../markers/registry.ts';
import { withSupport } from '../markers/support.ts';
import type { Measurement } from '../markers/marker.ts';
import type { MarkerId, MarkerResult, Mechanism, Strength, UnitLevel, UnitResult } from '../model.ts';
import type { Administration } from './administration.ts';
import { confirmAcrossWorks, LITTLE_DOUBT } from './across-works.ts';
import { Context } from './context.ts';
import { freeze, type FrozenLabel, type FrozenReference } from './frozen-reference.ts';
import { type RegionResult, regionResult } from './region-result.ts';
import { combineEvidence, correctTail, type Evidence, mechanismOf } from './evidence.ts';
import { linkWorks } from './class-surroundings.ts';

export const LEVELS: readonly UnitLevel[] = ['municipality', 'school', 'class'];

export interface AnalysisOptions {
  /**
   * False-discovery rate of the signals, default 0.05: of schools and municipalities within their level, of classes on average
   * over the schools in which any is signalled.
   */
  readonly rate?: number;
  /** Honest reference of an administration run by outside observers. Default: estimated from these administrations alone. */
  readonly reference?: FrozenReference;
  /**
   * The same schools in other procedures: only the supporting marker B8 looks at them, and no probability, signal or strength
   * depends on them.
   */
  readonly others?: readonly Administration[];
  /** false leaves out MarkerDetails: for files of millions of papers of which only figures are wanted. Default true. */
  readonly details?: boolean;
}

export interface Analysis {
  readonly units: readonly UnitResult[];
  /** One per administration: the region as a whole against the frozen reference. */
  readonly regions: readonly RegionResult[];
}

/** Units with an adjusted p below this are set aside from the second round's reference. */
const ASIDE_RATE = 0.15;
/**
 * The honest reference is estimated, not known, and the less so the heavier its tails are: the rate that was asked for is kept with
 * a margin, a share of it. Heaviness: mean over the works of 1 / degrees of freedom of the honest profiles' joint tail.
 */
const LIGHT = 0.007;
const MARGIN_PER_HEAVINESS = 20;
const LEAST_MARGIN = 0.5;
const UNKNOWN_HEAVINESS = 1 / 30;
/** A unit that is more likely honest than this is no signal, whatever the threshold says of the whole list. */
const MOST_DOUBTFUL = 0.3;
/** A mechanism carries the evidence on its own when one of its markers reaches this. */
const CARRIES = 0.01;

export function analyze(administrations: readonly Administration[], options: AnalysisOptions = {}): Analysis {
  const rate = options.rate ?? 0.05;
  const reference = options.reference ?? null;
  const { contexts, round } = twoRounds(administrations, reference);
  const details = options.details ?? true;
  const units = confirmAcrossWorks(LEVELS.flatMap((level) => decide(contexts, round, level, rate, details)));
  return {
    units: withSupport(
      contexts,
      units,
      LEVELS,
      details,
      (options.others ?? []).map((each) => new Context(each)),
    ),
    regions: contexts.map((context) => regionResult(context, reference)),
  };
}

/** Freezes what observed administrations say of honest work. */
export function freezeReference(administrations: readonly Administration[], label: FrozenLabel): FrozenReference {
  const { contexts, round } = twoRounds(administrations, null);
  const tails = round.flatMap((levels) =>
    [...levels].flatMap(([level, { measurements }]) =>
      [...measurements].flatMap(([marker, { tailEvidence }]) =>
        tailEvidence === null ? [] : [{ marker: marker as MarkerId, level, tailEvidence }],
      ),
    ),
  );
  return freeze(contexts, tails, label);
}

function twoRounds(
  administrations: readonly Administration[],
  reference: FrozenReference | null,
): { readonly contexts: readonly Context[]; readonly round: Round } {
  const contexts = administrations.map((administration) => new Context(administration));
  linkWorks(contexts);
  const first = measureAll(contexts);
  setAside(contexts, first, reference);
  linkWorks(contexts);
  return { contexts, round: measureAll(contexts) };
}

/** Measurements and combined p of one administration at one level. */
interface Measured {
  readonly measurements: ReadonlyMap<string, Measurement>;
  readonly p: Float64Array;
  readonly evidence: Evidence;
}

type Round = readonly ReadonlyMap<UnitLevel, Measured>[];

function measureAll(contexts: readonly Context[]): Round {
  const round = contexts.map((context) => new Map(LEVELS.map((level) => [level, measure(context, level)])));
  // Works of one region share what its mirrored units say of the honest tail.
  for (const level of LEVELS) {
    const tails = round.map((levels) => levels.get(level)!.evidence.mirrored);
    const tail = {
      sum: tails.reduce((total, { sum }) => total + sum, 0),
      count: tails.reduce((total, { count }) => total + count, 0),
    };
    for (const levels of round) {
      const { p, evidence } = levels.get(level)!;
      evidence.p.forEach((value, unit) => {
        p[unit] = correctTail(value, tail);
      });
    }
  }
  return round;
}

function measure(context: Context, level: UnitLevel): Measured {
  const markers = MARKERS.filter((marker) => marker.levels.includes(level));
  const measurements = new Map(markers.map((marker) => [marker.id, marker.measure(context, level)]));
  const evidence = combineEvidence(
    markers.map((marker) => marker.id),
    markers.map((marker) => measurements.get(marker.id)!.p),
    (unit) => !context.setAside(level, unit),
  );
  return { measurements, p: evidence.p.slice(), evidence };
}

function setAside(contexts: readonly Context[], round: Round, reference: FrozenReference | null): void {
  const limits = new Map(LEVELS.map((level) => [level, benjaminiHochbergThreshold(known(round, level), ASIDE_RATE)]));
  contexts.forEach((context, index) => {
    const aside = new Map(
      LEVELS.map((level) => {
        const { p } = round[index]!.get(level)!;
        return [level, Uint8Array.from(p, (value) => (value <= limits.get(level)! ? 1 : 0))];
      }),
    );
    context.secondRound(aside, tailsOfOthers(round, index, reference));
  });
}

/** Works of one file share a region: what the other works, and a frozen reference, say of a marker's tail is added up for each. */
function tailsOfOthers(round: Round, own: number, reference: FrozenReference | null): Map<string, Float64Array> {
  const sums = new Map<string, Float64Array>(
    Object.entries(reference?.tails ?? {}).map(([key, values]) => [key, Float64Array.from(values)]),
  );
  round.forEach((levels, index) => {
    if (index === own) return;
    for (const [level, { measurements }] of levels) {
      for (const [marker, { tailEvidence }] of measurements) {
        if (tailEvidence === null) continue;
        const key = `${marker}:${level}`;
        const sum = sums.get(key) ?? new Float64Array(tailEvidence.length);
        sums.set(
          key,
          sum.map((value, tail) => value + tailEvidence[tail]!),
        );
      }
    }
  });
  return sums;
}

function marginOf(contexts: readonly Context[]): number {
  const heaviness = contexts.map(({ profileModel }) =>
    profileModel === null ? UNKNOWN_HEAVINESS : 1 / profileModel.degreesOfFreedom,
  );
  const mean = heaviness.reduce((sum, value) => sum + value, 0) / Math.max(1, heaviness.length);
  return Math.min(1, Math.max(LEAST_MARGIN, 1 - MARGIN_PER_HEAVINESS * Math.max(0, mean - LIGHT)));
}

function known(round: Round, level: UnitLevel): Float64Array {
  return Float64Array.from(round.flatMap((levels) => [...levels.get(level)!.p].filter((p) => !Number.isNaN(p))));
}

function decide(
  contexts: readonly Context[],
  round: Round,
  level: UnitLevel,
  rate: number,
  details: boolean,
): UnitResult[] {
  const p = known(round, level);
  const rejected =
    level === 'class'
      ? familyRejections(p, schoolsOfClasses(contexts, round), rate * marginOf(contexts))
      : withinLevel(p, rate * marginOf(contexts));
  const localFdr = localFalseDiscoveryRate(p);
  let at = -1;
  return contexts.flatMap((context, index) => {
    const measured = round[index]!.get(level)!;
    return context.units(level).map((_, unit) => {
      const unitP = measured.p[unit]!;
      if (Number.isNaN(unitP)) return describe(context, level, unit, measured, null, details);
      at++;
      const decision = { p: unitP, localFdr: localFdr[at]!, belowThreshold: rejected[at] === 1 };
      return describe(context, level, unit, measured, decision, details);
    });
  });
}

function withinLevel(p: Float64Array, rate: number): Uint8Array {
  const threshold = benjaminiHochbergThreshold(p, rate);
  return Uint8Array.from(p, (value) => (value <= threshold ? 1 : 0));
}

/** The school of every class that has a p, in the order of `known`; the same school in another work is another family. */
function schoolsOfClasses(contexts: readonly Context[], round: Round): number[] {
  let first = 0;
  return contexts.flatMap((context, index) => {
    const { p } = round[index]!.get('class')!;
    const schools = [...context.papers.schoolOfClass].flatMap((school, unit) =>
      Number.isNaN(p[unit]!) ? [] : [first + school],
    );
    first += context.units('school').length;
    return schools;
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
  const mechanisms = decision === null ? [] : carrying(markers, measured.evidence.best[unit]!);
  const signalled = decision !== null && decision.belowThreshold && decision.localFdr <= MOST_DOUBTFUL;
  return {
    ...keysOf(context, level, unit),
    level,
    index: decision === null ? 0 : Math.max(0, -Math.log10(Math.max(decision.p, 1e-300))),
    p: decision?.p ?? null,
    signalled,
    localFdr: decision?.localFdr ?? null,
    strength: strengthOf(level, decision, signalled, markers, mechanisms),
    mechanisms: decision !== null && (signalled || decision.localFdr <= 0.5) ? mechanisms : [],
    markers,
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
): Pick<
  UnitResult,
  'procedure' | 'municipality' | 'school' | 'grade' | 'className' | 'subject' | 'participants' | 'absent'
> {
  const { administration } = context.papers;
  const { index, start, end } = context.units(level)[unit]!;
  const classKey = level === 'class' ? administration.classes[index]! : null;
  const schoolIndex = classKey !== null ? classKey.school : level === 'school' ? index : null;
  const school = schoolIndex === null ? null : administration.schools[schoolIndex]!;
  const municipality = school === null ? index : school.municipality;
  return {
    procedure: administration.procedure,
    municipality: administration.municipalities[municipality]!,
    school: school?.name ?? null,
    grade: administration.grade,
    className: classKey?.name ?? null,
    subject: administration.subject,
    participants: end - start,
    absent: absentOf(context, level)[index]!,
  };
}

/** Absent pupils per class, school or municipality, by the administration's own index. */
function absentOf(context: Context, level: UnitLevel): Int32Array {
  return context.memo(`absent:${level}`, () => {
    const { classes, schools, municipalities, absentByClass } = context.papers.administration;
    const sizes = { class: classes.length, school: schools.length, municipality: municipalities.length };
    const absent = new Int32Array(sizes[level]);
    classes.forEach((key, position) => {
      const at = { class: position, school: key.school, municipality: schools[key.school]!.municipality }[level];
      absent[at] = absent[at]! + absentByClass[position]!;
    });
    return absent;
  });
}
