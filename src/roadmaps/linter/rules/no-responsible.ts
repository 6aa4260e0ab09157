/** Nobody answers for the measure. */
import { eachMeasure, remarkOn } from '../rule.ts';
import type { Mend } from '../model.ts';
import { usualOrEmpty } from '../writing.ts';

/** Items that the order itself carries out by being signed are the signer's own. */
const SIGNERS = /^(?:утвердить|ввести в действие|признать утратившим|считать утратившим|контроль (?:за|над))/iu;

export const noResponsible = eachMeasure(['noResponsible'], function* (one, review) {
  const { measure, section } = one;
  if (measure.responsible.length > 0 || SIGNERS.test(measure.text)) return;
  // The whole section answered for by the same people: most likely by them here too.
  const others = review.measures.filter(
    (each) => each.section.id === section.id && each.measure.responsible.length > 0,
  );
  const keys = new Set(others.map((each) => JSON.stringify(each.measure.responsible)));
  const [same] = others;
  const theirs: Mend | null =
    same !== undefined && keys.size === 1
      ? { kind: 'setResponsible', measureId: measure.id, value: same.measure.responsible }
      : null;
  const own = usualOrEmpty(one, review, 'responsible');
  yield remarkOn(one, 'noResponsible', 'mend', 'responsible', {
    mend: theirs ?? own,
    otherMends: theirs === null ? [] : [own],
  });
});
