/** So many days, weeks or months before or after a day, by the working calendar. */
import { addWorkdays, isWorkday, nextWorkday } from './calendar.ts';
import { addDays, daysInMonth, iso } from './days.ts';
import type { CountedUnit } from './model.ts';

/** So many days before a day; a day off moves back to the working day before it. */
export function earlier(start: string, count: number, unit: CountedUnit): string {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  let found = start;
  if (unit === 'workday') {
    for (let left = count; left > 0; left -= 1) {
      do found = addDays(found, -1);
      while (!isWorkday(found));
    }
    return found;
  }
  if (unit === 'month') {
    const index = month - 1 - count;
    const of = year + Math.floor(index / 12);
    const target = (((index % 12) + 12) % 12) + 1;
    found = iso(of, target, Math.min(day, daysInMonth(of, target)));
  } else found = addDays(start, -(unit === 'week' ? count * 7 : count));
  while (!isWorkday(found)) found = addDays(found, -1);
  return found;
}

/** The day off that it falls on gives way to the next working day. */
export function after(start: string, count: number, unit: CountedUnit): string {
  if (unit === 'workday') return addWorkdays(start, count);
  if (unit !== 'month') return nextWorkday(addDays(start, unit === 'week' ? count * 7 : count));
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  const index = month - 1 + count;
  const of = year + Math.floor(index / 12);
  const target = (index % 12) + 1;
  return nextWorkday(iso(of, target, Math.min(day, daysInMonth(of, target))));
}
