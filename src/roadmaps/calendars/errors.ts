/** Refusals about calendars and schedules. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const calendarRefusals = {
  calendarDefects: {
    status: 422,
    ru: 'В календаре есть даты, которые не сходятся: {found}. Исправьте их и сохраните снова.',
    en: 'The calendar has dates that do not fit: {found}. Mend them and save again.',
  },
  eventNotFound: {
    status: 404,
    ru: 'Такого графика нет: возможно, его убрали. Откройте страницу календаря заново.',
    en: 'There is no such schedule: it may have been removed. Open the calendar page anew.',
  },
  notYourCalendar: {
    status: 403,
    ru: 'Этот график ведёт другая организация: изменить его может только она.',
    en: 'Another organisation keeps this schedule: only it can change it.',
  },
} as const satisfies RefusalList;

export const refuseCalendar = refusals(calendarRefusals);
