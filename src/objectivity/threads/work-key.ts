/** What a thread knows a work by that it has kept: the same key is the same papers, names, tasks and scale. */
import { createHash } from 'node:crypto';
import type { Administration } from '../engine/administration.ts';

/** A digest of everything the engine reads of an administration. */
export function administrationDigest(administration: Administration): string {
  const columns: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(administration).flatMap(([name, value]) =>
      ArrayBuffer.isView(value)
        ? [
            [
              name,
              createHash('sha1')
                .update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
                .digest('hex'),
            ],
          ]
        : [],
    ),
  );
  return createHash('sha1')
    .update(JSON.stringify({ ...administration, ...columns }))
    .digest('hex');
}

/** One key per administration; the same administration twice is two works. */
export function workKeys(administrations: readonly Administration[]): string[] {
  const seen = new Map<string, number>();
  return administrations.map((administration) => {
    const digest = administrationDigest(administration);
    const times = seen.get(digest) ?? 0;
    seen.set(digest, times + 1);
    return `${digest}:${times}`;
  });
}
