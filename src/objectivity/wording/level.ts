/** B6: the total beside what marks and other works lead one to expect. */
import type { Language } from '#src/platform/ui/i18n.ts';
import { type Computed, comparison, HIGHER, LOWER, pointsWord, range, roundsToZero, size } from './phrases.ts';

export function explainLevel(marker: Computed, language: Language): string {
  const { effect } = marker;
  if (roundsToZero(effect.value))
    return language === 'ru'
      ? `Сумма баллов такая, как ожидается по отметкам в журнале, другим классам школы и другим работам класса: заметной разницы нет${range(effect, 'ru')}.`
      : `The total is what journal marks, the school's other classes and the class's other works lead one to expect: there is no noticeable difference${range(effect, 'en')}.`;
  const amount = size(effect.value, language);
  const direction = comparison(effect.value, language, HIGHER, LOWER);
  return language === 'ru'
    ? `Сумма баллов в среднем на ${amount} ${pointsWord(effect.value, 'ru')} на участника ${direction}${range(effect, 'ru')}, чем ожидается по отметкам в журнале, другим классам школы и другим работам класса.`
    : `The total is on average ${amount} points per pupil ${direction}${range(effect, 'en')} than journal marks, the school's other classes and the class's other works lead one to expect.`;
}
