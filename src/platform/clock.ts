/** Days and school years. */

/** Year in which the school year of this day began: it turns on 1 September (2025 is 2025/26). */
export function schoolYearOf(day: Date): number {
  return day.getMonth() >= 8 ? day.getFullYear() : day.getFullYear() - 1;
}
