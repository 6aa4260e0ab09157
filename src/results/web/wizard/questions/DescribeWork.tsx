import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { NumberField, SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { points } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { guessProcedureKind, SUBJECTS } from '../../../rules.ts';
import { PROCEDURE_KINDS, type ProcedureKind, type WorkLevel } from '../../../model.ts';
import { PROCEDURE_KIND } from '../../../text.ts';
import { text as shared } from '../../text.ts';
import { whole } from '../../whole.ts';
import type { ImportPart } from '../steps.ts';
import type { Answering } from '../useAnswer.ts';
import styles from '../wizard.module.css';
import { type DescribeForm, describeForm, readDescribeForm, typedMaximum } from './describe.ts';
import { TaskResponses } from './TaskResponses.tsx';
import { text } from './text.ts';

interface DescribeWorkProps {
  readonly part: ImportPart;
  readonly answering: Answering;
  readonly onSaved: () => void;
}

/** Describes a new work from the header of the file; the draft stays in this browser, so the description can be changed again. */
export function DescribeWork({ part, answering, onSaved }: DescribeWorkProps) {
  const t = useText(text);
  const words = useText(shared);
  const { language } = useLanguage();
  const [initial] = useState(() => describeForm(part));
  const draft = useDraft<DescribeForm>(`describe-${part.id}`, initial);
  const form = draft.value;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const idOf = (name: string) => `describe-${part.id}-${name}`;
  const field = (name: 'procedure' | 'year' | 'subject' | 'grade') => ({
    id: idOf(name),
    value: form[name],
    onChange: (value: string) => draft.setValue({ ...form, [name]: value }),
    error: errors.find((error) => error.field === idOf(name))?.message,
  });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDescribeForm(form);
    if ('faults' in read) {
      setErrors(
        read.faults.map(({ field: name, task }) =>
          name === 'max'
            ? { field: idOf(`max-${task}`), message: t.errors.max(form.tasks[task ?? 0].id) }
            : { field: idOf(name), message: t.errors[name] },
        ),
      );
      return;
    }
    setErrors([]);
    answering.answer({ part: { id: part.id, describe: read.description } }, onSaved);
  };

  return (
    <form className={styles.question} onSubmit={submit} noValidate aria-labelledby={idOf('title')}>
      <div>
        <h3 id={idOf('title')}>{t.describeTitle}</h3>
        <p className="soft">{t.describeHint}</p>
      </div>
      <ErrorSummary errors={errors} />
      <TextField {...field('procedure')} label={t.procedure} hint={t.procedureHint} autoComplete="off" />
      <SelectField
        id={idOf('kind')}
        label={t.kind}
        hint={t.kindHint}
        value={form.kind}
        placeholder={t.kindGuess(PROCEDURE_KIND[guessProcedureKind(form.procedure)][language])}
        onChange={(kind) => draft.setValue({ ...form, kind: kind as ProcedureKind | '' })}
        options={PROCEDURE_KINDS.map((value) => ({ value, label: PROCEDURE_KIND[value][language] }))}
      />
      <NumberField {...field('year')} label={t.year} />
      <SelectField
        {...field('subject')}
        label={t.subject}
        placeholder={t.chooseSubject}
        options={SUBJECTS.map((subject) => ({ value: subject, label: subject }))}
      />
      <NumberField {...field('grade')} label={t.grade} />
      <SelectField
        id={idOf('level')}
        label={t.level}
        value={form.level}
        onChange={(level) => draft.setValue({ ...form, level: level as WorkLevel })}
        options={(['base', 'advanced'] as const).map((value) => ({ value, label: words.levels[value] }))}
      />
      <TaskResponses
        id={idOf('max')}
        tasks={form.tasks}
        printed={part.tasks.map((task) => task.max !== null)}
        errors={errors}
        total={t.total(form.tasks.length, points(typedMaximum(form), language))}
        onChange={(tasks) => draft.setValue({ ...form, tasks })}
      />
      <ScaleChoice id={idOf('scale')} form={form} onChange={(scaleId) => draft.setValue({ ...form, scaleId })} />
      <div className={styles.actions}>
        <Button type="submit" kind="main" busy={answering.busy}>
          {t.save}
        </Button>
        <DraftNote draft={draft} />
      </div>
    </form>
  );
}

interface ScaleChoiceProps {
  readonly id: string;
  readonly form: DescribeForm;
  readonly onChange: (scaleId: string) => void;
}

/** Scales that fit what is described so far. */
function ScaleChoice({ id, form, onChange }: ScaleChoiceProps) {
  const t = useText(text);
  const grade = whole(form.grade);
  const max = typedMaximum(form);
  const known = grade !== null && form.subject !== '';
  const scales = useContractQuery(
    'GET /api/scales',
    { query: { grade: grade ?? undefined, subject: form.subject || undefined } },
    { enabled: known, keepPrevious: true },
  );
  const fitting = known
    ? (scales.data?.scales ?? []).filter((scale) => scale.level === form.level && scale.maxScore === max)
    : [];
  return (
    <SelectField
      id={id}
      label={t.scale}
      hint={fitting.length ? t.scaleHint : t.noSuitable}
      value={fitting.some((scale) => String(scale.id) === form.scaleId) ? form.scaleId : ''}
      onChange={onChange}
      placeholder={t.noScale}
      width="full"
      options={fitting.map((scale) => ({
        value: String(scale.id),
        label: t.scaleOption(
          scale.year,
          scale.version,
          t.borders(scale.thresholds[3], scale.thresholds[4], scale.thresholds[5]),
          scale.source,
        ),
      }))}
    />
  );
}
