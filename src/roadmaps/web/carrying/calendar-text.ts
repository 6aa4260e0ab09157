import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

const measures = { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий' };
const dates = { one: 'срок', few: 'срока', many: 'сроков' };

/** Words of the calendar of a plan. */
export const calendarText = defineText({
  ru: {
    title: (month: string, year: number, n: number) =>
      `${month[0]!.toUpperCase()}${month.slice(1)} ${year} года: ${n === 0 ? 'сроков нет' : count(n, 'ru', dates)}`,
    previous: (month: string) => `Предыдущий месяц, ${month}`,
    next: (month: string) => `Следующий месяц, ${month}`,
    current: 'Этот месяц',
    caption: (month: string, year: number) => `${month} ${year}: сроки по дням`,
    dayOff: 'нерабочий день',
    today: 'сегодня',
    late: 'срок прошёл',
    done: 'закрыто',
    more: (n: number) => `ещё ${n}`,
    moreOf: (n: number) => `ещё ${count(n, 'ru', measures)} этого дня, в списке ниже`,
    listTitle: 'То же списком',
    due: 'Не позднее',
    measure: 'Мероприятие',
    who: 'Кто отвечает',
    state: 'Состояние',
    undated: (n: number) => `Ещё ${count(n, 'ru', measures)} без крайнего дня: почему, видно на ленте времени.`,
    timeline: 'Открыть ленту времени',
    keys: 'Стрелки переводят с дня на день и за край месяца, PageUp и PageDown листают месяцы.',
  },
  en: {
    title: (month, year, n) =>
      `${month} ${year}: ${n === 0 ? 'no dates' : count(n, 'en', { one: 'date', other: 'dates' })}`,
    previous: (month) => `Previous month, ${month}`,
    next: (month) => `Next month, ${month}`,
    current: 'This month',
    caption: (month, year) => `${month} ${year}: dates by day`,
    dayOff: 'day off',
    today: 'today',
    late: 'past the date',
    done: 'closed',
    more: (n) => `${n} more`,
    moreOf: (n) => `${count(n, 'en', { one: 'more measure', other: 'more measures' })} of this day, in the list below`,
    listTitle: 'The same as a list',
    due: 'Not later than',
    measure: 'Measure',
    who: 'Who answers',
    state: 'State',
    undated: (n) =>
      `${count(n, 'en', { one: 'more measure', other: 'more measures' })} without a last day: the timeline says why.`,
    timeline: 'Open the timeline',
    keys: 'Arrows move from day to day and over the edge of the month, PageUp and PageDown turn the months.',
  },
});
