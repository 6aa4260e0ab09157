/** Expected results: missing where the others have one, repeated word for word, or only the measure said again. */
import { fold } from '../../reading/fold.ts';
import type { LintedMeasure } from '../model.ts';
import { placeOf, remarkOn, type Rule } from '../rule.ts';
import { shared } from '../stems.ts';
import { rewriting, usualOrEmpty } from '../writing.ts';

/** Documents that many measures rightly end with. */
const DOCUMENT =
  /^(?:\p{L}+(?:ый|ий|ая|ое|ые|ие) )?(?:приказ|справк|протокол|отчет|план|спис|перечен|акт|журнал|график|положени|свод|таблиц|материал|сертификат|удостоверен|распорядительн|программ|карт|лист|памятк|запис)/u;
/** A repeated document's name of so many words still says nothing wrong. */
const SHORT = 45;
/** A result that holds nothing but so much of the measure's words is the measure again. */
const RESTATED = 0.9;

export const results: Rule = {
  codes: ['noResult', 'resultRepeated', 'resultRestates'],
  *check(review) {
    const { measures, plan } = review;
    const withResults = new Set(
      plan.sections
        .filter((section) => section.measures.filter(hasResult).length * 2 > section.measures.length)
        .map(({ id }) => id),
    );
    const first = new Map<string, LintedMeasure>();
    for (const one of measures) {
      const { measure, section } = one;
      if (!hasResult(measure)) {
        if (withResults.has(section.id))
          yield remarkOn(one, 'noResult', 'look', 'result', { mend: usualOrEmpty(one, review, 'result') });
        continue;
      }
      const words = measure.result ?? '';
      const key = fold(words).replace(/[^\p{L}\p{N} ]/gu, '');
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, measure);
      else if (!(DOCUMENT.test(key) && key.length <= SHORT) && key.length >= 10) {
        yield remarkOn(one, 'resultRepeated', 'look', 'result', {
          words,
          facts: { other: placeOf(earlier) ?? '' },
          ...rewriting(one, review, 'result'),
        });
      }
      const own = one.resultStems.size;
      const begins = fold(words).slice(0, 8) === fold(measure.text).slice(0, 8);
      if (begins && own >= 3 && shared(one.resultStems, one.stems) >= own * RESTATED) {
        yield remarkOn(one, 'resultRestates', 'note', 'result', { words, ...rewriting(one, review, 'result') });
      }
    }
  },
};

function hasResult({ result }: LintedMeasure): boolean {
  return result !== null && /\p{L}/u.test(result);
}
