/** A post of the plan that no member of staff holds: the work would reach nobody. Asked only where the staff is known. */
import type { LintedMeasure } from '../model.ts';
import { isGroup, isHeld, postKey } from '../posts.ts';
import { placeOf, remarkOnPlan, type Rule } from '../rule.ts';
import { writing } from '../writing.ts';

export const postHeldByNobody: Rule = {
  codes: ['postHeldByNobody'],
  *check({ measures, context: { posts, own = null } }) {
    if (posts === null) return;
    const found = new Map<
      string,
      { readonly post: string; readonly first: LintedMeasure; readonly places: string[] }
    >();
    for (const { measure } of measures) {
      for (const { post, person, held } of measure.responsible) {
        if (post === null || person !== null || held || isGroup(post) || isHeld(post, posts, own)) continue;
        const key = postKey(post);
        const known = found.get(key) ?? { post, first: measure, places: [] };
        known.places.push(placeOf(measure) ?? '—');
        found.set(key, known);
      }
    }
    for (const { post, first, places } of found.values()) {
      yield remarkOnPlan('postHeldByNobody', 'mend', 'responsible', {
        words: post,
        place: places.join('; '),
        facts: { count: String(places.length) },
        // Staff are listed where the measure names its people: whoever holds the post is chosen there.
        mend: writing(first, 'responsible'),
        otherMends: [{ kind: 'assignPost', post }, { kind: 'substitute' }],
      });
    }
  },
};
