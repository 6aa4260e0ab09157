/** Too much for one person to finish in the same week. Work that runs all year is left out. */
import { addDays, iso, partsOf, weekdayOfDay } from '../../deadline/days.ts';
import type { Window } from '../../deadline/model.ts';
import type { LintedParty } from '../model.ts';
import { isGroup, postKey } from '../posts.ts';
import type { Reviewed } from '../review.ts';
import { reworded } from '../rewrite.ts';
import { placeOf, remarkOnPlan, type Rule } from '../rule.ts';
import { writing } from '../writing.ts';

/** Measures due in one week of one person above which a careful head would move some. */
const MOST = 5;
/** A longer window leaves the day to the person. */
const LONGEST_DAYS = 62;

interface Load {
  readonly who: string;
  readonly monday: string;
  readonly places: Set<string>;
  /** The last of them in the order of the plan. */
  last: Reviewed;
}

export const manyInOneWeek: Rule = {
  codes: ['manyInOneWeek'],
  *check({ measures }) {
    const loads = new Map<string, Load>();
    for (const one of measures) {
      const { measure, resolved } = one;
      const [first] = measure.responsible;
      const who = first === undefined ? null : personOf(first);
      if (who === null) continue;
      for (const day of resolved.windows.flatMap(dueDay)) {
        const monday = addDays(day, 1 - weekdayOfDay(day));
        const key = `${who.key}|${monday}`;
        const load = loads.get(key) ?? { who: who.words, monday, places: new Set(), last: one };
        load.last = one;
        load.places.add(placeOf(measure) ?? measure.id);
        loads.set(key, load);
      }
    }
    for (const { who, monday, places, last } of loads.values()) {
      if (places.size <= MOST) continue;
      yield remarkOnPlan('manyInOneWeek', 'note', 'responsible', {
        words: who,
        place: [...places].join('; '),
        facts: { count: String(places.size), day: monday, last: addDays(monday, 6) },
        mend: writing(last.measure, 'deadline', weekLater(last)),
        otherMends: [writing(last.measure, 'responsible')],
      });
    }
  },
};

/** The same deadline a week later, where it is a single day. */
function weekLater({ deadline, measure }: Reviewed): { readonly value: string; readonly source: 'weekLater' } | null {
  const { expression } = deadline;
  if (measure.windowsSet !== null || (expression.kind !== 'day' && expression.kind !== 'until')) return null;
  if (expression.year === undefined) return null;
  const day = addDays(iso(expression.year, expression.month, expression.day), 7);
  return { value: reworded(deadline, { ...expression, ...partsOf(day) }), source: 'weekLater' };
}

/** The first named answers; groups and organisations share the work among many. */
function personOf({ post, person }: LintedParty): { readonly key: string; readonly words: string } | null {
  if (person !== null) return { key: person, words: person };
  return post === null || isGroup(post) ? null : { key: postKey(post), words: post };
}

function dueDay({ from, to }: Window): readonly string[] {
  if (to === null || (from !== null && addDays(from, LONGEST_DAYS) < to)) return [];
  return [to];
}
