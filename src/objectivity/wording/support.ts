/** B8 and B9: what supports a sign and never makes one. */
import { formatNumber, percent } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { type Computed, range, roundsToZero } from './phrases.ts';

/** The other procedure's result beside what this work promises. */
export function explainConfirmation({ effect, details }: Computed, language: Language): string {
  const { there, promised, schools } = details.figures ?? {};
  const other = details.other ?? '';
  const per = (value: number | undefined): string => percent(value === undefined ? undefined : value / 100, language);
  const amount = formatNumber(Math.abs(effect.value), language, { digits: 1 });
  if (language === 'ru') {
    const seen = `Те же ученики в процедуре «${other}» набрали ${per(there)} от наибольшего балла; по этой работе и другим школам ожидалось ${per(promised)}`;
    if (roundsToZero(effect.value)) return `${seen}: заметной разницы нет.`;
    const direction = effect.value > 0 ? 'меньше' : 'больше';
    return `${seen}: на ${amount} процентного пункта ${direction}${range(effect, 'ru')}. Сравнение по ${formatNumber(schools, 'ru')} школам.`;
  }
  const seen = `In “${other}” the same pupils earned ${per(there)} of the maximum; this work and other schools led one to expect ${per(promised)}`;
  if (roundsToZero(effect.value)) return `${seen}: there is no noticeable difference.`;
  return `${seen}: ${amount} percentage points ${effect.value > 0 ? 'less' : 'more'}${range(effect, 'en')}. Compared over ${formatNumber(schools, 'en')} schools.`;
}

/** Spread of the totals and share of blanks beside classes of the same level. */
export function explainSpread({ effect, details }: Computed, language: Language): string {
  const { spread, usualSpread, blanks, usualBlanks } = details.figures ?? {};
  const one = (value: number | undefined): string => formatNumber(value, language, { digits: 1 });
  const share = (value: number): string => percent(value, language, 1);
  const times = formatNumber(effect.value, language, { digits: 2 });
  if (language === 'ru') {
    const totals =
      spread === undefined
        ? `Разброс сумм составляет ${times} обычного для классов с таким средним баллом${range(effect, 'ru', 2)}.`
        : `Разброс сумм (стандартное отклонение) ${one(spread)}, у классов с таким же средним баллом обычно ${one(usualSpread)}.`;
    if (blanks === undefined || usualBlanks === undefined) return totals;
    return `${totals} Не начато заданий ${share(blanks)}, обычно ${share(usualBlanks)}.`;
  }
  const totals =
    spread === undefined
      ? `The spread of totals is ${times} of the usual one for classes with such a mean${range(effect, 'en', 2)}.`
      : `The spread of totals (standard deviation) is ${one(spread)}, in classes with the same mean usually ${one(usualSpread)}.`;
  if (blanks === undefined || usualBlanks === undefined) return totals;
  return `${totals} Tasks not begun: ${share(blanks)}, usually ${share(usualBlanks)}.`;
}
