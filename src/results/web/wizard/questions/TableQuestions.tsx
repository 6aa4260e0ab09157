import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { NumberField, SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { type Term, TERMS } from '../../../model.ts';
import { SUBJECTS } from '../../../rules.ts';
import { TERM } from '../../../text.ts';
import { whole } from '../../whole.ts';
import type { TablePart } from '../steps.ts';
import { tablesText } from '../tables-text.ts';
import type { Answering } from '../useAnswer.ts';
import styles from '../wizard.module.css';

type Question = TablePart['questions'][number];
type Answers = TablePart['answers'];

interface TableQuestionsProps {
  readonly part: TablePart;
  readonly answering: Answering;
}

const YEARS: readonly Question[] = ['schoolYear', 'year'];

/** What a table that is no papers leaves unsaid, asked once for all its rows. */
export function TableQuestions({ part, answering }: TableQuestionsProps) {
  const t = useText(tablesText);
  const { language } = useLanguage();
  const [typed, setTyped] = useState<Partial<Record<Question, string>>>(() =>
    Object.fromEntries(part.questions.map((question) => [question, String(part.answers[question] ?? '')])),
  );
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const idOf = (question: Question) => `table-${part.id}-${question}`;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults = part.questions.flatMap((question): FieldError[] => {
      const value = (typed[question] ?? '').trim();
      if (value === '') return [{ field: idOf(question), message: `${t.asks[question]}: ${t.required.toLowerCase()}` }];
      const year = whole(value);
      if (YEARS.includes(question) && (year === null || year < 2000 || year > 2100)) {
        return [{ field: idOf(question), message: t.yearWrong }];
      }
      return [];
    });
    setErrors(faults);
    if (faults.length > 0) return;
    const said = Object.fromEntries(
      part.questions.map((question) => {
        const value = (typed[question] ?? '').trim();
        return [question, YEARS.includes(question) || question === 'procedureId' ? Number(value) : value];
      }),
    ) as Answers;
    answering.answer({ table: { id: part.id, ...said } });
  };
  const field = (question: Question) => ({
    id: idOf(question),
    label: t.asks[question],
    hint: question in t.hints ? t.hints[question as keyof typeof t.hints] : undefined,
    value: typed[question] ?? '',
    onChange: (value: string) => setTyped({ ...typed, [question]: value }),
    error: errors.find((error) => error.field === idOf(question))?.message,
  });
  return (
    <form className={styles.question} onSubmit={submit} noValidate aria-labelledby={`table-${part.id}-title`}>
      <div>
        <h3 id={`table-${part.id}-title`}>{t.questionsTitle}</h3>
        <p className="soft">{t.questionsHint}</p>
      </div>
      <ErrorSummary errors={errors} />
      {part.questions.map((question) => {
        switch (question) {
          case 'schoolYear':
          case 'year':
            return <NumberField key={question} {...field(question)} />;
          case 'term':
            return (
              <SelectField
                key={question}
                {...field(question)}
                placeholder={t.choose}
                options={TERMS.map((value: Term) => ({ value, label: TERM[value][language] }))}
              />
            );
          case 'subject':
            return (
              <SelectField
                key={question}
                {...field(question)}
                placeholder={t.choose}
                options={SUBJECTS.map((value) => ({ value, label: value }))}
              />
            );
          case 'procedureId':
            return (
              <SelectField
                key={question}
                {...field(question)}
                width="full"
                placeholder={t.choose}
                options={part.procedures.map(({ id, name }) => ({ value: String(id), label: name }))}
              />
            );
          default:
            return <TextField key={question} {...field(question)} autoComplete="off" />;
        }
      })}
      <div className={styles.actions}>
        <Button type="submit" kind="main" busy={answering.busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
