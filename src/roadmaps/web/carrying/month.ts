/** A month as weeks of days, and steps from month to month. Pure. */
import { addDays, daysInMonth, iso, weekdayOfDay } from '../../deadline/days.ts';

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
