/** B7: journal marks beside the same totals elsewhere. */
import { formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { UnitLevel } from '../model.ts';
import { type Computed, comparison, HIGHER, LOWER, range, roundsToZero, size, type Words } from './phrases.ts';

/** What the difference is corrected for: the surroundings of a class, the region as a whole for larger units. */
const CORRECTED: Record<UnitLevel, Words> = {
  class: {
    ru: ' с поправкой на остальные результаты класса и школы',
    en: ', corrected for the other results of the class and its school',
  },
  school: { ru: ' с поправкой на регион в целом', en: ', corrected for the region as a whole' },
  municipality: { ru: ' с поправкой на регион в целом', en: ', corrected for the region as a whole' },
};

const rounded = (value: number): number => Number(value.toFixed(2));

export function explainMarks(marker: Computed, level: UnitLevel, language: Language): string {
  const { effect } = marker;
  const { meanJournalMark: mean, expectedJournalMark: uncorrected } = marker.details.figures ?? {};
  const amount = rounded(effect.value);
  // Counted from the figures as they are printed, so that the reader's subtraction comes out.
  const expected = mean === undefined ? undefined : rounded(rounded(mean) - amount);
  const same = uncorrected !== undefined && expected !== undefined && Math.abs(uncorrected - expected) < 0.01;
  const corrected = same ? '' : CORRECTED[level][language];
  if (roundsToZero(effect.value, 2))
    return language === 'ru'
      ? `Отметки по журналу такие, как ожидается при таких суммах баллов${corrected}: заметной разницы нет${range(effect, 'ru', 2)}.`
      : `Journal marks are as expected for these totals${corrected}: there is no noticeable difference${range(effect, 'en', 2)}.`;
  const direction = comparison(effect.value, language, HIGHER, LOWER);
  const every = effect.value >= 0.1 ? Math.round(1 / effect.value) : 0;
  // A shift brought back from log odds can pass the ends of the scale of marks; such an expectation is not printed.
  const shown = mean !== undefined && expected !== undefined && expected >= 2 && expected <= 5;
  const mark = (value: number): string => formatNumber(value, language, { digits: 2 });
  if (language === 'ru') {
    const means = shown ? `: ${mark(rounded(mean))} вместо ${mark(expected)}` : '';
    const region =
      shown && !same && uncorrected !== undefined
        ? ` Без поправки у таких же работ региона ожидалось бы ${mark(uncorrected)}.`
        : '';
    const steps = every > 1 && every <= 10 ? ` Это как если бы каждая ${every}-я отметка была на ступень выше.` : '';
    return `Отметки по журналу в среднем на ${size(amount, 'ru', 2)} ${direction}${range(effect, 'ru', 2)}, чем ожидается при таких суммах баллов${corrected}${means}.${region}${steps}`;
  }
  const means = shown ? `: ${mark(rounded(mean))} instead of ${mark(expected)}` : '';
  const region =
    shown && !same && uncorrected !== undefined
      ? ` Uncorrected, ${mark(uncorrected)} would be expected for the same papers of the region.`
      : '';
  const steps = every > 1 && every <= 10 ? ` That is as if one mark in ${every} were one step higher.` : '';
  return `Journal marks are on average ${size(amount, 'en', 2)} ${direction}${range(effect, 'en', 2)} than expected for these totals${corrected}${means}.${region}${steps}`;
}
