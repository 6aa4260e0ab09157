import { defineText } from '#src/platform/ui/i18n.ts';

/** Names of the pages of roadmaps: the line of sections, and the line of one plan's pages. */
export const text = defineText({
  ru: {
    sections: 'Дорожные карты',
    plans: 'Все планы',
    week: 'На этой неделе',
    calendars: 'Календари и графики',
    add: 'Загрузить план',
    planPages: 'Страницы плана',
    table: 'План',
    calendar: 'Календарь',
    people: 'По людям',
    timeline: 'Лента времени',
    remarks: 'Замечания',
    history: 'История',
    schools: 'Школы',
    reports: 'Отчёты',
    remarkCount: (n: number) => `замечаний: ${n}`,
  },
  en: {
    sections: 'Roadmaps',
    plans: 'All plans',
    week: 'This week',
    calendars: 'Calendars and schedules',
    add: 'Upload a plan',
    planPages: 'Pages of the plan',
    table: 'Plan',
    calendar: 'Calendar',
    people: 'By person',
    timeline: 'Timeline',
    remarks: 'Remarks',
    history: 'History',
    schools: 'Schools',
    reports: 'Reports',
    remarkCount: (n: number) => `remarks: ${n}`,
  },
});
