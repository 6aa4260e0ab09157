import { plural } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';
import type { UndatedReason } from '../../carrying/undated.ts';

const ofMeasures = { one: 'мероприятия', few: 'мероприятий', many: 'мероприятий' };
const undated: Readonly<Record<UndatedReason, (words: string) => string>> = {
  draft: () => 'дни появятся после утверждения плана',
  withdrawn: () => 'мероприятие снято',
  condition: () => 'дней нет, пока не отмечено, что понадобилось',
  noDeadline: () => 'срок в плане не назван',
  notUnderstood: () => 'срок не разобран: уточните его в плане',
  noStart: () => 'не сказано, от какого дня считать',
  reference: (words) => `в календари не внесено: ${words}`,
  noDay: () => 'в этом учебном году дней нет',
};
const ru = {
  title: (n: number, late: number) =>
    late === 0
      ? `Сроки мероприятий за учебный год: ${n}, ни один не просрочен`
      : `Из ${n} ${plural(n, 'ru', ofMeasures)} срок прошёл у ${late}`,
  asTable: 'Показать таблицей',
  asChart: 'Показать полосой',
  today: 'сегодня',
  chart: 'Сроки мероприятий по месяцам учебного года; то же стоит в таблице',
  legendTitle: 'Что значат знаки',
  legend: { open: 'впереди', overdue: 'срок прошёл', submitted: 'на проверке', finished: 'закрыто' },
  diamond: 'один день',
  arrow: 'без последнего дня',
  late: 'срок прошёл',
  section: 'Раздел',
  measure: 'Мероприятие',
  dates: 'Сроки',
  state: 'Состояние',
  undated,
};

/** Words of the timeline of a plan. */
export const timelineText = defineText({
  ru,
  en: {
    title: (n, late) =>
      late === 0 ? `${n} measures along the school year, none past its date` : `${late} of ${n} measures past a date`,
    asTable: 'Show as a table',
    asChart: 'Show as a timeline',
    today: 'today',
    chart: 'Dates of measures by month of the school year; the table holds the same',
    legendTitle: 'What the marks mean',
    legend: { open: 'ahead', overdue: 'past the date', submitted: 'under review', finished: 'closed' },
    diamond: 'a single day',
    arrow: 'no last day',
    late: 'past the date',
    section: 'Section',
    measure: 'Measure',
    dates: 'Dates',
    state: 'State',
    undated: {
      draft: () => 'days appear once the plan is approved',
      withdrawn: () => 'the measure was withdrawn',
      condition: () => 'no days until somebody notes that it is needed',
      noDeadline: () => 'the plan names no deadline',
      notUnderstood: () => 'the deadline was not understood: mend it in the plan',
      noStart: () => 'nothing says from which day to count',
      reference: (words) => `the calendars do not hold: ${words}`,
      noDay: () => 'no days in this school year',
    },
  },
});
