/** Nobody answers for the measure. */
import { eachMeasure, remarkOn } from '../rule.ts';
import type { Mend } from '../model.ts';

/** Items that the order itself carries out by being signed are the signer's own. */
const SIGNERS = /^(?:утвердить|ввести в действие|признать утратившим|считать утратившим|контроль (?:за|над))/iu;

export const noResponsible = eachMeasure(['noResponsible'], function* (one, { measures }) {
  const { measure, section } = one;
  if (measure.responsible.length > 0 || SIGNERS.test(measure.text)) return;
  // The whole section answered for by the same people: most likely by them here too.
  const others = measures.filter((each) => each.section.id === section.id && each.measure.responsible.length > 0);
  const keys = new Set(others.map((each) => JSON.stringify(each.measure.responsible)));
  const [same] = others;
  const mend: Mend | null =
    same !== undefined && keys.size === 1
      ? { kind: 'setResponsible', measureId: measure.id, value: same.measure.responsible }
      : null;
  yield remarkOn(one, 'noResponsible', 'mend', 'responsible', { mend });
});
