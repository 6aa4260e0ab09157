/** A value that the row takes from a merged cell above; a text does not show whether the cell is merged or empty. */
import { eachMeasure, remarkOn } from '../rule.ts';

const FIELDS = ['deadline', 'responsible', 'result'] as const;

export const valueInherited = eachMeasure(['valueInherited'], function* (one) {
  const { measure } = one;
  const told = measure.warnings.filter(({ code }) => code === 'inherited' || code === 'mergeNotSeen');
  const [first] = told;
  if (first === undefined) return;
  const unseen = told.some(({ code }) => code === 'mergeNotSeen');
  const fields = FIELDS.filter((field) => told.some(({ words }) => words === field));
  // A cell of the same people over many rows is the custom; a deadline that is not one's own is a doubt.
  yield remarkOn(one, 'valueInherited', unseen && fields.includes('deadline') ? 'look' : 'note', fields[0] ?? 'text', {
    place: first.place,
    facts: { value: fields.join(','), other: unseen ? 'unseen' : 'seen' },
    mend: { kind: 'confirmReading', measureId: measure.id, codes: ['inherited', 'mergeNotSeen'] },
  });
});
