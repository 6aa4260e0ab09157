/** Proposes the kind of a measure by its words. A proposal: a person confirms or changes it. */
import { fold } from '../reading/fold.ts';
import { KIND_STEMS } from './stems.ts';
import { KIND_IDS, type KindId } from './text.ts';

/** Below it the words say too little. */
const LEAST = 3;

/** Weight of a stem that stands only in the section's title. */
const OF_SECTION = 0.25;

/** A measure is told by its beginning; what goes on for longer is a text in the wrong cell. */
const LONGEST = 1000;

/** No word of Russian is longer; stems look through the whole of a word, and a row of letters would keep them busy. */
const TOO_LONG = /(\S{40})\S+/gu;

function readable(text: string): string {
  return fold(text).slice(0, LONGEST).replace(TOO_LONG, '$1');
}

/** @returns the kind that fits best, or null. */
export function proposeKind(text: string, section: string | null = null): KindId | null {
  const words = readable(text);
  const around = readable(section ?? '');
  let best: KindId | null = null;
  let bestWeight = LEAST - 0.01;
  for (const kind of KIND_IDS) {
    let own = 0;
    let weight = 0;
    for (const [stem, value] of KIND_STEMS[kind]) {
      if (stem.test(words)) {
        own += value;
        weight += value;
      } else if (around !== '' && stem.test(around)) weight += value * OF_SECTION;
    }
    if (own > 0 && weight > bestWeight) [best, bestWeight] = [kind, weight];
  }
  return best;
}
