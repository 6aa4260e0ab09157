/** Figures then and now, and their difference, in words. */
import { markerName } from '#src/objectivity/text.ts';
import { date, formatNumber, percent } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { DifferenceUnit, Shown } from './model.ts';
import { papersInWords, signInWords } from './text.ts';

/** Figures of one work or year in a line. */
export function figuresInWords(shown: Shown, language: Language): string {
  const ru = language === 'ru';
  if (shown.suppressed) {
    return ru
      ? `${shown.year} год: меньше 5, показатели не приводятся`
      : `${shown.year}: fewer than 5, figures are not shown`;
  }
  if (shown.kind === 'index') {
    const { year, numerator, denominator } = shown;
    const share = percent(numerator / denominator, language, 1);
    const of = `${formatNumber(numerator, language)} ${ru ? 'из' : 'of'} ${formatNumber(denominator, language)}`;
    return ru ? `${year} год: ${share} (${of})` : `${year}: ${share} (${of})`;
  }
  const { procedure, heldOn, className, participants, signalled, strength, marker } = shown;
  const sign = signInWords(signalled, strength, language);
  const when = heldOn === null ? '' : `, ${date(heldOn, language)}`;
  const distance =
    marker?.kind === 'computed'
      ? ru
        ? `; «${markerName(marker.id, 'ru')}»: ${deviations(marker.z, 'ru')} от честного эталона`
        : `; “${markerName(marker.id, 'en')}”: ${deviations(marker.z, 'en')} from the honest reference`
      : '';
  const who = className === null ? '' : `${className}, `;
  return `${procedure}${when}: ${who}${sign}, ${papersInWords(participants, language)}${distance}`;
}

/** «4,8 стандартного отклонения». */
function deviations(value: number, language: Language, signed = false): string {
  const number = formatNumber(value, language, { digits: 1, signed });
  return language === 'ru' ? `${number}\u00a0стандартного отклонения` : `${number}\u00a0standard deviations`;
}

/** A difference with its unit: «−12,5 п. п.», «−3,0 стандартного отклонения». */
export function differenceInWords(value: number, unit: DifferenceUnit, language: Language): string {
  return unit === 'share'
    ? `${amount(value, unit, language, true)}\u00a0${language === 'ru' ? 'п.\u202fп.' : 'pp'}`
    : deviations(value, language, true);
}

/** The number of a difference alone: percentage points or standard deviations. */
export function amount(value: number, unit: DifferenceUnit, language: Language, signed: boolean): string {
  return formatNumber(unit === 'share' ? value * 100 : value, language, { digits: 1, signed });
}
