import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useCan } from '#src/access/web/session.tsx';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { NumberField, SelectField, TextAreaField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { Forbidden } from '#src/platform/ui/states.tsx';
import type { WorkLevel } from '../../model.ts';
import { SUBJECTS } from '../../rules.ts';
import { scaleDefectText } from '../../text.ts';
import '../api.ts';
import { text as shared } from '../text.ts';
import { whole } from '../whole.ts';
import { RangeFields } from './RangeFields.tsx';
import { defectsOf, readScaleForm, type ScaleFault, type ScaleForm, scaleForm } from './scale-form.ts';
import styles from './scales.module.css';
import { text } from './text.ts';

/** Adds a scale; overlaps and gaps are told while it is typed, by the same check that the server makes. */
export default function NewScalePage() {
  const t = useText(text);
  const words = useText(shared);
  const { language } = useLanguage();
  const router = useRouter();
  const may = useCan('editScales');
  const known = useSearch({ strict: false }) as Record<string, string | undefined>;
  const [initial] = useState(() => scaleForm(known));
  const draft = useDraft<ScaleForm>(`scale-${known.grade ?? ''}-${known.subject ?? ''}-${known.max ?? ''}`, initial);
  const create = useContractMutation('POST /api/scales');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const form = draft.value;
  const set = (change: Partial<ScaleForm>) => draft.setValue({ ...form, ...change });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  if (!may) return <Forbidden />;

  const message = (fault: ScaleFault): FieldError => {
    if (fault.kind === 'range') return { field: `first-${fault.mark}`, message: t.errors.range(fault.mark) };
    if (fault.kind === 'defect') {
      const end = fault.defect.kind === 'endsBeforeMaximum' || fault.defect.kind === 'exceedsMaximum';
      return {
        field: `${end ? 'last' : 'first'}-${fault.defect.mark}`,
        message: sentence(scaleDefectText(fault.defect, language)),
      };
    }
    return { field: fault.kind, message: t.errors[fault.kind] };
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readScaleForm(form);
    if ('faults' in read) {
      setErrors(read.faults.map(message));
      return;
    }
    setErrors([]);
    create.mutate(
      { body: read.body },
      {
        onSuccess: ({ year, grade, subject }) => {
          draft.discard();
          router.history.push(`/results/scales?year=${year}&grade=${grade}&subject=${encodeURIComponent(subject)}`);
        },
        onError: (error) => setErrors([{ field: '', message: error.message || t.offline }]),
      },
    );
  };
  const defects = defectsOf(form);
  return (
    <>
      <PageHeading above={<Link to="/results/scales">{t.toList}</Link>} title={t.newTitle} lead={t.newLead} />
      <form onSubmit={submit} noValidate className={styles.form}>
        <ErrorSummary errors={errors} />
        <NumberField
          id="year"
          label={t.year}
          hint={t.yearHint}
          value={form.year}
          onChange={(year) => set({ year })}
          error={errorOf('year')}
        />
        <NumberField
          id="grade"
          label={t.grade}
          value={form.grade}
          onChange={(grade) => set({ grade })}
          error={errorOf('grade')}
        />
        <SelectField
          id="subject"
          label={t.subject}
          placeholder={t.chooseSubject}
          value={form.subject}
          onChange={(subject) => set({ subject })}
          error={errorOf('subject')}
          options={SUBJECTS.map((subject) => ({ value: subject, label: subject }))}
        />
        <SelectField
          id="level"
          label={t.level}
          value={form.level}
          onChange={(level) => set({ level: level as WorkLevel })}
          options={(['base', 'advanced'] as const).map((value) => ({ value, label: words.levels[value] }))}
        />
        <NumberField
          id="max"
          label={t.maxLabel}
          value={form.max}
          onChange={(max) => set({ max })}
          error={errorOf('max')}
        />
        <RangeFields
          ranges={form.ranges}
          defects={defects ?? []}
          errors={errors}
          good={defects?.length === 0 ? t.good(whole(form.max) ?? 0) : null}
          onChange={(ranges) => set({ ranges })}
        />
        <TextAreaField
          id="source"
          label={t.sourceLabel}
          hint={t.sourceHint}
          rows={2}
          value={form.source}
          onChange={(source) => set({ source })}
          error={errorOf('source')}
        />
        <TextAreaField
          id="note"
          label={t.note}
          hint={t.noteHint}
          optional
          rows={2}
          value={form.note}
          onChange={(note) => set({ note })}
        />
        <div className={styles.actions}>
          <Button type="submit" kind="main" busy={create.isPending}>
            {t.save}
          </Button>
          <DraftNote draft={draft} />
        </div>
      </form>
    </>
  );
}

function sentence(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}
