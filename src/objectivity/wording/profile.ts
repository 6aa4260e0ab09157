/** B4: tasks that differ most from what the totals lead one to expect. */
import { count, formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { Computed } from './phrases.ts';

export function explainProfile(marker: Computed, language: Language): string {
  const odd = [...(marker.details.tasks ?? [])].sort((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, 4);
  const list = odd
    .map(
      ({ id, observed, expected }) =>
        `${id} (${formatNumber(observed - expected, language, { digits: 1, signed: true })})`,
    )
    .join(', ');
  const tasks = Math.round(marker.effect.value);
  if (language === 'ru') {
    const odds =
      tasks > 0
        ? `Сильно отличаются от ожидаемого ${count(tasks, 'ru', { one: 'задание', few: 'задания', many: 'заданий' })}`
        : 'Ни одно задание не отличается от ожидаемого сильно';
    return list ? `${odds}; больше всего разница, в баллах на участника: ${list}.` : `${odds}.`;
  }
  const odds =
    tasks > 0
      ? `${count(tasks, 'en', { one: 'task differs', other: 'tasks differ' })} strongly from expectation`
      : 'No task differs strongly from expectation';
  return list ? `${odds}; the largest differences, points per pupil: ${list}.` : `${odds}.`;
}
