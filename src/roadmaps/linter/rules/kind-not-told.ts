/** A measure without a kind is carried out like any other, but its evidence cannot be found in the records. */
import { proposeKind } from '../../kinds/propose.ts';
import { eachMeasure, remarkOn } from '../rule.ts';

export const kindNotTold = eachMeasure(['kindNotTold'], function* (one) {
  const { measure, section } = one;
  if (measure.kind !== null) return;
  const value = proposeKind(measure.text, section.title);
  yield remarkOn(one, 'kindNotTold', 'note', 'kind', {
    facts: { value: value ?? '' },
    mend:
      value === null
        ? { kind: 'chooseKind', measureId: measure.id }
        : { kind: 'setKind', measureId: measure.id, value },
  });
});
