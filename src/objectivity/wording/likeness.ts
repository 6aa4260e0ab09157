/** B5: papers that agree beyond expectation, counted and never named. */
import { count, formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { Computed } from './phrases.ts';

export function explainLikeness(marker: Computed, language: Language): string {
  const { equalPerPair, expectedPerPair, alikePairs = 0, alikePupils, classes } = marker.details.figures ?? {};
  const pairsRu = count(alikePairs, 'ru', { one: 'пара', few: 'пары', many: 'пар' });
  if (language === 'ru') {
    const agree =
      equalPerPair === undefined || expectedPerPair === undefined
        ? ''
        : `В среднем у двух работ совпадают баллы за ${formatNumber(equalPerPair, 'ru', { digits: 1 })} задания, ожидалось ${formatNumber(expectedPerPair, 'ru', { digits: 1 })}. `;
    const alike =
      alikePairs > 0
        ? `Почти одинаковых работ — ${pairsRu}${alikePupils ? ` (${count(alikePupils, 'ru', { one: 'участник', few: 'участника', many: 'участников' })})` : ''}${classes ? ` в ${count(classes, 'ru', { one: 'классе', few: 'классах', many: 'классах' })}` : ''}.`
        : 'Почти одинаковых работ нет.';
    return agree + alike;
  }
  const agree =
    equalPerPair === undefined || expectedPerPair === undefined
      ? ''
      : `On average two papers agree in ${formatNumber(equalPerPair, 'en', { digits: 1 })} task scores where ${formatNumber(expectedPerPair, 'en', { digits: 1 })} were expected. `;
  const alike =
    alikePairs > 0
      ? `Nearly identical: ${count(alikePairs, 'en', { one: 'pair', other: 'pairs' })}${alikePupils ? ` (${count(alikePupils, 'en', { one: 'pupil', other: 'pupils' })})` : ''}${classes ? ` in ${count(classes, 'en', { one: 'class', other: 'classes' })}` : ''}.`
      : 'No nearly identical papers.';
  return agree + alike;
}
