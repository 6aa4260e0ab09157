/**
 * Counts of a region, kept by this process for as long as nothing they are counted from has changed. They are sums by
 * school and class; who may see which of them is decided after they are taken from here.
 */
interface Entry {
  readonly stamp: string;
  readonly counts: unknown;
}

/** A region has some dozens a year: works, claims, years. */
const MOST = 2048;
const entries = new Map<string, Entry>();

function keep(key: string, entry: Entry): void {
  // The oldest goes: a Map keeps the order in which its keys came.
  entries.delete(key);
  const [oldest] = entries.keys();
  if (entries.size >= MOST && oldest !== undefined) entries.delete(oldest);
  entries.set(key, entry);
}

export async function remembered<T>(key: string, stamp: string, count: () => Promise<T>): Promise<T> {
  const known = entries.get(key);
  if (known?.stamp === stamp) return known.counts as T;
  const counts = await count();
  keep(key, { stamp, counts });
  return counts;
}

/** The same for many parts, of which those that are not known or have changed are counted in one go, in their order. */
export async function rememberedParts<P, T>(
  parts: readonly P[],
  nameOf: (part: P) => { readonly key: string; readonly stamp: string },
  count: (changed: readonly P[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const found = new Map<P, T>();
  const changed: P[] = [];
  for (const part of parts) {
    const { key, stamp } = nameOf(part);
    const known = entries.get(key);
    if (known?.stamp === stamp) found.set(part, known.counts as T);
    else changed.push(part);
  }
  if (changed.length > 0) {
    const counts = await count(changed);
    changed.forEach((part, index) => {
      const { key, stamp } = nameOf(part);
      found.set(part, counts[index]!);
      keep(key, { stamp, counts: counts[index] });
    });
  }
  return parts.map((part) => found.get(part)!);
}
