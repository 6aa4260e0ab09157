/** A span that ends before it begins: most likely its ends were exchanged, or a year was mistyped. */
import type { Expression } from '../../deadline/model.ts';
import { parseDeadline } from '../../deadline/parse.ts';
import { resolveDeadline } from '../../deadline/resolve.ts';
import type { Mend } from '../model.ts';
import { doubtOf, type Review, type Reviewed } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { mapped, reworded } from '../rewrite.ts';
import { rewriting, writing } from '../writing.ts';

export const reversedRange = eachMeasure(['reversedRange'], function* (one, review) {
  if (doubtOf(one, 'reversedRange') === undefined) return;
  const [window] = one.resolved.windows.filter(({ from, to }) => from !== null && to !== null && from > to);
  const swapped = exchanged(one, review);
  yield remarkOn(one, 'reversedRange', 'mend', 'deadline', {
    words: one.measure.deadline,
    facts: { day: window?.from ?? '', last: window?.to ?? '' },
    ...(swapped === null
      ? rewriting(one, review, 'deadline')
      : { mend: swapped, otherMends: [writing(one.measure, 'deadline')] }),
  });
});

/** Both ends exchanged, where that makes a span; which end is wrong only a person knows, so it is a proposal. */
function exchanged({ measure, deadline }: Reviewed, { deadlineContext }: Review): Mend | null {
  const value = reworded(
    deadline,
    mapped(deadline.expression, (part) =>
      part.kind === 'dayRange' || part.kind === 'monthRange'
        ? ({ ...part, from: part.to, to: part.from } as Expression)
        : part,
    ),
  );
  const { warnings } = resolveDeadline(parseDeadline(value), deadlineContext);
  if (value === measure.deadline || warnings.some(({ code }) => code === 'reversedRange')) return null;
  return writing(measure, 'deadline', { value, source: 'swapped' });
}
