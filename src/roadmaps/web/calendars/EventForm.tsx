import { useState, type FormEvent } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { RadioField, TextAreaField, TextField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { EVENT_KINDS } from '../../calendars/model.ts';
import { lookedUpNames } from '../../calendars/names.ts';
import { readPastedWindows } from '../../calendars/paste.ts';
import { eventDefects } from '../../calendars/rules.ts';
import { calendarsText, defectInWords } from '../../calendars/text.ts';
import './api.ts';
import styles from './calendars.module.css';
import { DayInput } from './DayInput.tsx';
import { eventOf, typedEvent, typedSpan, type TypedEvent } from './forms.ts';
import { text } from './text.ts';

export type CalendarEvent = Output<'GET /api/calendars/:schoolYear'>['events'][number];

interface EventFormProps {
  readonly schoolYear: number;
  /** The schedule to change; null: a new one. */
  readonly event: CalendarEvent | null;
  /** What a new one begins with. */
  readonly start: TypedEvent;
  readonly onEnd: () => void;
}

/** One schedule, plan or occasion: its name, the words of plans that refer to it, its days. */
export function EventForm({ schoolYear, event, start, onEnd }: EventFormProps) {
  const t = useText(text);
  const words = useText(calendarsText);
  const { language } = useLanguage();
  const [initial] = useState(() => (event === null ? start : typedEvent(event)));
  const draft = useDraft<TypedEvent>(`schedule-${event?.id ?? `new-${schoolYear}-${start.title}`}`, initial);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [removing, setRemoving] = useState(false);
  const create = useContractMutation('POST /api/calendars/:schoolYear/events');
  const change = useContractMutation('PATCH /api/calendar-events/:id');
  const remove = useContractMutation('POST /api/calendar-events/:id/remove');
  const form = draft.value;
  const set = (part: Partial<TypedEvent>): void => draft.setValue({ ...form, ...part });
  const found = lookedUpNames(form.title.trim(), eventOf(form).names, schoolYear).filter((name) => name !== '');
  const answer = {
    onSuccess: () => {
      draft.discard();
      onEnd();
    },
    onError: (error: { code: string; message: string }) =>
      setErrors([
        { field: '', message: error.code === 'changedMeanwhile' ? t.changedMeanwhile : error.message || t.offline },
      ]),
  };
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    const fields = eventOf(form);
    const defects = eventDefects(fields, schoolYear);
    setErrors(
      defects.map(({ code, list, index }) =>
        list === 'windows'
          ? { field: `window-${index}`, message: `${t.windows}, ${t.row(index + 1)}: ${defectInWords(code, language)}` }
          : { field: 'event-title', message: `${t.eventTitle}: ${defectInWords(code, language)}` },
      ),
    );
    if (defects.length > 0) return;
    const body = { ...fields, names: [...fields.names], windows: [...fields.windows] };
    if (event === null) create.mutate({ params: { schoolYear }, body }, answer);
    else change.mutate({ params: { id: event.id }, body: { ...body, revision: event.revision } }, answer);
  };
  return (
    <form className={styles.eventForm} onSubmit={submit} noValidate aria-labelledby="event-form">
      <h3 id="event-form">{event === null ? t.newEvent : event.title}</h3>
      <ErrorSummary errors={errors} />
      <TextField
        id="event-title"
        label={t.eventTitle}
        hint={t.eventTitleHint}
        width="full"
        maxLength={200}
        value={form.title}
        error={errors.find(({ field }) => field === 'event-title')?.message}
        onChange={(title) => set({ title })}
      />
      <RadioField
        legend={t.kind}
        value={form.kind}
        options={EVENT_KINDS.map((value) => ({ value, label: words.kinds[value], hint: t.kindHints[value] }))}
        onChange={(kind) => set({ kind })}
      />
      <TextAreaField
        label={t.names}
        hint={t.namesHint}
        rows={3}
        value={form.names}
        onChange={(names) => set({ names })}
      />
      {found.length > 0 ? (
        <p className="soft small">{t.understood(found.map((name) => `«${name}»`).join(', '))}</p>
      ) : null}
      <Windows form={form} schoolYear={schoolYear} errors={errors} onChange={(windows) => set({ windows })} />
      <TextField
        label={t.source}
        hint={t.sourceHint}
        optional
        width="full"
        maxLength={300}
        value={form.source}
        onChange={(source) => set({ source })}
      />
      <div className={styles.actions}>
        <Button type="submit" kind="main" busy={create.isPending || change.isPending}>
          {t.saveEvent}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            draft.discard();
            onEnd();
          }}
        >
          {t.cancel}
        </Button>
        {event === null ? null : (
          <Button kind="quiet" onClick={() => setRemoving(true)}>
            {t.removeEvent}
          </Button>
        )}
        <DraftNote draft={draft} />
      </div>
      {removing && event !== null ? (
        <Notice kind="attention" title={t.removeSure} live>
          <Button
            busy={remove.isPending}
            onClick={() => remove.mutate({ params: { id: event.id }, body: { revision: event.revision } }, answer)}
          >
            {t.removeYes}
          </Button>
        </Notice>
      ) : null}
    </form>
  );
}

