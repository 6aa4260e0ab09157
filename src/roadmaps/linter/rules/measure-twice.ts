/** The same measure in two places of a plan, word for word or in other forms of the same words: it would be reported twice. */
import { fold } from '../../reading/fold.ts';
import type { Reviewed } from '../review.ts';
import { placeOf, remarkOn, type Rule } from '../rule.ts';
import { likeness } from '../stems.ts';

/** Above this share of common stems two measures say the same; below it they only share the words of the field. */
const ALIKE = 0.8;
/** Shorter measures are told apart by a single word. */
const FEWEST_STEMS = 5;

export const measureTwice: Rule = {
  codes: ['measureTwice'],
  *check({ measures }) {
    for (const [index, one] of measures.entries()) {
      const earlier = measures.slice(0, index).find((other) => isSame(other, one));
      if (earlier === undefined) continue;
      yield remarkOn(one, 'measureTwice', 'look', 'text', {
        words: earlier.measure.text,
        facts: { other: placeOf(earlier.measure) ?? '', value: earlier.section.title ?? '' },
        mend: { kind: 'mergeRows', keep: earlier.measure.id, remove: [one.measure.id] },
      });
    }
  },
};

function isSame(a: Reviewed, b: Reviewed): boolean {
  if (bare(a.measure.text) === bare(b.measure.text)) return !followsDirectly(a, b);
  if (Math.min(a.stems.size, b.stems.size) < FEWEST_STEMS) return false;
  // «за I полугодие» and «за год» differ in figures or short words only: a list of like measures, not a repetition.
  if (figures(a.measure.text) !== figures(b.measure.text) || likeness(a.stems, b.stems) < ALIKE) return false;
  // «… по математике» and «… по физике» each say what the other does not; «организация и проведение» only says more.
  return without(a.stems, b.stems) === 0 || without(b.stems, a.stems) === 0;
}

/** Words that only say that something is done: «проведение», «организация», «обеспечение». */
const DOING = /^(?:провед|провес|организ|орга|обеспе|осущес|реализ|выполн|работ|рабо)/u;

/** How many words of meaning the first has that the second lacks. */
function without(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  return [...first].filter((stem) => !second.has(stem) && !DOING.test(stem)).length;
}

/** Two running rows of one section that are the same in everything are told of as identical rows. */
function followsDirectly(a: Reviewed, b: Reviewed): boolean {
  return (
    a.section.id === b.section.id &&
    fold(a.measure.deadline) === fold(b.measure.deadline) &&
    fold(a.measure.result ?? '') === fold(b.measure.result ?? '')
  );
}

function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Grades, years and ordinals that tell like measures apart. */
function figures(text: string): string {
  return (fold(text).match(/\d+|(?<!\p{L})[ivx]+(?!\p{L})|начальн|основн|средн|гиа|впр|огэ|егэ/gu) ?? []).join(' ');
}
