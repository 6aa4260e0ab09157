import { useState } from 'react';
import { dayOf } from '#src/platform/clock.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { date, DASH } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { ScrollBox } from '#src/platform/ui/ScrollBox.tsx';
import { calendarsText } from '../../calendars/text.ts';
import { windowInWords } from '../../deadline/text.ts';
import './api.ts';
import styles from './calendars.module.css';
import { type CalendarEvent, EventForm } from './EventForm.tsx';
import type { TypedEvent } from './forms.ts';
import { text } from './text.ts';

const TEMPLATES = [
  ['vpr', 'schedule'],
  ['vshk', 'plan'],
  ['gia', 'schedule'],
  ['meeting', 'event'],
  ['publication', 'event'],
] as const;

/** Days that one cell names; the rest is counted. */
const NAMED = 3;

interface EventListProps {
  readonly schoolYear: number;
  readonly ownId: number;
  readonly events: readonly CalendarEvent[];
  readonly mayEdit: boolean;
  /** Words of a deadline that wait for a schedule: the form opens with them. */
  readonly wanted: string | undefined;
}

/** Schedules that hold for the organisation: its own and those from above. */
export function EventList({ schoolYear, ownId, events, mayEdit, wanted }: EventListProps) {
  const t = useText(text);
  const [open, setOpen] = useState<number | TypedEvent | null>(
    wanted && mayEdit ? { kind: 'schedule', title: capital(wanted), names: wanted, windows: [], source: '' } : null,
  );
  const end = (): void => setOpen(null);
  const add = (kind: TypedEvent['kind'], title: string, names: string): void =>
    setOpen({ kind, title, names, windows: kind === 'event' ? [] : [{ from: '', to: '', label: '' }], source: '' });
  return (
    <section className={styles.part} aria-labelledby="events-title">
      <h2 id="events-title">{t.eventsTitle}</h2>
      <p className="soft">{t.eventsLead}</p>
      {events.length > 0 ? <EventTable {...{ ownId, events, mayEdit }} onOpen={setOpen} /> : null}
      {open === null ? null : (
        <EventForm
          key={typeof open === 'number' ? open : `new ${open.title}`}
          schoolYear={schoolYear}
          event={typeof open === 'number' ? (events.find(({ id }) => id === open) ?? null) : null}
          start={typeof open === 'number' ? { kind: 'schedule', title: '', names: '', windows: [], source: '' } : open}
          onEnd={end}
        />
      )}
      {mayEdit && open === null ? (
        <p className={styles.line}>
          <span>{events.length === 0 ? t.eventsEmpty : t.addAnother}</span>
          {TEMPLATES.map(([key, kind]) => (
            <Button key={key} onClick={() => add(kind, t.templates[key].title, t.templates[key].names)}>
              {t.templateNames[key]}
            </Button>
          ))}
          <Button onClick={() => add('schedule', '', '')}>{t.other}</Button>
        </p>
      ) : null}
    </section>
  );
}

interface EventTableProps {
  readonly ownId: number;
  readonly events: readonly CalendarEvent[];
  readonly mayEdit: boolean;
  readonly onOpen: (id: number) => void;
}

function EventTable({ ownId, events, mayEdit, onOpen }: EventTableProps) {
  const t = useText(text);
  const words = useText(calendarsText);
  const { language } = useLanguage();
  const [today] = useState(() => dayOf(new Date()));
  const happened = useContractMutation('POST /api/calendar-events/:id/happened');
  const register = ({ id, revision }: CalendarEvent): void => {
    happened.mutate({ params: { id }, body: { revision, on: today } });
  };
  return (
    <ScrollBox label={t.eventsTitle} className={styles.scroll}>
      <table className={styles.events}>
        <caption className="visually-hidden">{t.eventsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{t.event}</th>
            <th scope="col">{t.names}</th>
            <th scope="col">{t.days}</th>
            <th scope="col">{t.keeper}</th>
            <th scope="col">
              <span className="visually-hidden">{t.verbs}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => {
            const own = event.organizationId === ownId;
            return (
              <tr key={event.id}>
                <th scope="row">
                  {event.title}
                  <span className={styles.kind}>
                    {words.kinds[event.kind]}
                    {event.source ? `, ${event.source}` : null}
                  </span>
                </th>
                <td>{event.names.length === 0 ? DASH : event.names.map((name) => `«${name}»`).join(', ')}</td>
                <td className="figures">
                  {event.windows.length === 0 ? (
                    <span className={styles.waits}>{t.noDays}</span>
                  ) : (
                    <ul className={styles.days}>
                      {event.windows.slice(0, NAMED).map(({ from, to, label }) => (
                        <li key={`${from}${to}${label}`}>
                          {from === to ? date(from, language) : windowInWords({ from, to }, language)}
                          {label ? <span className="soft"> {label}</span> : null}
                        </li>
                      ))}
                      {event.windows.length > NAMED ? (
                        <li className="soft">{t.moreDays(event.windows.length - NAMED)}</li>
                      ) : null}
                    </ul>
                  )}
                </td>
                <td>{own ? t.own : event.organizationName}</td>
                <td className={styles.verbs}>
                  {own && mayEdit ? (
                    <>
                      {event.kind === 'event' ? (
                        <Button
                          kind="quiet"
                          aria-label={t.happenedOf(event.title)}
                          busy={happened.isPending}
                          onClick={() => register(event)}
                        >
                          {t.happened}
                        </Button>
                      ) : null}
                      <Button kind="quiet" aria-label={t.changeOf(event.title)} onClick={() => onOpen(event.id)}>
                        {t.change}
                      </Button>
                    </>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
