/** A stored plan as its documents print it. */
import { roadmapsText } from '../text.ts';
import type { MeasureParty, StoredMeasure, StoredPlan } from '../model.ts';
import type { PlanDocument, PrintedMeasure } from './model.ts';

/** Remarks of the linter in words: by number of measure, and on the plan as a whole. */
export interface PrintedRemarks {
  readonly byMeasure: ReadonlyMap<number, readonly string[]>;
  readonly onPlan: readonly string[];
}

export interface PrintedWith {
  /** Full name. */
  readonly organisation: string;
  /** ISO day of printing. */
  readonly day: string;
  readonly remarks?: PrintedRemarks;
}

/** Measures that were withdrawn are left out: the paper shows what has to be done. */
export function planOf(plan: StoredPlan, { organisation, day, remarks }: PrintedWith): PlanDocument {
  const { approval, schoolYear } = plan;
  return {
    organisation,
    title: plan.title,
    schoolYear: `${schoolYear}/${schoolYear + 1}`,
    preamble: plan.preamble,
    approval: { post: approval.post, person: approval.person, order: approval.order, date: approval.on },
    sections: plan.sections.map(({ title, measures }) => ({
      title: title === '' ? null : title,
      measures: measures
        .filter(({ state }) => state !== 'withdrawn')
        .map((measure) => measureOf(measure, remarks?.byMeasure.get(measure.id))),
    })),
    ...(remarks === undefined ? {} : { remarks: remarks.onPlan }),
    signer: null,
    day,
  };
}

function measureOf(measure: StoredMeasure, remarks: readonly string[] | undefined): PrintedMeasure {
  const { number, text, deadline, parties, result, state, stateNote } = measure;
  const said = roadmapsText.ru.measureState[state];
  return {
    number,
    text,
    deadline: deadline.verbatim,
    responsible: byPart(parties),
    result,
    state: stateNote === '' ? said : `${said}: ${stateNote}`,
    ...(remarks === undefined ? {} : { remarks }),
  };
}

/** Who answers first, then who helps. */
function byPart(parties: readonly MeasureParty[]): PrintedMeasure['responsible'] {
  return [
    ...parties.filter(({ part }) => part === 'responsible'),
    ...parties.filter(({ part }) => part !== 'responsible'),
  ].map(({ post, person, organisation }) => ({ post, person, organisation }));
}
