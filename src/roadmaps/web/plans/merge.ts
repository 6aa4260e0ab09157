/** When somebody else has changed what one edits: what can be put together by itself, and what a person has to choose. */
import type { z } from 'zod';
import { canonical } from '../../plans/compare.ts';
import type { changeSchema, readPlan } from '../../plans/contract.ts';

export type PlanAnswer = z.output<typeof readPlan.output>;
export type Plan = PlanAnswer['plan'];
export type PlanSection = Plan['sections'][number];
export type Standing = PlanAnswer['standings'][number];
export type PlanMeasure = PlanSection['measures'][number];
export type Edit = z.input<typeof changeSchema>;
export type SetEdit = Extract<Edit, { op: 'setMeasure' | 'setPlan' | 'setSection' }>;
export type Values = Readonly<Record<string, unknown>>;

export interface Conflict {
  /** «measure:12» */
  readonly key: string;
  readonly subject: string;
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export function isSet(edit: Edit): edit is SetEdit {
  return edit.op === 'setMeasure' || edit.op === 'setPlan' || edit.op === 'setSection';
}

export function keyOf(edit: SetEdit): string {
  if (edit.op === 'setPlan') return 'plan';
  return `${edit.op === 'setMeasure' ? 'measure' : 'section'}:${edit.id}`;
}

function fieldsOf(edit: SetEdit): Values {
  return edit.op === 'setSection' ? { title: edit.title } : edit.fields;
}

/** What is stored of everything that can be edited, by key: its values, its revision and what it is called. */
export function subjectsOf(plan: Plan): ReadonlyMap<string, { values: Values; revision: number; subject: string }> {
  const subjects = new Map<string, { values: Values; revision: number; subject: string }>();
  const { approval } = plan;
  subjects.set('plan', {
    values: {
      title: plan.title,
      schoolYear: plan.schoolYear,
      approvalPost: approval.post,
      approvalPerson: approval.person,
      orderNumber: approval.order,
      approvedOn: approval.on,
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
      preamble: plan.preamble,
    },
    revision: plan.revision,
    subject: plan.title,
  });
  for (const section of plan.sections) {
    const { title, revision } = section;
    subjects.set(`section:${section.id}`, { values: { title }, revision, subject: title });
    for (const measure of section.measures) {
      subjects.set(`measure:${measure.id}`, {
        values: { ...measure, deadline: measure.deadline.verbatim },
        revision: measure.revision,
        subject: [measure.number, measure.text].filter(Boolean).join(' '),
      });
    }
  }
  return subjects;
}

/**
 * Puts edits upon a plan that has changed. A field that only one side has touched is no conflict; what somebody has removed
 * cannot be edited any more and is named in `lost`.
 * @param bases values that each edit began from, by key
 */
export function rebase(
  edits: readonly Edit[],
  bases: ReadonlyMap<string, Values>,
  fresh: Plan,
): { edits: Edit[]; conflicts: Conflict[]; lost: Edit[] } {
  const stored = subjectsOf(fresh);
  const result = { edits: [] as Edit[], conflicts: [] as Conflict[], lost: [] as Edit[] };
  for (const edit of edits) {
    if (!isSet(edit)) {
      result.edits.push(edit);
      continue;
    }
    const key = keyOf(edit);
    const current = stored.get(key);
    if (!current) {
      result.lost.push(edit);
      continue;
    }
    const base = bases.get(key) ?? {};
    for (const [field, mine] of Object.entries(fieldsOf(edit))) {
      const theirs = current.values[field];
      if (canonical(theirs) === canonical(mine) || canonical(theirs) === canonical(base[field])) continue;
      result.conflicts.push({ key, subject: current.subject, field, mine, theirs });
    }
    result.edits.push({ ...edit, revision: current.revision });
  }
  return result;
}

/** Edits without the fields for which a person chose the stored version. */
export function withoutFields(
  edits: readonly Edit[],
  dropped: readonly { readonly key: string; readonly field: string }[],
): Edit[] {
  const isDropped = (key: string, field: string): boolean =>
    dropped.some((one) => one.key === key && one.field === field);
  return edits.flatMap((edit): Edit[] => {
    if (!isSet(edit)) return [edit];
    const key = keyOf(edit);
    if (edit.op === 'setSection') return isDropped(key, 'title') ? [] : [edit];
    const fields = Object.fromEntries(Object.entries(edit.fields).filter(([field]) => !isDropped(key, field)));
    return Object.keys(fields).length === 0 ? [] : [{ ...edit, fields } as Edit];
  });
}
