/** What a thread knows a work by that it has kept: the same key is the same papers, names, tasks and scale. */
import { createHash } from 'node:crypto';
import type { Administration } from '../engine/administration.ts';

const digests = new WeakMap<Administration, string>();

/** A digest of everything the engine reads of an administration, wherever that came from; computed once for each. */
export function administrationDigest(administration: Administration): string {
  const digest = digests.get(administration) ?? digestOf(administration);
  digests.set(administration, digest);
  return digest;
}

function digestOf(administration: Administration): string {
  const { procedure, subject, grade, tasks, thresholds, municipalities, schools, classes, variantNames } =
    administration;
  const { scores, totals, marks, journalMarks, variants, classOf, absentByClass } = administration;
  const named = [
    [procedure, subject, grade, thresholds && [thresholds[3], thresholds[4], thresholds[5]]],
    tasks.map(({ id, max, response, level }) => [id, max, response, level]),
    municipalities,
    schools.map(({ municipality, name }) => [municipality, name]),
    classes.map(({ school, name, teacher }) => [school, name, teacher]),
    variantNames,
  ];
  const hash = createHash('sha1').update(JSON.stringify(named));
  for (const { buffer, byteOffset, byteLength } of [
    scores,
    totals,
    marks,
    journalMarks,
    variants,
    classOf,
    absentByClass,
  ]) {
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest('hex');
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
