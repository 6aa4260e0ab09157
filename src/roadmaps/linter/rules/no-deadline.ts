/** No deadline at all, or words in its place that say none. */
import type { LintedMeasure } from '../model.ts';
import { doubtOf } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { rewriting, usualOrEmpty, writing } from '../writing.ts';

/** Items that the order itself carries out by being signed need no day. */
const DONE_BY_ORDER = /^(?:утвердить|ввести в действие|признать утратившим|считать утратившим|контроль (?:за|над))/iu;

function doneByOrder({ text, responsible }: LintedMeasure): boolean {
  // «Назначить ответственным Небывалову А. А.»: the order appoints; «назначить ответственных» asks others to.
  const appoints =
    /^назначить(?!\p{L})/iu.test(text) && responsible.some(({ person }) => person !== null && text.includes(person));
  return appoints || DONE_BY_ORDER.test(text);
}

export const noDeadline = eachMeasure(
  ['noDeadline', 'deadlineNotUnderstood', 'deadlinePartNotUnderstood'],
  function* (one, review) {
    const { measure, deadline } = one;
    if (measure.windowsSet !== null) return;
    if (deadline.expression.kind === 'none') {
      yield remarkOn(one, 'noDeadline', doneByOrder(measure) ? 'note' : 'mend', 'deadline', {
        mend: usualOrEmpty(one, review, 'deadline'),
      });
    } else if (doubtOf(one, 'notUnderstood')) {
      yield remarkOn(one, 'deadlineNotUnderstood', 'mend', 'deadline', {
        words: measure.deadline,
        ...rewriting(one, review, 'deadline'),
      });
    } else {
      const doubt = doubtOf(one, 'partNotUnderstood');
      if (doubt === undefined) return;
      yield remarkOn(one, 'deadlinePartNotUnderstood', 'look', 'deadline', {
        words: doubt.words ?? measure.deadline,
        mend: { kind: 'confirmDeadline', measureId: measure.id },
        otherMends: [writing(measure, 'deadline')],
      });
    }
  },
);
