import type { Language } from './i18n.ts';

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

interface Sortable<Row> {
  readonly key: string;
  readonly value: (row: Row) => string | number | null;
}

/**
 * Rows in the order of one column; equal rows keep their order. What is missing stands last in both directions, and words are
 * compared as people do: «5А», «10А»; «е» beside «ё».
 */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  sort: Sort,
  language: Language,
): readonly Row[] {
  const column = columns.find((candidate) => candidate.key === sort.key);
  if (!column) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const a = column.value(left);
    const b = column.value(right);
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
}
