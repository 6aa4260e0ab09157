/** B1: papers on both sides of a boundary of marks. */
import { count, formatNumber, points } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { type Computed, range } from './phrases.ts';

export function explainBoundary(marker: Computed, language: Language): string {
  const { effect } = marker;
  const [first] = [...(marker.details.boundaries ?? [])].sort(
    (a, b) => b.above - b.expectedAbove - (a.above - a.expectedAbove),
  );
  const lifted = Math.max(0, Math.round(effect.value));
  if (language === 'ru') {
    const paper = { one: 'работа', few: 'работы', many: 'работ', other: 'работы' };
    const seen = first
      ? `У границы отметки «${first.mark}» (${points(first.score, 'ru')}) чуть выше ${count(first.above, 'ru', paper)}, чуть ниже ${formatNumber(first.below, 'ru')}; по распределению региона выше ожидалось бы около ${formatNumber(first.expectedAbove, 'ru')}. `
      : '';
    const sum =
      lifted > 0
        ? `Сверх ожидаемого над границами отметок около ${count(lifted, 'ru', { one: 'работы', few: 'работ', many: 'работ' })}${range(effect, 'ru', 0)}.`
        : 'Сверх ожидаемого работ над границами отметок нет.';
    return seen + sum;
  }
  const seen = first
    ? `At the boundary of mark ${first.mark} (${points(first.score, 'en')}) ${count(first.above, 'en', { one: 'paper lies', other: 'papers lie' })} just above and ${first.below} just below; the region's distribution would put about ${formatNumber(first.expectedAbove, 'en')} above. `
    : '';
  return lifted > 0
    ? `${seen}Papers above mark boundaries beyond expectation: about ${lifted}${range(effect, 'en', 0)}.`
    : `${seen}There are no papers above mark boundaries beyond expectation.`;
}
