/** Ways to the field that only a person can fill, with a proposal where one can honestly be made. */
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import { proposeKind } from '../kinds/propose.ts';
import { fold } from '../reading/fold.ts';
import type { LintedMeasure, Mend, OutsideMend, ProposalSource, UsualMeasure } from './model.ts';
import type { Review, Reviewed } from './review.ts';

/** Letters of a proposal: it stands in an address. */
const LONGEST = 400;

type Field = Extract<OutsideMend, { kind: 'writeField' }>['field'];

/** The field as it stands, or with a proposal in it. */
export function writing(
  { id }: Pick<LintedMeasure, 'id'>,
  field: Field,
  proposal: { readonly value: string; readonly source: ProposalSource } | null = null,
): Mend {
  return { kind: 'writeField', measureId: id, field, proposal };
}

/** The field with the value that is usual for such a measure; null: none is known, or it already stands there. */
export function usually(one: Reviewed, review: Review, field: Exclude<Field, 'text'>): Mend | null {
  const { measure } = one;
  const found = [...usualOf(one, review.context.usual)].find((usual) => isFit(usual, field, review));
  if (found === undefined || fold(found[field]) === fold(ownOf(measure, field))) return null;
  return writing(measure, field, { value: found[field], source: found.source });
}

/** The field with the usual value where it is known, else the field alone. */
export function usualOrEmpty(one: Reviewed, review: Review, field: Exclude<Field, 'text'>): Mend {
  return usually(one, review, field) ?? writing(one.measure, field);
}

/** The field as it is first, the usual value beside it: what stands there is somebody's words. */
export function rewriting(
  one: Reviewed,
  review: Review,
  field: Exclude<Field, 'text'>,
): { readonly mend: Mend; readonly otherMends: readonly Mend[] } {
  const usual = usually(one, review, field);
  return { mend: writing(one.measure, field), otherMends: usual === null ? [] : [usual] };
}

/** The same words first, then the only measure of the kind in the plan of the year before, then that of the starter. */
function* usualOf({ measure, section }: Reviewed, known: readonly UsualMeasure[]): Generator<UsualMeasure> {
  const words = fold(measure.text);
  yield* known.filter(({ text }) => fold(text) === words);
  const kind = measure.kind ?? proposeKind(measure.text, section.title);
  if (kind === null) return;
  const before = known.filter((one) => one.source === 'previousPlan' && one.kind === kind);
  if (before.length === 1) yield* before;
  yield* known.filter((one) => one.source === 'starter' && one.kind === kind);
}

/** A deadline that is not understood, or over before the plan was approved, helps nobody. */
function isFit(usual: UsualMeasure, field: Exclude<Field, 'text'>, { plan, deadlineContext }: Review): boolean {
  if (usual[field] === '' || usual[field].length > LONGEST) return false;
  if (field !== 'deadline') return true;
  const { windows, warnings } = resolveDeadline(parseDeadline(usual.deadline), deadlineContext);
  if (warnings.some(({ code }) => code === 'notUnderstood' || code === 'partNotUnderstood')) return false;
  const approved = plan.approval.on;
  return approved === null || windows.every(({ to }) => to === null || to >= approved);
}

function ownOf({ deadline, result, responsible }: LintedMeasure, field: Exclude<Field, 'text'>): string {
  if (field === 'deadline') return deadline;
  return field === 'result' ? (result ?? '') : responsible.map(({ post }) => post ?? '').join('; ');
}
