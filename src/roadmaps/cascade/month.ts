/** Months of reporting: the report of a month is due on its last Monday, or on the next working day after it. */
import type { Language } from '#src/platform/errors.ts';
import { nextWorkday } from '../deadline/calendar.ts';
import { addDays, daysInMonth, iso, weekdayOfDay } from '../deadline/days.ts';

export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** @param month «2026-11» */
export function spanOf(month: string): MonthSpan {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return { from: iso(year, number, 1), to: iso(year, number, daysInMonth(year, number)) };
}

/** The last Monday of a month («ежемесячно, последний понедельник месяца»); a day off moves to the next working day. */
export function reportDueOn(month: string): string {
  const { to } = spanOf(month);
  return nextWorkday(addDays(to, 1 - weekdayOfDay(to)));
}

/** Months of a school year that are reported, September to June. @param schoolYear year of its 1 September */
export function reportingMonths(schoolYear: number): string[] {
  return [9, 10, 11, 12, 1, 2, 3, 4, 5, 6].map((month) =>
    iso(month >= 9 ? schoolYear : schoolYear + 1, month, 1).slice(0, 7),
  );
}

/** The month of a day, «2026-11». */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

const MONTH_NAMES = {
  ru: new Intl.DateTimeFormat('ru-RU', { month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }),
} satisfies Record<Language, Intl.DateTimeFormat>;

/** «ноябрь 2026 года», “November 2026”. @param month «2026-11» */
export function monthInWords(month: string, language: Language): string {
  const name = MONTH_NAMES[language].format(new Date(`${month}-01T00:00:00Z`));
  const year = month.slice(0, 4);
  return language === 'ru' ? `${name} ${year} года` : `${name} ${year}`;
}
