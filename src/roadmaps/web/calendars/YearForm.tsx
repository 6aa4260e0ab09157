import { useState, type FormEvent } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { Field } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { TermKind } from '../../deadline/model.ts';
import type { Defect } from '../../calendars/model.ts';
import { calendarDefects, holidaysBetween, presetTerms, TERM_KINDS } from '../../calendars/rules.ts';
import { calendarsText, defectInWords, holidayName } from '../../calendars/text.ts';
import './api.ts';
import styles from './calendars.module.css';
import { DayInput } from './DayInput.tsx';
import { typedSpan, typedYear, yearOf, type TypedYear } from './forms.ts';
import { text } from './text.ts';

type Calendars = Output<'GET /api/calendars/:schoolYear'>;

const BLANK: TypedYear = { terms: [], holidays: [], lessonsEnd: '' };

interface YearFormProps {
  readonly calendars: Calendars;
  readonly onSaved: () => void;
}

/** The organisation's own year: parts, holidays, last day of lessons; saved as a whole. */
export function YearForm({ calendars, onSaved }: YearFormProps) {
  const t = useText(text);
  const words = useText(calendarsText);
  const { language } = useLanguage();
  const { schoolYear, own, organization } = calendars;
  const [initial] = useState<TypedYear>(() => (own === null ? BLANK : typedYear(own)));
  const draft = useDraft<TypedYear>(
    `calendar-${organization.organizationId}-${schoolYear}-${own?.revision ?? 0}`,
    initial,
  );
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [note, setNote] = useState<'usual' | null>(null);
  const save = useContractMutation('PUT /api/calendars/:schoolYear');
  const form = draft.value;
  const set = (change: Partial<TypedYear>): void => {
    draft.setValue({ ...form, ...change });
    setNote(null);
  };
  const wrong = (field: string): boolean => errors.some((error) => error.field === field);

  const usual = (kind: TermKind): void => {
    const terms = presetTerms(kind, schoolYear);
    const kept = form.terms.filter((term) => term.kind !== kind);
    const last = terms.at(-1)?.to ?? '';
    draft.setValue({
      terms: [...kept, ...terms.map(typedSpan)],
      holidays:
        form.holidays.length > 0
          ? form.holidays
          : holidaysBetween(terms, schoolYear, (month) => holidayName(month, language)).map(typedSpan),
      lessonsEnd: form.lessonsEnd || typedSpan({ from: last, to: last }).to,
    });
    setNote('usual');
  };
  const fillHolidays = (): void => {
    const { terms } = yearOf(form);
    const [first] = terms;
    const kind = first?.kind;
    const whole = terms.filter((term) => term.kind === kind && term.from !== '' && term.to !== '');
    set({ holidays: holidaysBetween(whole, schoolYear, (month) => holidayName(month, language)).map(typedSpan) });
  };
  const place = ({ list, index }: Defect): { field: string; row: string } => {
    if (list === 'whole') return { field: 'lessons-end', row: t.lessonsEnd };
    if (list === 'terms') {
      const term = form.terms[index];
      return { field: `term-${index}`, row: term === undefined ? '' : `${term.n} ${words.term[term.kind]}` };
    }
    return { field: `holiday-${index}`, row: form.holidays[index]?.name || t.holidayRow(index + 1) };
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const calendar = yearOf(form);
    const defects = [...calendarDefects(calendar, schoolYear)];
    // A last day that is no day would otherwise be dropped without a word.
    if (form.lessonsEnd.trim() !== '' && calendar.lessonsEnd === null) {
      defects.push({ code: 'missingDay', list: 'whole', index: -1 });
    }
    setErrors(
      defects.map((defect) => {
        const { field, row } = place(defect);
        return { field, message: `${row}: ${defectInWords(defect.code, language)}` };
      }),
    );
    if (defects.length > 0) return;
    save.mutate(
      {
        params: { schoolYear },
        body: {
          revision: own?.revision ?? 0,
          lessonsEnd: calendar.lessonsEnd,
          terms: [...calendar.terms],
          holidays: [...calendar.holidays],
        },
      },
      {
        onSuccess: () => {
          draft.discard();
          onSaved();
        },
        onError: (error) =>
          setErrors([
            { field: '', message: error.code === 'changedMeanwhile' ? t.changedMeanwhile : error.message || t.offline },
          ]),
      },
    );
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t.yearTitle}>
      <ErrorSummary errors={errors} />
      <p className={styles.line}>
        <span>{t.usual}</span>
        {TERM_KINDS.map((kind) => (
          <Button key={kind} onClick={() => usual(kind)}>
            {words.terms[kind].toLowerCase()}
          </Button>
        ))}
      </p>
      {note === 'usual' ? <Notice kind="attention" live title={t.usualNote} /> : null}
      <div className={styles.columns}>
        <section aria-labelledby="terms-title">
          <h3 id="terms-title">{t.part}</h3>
          {form.terms.length === 0 ? (
            <p className="soft">{t.noTerms}</p>
          ) : (
            <Rows
              head={[t.part, t.from, t.to]}
              rows={form.terms.map((term, index) => {
                const name = `${term.n} ${words.term[term.kind]}`;
                return { key: `${term.kind}-${term.n}-${index}`, name, naming: name, span: term };
              })}
              idOf={(index) => `term-${index}`}
              wrong={wrong}
              onSpan={(index, span) =>
                set({ terms: form.terms.map((term, at) => (at === index ? { ...term, ...span } : term)) })
              }
              onRemove={(index) => set({ terms: form.terms.filter((_, at) => at !== index) })}
            />
          )}
          <p className={styles.line}>
            <span className="soft small">{t.addTerm}:</span>
            {TERM_KINDS.map((kind) => (
              <Button
                key={kind}
                kind="quiet"
                onClick={() => {
                  const n = Math.max(0, ...form.terms.filter((term) => term.kind === kind).map((term) => term.n)) + 1;
                  set({ terms: [...form.terms, { kind, n, from: '', to: '' }] });
                }}
              >
                {words.term[kind]}
              </Button>
            ))}
          </p>
        </section>
        <section aria-labelledby="holidays-title">
          <h3 id="holidays-title">{t.holidays}</h3>
          {form.holidays.length === 0 ? (
            <p className="soft">{t.noHolidays}</p>
          ) : (
            <Rows
              head={[t.holidayName, t.from, t.to]}
              rows={form.holidays.map((holiday, index) => ({
                key: String(index),
                name: holiday.name || t.holidayRow(index + 1),
                naming: (
                  <input
                    type="text"
                    aria-label={t.nameOf(index + 1)}
                    className={styles.cellText}
                    maxLength={120}
                    value={holiday.name}
                    onChange={(event) =>
                      set({
                        holidays: form.holidays.map((each, at) =>
                          at === index ? { ...each, name: event.target.value } : each,
                        ),
                      })
                    }
                  />
                ),
                span: holiday,
              }))}
              idOf={(index) => `holiday-${index}`}
              wrong={wrong}
              onSpan={(index, span) =>
                set({ holidays: form.holidays.map((each, at) => (at === index ? { ...each, ...span } : each)) })
              }
              onRemove={(index) => set({ holidays: form.holidays.filter((_, at) => at !== index) })}
            />
          )}
          <p className={styles.line}>
            <Button kind="quiet" onClick={() => set({ holidays: [...form.holidays, { name: '', from: '', to: '' }] })}>
              {t.addHoliday}
            </Button>
            {form.terms.length > 1 ? (
              <Button kind="quiet" onClick={fillHolidays}>
                {t.fillHolidays}
              </Button>
            ) : null}
          </p>
          <Field label={t.lessonsEnd} hint={t.lessonsEndHint} id="lessons-end">
            {(control) => (
              <DayInput
                id={control.id}
                label={t.lessonsEnd}
                describedBy={control['aria-describedby']}
                value={form.lessonsEnd}
                invalid={wrong('lessons-end')}
                onChange={(lessonsEnd) => set({ lessonsEnd })}
              />
            )}
          </Field>
        </section>
      </div>
      <div className={styles.actions}>
        <Button type="submit" kind="main" busy={save.isPending}>
          {t.save}
        </Button>
        <DraftNote draft={draft} />
      </div>
    </form>
  );
}

interface RowsProps {
  readonly head: readonly [string, string, string];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly naming: React.ReactNode;
    readonly span: { readonly from: string; readonly to: string };
  }[];
  readonly idOf: (index: number) => string;
  readonly wrong: (id: string) => boolean;
  readonly onSpan: (index: number, change: { from?: string; to?: string }) => void;
  readonly onRemove: (index: number) => void;
}

function Rows({ head, rows, idOf, wrong, onSpan, onRemove }: RowsProps) {
  const t = useText(text);
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          {head.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{t.verbs}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, naming, span }, index) => (
          <tr key={key}>
            <th scope="row">{naming}</th>
            <td>
              <DayInput
                id={idOf(index)}
                label={t.fromOf(name)}
                value={span.from}
                invalid={wrong(idOf(index))}
                onChange={(from) => onSpan(index, { from })}
              />
            </td>
            <td>
              <DayInput
                label={t.toOf(name)}
                value={span.to}
                invalid={wrong(idOf(index))}
                onChange={(to) => onSpan(index, { to })}
              />
            </td>
            <td>
              <Button kind="quiet" aria-label={t.removeRow(name)} onClick={() => onRemove(index)}>
                {t.remove}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
