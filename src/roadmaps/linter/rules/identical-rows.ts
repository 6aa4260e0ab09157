/** The same row twice running: one of the two was copied by mistake or repeated by the file's maker. */
import { fold } from '../../reading/fold.ts';
import type { LintedMeasure, Remark } from '../model.ts';
import { placeOf, remarkOn, type Rule } from '../rule.ts';

export const identicalRows: Rule = {
  codes: ['identicalRows'],
  *check({ plan }) {
    for (const section of plan.sections) {
      for (const [index, measure] of section.measures.entries()) {
        yield* collapsed(measure, section.id);
        const before = section.measures[index - 1];
        if (before === undefined || wordsOf(before) !== wordsOf(measure)) continue;
        yield remarkOn({ measure, section }, 'identicalRows', 'mend', 'text', {
          words: measure.text,
          facts: { other: placeOf(before) ?? '' },
          mend: { kind: 'mergeRows', keep: before.id, remove: [measure.id] },
        });
      }
    }
  },
};

/** Rows that the reading has already shown as one. */
function* collapsed(measure: LintedMeasure, sectionId: string): Generator<Remark> {
  const told = measure.warnings.find(({ code }) => code === 'identicalRows');
  if (told === undefined) return;
  yield {
    ...remarkOn({ measure, section: { id: sectionId, title: null, measures: [] } }, 'identicalRows', 'note', 'text', {
      words: measure.text,
      place: told.place,
      mend: { kind: 'confirmReading', measureId: measure.id, codes: ['identicalRows'] },
    }),
  };
}

function wordsOf({ text, deadline, responsible, result }: LintedMeasure): string {
  const parties = responsible.map(({ post, person, organisation }) => [post, person, organisation].join('/'));
  return fold([text, deadline, parties.join(';'), result ?? ''].join('|'));
}
