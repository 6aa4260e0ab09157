/** Why a measure has no day to be drawn at: said in words where a bar would stand. */
import type { ResolvedDeadline } from '../deadline/resolve.ts';
import type { MeasureState, PlanState } from '../model.ts';

export const UNDATED_REASONS = [
  'draft',
  'withdrawn',
  'condition',
  'noDeadline',
  'notUnderstood',
  'noStart',
  'reference',
  'noDay',
] as const;
export type UndatedReason = (typeof UNDATED_REASONS)[number];

export interface Undated {
  readonly why: UndatedReason;
  /** The condition, or what the calendars do not hold; empty for the other reasons. */
  readonly words: string;
}

/** @param measure one without an occurrence that has a day */
export function undatedOf(
  deadline: Pick<ResolvedDeadline, 'reference' | 'condition' | 'type'>,
  measure: { readonly state: MeasureState; readonly conditionMet: boolean },
  plan: PlanState,
): Undated {
  if (measure.state === 'withdrawn') return because('withdrawn');
  if (deadline.condition !== null && !measure.conditionMet) return because('condition', deadline.condition);
  if (deadline.reference !== null) return because('reference', deadline.reference);
  if (deadline.type.startsWith('NONE')) return because('noDeadline');
  if (deadline.type.startsWith('UNKNOWN')) return because('notUnderstood');
  if (deadline.type.startsWith('WITHIN')) return because('noStart');
  return because(plan === 'draft' ? 'draft' : 'noDay');
}

function because(why: UndatedReason, words = ''): Undated {
  return { why, words };
}
