/** A month as weeks of days, steps from day to day and month to month, and names in the language of the interface. Pure. */
import type { Language } from '#src/platform/ui/i18n.ts';
import { addDays, daysInMonth, iso, partsOf, weekdayOfDay } from '../../deadline/days.ts';

export interface Month {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
}

/** «2026-11» in the address. */
export function monthOf(text: string | undefined, fallback: string): Month {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(text ?? '') ?? /^(\d{4})-(\d{2})/u.exec(fallback)!;
  return { year: Number(match[1]), month: Number(match[2]) };
}

export function nameOfMonth({ year, month }: Month): string {
  return iso(year, month, 1).slice(0, 7);
}

export function stepMonth({ year, month }: Month, by: number): Month {
  const index = year * 12 + month - 1 + by;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** Weeks from Monday to Sunday that hold the month; days of its neighbours are null. */
export function weeksOf({ year, month }: Month): (string | null)[][] {
  const first = iso(year, month, 1);
  const last = iso(year, month, daysInMonth(year, month));
  const weeks: (string | null)[][] = [];
  for (let monday = addDays(first, 1 - weekdayOfDay(first)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) =>
        day >= first && day <= last ? day : null,
      ),
    );
  }
  return weeks;
}

/** The same day of another month, its last one where it is shorter. */
export function sameDayIn({ year, month }: Month, day: string): string {
  return iso(year, month, Math.min(partsOf(day).day, daysInMonth(year, month)));
}

type Length = 'long' | 'short';

/** «ноябрь», «нояб.»; "November", "Nov". */
export function monthName(month: number, language: Language, length: Length = 'long'): string {
  return new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1));
}

/** Names of the days from Monday: «понедельник», «пн»; "Monday", "Mon". */
export function weekdayNames(language: Language, length: Length): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' });
  // 3 January 2000 was a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2000, 0, 3 + index)));
}
