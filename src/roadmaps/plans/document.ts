/** A stored plan as it is printed. Pure: words that are already decided. */
import type { PlanDocument } from '../documents/model.ts';
import type { MeasureState, StoredPlan } from '../model.ts';

export interface Printing {
  /** Name of the organisation as official documents print it. */
  readonly organisation: string | null;
  /** ISO day of printing. */
  readonly day: string;
  /** Words of the states: given when they are printed. */
  readonly states?: Readonly<Record<MeasureState, string>>;
  /** Remarks in words by measure; those of the plan as a whole stand under null. */
  readonly remarks?: ReadonlyMap<number | null, readonly string[]>;
}

export function planDocumentOf(plan: StoredPlan, { organisation, day, states, remarks }: Printing): PlanDocument {
  const { post, person, order, on } = plan.approval;
  return {
    organisation,
    title: plan.title,
    schoolYear: `${plan.schoolYear}/${plan.schoolYear + 1}`,
    preamble: plan.preamble,
    approval: { post, person, order, date: on },
    sections: plan.sections.map((section) => ({
      title: section.title || null,
      measures: section.measures.map((measure) => ({
        number: measure.number,
        text: measure.text,
        deadline: measure.deadline.verbatim,
        responsible: measure.parties.map((party) => ({
          post: party.post,
          person: party.person,
          organisation: party.organisation,
        })),
        result: measure.result,
        ...(states
          ? { state: [states[measure.state], measure.stateNote].filter((words) => words !== '').join(': ') }
          : {}),
        ...(remarks ? { remarks: remarks.get(measure.id) ?? [] } : {}),
      })),
    })),
    ...(remarks ? { remarks: remarks.get(null) ?? [] } : {}),
    signer: null,
    day,
  };
}
