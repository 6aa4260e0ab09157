/** What only shows when measures are seen together: identical rows, numbers, repeated and slipped results, doubles. */
import { type Draft, type DraftSection, warn } from './draft.ts';
import { fold } from './fold.ts';
import { looksLikeDeadline } from './looks.ts';

const RECURRENCE =
  /(?:ежемесячн\S*|ежеквартальн\S*|ежегодн\S*|еженедельн\S*|\d раз\S* в \S+|(?:в конце|по итогам|по окончании) каждо\S+ \S+|каждую четверть|каждый (?:месяц|квартал))/u;
/** A deadline that already says how often. */
const REPEATS = /ежемес|ежекварт|еженед|ежегод|раз\S* в|кажд/u;

export function crossCheck(sections: readonly DraftSection[]): void {
  for (const section of sections) collapse(section);
  for (const { drafts } of sections) numbers(drafts);
  const all = sections.flatMap(({ drafts }) => drafts);
  repeatedResults(all);
  doubles(sections);
  for (const one of all) {
    const words = RECURRENCE.exec(fold(`${one.text} ${one.result}`))?.[0];
    if (words !== undefined && !REPEATS.test(fold(one.deadline)) && looksLikeDeadline(words)) {
      warn(one, 'recurrenceInText', words);
    } else if (words !== undefined && !REPEATS.test(fold(one.deadline)) && /кажд/u.test(words)) {
      warn(one, 'recurrenceInText', words);
    }
  }
}

function collapse({ drafts }: DraftSection): void {
  for (let at = drafts.length - 1; at > 0; at -= 1) {
    if (keyOf(drafts[at]) !== keyOf(drafts[at - 1])) continue;
    warn(drafts[at - 1], 'identicalRows', null, drafts[at].place);
    drafts.splice(at, 1);
  }
}

function keyOf({ number, text, deadline, responsible, result }: Draft): string {
  return fold([number ?? '', text, deadline, responsible, result].join('|'));
}

function numbers(drafts: readonly Draft[]): void {
  const seen = new Set<string>();
  let before: readonly number[] | null = null;
  for (const one of drafts) {
    if (one.number === null) {
      before = null;
      continue;
    }
    if (seen.has(one.number)) warn(one, 'duplicateNumber', one.number);
    seen.add(one.number);
    const parts = one.number.split('.').map(Number);
    if (parts.some(Number.isNaN)) continue;
    if (before !== null && !goesOn(before, parts)) warn(one, 'brokenNumber', one.number);
    before = parts;
  }
}

/** 1.2 after 1.1, 2 after 1.4, 2.1 after 2 or after 1.4. */
function goesOn(before: readonly number[], after: readonly number[]): boolean {
  const same = after.findIndex((part, index) => part !== before[index]);
  if (same === -1) return false;
  if (same >= before.length) return after.length === before.length + 1 && after[same] === 1;
  return after[same] === before[same] + 1 && after.slice(same + 1).every((part) => part === 1);
}

function repeatedResults(all: readonly Draft[]): void {
  const first = new Map<string, Draft>();
  for (const one of all) {
    const key = fold(one.result);
    if (key.length < 10) continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, one);
    else warn(one, 'resultRepeated', earlier.number ?? earlier.place);
  }
  all.forEach((one, index) => {
    if (one.result === '') return;
    const result = stems(one.result);
    const own = shared(result, stems(one.text));
    for (const near of [all[index - 1], all[index + 1]]) {
      if (near === undefined) continue;
      const theirs = shared(result, stems(near.text));
      if (theirs >= 4 && theirs >= 3 * Math.max(own, 1)) warn(one, 'resultOfNeighbour', near.number ?? near.place);
    }
  });
}

function doubles(sections: readonly DraftSection[]): void {
  const first = new Map<string, Draft>();
  for (const { drafts } of sections) {
    for (const one of drafts) {
      const key = fold(one.text).replace(/[^\p{L}\p{N}]/gu, '');
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, one);
      else warn(one, 'measureTwice', earlier.number ?? earlier.place);
    }
  }
}

/** Beginnings of the words that carry a meaning. */
function stems(text: string): ReadonlySet<string> {
  return new Set(
    fold(text)
      .match(/\p{L}{5,}/gu)
      ?.map((word) => word.slice(0, 6)) ?? [],
  );
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}
