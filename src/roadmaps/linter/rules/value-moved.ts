/** Cells that stood in other columns, or a deadline taken from elsewhere: read by what is in them, to be compared with the source. */
import { eachMeasure, remarkOn } from '../rule.ts';

const MOVED = ['columnsShifted', 'valueMoved', 'deadlineFromText', 'deadlineFromRowAbove'] as const;

export const valueMoved = eachMeasure(['valueMoved'], function* (one) {
  const { measure } = one;
  const told = measure.warnings.filter(({ code }) => MOVED.some((each) => each === code));
  const [first] = told;
  if (first === undefined) return;
  const deadline = told.find(({ code }) => code === 'deadlineFromText' || code === 'deadlineFromRowAbove');
  yield remarkOn(one, 'valueMoved', 'look', deadline === undefined ? 'text' : 'deadline', {
    words: deadline?.words ?? told.find(({ words }) => words !== null)?.words ?? null,
    place: first.place,
    facts: { value: deadline?.code ?? first.code },
    mend: { kind: 'confirmReading', measureId: measure.id, codes: [...MOVED] },
  });
});
