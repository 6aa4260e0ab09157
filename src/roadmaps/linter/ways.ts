/** Where a mend that the plan alone cannot make is made: an address of the site that opens the very field or form. Pure. */
import type { OutsideMend } from './model.ts';

export interface Way {
  readonly path: string;
  readonly search: Readonly<Record<string, string>>;
}

/** The plan that the mend is about. */
export interface WayFrom {
  readonly id: number;
  readonly organizationId: number;
  /** Year of its 1 September. */
  readonly schoolYear: number;
}

export function wayOf(mend: OutsideMend, { id, organizationId, schoolYear }: WayFrom): Way {
  const plan = `/plans/${id}`;
  const measure = (measureId: string): string => `${plan}/measures/${measureId}`;
  switch (mend.kind) {
    case 'writeField': {
      const cell = mend.field === 'responsible' ? 'parties' : mend.field;
      return { path: plan, search: { open: `${cell}:${mend.measureId}`, ...mend.proposal } };
    }
    case 'writeSectionTitle':
      return { path: plan, search: { open: `section:${mend.sectionId}` } };
    case 'chooseKind':
      return { path: plan, search: { open: `kind:${mend.measureId}` } };
    case 'approvePlan':
      return { path: plan, search: { open: 'approve' } };
    case 'attachCalendar':
      return { path: '/plans/calendars', search: { year: String(schoolYear), reference: mend.reference } };
    case 'assignPost':
      return { path: `/organization/${organizationId}`, search: {} };
    case 'substitute':
      return { path: '/plans/substitutions', search: {} };
    case 'attachEvidence':
      return mend.occurrenceId === null
        ? { path: measure(mend.measureId), search: {} }
        : { path: `${measure(mend.measureId)}/submit`, search: { occurrence: mend.occurrenceId } };
    case 'report':
      return { path: `${measure(mend.measureId)}/submit`, search: { occurrence: mend.occurrenceId } };
    case 'linkEvidence':
    case 'openMeasure':
      return { path: measure(mend.measureId), search: {} };
  }
}
