/** Words of calendars: kinds of terms and schedules, what does not fit. One place for screens, the server and spreadsheets. */
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import type { TermKind } from '../deadline/model.ts';
import type { DefectCode, EventKind } from './model.ts';

interface Words {
  readonly terms: Readonly<Record<TermKind, string>>;
  /** «1 четверть». */
  readonly term: Readonly<Record<TermKind, string>>;
  readonly kinds: Readonly<Record<EventKind, string>>;
  readonly defects: Readonly<Record<DefectCode, string>>;
  readonly holidays: Readonly<Record<'autumn' | 'winter' | 'spring' | 'summer' | 'additional', string>>;
}

export const calendarsText = defineText<Words>({
  ru: {
    terms: { quarterTerm: 'Четверти', trimester: 'Триместры', halfYearTerm: 'Полугодия', module: 'Модули' },
    term: { quarterTerm: 'четверть', trimester: 'триместр', halfYearTerm: 'полугодие', module: 'модуль' },
    kinds: { schedule: 'график', plan: 'план', event: 'событие' },
    defects: {
      missingDay: 'нет одной из дат',
      reversed: 'начало позже конца',
      outsideYear: 'дата вне учебного года',
      overlaps: 'даты пересекаются с другой строкой',
      sameNumber: 'такой номер уже есть',
      nameMissing: 'нет названия',
      lessonsEndOutside: 'последний день уроков вне учебного года',
      titleMissing: 'нет названия',
    },
    holidays: {
      autumn: 'Осенние каникулы',
      winter: 'Зимние каникулы',
      spring: 'Весенние каникулы',
      summer: 'Летние каникулы',
      additional: 'Дополнительные каникулы',
    },
  },
  en: {
    terms: { quarterTerm: 'Quarters', trimester: 'Trimesters', halfYearTerm: 'Half-years', module: 'Modules' },
    term: { quarterTerm: 'quarter', trimester: 'trimester', halfYearTerm: 'half-year', module: 'module' },
    kinds: { schedule: 'schedule', plan: 'plan', event: 'occasion' },
    defects: {
      missingDay: 'one of the dates is missing',
      reversed: 'the beginning is later than the end',
      outsideYear: 'a date is outside the school year',
      overlaps: 'the dates overlap with another row',
      sameNumber: 'this number is there already',
      nameMissing: 'the name is missing',
      lessonsEndOutside: 'the last day of lessons is outside the school year',
      titleMissing: 'the name is missing',
    },
    holidays: {
      autumn: 'Autumn holidays',
      winter: 'Winter holidays',
      spring: 'Spring holidays',
      summer: 'Summer holidays',
      additional: 'Additional holidays',
    },
  },
});

export function defectInWords(code: DefectCode, language: Language): string {
  return calendarsText[language].defects[code];
}

/** Holidays by the month of their middle. */
export function holidayName(month: number, language: Language): string {
  const { holidays } = calendarsText[language];
  if (month === 10 || month === 11) return holidays.autumn;
  if (month === 12 || month === 1) return holidays.winter;
  if (month === 3 || month === 4) return holidays.spring;
  return month >= 6 && month <= 8 ? holidays.summer : holidays.additional;
}
