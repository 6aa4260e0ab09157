import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words on the funnel. */
export const chartText = defineText({
  ru: {
    region: (share: string) => `край ${share}`,
    share: 'Доля, %',
    denominator: 'Знаменатель: сколько посчитано',
    denominatorShort: 'Знаменатель',
    numerator: 'Числитель',
    unit: 'Школа',
    position: 'Сравнение с краем',
    of: (numerator: number, denominator: number) => `${numerator} из ${denominator}`,
    n: (n: number) => `n = ${count(n, 'ru', { one: 'школа', few: 'школы', many: 'школ' })}`,
  },
  en: {
    region: (share) => `region ${share}`,
    share: 'Share, %',
    denominator: 'Denominator: how many were counted',
    denominatorShort: 'Denominator',
    numerator: 'Numerator',
    unit: 'School',
    position: 'Against the region',
    of: (numerator, denominator) => `${numerator} of ${denominator}`,
    n: (n) => `n = ${count(n, 'en', { one: 'school', other: 'schools' })}`,
  },
});
