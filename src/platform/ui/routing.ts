import { useNavigate, useSearch } from '@tanstack/react-router';

/** Queries in addresses are plain text («?grade=5&subject=…»): readable, shareable, the same as the server's. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const printed = query.toString();
  return printed ? `?${printed}` : '';
}

export type Filters<N extends string> = Readonly<Partial<Record<N, string>>>;

/**
 * The filters of a page live in its address. Returns those that are set and a function that changes some of them;
 * an empty value takes a filter off. The history keeps one entry per page, not one per filter.
 */
export function useFilters<N extends string>(names: readonly N[]): [Filters<N>, (changes: Filters<N>) => void] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const filters: Partial<Record<N, string>> = {};
  for (const name of names) {
    const value = search[name];
    if (value) filters[name] = value;
  }
  const change = (changes: Filters<N>): void => {
    const next = (before: Record<string, unknown>) => ({ ...before, ...changes });
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false });
  };
  return [filters, change];
}
