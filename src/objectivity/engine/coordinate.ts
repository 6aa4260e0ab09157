/**
 * What the works of one analysis say together: who is set aside between the rounds, what works lend one another, and which units
 * are signalled.
 *
 * A generator that asks all works for a step and goes on with their answers: whoever drives it decides where the works are computed
 * (analyze.ts in turn, threads/ side by side), and the figures are the same to the last bit.
 */
import { benjaminiHochbergThreshold } from '#stats/false-discovery.ts';
import { type CohortWork, isOtherProcedure } from '../markers/external-confirmation.ts';
import type { UnitLevel, UnitResult } from '../model.ts';
import { BEARS_OUT, confirmAcrossWorks, type Sign } from './across-works.ts';
import { LinkedWorks } from './class-surroundings.ts';
import type { Decisions } from './describe.ts';
import { decideAll, known, type Round, schoolsOfWorks } from './decide.ts';
import { correctTail } from './evidence.ts';
import type { FrozenReference } from './frozen-reference.ts';
import type { RegionResult } from './region-result.ts';
import { byLevel, LEVELS, type Steps, type WorkFacts } from './work.ts';

/** One step for all works; `inputs` in their order, null for works that are not asked. */
export interface Call<Step extends keyof Steps = keyof Steps> {
  readonly step: Step;
  readonly inputs: readonly (Steps[Step]['input'] | null)[];
}

/** Yields calls, is resumed with the answers of all works in their order. */
export type Coordination<Result> = Generator<Call, Result, readonly (Steps[keyof Steps]['answer'] | null)[]>;

export interface Analysis {
  readonly units: readonly UnitResult[];
  /** One per administration: the region as a whole against the frozen reference. */
  readonly regions: readonly RegionResult[];
}

export interface Request {
  readonly works: number;
  readonly rate: number;
  readonly reference: FrozenReference | null;
  readonly details: boolean;
  /** Works of other procedures, beside those of the analysis. */
  readonly others: readonly CohortWork[];
}

/** Units with an adjusted p below this are set aside from the second round's reference. */
const ASIDE_RATE = 0.15;
function* ask<Step extends keyof Steps>(
  step: Step,
  inputs: readonly (Steps[Step]['input'] | null)[],
): Coordination<Steps[Step]['answer'][]> {
  return (yield { step, inputs }) as Steps[Step]['answer'][];
}

/** What was decided of all units together; describing them may wait. */
export interface Decided {
  readonly request: Request;
  /** By level and work. */
  readonly decisions: Readonly<Record<UnitLevel, readonly Decisions[]>>;
  readonly cohorts: readonly CohortWork[];
  readonly signs: ReadonlyMap<string, readonly Sign[]>;
}

export function* decideTogether(request: Request): Coordination<Decided> {
  const { round, facts } = yield* twoRounds(request.works, request.reference);
  const decisions = decideAll(round, schoolsOfWorks(facts.map(({ means }) => means.schools)), request.rate);
  return { request, decisions, cohorts: facts.map(({ cohort }) => cohort), signs: signsOf(facts, decisions) };
}

/** @param works places of those that are described; units of all levels in the order of works. */
export function* describeWorks(
  { request: { details, reference, others }, decisions, cohorts, signs }: Decided,
  works: readonly number[],
): Coordination<Analysis> {
  const all = [...cohorts, ...others];
  const answers = yield* ask(
    'describe',
    cohorts.map((own, work) =>
      works.includes(work)
        ? {
            decisions: byLevel((level) => decisions[level][work]!),
            details,
            cohorts: all.filter((other) => isOtherProcedure(own, other)),
            reference,
          }
        : null,
    ),
  );
  const described = works.map((work) => answers[work]!);
  return {
    units: LEVELS.flatMap((level) =>
      described.flatMap(({ units }, index) => confirmAcrossWorks(units[level], works[index]!, signs)),
    ),
    regions: described.map(({ region }) => region),
  };
}

export function* coordinate(request: Request): Coordination<Analysis> {
  const decided = yield* decideTogether(request);
  return yield* describeWorks(
    decided,
    Array.from({ length: request.works }, (_, work) => work),
  );
}

/** By unit: works that may bear out what another shows of it. */
function signsOf(facts: readonly WorkFacts[], decisions: Decided['decisions']): Map<string, Sign[]> {
  const signs = new Map<string, Sign[]>();
  for (const level of LEVELS) {
    facts.forEach(({ keys, cohort: { procedure, subject, grade } }, work) => {
      decisions[level][work]!.localFdr.forEach((localFdr, unit) => {
        if (!(localFdr <= BEARS_OUT)) return;
        const key = keys[level][unit]!;
        const own = signs.get(key);
        const sign = { work, procedure, subject, grade };
        if (own === undefined) signs.set(key, [sign]);
        else own.push(sign);
      });
    });
  }
  return signs;
}

interface Rounds {
  /** The second. */
  readonly round: Round;
  readonly facts: readonly WorkFacts[];
}

export function* twoRounds(works: number, reference: FrozenReference | null): Coordination<Rounds> {
  const facts = yield* ask(
    'facts',
    Array.from({ length: works }, () => ({})),
  );
  const linked = new LinkedWorks(facts.map(({ means }) => means));
  const first = corrected(yield* ask('first', linked.surroundings(facts.map(() => null))));
  const asides = setAside(first);
  const surroundings = linked.surroundings(asides.map((aside) => aside.get('class')!));
  const second = yield* ask(
    'second',
    asides.map((aside, work) => ({
      surroundings: surroundings[work]!,
      aside,
      tailPriors: tailsOfOthers(first, work, reference),
    })),
  );
  return { round: corrected(second), facts };
}

/** Works of one region share what its mirrored units say of the honest tail. */
function corrected(round: Round): Round {
  const tails = byLevel((level) => ({
    sum: round.reduce((total, { levels }) => total + levels[level].mirrored.sum, 0),
    count: round.reduce((total, { levels }) => total + levels[level].mirrored.count, 0),
  }));
  return round.map((figures) => ({
    ...figures,
    levels: byLevel((level) => ({
      ...figures.levels[level],
      p: figures.levels[level].p.map((p) => correctTail(p, tails[level])),
    })),
  }));
}

function setAside(round: Round): ReadonlyMap<UnitLevel, Uint8Array>[] {
  const limits = byLevel((level) => benjaminiHochbergThreshold(known(round, level), ASIDE_RATE));
  return round.map(
    ({ levels }) =>
      new Map(LEVELS.map((level) => [level, Uint8Array.from(levels[level].p, (p) => (p <= limits[level] ? 1 : 0))])),
  );
}

/** Works of one file share a region: what the other works, and a frozen reference, say of a marker's tail is added up for each. */
function tailsOfOthers(round: Round, own: number, reference: FrozenReference | null): Map<string, Float64Array> {
  const sums = new Map<string, Float64Array>(
    Object.entries(reference?.tails ?? {}).map(([key, values]) => [key, Float64Array.from(values)]),
  );
  round.forEach(({ tails }, work) => {
    if (work === own) return;
    for (const [key, evidence] of tails) {
      const sum = sums.get(key) ?? new Float64Array(evidence.length);
      sums.set(
        key,
        sum.map((value, tail) => value + evidence[tail]!),
      );
    }
  });
  return sums;
}
