/**
 * One work of an analysis: what is computed of it alone. Works meet only in what they answer (coordinate.ts), so each may be
 * computed wherever there is room: in turn, or on threads.
 */
import { MARKERS } from '../markers/registry.ts';
import { type CohortWork, cohortWork } from '../markers/external-confirmation.ts';
import type { MarkerId, UnitLevel, UnitResult } from '../model.ts';
import type { Administration } from './administration.ts';
import { type ClassMeans, classMeans, type Surroundings } from './class-surroundings.ts';
import { Context } from './context.ts';
import { type Decisions, describeUnits, type Measured, placeOf } from './describe.ts';
import { unitKey } from './across-works.ts';
import { combineEvidence, type MirroredTail } from './evidence.ts';
import type { FrozenReference } from './frozen-reference.ts';
import { type RegionResult, regionResult } from './region-result.ts';

export const LEVELS: readonly UnitLevel[] = ['municipality', 'school', 'class'];

/** What other works need to know of this one before anything is measured. */
export interface WorkFacts {
  readonly means: ClassMeans;
  readonly cohort: CohortWork;
  /** Keys of all units (across-works.ts), in their order. */
  readonly keys: Readonly<Record<UnitLevel, readonly string[]>>;
}

export interface LevelFigures {
  /** Evidence per unit, not yet corrected by the mirrored tail; NaN where no marker had enough. */
  readonly p: Float64Array;
  readonly mirrored: MirroredTail;
}

export interface RoundFigures {
  readonly levels: Readonly<Record<UnitLevel, LevelFigures>>;
  /** Tail evidence by marker and level, «B2:class». */
  readonly tails: ReadonlyMap<string, Float64Array>;
  /** Degrees of freedom of the honest profiles' joint tail; null without profiles. */
  readonly degreesOfFreedom: number | null;
}

export interface SecondRound {
  readonly surroundings: Surroundings;
  /** By level: 1 for units that teach nothing. */
  readonly aside: ReadonlyMap<UnitLevel, Uint8Array>;
  /** What other works say of tails, by marker and level. */
  readonly tailPriors: ReadonlyMap<string, Float64Array>;
}

export interface Description {
  readonly decisions: Readonly<Record<UnitLevel, Decisions>>;
  readonly details: boolean;
  readonly cohorts: readonly CohortWork[];
  readonly reference: FrozenReference | null;
}

export interface Described {
  readonly units: Readonly<Record<UnitLevel, readonly UnitResult[]>>;
  readonly region: RegionResult;
}

/** What a work is asked, step by step, and what it answers. All of it is plain data. */
export interface Steps {
  readonly facts: { readonly input: object; readonly answer: WorkFacts };
  readonly first: { readonly input: Surroundings; readonly answer: RoundFigures };
  readonly second: { readonly input: SecondRound; readonly answer: RoundFigures };
  readonly describe: { readonly input: Description; readonly answer: Described };
}

/** A work that is asked for another analysis computes only what that changes: what depends on its own papers alone is kept. */
export class Work {
  readonly context: Context;
  #facts: WorkFacts | null = null;
  #measured: Readonly<Record<UnitLevel, Measured>> | null = null;

  constructor(administration: Administration) {
    this.context = new Context(administration);
  }

  /** @param input null: nothing is asked of this work, and nothing is answered that anybody reads. */
  answer<Step extends keyof Steps>(step: Step, input: Steps[Step]['input'] | null): Steps[Step]['answer'] | null {
    if (input === null) return null;
    switch (step) {
      case 'facts':
        return this.facts();
      case 'first':
        return this.first(input as Surroundings);
      case 'second':
        return this.second(input as SecondRound);
      default:
        return this.describe(input as Description);
    }
  }

  facts(): WorkFacts {
    this.#facts ??= factsOf(this.context);
    return this.#facts;
  }

  first(surroundings: Surroundings): RoundFigures {
    this.context.firstRound(surroundings);
    return this.#measure(true);
  }

  second({ surroundings, aside, tailPriors }: SecondRound): RoundFigures {
    this.context.secondRound(surroundings, aside, tailPriors);
    return this.#measure(false);
  }

  /** Figures are those of the last round. */
  describe({ decisions, details, cohorts, reference }: Description): Described {
    const { context } = this;
    return {
      units: byLevel((level) =>
        describeUnits(context, level, this.#measured![level], decisions[level], details, cohorts),
      ),
      region: regionResult(context, reference),
    };
  }

  /** @param first of the first round only what surrounds the classes depends on other works: all else is remembered. */
  #measure(first: boolean): RoundFigures {
    const { context } = this;
    const measured = byLevel((level) =>
      first && level !== SURROUNDED_LEVEL
        ? context.referenceMemo(`level:${level}`, () => measureLevel(context, level, first))
        : measureLevel(context, level, first),
    );
    const tails = new Map<string, Float64Array>();
    for (const level of LEVELS) {
      for (const [marker, { tailEvidence }] of measured[level].measurements) {
        if (tailEvidence !== null) tails.set(tailKey(marker, level), tailEvidence);
      }
    }
    this.#measured = measured;
    return {
      levels: byLevel((level) => measured[level].figures),
      tails,
      degreesOfFreedom: context.profileModel?.degreesOfFreedom ?? null,
    };
  }
}

/** At this level these markers read what surrounds the unit (class-surroundings.ts), which other works change. */
const SURROUNDED_LEVEL: UnitLevel = 'class';
const SURROUNDED: ReadonlySet<MarkerId> = new Set(['B6', 'B7']);

function measureLevel(
  context: Context,
  level: UnitLevel,
  first: boolean,
): Measured & { readonly figures: LevelFigures } {
  const markers = MARKERS.filter((marker) => marker.levels.includes(level));
  const measurements = new Map(
    markers.map((marker) => {
      const measure = () => marker.measure(context, level);
      const same = first && (level !== SURROUNDED_LEVEL || !SURROUNDED.has(marker.id));
      return [marker.id, same ? context.referenceMemo(`marker:${marker.id}:${level}`, measure) : measure()];
    }),
  );
  const { p, best, mirrored } = combineEvidence(
    markers.map((marker) => marker.id),
    markers.map((marker) => measurements.get(marker.id)!.p),
    (unit) => !context.setAside(level, unit),
  );
  return { figures: { p, mirrored }, measurements, best };
}

function factsOf(context: Context): WorkFacts {
  return {
    means: classMeans(context),
    cohort: cohortWork(context),
    keys: byLevel((level) =>
      context.units(level).map((_, unit) => unitKey({ level, ...placeOf(context, level, unit) })),
    ),
  };
}

export function tailKey(marker: MarkerId, level: UnitLevel): string {
  return `${marker}:${level}`;
}

/** In the order of LEVELS. */
export function byLevel<T>(of: (level: UnitLevel) => T): Record<UnitLevel, T> {
  return { municipality: of('municipality'), school: of('school'), class: of('class') };
}
