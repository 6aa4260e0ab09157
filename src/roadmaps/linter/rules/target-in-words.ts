/** «не менее 10 педагогов»: a quantity that can be counted, and is no indicator yet. */
import { targets } from '../../reading/targets.ts';
import { eachMeasure, remarkOn } from '../rule.ts';

export const targetInWords = eachMeasure(['targetInWords'], function* (one) {
  const { measure } = one;
  for (const target of targets(measure.text, measure.result ?? '')) {
    if (measure.targets.some(({ words, value }) => words === target.words || value === target.value)) continue;
    const inText = measure.text.replace(/\s+/gu, ' ').includes(target.words);
    yield remarkOn(one, 'targetInWords', 'note', inText ? 'text' : 'result', {
      words: target.words,
      facts: { value: String(target.value) },
      mend: { kind: 'addTarget', measureId: measure.id, target },
    });
  }
});
