/** B7: journal marks beside the same totals elsewhere. */
import { formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { type Computed, comparison, HIGHER, LOWER, range, roundsToZero, size } from './phrases.ts';

export function explainMarks(marker: Computed, language: Language): string {
  const { effect } = marker;
  if (roundsToZero(effect.value, 2))
    return language === 'ru'
      ? `Отметки по журналу такие, как ожидается при таких суммах баллов: заметной разницы нет${range(effect, 'ru', 2)}.`
      : `Journal marks are as expected for these totals: there is no noticeable difference${range(effect, 'en', 2)}.`;
  const { meanJournalMark: mean, expectedJournalMark: expected } = marker.details.figures ?? {};
  const amount = size(effect.value, language, 2);
  const direction = comparison(effect.value, language, HIGHER, LOWER);
  const every = effect.value >= 0.1 ? Math.round(1 / effect.value) : 0;
  if (language === 'ru') {
    const means =
      mean === undefined || expected === undefined
        ? ''
        : `: ${formatNumber(mean, 'ru', { digits: 2 })} вместо ожидаемых ${formatNumber(expected, 'ru', { digits: 2 })} у таких же работ региона`;
    const steps = every > 1 && every <= 10 ? ` Это как если бы каждая ${every}-я отметка была на ступень выше.` : '';
    return `Отметки по журналу в среднем на ${amount} ${direction}${range(effect, 'ru', 2)}, чем ожидается при таких суммах баллов${means}.${steps}`;
  }
  const means =
    mean === undefined || expected === undefined
      ? ''
      : `: ${formatNumber(mean, 'en', { digits: 2 })} where ${formatNumber(expected, 'en', { digits: 2 })} was expected for the same papers of the region`;
  const steps = every > 1 && every <= 10 ? ` That is as if one mark in ${every} were one step higher.` : '';
  return `Journal marks are on average ${amount} ${direction}${range(effect, 'en', 2)} than expected for these totals${means}.${steps}`;
}
