/** Days and school years. */

/** Year in which the school year of this day began: it turns on 1 September (2025 is 2025/26). */
export function schoolYearOf(day: Date): number {
  return day.getMonth() >= 8 ? day.getFullYear() : day.getFullYear() - 1;
}

/** The day of a moment where the server stands, ISO: «2026-11-23». Deadlines are days of people, not of Greenwich. */
export function dayOf(moment: Date): string {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
