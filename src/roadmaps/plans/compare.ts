/** Whether two stored values say the same: JSON columns come back with their keys in another order. */

export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'null';
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

/** The fields of `next` that differ from `current`, as they were and as they become; null where none does. */
export function difference(
  current: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(next)) {
    if (value === undefined || canonical(current[field]) === canonical(value)) continue;
    before[field] = current[field];
    after[field] = value;
  }
  return Object.keys(after).length ? { before, after } : null;
}

/** Whether every field still has the value that a change once gave it. */
export function stillHas(
  current: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(given).every(([field, value]) => canonical(current[field]) === canonical(value));
}
