import type { ColumnRole, MappedColumn, TableMapping } from '../../../model.ts';
import { whole } from '../../whole.ts';

/** The form that says what the columns of an unknown table are; maxima and grades are texts until they are checked. */
export interface MappingForm {
  readonly columns: readonly {
    readonly header: string;
    readonly role: ColumnRole;
    readonly taskId: string;
    readonly taskMax: string;
  }[];
  readonly procedure: string;
  readonly year: string;
  readonly subject: string;
  readonly grade: string;
  readonly className: string;
  readonly saveAs: string;
}

/** What may be chosen, in the order in which columns usually stand. */
export const ROLE_ORDER: readonly ColumnRole[] = [
  'task',
  'participant',
  'className',
  'classOrdinal',
  'variant',
  'mark',
  'journalMark',
  'total',
  'school',
  'schoolName',
  'municipality',
  'grade',
  'subject',
  'date',
  'teacher',
  'personal',
  'ignored',
];

export function mappingForm(mapping: TableMapping): MappingForm {
  const { procedure, year, subject, grade, className } = mapping.constants;
  return {
    columns: mapping.columns.map(({ header, role, task }) => ({
      header,
      role,
      taskId: task?.id ?? '',
      taskMax: task?.max === null || task === undefined ? '' : String(task.max),
    })),
    procedure: procedure ?? '',
    year: year ? String(year) : '',
    subject: subject ?? '',
    grade: grade ? String(grade) : '',
    className: className ?? '',
    saveAs: '',
  };
}

export type MappingFault =
  | { readonly kind: 'noParticipant' | 'noTasks' | 'year' | 'grade' }
  | { readonly kind: 'task' | 'max'; readonly column: number };

/** The mapping to send, or everything that is wrong with the form. `base` gives what the form does not ask. */
export function readMappingForm(
  form: MappingForm,
  base: TableMapping,
): { readonly mapping: TableMapping } | { readonly faults: readonly MappingFault[] } {
  const faults: MappingFault[] = [];
  if (!form.columns.some(({ role }) => role === 'participant')) faults.push({ kind: 'noParticipant' });
  if (!form.columns.some(({ role }) => role === 'task')) faults.push({ kind: 'noTasks' });
  const columns = form.columns.map(({ header, role, taskId, taskMax }, column): MappedColumn => {
    if (role !== 'task') return { header, role };
    const max = whole(taskMax);
    if (taskId.trim() === '') faults.push({ kind: 'task', column });
    if (taskMax.trim() !== '' && (max === null || max < 1 || max > 100)) faults.push({ kind: 'max', column });
    return { header, role, task: { id: taskId.trim(), max } };
  });
  const year = whole(form.year);
  const grade = whole(form.grade);
  if (form.year.trim() !== '' && (year === null || year < 2000 || year > 2100)) faults.push({ kind: 'year' });
  if (form.grade.trim() !== '' && (grade === null || grade < 1 || grade > 11)) faults.push({ kind: 'grade' });
  if (faults.length > 0) return { faults };
  return {
    mapping: {
      ...base,
      columns,
      constants: {
        ...base.constants,
        procedure: form.procedure.trim() || null,
        year,
        subject: form.subject || null,
        grade,
        className: form.className.trim() || null,
      },
    },
  };
}

/** «Задание 4 (2 б.)» -> «4»: a first proposal when a person makes a column a task. */
export function taskIdOf(header: string): string {
  return /\d+(?:[.(]\d+\)?)?(?:[КK]\d+)?/iu.exec(header)?.[0] ?? '';
}
