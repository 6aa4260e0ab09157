/** B2 and B3: points earned on some of the tasks given the total. */
import type { Language } from '#src/platform/ui/i18n.ts';
import { type Computed, comparison, LESS, MORE, pointsWord, range, roundsToZero, size, type Words } from './phrases.ts';

function taskList(marker: Computed, most: number): string {
  const tasks = [...(marker.details.tasks ?? [])].sort((a, b) => b.z - a.z).slice(0, most);
  return tasks.map((task) => task.id).join(', ');
}

export function explainContrast(marker: Computed, language: Language, about: Words): string {
  const { effect } = marker;
  const tasks = taskList(marker, 4);
  const named = tasks ? ` (${tasks})` : '';
  if (roundsToZero(effect.value))
    return language === 'ru'
      ? `${about.ru}${named} получено почти столько же, сколько у участников региона с такими же суммами: заметной разницы нет${range(effect, 'ru')}.`
      : `${about.en}${named} earned nearly the same as with pupils of the region who have the same totals: there is no noticeable difference${range(effect, 'en')}.`;
  const amount = size(effect.value, language);
  const direction = comparison(effect.value, language, MORE, LESS);
  return language === 'ru'
    ? `${about.ru}${named} получено в среднем на ${amount} ${pointsWord(effect.value, 'ru')} на участника ${direction}${range(effect, 'ru')}, чем у участников региона с такими же суммами.`
    : `${about.en}${named} earned on average ${amount} points per pupil ${direction}${range(effect, 'en')} than with pupils of the region who have the same totals.`;
}
