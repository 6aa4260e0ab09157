import { formatNumber } from '#src/platform/ui/format.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import type { MarkAgreement } from '../recheck/mark-agreement.ts';

/** Words of the agreement of journal marks with marks for the work. */

type Figure = { readonly value: number; readonly low: number; readonly high: number };

const two = (value: number, language: Language, signed = false) => formatNumber(value, language, { digits: 2, signed });

const from = ({ low, high }: Figure, language: Language, signed = false) =>
  language === 'ru'
    ? `от ${two(low, 'ru', signed)} до ${two(high, 'ru', signed)}`
    : `${two(low, 'en', signed)} to ${two(high, 'en', signed)}`;

export const agreementText = defineText({
  ru: {
    heading: 'Согласие отметок',
    qwk: 'Взвешенная каппа (QWK)',
    qwkValue: (qwk: Figure) => `${two(qwk.value, 'ru')} (${from(qwk, 'ru')})`,
    noQwk: 'не определена: все отметки одинаковы',
    bias: 'За работу минус в журнале, в среднем',
    biasValue: (bias: Figure) => `${two(bias.value, 'ru', true)} (${from(bias, 'ru', true)})`,
    limits: 'У 95 % участников разница',
    limitsValue: ({ lower, upper }: MarkAgreement) =>
      `от ${two(lower.value, 'ru', true)} (${from(lower, 'ru', true)}) до ${two(upper.value, 'ru', true)} (${from(upper, 'ru', true)})`,
    note: 'Каппа: 1 — отметки совпадают, 0 — совпадают не чаще случайного; в классе равных учеников она мала и при хорошем согласии. Разница и её границы — по Бланду и Альтману, в отметках, в скобках 95-процентные интервалы.',
  },
  en: {
    heading: 'Agreement of marks',
    qwk: 'Weighted kappa (QWK)',
    qwkValue: (qwk) => `${two(qwk.value, 'en')} (${from(qwk, 'en')})`,
    noQwk: 'not defined: all marks are the same',
    bias: 'For the work minus journal, on average',
    biasValue: (bias) => `${two(bias.value, 'en', true)} (${from(bias, 'en', true)})`,
    limits: 'For 95% of pupils the difference lies',
    limitsValue: ({ lower, upper }) =>
      `from ${two(lower.value, 'en', true)} (${from(lower, 'en', true)}) to ${two(upper.value, 'en', true)} (${from(upper, 'en', true)})`,
    note: 'Kappa: 1 means the marks agree, 0 that they agree no more than by chance; in a class of equal pupils it is small even where agreement is good. The difference and its limits are those of Bland and Altman, in marks, with 95% intervals in brackets.',
  },
});
