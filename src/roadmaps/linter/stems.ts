/** Words cut to what their forms have in common, so that «проведение» and «провести» can be compared. */
import { fold } from '../reading/fold.ts';

/** Letters by which words of four letters and more are compared; shorter endings differ by case and number. */
const STEM = 6;
const SHORTEST = 4;

/** Words that stand in every plan of this field and tell nothing apart. */
const COMMON = /^(?:котор|такж|след|дале|включ|числ|основ|связ|отнош|помощ|рамк|цель|цели|вопрос|данн|также)/u;

export function stemsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of fold(text).matchAll(/\p{L}+/gu)) {
    if (word.length >= SHORTEST && !COMMON.test(word)) found.add(stemOf(word));
  }
  return found;
}

export function stemOf(word: string): string {
  return word.length > STEM ? word.slice(0, STEM) : word.slice(0, Math.max(SHORTEST - 1, word.length - 1));
}

export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of a) if (b.has(stem)) count += 1;
  return count;
}

/** Share of stems that two texts have in common: 1 for the same words in any order and form. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = shared(a, b);
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}
