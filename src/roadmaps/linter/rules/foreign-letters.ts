/** Latin letters inside Russian words: search, comparison and the reading of deadlines stumble over them. */
import type { Remark } from '../model.ts';
import { inCyrillic, mixedWords } from '../letters.ts';
import { remarkOn, remarkOnPlan, type Rule } from '../rule.ts';
import { writing } from '../writing.ts';

export const foreignLetters: Rule = {
  codes: ['foreignLetters'],
  *check({ plan, measures }) {
    for (const { id, title } of plan.sections) {
      const found = mixedWords(title ?? '');
      if (found.length === 0) continue;
      const value = inCyrillic(title ?? '');
      const remark: Remark = {
        ...remarkOnPlan('foreignLetters', 'mend', 'section', {
          words: found.join(', '),
          place: title,
          mend:
            value === null
              ? { kind: 'writeSectionTitle', sectionId: id }
              : { kind: 'setSectionTitle', sectionId: id, value },
        }),
        sectionId: id,
      };
      yield remark;
    }
    for (const one of measures) {
      for (const field of ['text', 'deadline', 'result'] as const) {
        const text = one.measure[field] ?? '';
        const found = mixedWords(text);
        if (found.length === 0) continue;
        const value = inCyrillic(text);
        yield remarkOn(one, 'foreignLetters', 'mend', field, {
          words: found.join(', '),
          mend:
            value === null
              ? writing(one.measure, field)
              : { kind: 'setField', measureId: one.measure.id, field, value },
        });
      }
      const parties = one.measure.responsible;
      const found = mixedWords(parties.flatMap(({ post, organisation }) => [post ?? '', organisation ?? '']).join(' '));
      if (found.length === 0) continue;
      const value = parties.map((party) => ({
        ...party,
        post: party.post && (inCyrillic(party.post) ?? party.post),
        organisation: party.organisation && (inCyrillic(party.organisation) ?? party.organisation),
      }));
      yield remarkOn(one, 'foreignLetters', 'mend', 'responsible', {
        words: found.join(', '),
        mend: { kind: 'setResponsible', measureId: one.measure.id, value },
      });
    }
  },
};
