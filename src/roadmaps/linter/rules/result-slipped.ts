/** A result that contradicts its measure, or fits a neighbouring one better: a column that slipped by a row. */
import { fold } from '../../reading/fold.ts';
import { neighbours, type Review } from '../review.ts';
import { eachMeasure, placeOf, remarkOn } from '../rule.ts';
import { stemsOf } from '../stems.ts';
import { rewriting } from '../writing.ts';

/** «отсутствие адресной помощи», «снижение качества»: a good thing gone. */
const GOOD_LOST =
  /(?:отсутстви|снижени|сокращени|прекращени|уменьшени)\p{L}* (?:\p{L}+ )?(?:помощи|поддержки|качества|объективности|наблюдени\p{L}+|компетент\p{L}+|квалификации|доверия|достоверности|доступности|открытости|мотивации)(?!\p{L})/u;
/** «рост необъективности», «повышение числа нарушений»: a bad thing grown. */
const BAD_GROWN =
  /(?:повышени|рост|увеличени|формировани|обеспечени)\p{L}* (?:\p{L}+ )?(?:необъективн\p{L}+|нарушени\p{L}+|ошибок|дефицитов|расхождени\p{L}+|жалоб|недостоверн\p{L}+)(?!\p{L})/u;
/** «снижение … качества нарушений» and the like are not contradictions; a doubt of one remedies the other. */
const RISK = /риск/u;

/** Weight of common words that a neighbour must have, and how many times the measure's own. */
const LEAST = 3.2;
const TIMES = 2.5;

export const resultSlipped = eachMeasure(['resultContradicts', 'resultOfNeighbour'], function* (one, review) {
  const { measure } = one;
  if (measure.result === null) return;
  const folded = fold(measure.result);
  const contradiction = GOOD_LOST.exec(folded)?.[0] ?? BAD_GROWN.exec(folded)?.[0];
  if (contradiction !== undefined && !RISK.test(contradiction)) {
    yield remarkOn(one, 'resultContradicts', 'mend', 'result', {
      words: contradiction,
      ...rewriting(one, review, 'result'),
    });
  }
  const weigh = weights(review);
  const own = weigh(one.resultStems, one.stems);
  for (const near of neighbours(review, one)) {
    const theirs = weigh(one.resultStems, near.stems);
    if (theirs < LEAST || theirs < TIMES * Math.max(own, 1)) continue;
    yield remarkOn(one, 'resultOfNeighbour', 'look', 'result', {
      words: measure.result,
      facts: { other: placeOf(near.measure) ?? '', value: near.measure.text },
      ...rewriting(one, review, 'result'),
    });
    break;
  }
});

const known = new WeakMap<Review, (a: ReadonlySet<string>, b: ReadonlySet<string>) => number>();

/** Common stems weighed by how few measures speak of them: «маршруты» tells more than «результаты». */
function weights(review: Review): (a: ReadonlySet<string>, b: ReadonlySet<string>) => number {
  const computed = known.get(review);
  if (computed !== undefined) return computed;
  const counts = new Map<string, number>();
  // In a short plan a word of two measures is still a rare one.
  const total = Math.max(review.measures.length, 20);
  for (const { stems, resultStems } of review.measures) {
    for (const stem of new Set([...stems, ...resultStems])) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  // Titles of sections are words that their measures share.
  const titles = new Set(review.plan.sections.flatMap(({ title }) => [...stemsOf(title ?? '')]));
  const weightOf = (stem: string): number =>
    (titles.has(stem) ? 0.5 : 1) * Math.min(1, Math.log((total + 1) / (counts.get(stem) ?? 1)) / Math.log(total + 1));
  const weigh = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
    let sum = 0;
    for (const stem of a) if (b.has(stem)) sum += weightOf(stem);
    return sum;
  };
  known.set(review, weigh);
  return weigh;
}
