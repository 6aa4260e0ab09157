/** A post of the plan that no member of staff holds: the work would reach nobody. Asked only where the staff is known. */
import { isGroup, isHeld, postKey } from '../posts.ts';
import { placeOf, remarkOnPlan, type Rule } from '../rule.ts';

export const postHeldByNobody: Rule = {
  codes: ['postHeldByNobody'],
  *check({ measures, context: { posts } }) {
    if (posts === null) return;
    const found = new Map<string, { readonly post: string; readonly places: string[] }>();
    for (const { measure } of measures) {
      for (const { post, person, held } of measure.responsible) {
        if (post === null || person !== null || held || isGroup(post) || isHeld(post, posts)) continue;
        const key = postKey(post);
        const known = found.get(key) ?? { post, places: [] };
        known.places.push(placeOf(measure) ?? '—');
        found.set(key, known);
      }
    }
    for (const { post, places } of found.values()) {
      yield remarkOnPlan('postHeldByNobody', 'mend', 'responsible', {
        words: post,
        place: places.join('; '),
        facts: { count: String(places.length) },
        mend: { kind: 'assignPost', post },
      });
    }
  },
};
