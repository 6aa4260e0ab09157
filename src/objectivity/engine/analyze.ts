/**
 * The whole analysis: administrations in, one result per class, school and municipality out. Pure and deterministic.
 *
 * Two rounds. In the first every unit teaches the reference what is honest; units with strong evidence against them are then
 * set aside, and the second round's reference is learnt from the rest. Figures of all units are those of the second round.
 */
import { type CohortWork, cohortWork } from '../markers/external-confirmation.ts';
import type { MarkerId, UnitLevel } from '../model.ts';
import type { Administration } from './administration.ts';
import { Context } from './context.ts';
import { type Analysis, type Coordination, coordinate, type Request, twoRounds } from './coordinate.ts';
import { freeze, type FrozenLabel, type FrozenReference } from './frozen-reference.ts';
import { Work } from './work.ts';

export { LEVELS } from './work.ts';
export type { Analysis } from './coordinate.ts';

export interface AnalysisOptions {
  /**
   * False-discovery rate of the signals within their level, default 0.05.
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

export function analyze(administrations: readonly Administration[], options: AnalysisOptions = {}): Analysis {
  const request = requestOf(administrations.length, options, cohortWorks(options.others ?? []));
  return drive(coordinate(request), worksOf(administrations));
}

/** What is asked of a coordination. @param others `cohortWorks` of the options' others. */
export function requestOf(
  works: number,
  { rate = 0.05, reference, details = true }: AnalysisOptions,
  others: readonly CohortWork[],
): Request {
  return { works, rate, reference: reference ?? null, details, others };
}

export function cohortWorks(administrations: readonly Administration[]): CohortWork[] {
  return administrations.map((each) => cohortWork(new Context(each)));
}

/** Freezes what observed administrations say of honest work. */
export function freezeReference(administrations: readonly Administration[], label: FrozenLabel): FrozenReference {
  const works = worksOf(administrations);
  const { round } = drive(twoRounds(works.length, null), works);
  const tails = round.flatMap(({ tails: ofWork }) =>
    [...ofWork].map(([key, tailEvidence]) => {
      const [marker, level] = key.split(':') as [MarkerId, UnitLevel];
      return { marker, level, tailEvidence };
    }),
  );
  return freeze(
    works.map(({ context }) => context),
    tails,
    label,
  );
}

function worksOf(administrations: readonly Administration[]): Work[] {
  return administrations.map((administration) => new Work(administration));
}

/** Answers every step here, one work after the other. */
function drive<Result>(steps: Coordination<Result>, works: readonly Work[]): Result {
  let next = steps.next();
  while (!next.done) {
    const { step, inputs } = next.value;
    next = steps.next(works.map((work, index) => work.answer(step, inputs[index]!)));
  }
  return next.value;
}
