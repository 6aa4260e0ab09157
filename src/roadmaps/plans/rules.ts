/** Who edits a plan, and what of it once an order has approved it. */
import type { Role } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import type { MeasureParty, PlanState } from '../model.ts';

interface Editor {
  readonly role: Role;
  readonly organizationId: number;
}

/** A plan is edited by its own organisation; those above read it. An administrator may help. */
export function ownsPlan(actor: Editor, organizationId: number): boolean {
  return actor.organizationId === organizationId || actor.role === 'administrator';
}

export function mayEdit(actor: Editor, plan: { readonly organizationId: number }): boolean {
  return can(actor.role, 'editPlans') && ownsPlan(actor, plan.organizationId);
}

export function mayApprove(actor: Editor, plan: { readonly organizationId: number }): boolean {
  return can(actor.role, 'approvePlans') && ownsPlan(actor, plan.organizationId);
}

/** What the paper does not say: it changes while an approved plan is carried out. */
export const BESIDE_THE_PAPER: ReadonlySet<string> = new Set([
  'state',
  'stateNote',
  'conditionMet',
  'windowsSet',
  'deadlineConfirmed',
  'kind',
  'targets',
  'warnings',
]);

/** Whether a field of a measure may change in this state of its plan; the words of an approved plan may not. */
export function fieldMayChange(state: PlanState, field: string): boolean {
  return state === 'draft' || (state === 'approved' && BESIDE_THE_PAPER.has(field));
}

/** The same words with other links to staff: no change of the paper. */
export function sameWords(a: readonly MeasureParty[], b: readonly MeasureParty[]): boolean {
  return wordsOf(a) === wordsOf(b);
}

function wordsOf(list: readonly MeasureParty[]): string {
  return JSON.stringify(list.map(({ part, post, person, organisation }) => [part, post, person, organisation]));
}

/** Letters that a field may hold: far more than any plan needs, and few enough for a sheet of paper. */
export const LONGEST = { number: 30, text: 8000, deadline: 2000, result: 8000, sectionTitle: 1000 } as const;
