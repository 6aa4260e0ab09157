import type { ProcedureKind, ResponseType, TaskLevel, WorkLevel } from '../../../model.ts';
import { guessProcedureKind } from '../../../rules.ts';
import { whole } from '../../whole.ts';
import type { ImportPart } from '../steps.ts';

/** The form that describes a new work, as typed: numbers are texts until they are checked. */
export interface DescribeForm {
  readonly procedure: string;
  /** Empty: as the name tells. */
  readonly kind: ProcedureKind | '';
  readonly year: string;
  readonly subject: string;
  readonly grade: string;
  readonly level: WorkLevel;
  readonly tasks: readonly {
    readonly id: string;
    readonly max: string;
    readonly response: ResponseType;
    readonly level: TaskLevel | null;
  }[];
  /** Number of a scale, or empty for none. */
  readonly scaleId: string;
}

export interface Description {
  readonly procedure: string;
  readonly kind: ProcedureKind;
  readonly year: number;
  readonly subject: string;
  readonly grade: number;
  readonly level: WorkLevel;
  readonly tasks: { id: string; max: number; response: ResponseType; level?: TaskLevel }[];
  readonly scaleId: number | null;
}

/**
 * What to propose as the response type, to be confirmed by a person: tasks marked by criteria («4К1») and tasks of two or
 * more points are usually extended, since a short answer is right or wrong.
 */
export function proposedResponse(task: { readonly id: string; readonly max: number | null }): ResponseType {
  return /[КK]\d/iu.test(task.id) || (task.max ?? 1) >= 2 ? 'extended' : 'short';
}

export function describeForm(part: ImportPart): DescribeForm {
  const year = part.year ?? (part.heldOn ? Number(part.heldOn.slice(0, 4)) : null);
  return {
    procedure: part.procedure ?? '',
    kind: part.procedure === null ? (part.procedureKind ?? '') : '',
    year: year === null ? '' : String(year),
    subject: part.subject ?? '',
    grade: part.grade === null ? '' : String(part.grade),
    level: 'base',
    tasks: part.tasks.map((task) => ({
      id: task.id,
      max: task.max === null ? '' : String(task.max),
      response: proposedResponse(task),
      level: task.level,
    })),
    scaleId: '',
  };
}

export interface FormFault {
  readonly field: 'procedure' | 'year' | 'subject' | 'grade' | 'max';
  /** Position of the task, for `max`. */
  readonly task?: number;
}

/** The description to send, or everything that is wrong with the form. */
export function readDescribeForm(
  form: DescribeForm,
): { readonly description: Description } | { readonly faults: FormFault[] } {
  const faults: FormFault[] = [];
  const year = whole(form.year);
  const grade = whole(form.grade);
  if (form.procedure.trim().length < 2) faults.push({ field: 'procedure' });
  if (year === null || year < 2000 || year > 2100) faults.push({ field: 'year' });
  if (form.subject === '') faults.push({ field: 'subject' });
  if (grade === null || grade < 1 || grade > 11) faults.push({ field: 'grade' });
  const tasks = form.tasks.map(({ id, max, response, level }, position) => {
    const points = whole(max);
    if (points === null || points < 1 || points > 100) faults.push({ field: 'max', task: position });
    return { id, max: points ?? 0, response, ...(level === null ? {} : { level }) };
  });
  if (faults.length > 0 || year === null || grade === null) return { faults };
  return {
    description: {
      procedure: form.procedure.trim(),
      kind: form.kind || guessProcedureKind(form.procedure),
      year,
      subject: form.subject,
      grade,
      level: form.level,
      tasks,
      scaleId: form.scaleId === '' ? null : Number(form.scaleId),
    },
  };
}

/** Sum of the maxima typed so far, points. */
export function typedMaximum(form: DescribeForm): number {
  return form.tasks.reduce((sum, task) => sum + (whole(task.max) ?? 0), 0);
}
