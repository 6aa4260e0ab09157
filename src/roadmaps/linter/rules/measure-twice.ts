/** The same measure in two places of a plan, word for word or in other forms of the same words: it would be reported twice. */
import { fold } from '../../reading/fold.ts';
import type { Reviewed } from '../review.ts';
import { placeOf, remarkOn, type Rule } from '../rule.ts';
import { likeness } from '../stems.ts';

/** Above this share of common stems two measures say the same; below it they only share the words of the field. */
const ALIKE = 0.8;
/** Shorter measures are told apart by a single word. */
const FEWEST_STEMS = 5;

/** A measure with what it is compared by, worked out once. */
interface Compared {
  readonly one: Reviewed;
  /** Letters and figures of the words, and nothing else. */
  readonly bare: string;
  /** Grades, years and ordinals that tell like measures apart. */
  readonly figures: string;
  /** All that the row says. */
  readonly row: string;
}

export const measureTwice: Rule = {
  codes: ['measureTwice'],
  *check({ measures }) {
    const all = measures.map(compared);
    const first = new Map<string, Compared>();
    for (const [index, now] of all.entries()) {
      const same = first.get(now.bare);
      if (same === undefined) first.set(now.bare, now);
      // Two running rows that are the same in everything are told of as identical rows.
      if (same !== undefined && all[index - 1]?.row === now.row) continue;
      const earlier = same ?? all.find((other, at) => at < index && isLike(other, now));
      if (earlier === undefined) continue;
      const { measure, section } = earlier.one;
      yield remarkOn(now.one, 'measureTwice', 'look', 'text', {
        words: measure.text,
        facts: { other: placeOf(measure) ?? '', value: section.title ?? '' },
        mend: { kind: 'mergeRows', keep: measure.id, remove: [now.one.measure.id] },
      });
    }
  },
};

function compared(one: Reviewed): Compared {
  const { text, deadline, result } = one.measure;
  const words = fold(text);
  const bare = words.replace(/[^\p{L}\p{N}]/gu, '');
  const figures = words.match(/\d+|(?<!\p{L})[ivx]+(?!\p{L})|начальн|основн|средн|гиа|впр|огэ|егэ/gu) ?? [];
  return {
    one,
    bare,
    figures: figures.join(' '),
    row: [one.section.id, bare, fold(deadline), fold(result ?? '')].join('|'),
  };
}

function isLike(a: Compared, b: Compared): boolean {
  // «за I полугодие» and «за год» differ in figures or short words only: a list of like measures, not a repetition.
  if (a.figures !== b.figures) return false;
  const [own, other] = [a.one.stems, b.one.stems];
  if (Math.min(own.size, other.size) < FEWEST_STEMS || likeness(own, other) < ALIKE) return false;
  // «… по математике» and «… по физике» each say what the other does not; «организация и проведение» only says more.
  return without(own, other) === 0 || without(other, own) === 0;
}

/** Words that only say that something is done: «проведение», «организация», «обеспечение». */
const DOING = /^(?:провед|провес|организ|орга|обеспе|осущес|реализ|выполн|работ|рабо)/u;

/** How many words of meaning the first has that the second lacks. */
function without(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  return [...first].filter((stem) => !second.has(stem) && !DOING.test(stem)).length;
}
