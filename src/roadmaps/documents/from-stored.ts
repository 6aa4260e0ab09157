/** A stored plan as its documents print it. */
import { roadmapsText } from '../text.ts';
import type { MeasureParty, StoredMeasure, StoredPlan } from '../model.ts';
import type { Standing } from '../plans/standing.ts';
import type { PlanDocument, PrintedMeasure } from './model.ts';
import { printed } from './text.ts';
import { dayInPrint } from './words.ts';

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
  /** What has become of the dates of each measure, said beside its state. */
  readonly standings?: readonly Standing[];
}

/** Measures that were withdrawn are left out: the paper shows what has to be done. */
export function planOf(plan: StoredPlan, { organisation, day, remarks, standings = [] }: PrintedWith): PlanDocument {
  const standingOf = new Map(standings.map((one) => [one.measureId, one]));
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
        .map((measure) => measureOf(measure, remarks?.byMeasure.get(measure.id), standingOf.get(measure.id))),
    })),
    ...(remarks === undefined ? {} : { remarks: remarks.onPlan }),
    signer: null,
    day,
  };
}

function measureOf(
  measure: StoredMeasure,
  remarks: readonly string[] | undefined,
  standing: Standing | undefined,
): PrintedMeasure {
  const { number, text, deadline, parties, result, state, stateNote } = measure;
  const said = roadmapsText.ru.measureState[state];
  return {
    number,
    text,
    deadline: deadline.verbatim,
    responsible: byPart(parties),
    result,
    state: [stateNote === '' ? said : `${said}: ${stateNote}`, ...standingInWords(standing)].join('\n'),
    ...(remarks === undefined ? {} : { remarks }),
  };
}

/** The lines that the table on the screen has: the late date first, then how many are accepted, under review, returned. */
function standingInWords(standing: Standing | undefined): readonly string[] {
  if (standing === undefined) return [];
  const { lateSince, dates } = standing;
  const states = roadmapsText.ru.occurrenceState;
  const all = Object.values(dates).reduce((sum, count) => sum + count, 0);
  const others = (['submitted', 'returned', 'notNeeded'] as const).filter((state) => dates[state] > 0);
  if (lateSince === null && dates.accepted === 0 && others.length === 0) return [];
  const accepted = all > 1 ? [printed.datesAccepted(dates.accepted, all)] : dates.accepted > 0 ? [states.accepted] : [];
  return [
    ...(lateSince === null ? [] : [printed.late(dayInPrint(lateSince))]),
    ...accepted,
    ...others.map((state) => (all === 1 ? states[state] : printed.datesOther(states[state], dates[state]))),
  ];
}

/** Who answers first, then who helps. */
function byPart(parties: readonly MeasureParty[]): PrintedMeasure['responsible'] {
  return [
    ...parties.filter(({ part }) => part === 'responsible'),
    ...parties.filter(({ part }) => part !== 'responsible'),
  ].map(({ post, person, organisation }) => ({ post, person, organisation }));
}
