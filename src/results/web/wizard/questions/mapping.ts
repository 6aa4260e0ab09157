import type { ColumnRole, MappedColumn, TableMapping } from '../../../model.ts';
import { whole } from '../../whole.ts';

export type Content = NonNullable<TableMapping['content']>;

/** What may be said of the rows, and without which columns they say nothing. */
export const NEEDED: Readonly<Record<Content, readonly ColumnRole[]>> = {
  papers: ['participant', 'task'],
  termMarks: ['pupil', 'termMark'],
  termSummaries: ['className', 'count2', 'count3', 'count4', 'count5'],
  officialList: [],
  pupilKeys: ['participant', 'pupil'],
};

/** The form that says what the columns of an unknown table are; maxima and grades are texts until they are checked. */
export interface MappingForm {
  readonly content: Content;
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
  'testScore',
  'pupil',
  'termMark',
  'term',
  'schoolYear',
  'pupils',
  'count2',
  'count3',
  'count4',
  'count5',
  'year',
  'note',
  'personal',
  'ignored',
];

export function mappingForm(mapping: TableMapping): MappingForm {
  const { procedure, year, subject, grade, className } = mapping.constants;
  return {
    content: mapping.content ?? 'papers',
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
  | { readonly kind: 'noColumn'; readonly role: ColumnRole }
  | { readonly kind: 'task' | 'max'; readonly column: number };

/** The mapping to send, or everything that is wrong with the form. `base` gives what the form does not ask. */
export function readMappingForm(
  form: MappingForm,
  base: TableMapping,
): { readonly mapping: TableMapping } | { readonly faults: readonly MappingFault[] } {
  const faults: MappingFault[] = [];
  const has = (wanted: ColumnRole): boolean => form.columns.some(({ role }) => role === wanted);
  if (form.content === 'papers') {
    if (!has('participant')) faults.push({ kind: 'noParticipant' });
    if (!has('task')) faults.push({ kind: 'noTasks' });
  } else {
    for (const role of NEEDED[form.content]) if (!has(role)) faults.push({ kind: 'noColumn', role });
    if (form.content === 'officialList' && !has('school') && !has('schoolName')) {
      faults.push({ kind: 'noColumn', role: 'school' });
    }
  }
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
      ...(form.content === 'papers' && base.content === undefined ? {} : { content: form.content }),
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
