import type { Input } from '#src/platform/ui/api.ts';
import type { WorkLevel } from '../../model.ts';
import { checkScale, type Mark, type MarkRanges, MARKS, type ScaleDefect } from '../../scales/scale.ts';
import { whole } from '../whole.ts';

/** The form of a new scale as typed. */
export interface ScaleForm {
  readonly year: string;
  readonly grade: string;
  readonly subject: string;
  readonly level: WorkLevel;
  readonly max: string;
  readonly ranges: Readonly<Record<Mark, { readonly first: string; readonly last: string }>>;
  readonly source: string;
  readonly note: string;
}

const NOTHING = { first: '', last: '' };

/** An empty form, with what the address knows of the work that lacks a scale. */
export function scaleForm(known: Readonly<Record<string, string | undefined>>): ScaleForm {
  return {
    year: known.year ?? '',
    grade: known.grade ?? '',
    subject: known.subject ?? '',
    level: known.level === 'advanced' ? 'advanced' : 'base',
    max: known.max ?? '',
    ranges: { 2: { first: '0', last: '' }, 3: NOTHING, 4: NOTHING, 5: { first: '', last: known.max ?? '' } },
    source: '',
    note: '',
  };
}

export type ScaleFault =
  | { readonly kind: 'year' | 'grade' | 'subject' | 'max' | 'source' }
  | { readonly kind: 'range'; readonly mark: Mark }
  | { readonly kind: 'defect'; readonly defect: ScaleDefect };

type ScaleBody = Input<'POST /api/scales'>['body'];

/** Ranges as numbers, when all eight are typed. */
function rangesOfForm({ ranges }: ScaleForm): MarkRanges | null {
  const read = (mark: Mark): readonly [number, number] | null => {
    const first = whole(ranges[mark].first);
    const last = whole(ranges[mark].last);
    return first === null || last === null ? null : [first, last];
  };
  const [two, three, four, five] = MARKS.map(read);
  return two && three && four && five ? { 2: two, 3: three, 4: four, 5: five } : null;
}

/** Overlaps, gaps and uncovered scores of what is typed so far; nothing while ranges or the maximum are missing. */
export function defectsOf(form: ScaleForm): readonly ScaleDefect[] | null {
  const ranges = rangesOfForm(form);
  const max = whole(form.max);
  return ranges && max ? checkScale(ranges, max) : null;
}

/** The scale to send, or everything that is wrong with the form. */
export function readScaleForm(
  form: ScaleForm,
): { readonly body: ScaleBody } | { readonly faults: readonly ScaleFault[] } {
  const faults: ScaleFault[] = [];
  const year = whole(form.year);
  const grade = whole(form.grade);
  const max = whole(form.max);
  if (year === null || year < 2000 || year > 2100) faults.push({ kind: 'year' });
  if (grade === null || grade < 1 || grade > 11) faults.push({ kind: 'grade' });
  if (form.subject === '') faults.push({ kind: 'subject' });
  if (max === null || max < 1 || max > 400) faults.push({ kind: 'max' });
  for (const mark of MARKS) {
    const { first, last } = form.ranges[mark];
    if (whole(first) === null || whole(last) === null) faults.push({ kind: 'range', mark });
  }
  for (const defect of defectsOf(form) ?? []) faults.push({ kind: 'defect', defect });
  if (form.source.trim().length < 3) faults.push({ kind: 'source' });
  const ranges = rangesOfForm(form);
  if (faults.length > 0 || year === null || grade === null || max === null || ranges === null) return { faults };
  return {
    body: {
      year,
      grade,
      subject: form.subject,
      level: form.level,
      maxScore: max,
      ranges: { 2: [...ranges[2]], 3: [...ranges[3]], 4: [...ranges[4]], 5: [...ranges[5]] },
      source: form.source.trim(),
      note: form.note.trim(),
    },
  };
}
