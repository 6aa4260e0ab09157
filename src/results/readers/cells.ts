/** Cells as texts: what a person would say stands there. */
import type { CellValue, TableRow } from '#src/platform/tables/source.ts';

/** Trimmed text of a cell; '' for an empty one, a date as ISO. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

/** Texts of a header, spaces and line ends as one space. */
export function headerTexts(row: TableRow): string[] {
  return row.values.map((value) => cellText(value).replace(/[\s\u00a0]+/gu, ' '));
}

/** «20.04.2026», «2026-04-20» or a date cell as ISO; null for anything else, also for a day that does not exist. */
export function isoDate(value: CellValue | undefined): string | null {
  const text = cellText(value);
  const russian = /^(\d{1,2})[./](\d{1,2})[./](\d{4})/u.exec(text);
  const iso = russian === null ? text.slice(0, 10) : `${russian[3]}-${pad(russian[2])}-${pad(russian[1])}`;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function pad(digits: string): string {
  return digits.padStart(2, '0');
}
