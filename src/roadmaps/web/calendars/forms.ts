/** Calendars and schedules while they are typed: dates as typed, and what they give. Pure. */
import { date, parseDate } from '#src/platform/ui/format.ts';
import type { TermKind } from '../../deadline/model.ts';
import type { EventFields, EventKind, YearCalendar } from '../../calendars/model.ts';

export interface TypedSpan {
  readonly from: string;
  readonly to: string;
}

export interface TypedTerm extends TypedSpan {
  readonly kind: TermKind;
  readonly n: number;
}

export interface TypedHoliday extends TypedSpan {
  readonly name: string;
}

export interface TypedYear {
  readonly terms: readonly TypedTerm[];
  readonly holidays: readonly TypedHoliday[];
  readonly lessonsEnd: string;
}

export interface TypedEvent {
  readonly kind: EventKind;
  readonly title: string;
  /** One a line. */
  readonly names: string;
  readonly windows: readonly (TypedSpan & { readonly label: string })[];
  readonly source: string;
}

/** A field that was left empty or holds no day is an empty text, which the rules report as a missing day. */
const dayOf = (typed: string): string => parseDate(typed) ?? '';
const typedDay = (day: string): string => (day === '' ? '' : date(day, 'ru'));

export function typedSpan<S extends TypedSpan>(span: S): S {
  return { ...span, from: typedDay(span.from), to: typedDay(span.to) };
}

export function typedYear({ terms, holidays, lessonsEnd }: YearCalendar): TypedYear {
  return {
    terms: terms.map(typedSpan),
    holidays: holidays.map(typedSpan),
    lessonsEnd: lessonsEnd === null ? '' : date(lessonsEnd, 'ru'),
  };
}

export function yearOf({ terms, holidays, lessonsEnd }: TypedYear): YearCalendar {
  return {
    terms: terms.map(({ kind, n, from, to }) => ({ kind, n, from: dayOf(from), to: dayOf(to) })),
    holidays: holidays.map(({ name, from, to }) => ({ name: name.trim(), from: dayOf(from), to: dayOf(to) })),
    lessonsEnd: parseDate(lessonsEnd),
  };
}

export function typedEvent(event: EventFields): TypedEvent {
  return { ...event, names: event.names.join('\n'), windows: event.windows.map(typedSpan) };
}

/** A window whose second day was left empty is one day. */
export function eventOf({ kind, title, names, windows, source }: TypedEvent): EventFields {
  return {
    kind,
    title: title.trim(),
    names: names
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    windows: windows.map(({ from, to, label }) => ({
      from: dayOf(from),
      to: dayOf(to.trim() === '' ? from : to),
      label: label.trim(),
    })),
    source: source.trim(),
  };
}