interface WindowsProps {
  readonly form: TypedEvent;
  readonly schoolYear: number;
  readonly errors: readonly FieldError[];
  readonly onChange: (windows: TypedEvent['windows']) => void;
}

function Windows({ form, schoolYear, errors, onChange }: WindowsProps) {
  const t = useText(text);
  const { windows } = form;
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [told, setTold] = useState<{ read: number; unread: readonly string[] } | null>(null);
  const setRow = (index: number, change: Partial<TypedEvent['windows'][number]>): void =>
    onChange(windows.map((each, at) => (at === index ? { ...each, ...change } : each)));
  const take = (): void => {
    const { windows: read, unread } = readPastedWindows(pasted, schoolYear);
    onChange([...windows.filter(({ from, to }) => from !== '' || to !== ''), ...read.map(typedSpan)]);
    setTold({ read: read.length, unread });
    setPasted('');
    if (unread.length === 0) setPasting(false);
  };
  return (
    <fieldset className={styles.windows}>
      <legend>{t.windows}</legend>
      <p className="soft small">{t.windowsHint}</p>
      {windows.length > 0 ? (
        <table className={styles.rows}>
          <thead>
            <tr>
              <th scope="col">{t.from}</th>
              <th scope="col">{t.to}</th>
              <th scope="col">{t.label}</th>
              <th scope="col">
                <span className="visually-hidden">{t.verbs}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {windows.map(({ from, to, label }, index) => {
              const invalid = errors.some(({ field }) => field === `window-${index}`);
              return (
                // oxlint-disable-next-line react/no-array-index-key -- rows have no other name, and hold no state of their own
                <tr key={index}>
                  <td>
                    <DayInput
                      id={`window-${index}`}
                      label={t.fromOf(t.row(index + 1))}
                      value={from}
                      invalid={invalid}
                      onChange={(value) => setRow(index, { from: value })}
                    />
                  </td>
                  <td>
                    <DayInput
                      label={t.toOf(t.row(index + 1))}
                      value={to}
                      invalid={invalid}
                      onChange={(value) => setRow(index, { to: value })}
                    />
                  </td>
                  <td>
                    <input
                      type="text"
                      className={styles.cellText}
                      aria-label={t.labelOf(index + 1)}
                      maxLength={200}
                      value={label}
                      onChange={(event) => setRow(index, { label: event.target.value })}
                    />
                  </td>
                  <td>
                    <Button
                      kind="quiet"
                      aria-label={t.removeRow(t.row(index + 1))}
                      onClick={() => onChange(windows.filter((_, at) => at !== index))}
                    >
                      {t.remove}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
      <p className={styles.line}>
        <Button kind="quiet" onClick={() => onChange([...windows, { from: '', to: '', label: '' }])}>
          {t.addWindow}
        </Button>
        <Button kind="quiet" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {t.paste}
        </Button>
      </p>
      {pasting ? (
        <div className={styles.paste}>
          <TextAreaField label={t.pasteLabel} hint={t.pasteHint} rows={5} value={pasted} onChange={setPasted} />
          <Button onClick={take}>{t.pasteTake}</Button>
        </div>
      ) : null}
      {told === null ? null : (
        <Notice live kind={told.unread.length > 0 ? 'attention' : 'plain'} title={t.pasted(told.read)}>
          {told.unread.length > 0 ? (
            <>
              <p>{t.pasteUnread(told.unread.length)}</p>
              <ul className={styles.unread}>
                {told.unread.slice(0, 5).map((row) => (
                  <li key={row}>{row}</li>
                ))}
              </ul>
            </>
          ) : null}
        </Notice>
      )}
    </fieldset>
  );
}
