/**
 * Counts of a whole region, kept by this process for as long as nothing they are counted from has changed. They are sums
 * by school and class; who may see which of them is decided after they are taken from here.
 */
interface Entry {
  readonly stamp: string;
  readonly counts: unknown;
}

/** A region has some dozens: kinds, pairings and years. */
const MOST = 256;
const entries = new Map<string, Entry>();

export async function remembered<T>(key: string, stamp: string, count: () => Promise<T>): Promise<T> {
  const known = entries.get(key);
  if (known?.stamp === stamp) return known.counts as T;
  const counts = await count();
  // The oldest goes: a Map keeps the order in which its keys came.
  entries.delete(key);
  const [oldest] = entries.keys();
  if (entries.size >= MOST && oldest !== undefined) entries.delete(oldest);
  entries.set(key, { stamp, counts });
  return counts;
}
