import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Rows are people and posts alike: «Администрация», «классные руководители». */
const responsible = { one: 'ответственный', few: 'ответственных', many: 'ответственных' };

/** Words of the list by person. */
export const peopleText = defineText({
  ru: {
    title: (n: number, late: number) =>
      `${count(n, 'ru', responsible)} за план${late === 0 ? '' : `, у ${late} есть просроченные сроки`}`,
    lead: 'Список можно напечатать к педсовету: каждый ответственный со своими мероприятиями начинается с новой строки.',
    who: 'Кто',
    measures: 'Мероприятий',
    dates: 'Сроков',
    overdue: 'Срок прошёл',
    thisWeek: 'На этой неделе',
    review: 'На проверке',
    returned: 'Возвращено',
    finished: 'Закрыто',
    nobody: 'Ответственный не назван',
    coExecutor: 'соисполнитель',
    standIn: (name: string) => `замещает ${name}`,
    notStaff: 'не связан с сотрудником',
    listTitle: 'Поимённо',
    caption: 'Кто за что отвечает',
    deadline: 'Срок в плане',
    state: 'Сроки и состояние',
    number: '№',
    measure: 'Мероприятие',
    print: 'Напечатать',
    empty: 'В плане ни у одного мероприятия не назван ответственный',
    emptyText: 'Назовите должности и людей в таблице плана, и здесь будет видно, кто за что отвечает.',
    openPlan: 'Открыть план',
  },
  en: {
    title: (n, late) =>
      `${count(n, 'en', { one: 'party', other: 'parties' })} responsible for the plan${late === 0 ? '' : `, ${late} with dates past`}`,
    lead: 'The list can be printed for a staff meeting: everybody with his measures.',
    who: 'Who',
    measures: 'Measures',
    dates: 'Dates',
    overdue: 'Past the date',
    thisWeek: 'This week',
    review: 'Under review',
    returned: 'Returned',
    finished: 'Closed',
    nobody: 'Nobody is named',
    coExecutor: 'co-executor',
    standIn: (name) => `${name} stands in`,
    notStaff: 'tied to no member of staff',
    listTitle: 'By name',
    caption: 'Who answers for what',
    deadline: 'Deadline in the plan',
    state: 'Dates and state',
    number: 'No.',
    measure: 'Measure',
    print: 'Print',
    empty: 'No measure of the plan names anybody',
    emptyText: 'Name posts and people in the table of the plan, and this page shows who answers for what.',
    openPlan: 'Open the plan',
  },
});
