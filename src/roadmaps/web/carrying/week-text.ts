import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

const matters = { one: 'дело', few: 'дела', many: 'дел' };
const days = { one: 'день', few: 'дня', many: 'дней' };

const pieces = { one: 'подтверждение', few: 'подтверждения', many: 'подтверждений' };
const piecesEn = { one: 'piece of evidence', other: 'pieces of evidence' };

export interface WeekCounts {
  readonly submit: number;
  readonly mend: number;
  readonly review: number;
}

/** «Представьте 2 подтверждения, исправьте 1 и проверьте 3». */
function sentence(parts: readonly string[], and: string): string {
  const words = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
  return words[0]!.toUpperCase() + words.slice(1);
}

/** Words of the page of the week. */
export const weekText = defineText({
  ru: {
    /** How much is to be handed in, mended and reviewed this week. */
    title: ({ submit, mend, review }: WeekCounts) => {
      const parts = [
        submit > 0 ? `представьте ${count(submit, 'ru', pieces)}` : '',
        mend > 0 ? `исправьте ${submit > 0 ? `${mend}` : count(mend, 'ru', pieces)}` : '',
        review > 0 ? `проверьте ${submit + mend > 0 ? `${review}` : count(review, 'ru', pieces)}` : '',
      ].filter(Boolean);
      return parts.length === 0 ? 'На этой неделе всё сделано' : sentence(parts, 'и');
    },
    titleOf: (name: string, n: number, late: number) =>
      n === 0
        ? `${name}: на этой неделе всё сделано`
        : `${name}: на этой неделе ${count(n, 'ru', matters)}${late === 0 ? '' : `, у ${late} срок прошёл`}`,
    noneYet: (name: string | null, below: boolean) =>
      name !== null
        ? `${name}: утверждённых планов пока нет`
        : below
          ? 'Своих утверждённых планов пока нет'
          : 'Утверждённых планов пока нет',
    lead: (weekday: string, today: string, end: string, late: number) =>
      `${late === 0 ? '' : `${late === 1 ? 'У одного' : `У ${late}`} срок уже прошёл. `}Сегодня ${weekday}, ${today}${today === end ? ', последний день недели' : `, неделя заканчивается ${end}`}.`,
    whose: 'Показаны мероприятия:',
    whoseMine: (n: number) => `только мои (${n})`,
    whoseAll: 'всей организации',
    notLinked:
      'Вы не связаны ни с одной должностью, поэтому «моих» мероприятий нет. Свяжите учётную запись с должностью:',
    substitutions: 'Кто кого замещает',
    plans: 'Все планы',
    print: 'Напечатать список',
    due: 'Срок',
    measure: 'Мероприятие',
    who: 'Кто отвечает',
    action: 'Что сделать',
    caption: 'Что сделать на этой неделе',
    waits: (n: number) => (n === 0 ? 'ждёт с сегодняшнего дня' : `ждёт ${count(n, 'ru', days)}`),
    late: (n: number) => `просрочено на ${count(n, 'ru', days)}`,
    today: 'сегодня',
    tomorrow: 'завтра',
    inDays: (n: number) => `через ${count(n, 'ru', days)}`,
    since: (day: string) => `идёт с ${day}`,
    unresolved: 'нет даты',
    submit: 'Представить подтверждение',
    submitFor: (name: string) => `Представить подтверждение: ${name}`,
    mend: 'Исправить и представить',
    mendFor: (name: string) => `Исправить и представить: ${name}`,
    review: 'Проверить',
    reviewFor: (name: string) => `Проверить: ${name}`,
    rows: (n: number) => count(n, 'ru', { one: 'строка', few: 'строки', many: 'строк' }),
    download: 'Скачать в Excel',
    show: 'Показать',
    hide: 'Скрыть',
    result: (result: string) => `Ожидается: ${result}`,
    remark: 'Замечание',
    handed: (who: string, day: string) => `Представлено ${day}, ${who}`,
    coExecutor: 'вы соисполнитель',
    insteadOf: (name: string) => `вы замещаете: ${name}`,
    nobody: 'не назван',
    belowTitle: 'Как у организаций, которые входят в вашу',
    belowLead: 'Счёт ведётся по срокам утверждённых планов. Откройте организацию, чтобы увидеть её неделю.',
    name: 'Организация',
    overdue: 'Срок прошёл',
    thisWeek: 'На этой неделе',
    toReview: 'На проверке',
    returned: 'Возвращено',
    closed: 'Закрыто',
    all: 'Всего сроков',
    back: 'К своей неделе',
    emptyTitle: 'С чего начать',
    empty: 'Когда план будет утверждён приказом, здесь каждый день будет видно, что сделать, к какому сроку и кому.',
    emptyAction: 'Открыть дорожные карты',
    calm: 'Ни один срок не прошёл и не подходит на этой неделе. Можно заглянуть вперёд или представить то, что уже сделано.',
    calmMine: 'У вас ни один срок не прошёл и не подходит. Вся организация показывается словом выше.',
  },
  en: {
    title: ({ submit, mend, review }) => {
      const parts = [
        submit > 0 ? `hand in ${count(submit, 'en', piecesEn)}` : '',
        mend > 0 ? `mend ${submit > 0 ? `${mend}` : count(mend, 'en', piecesEn)}` : '',
        review > 0 ? `review ${submit + mend > 0 ? `${review}` : count(review, 'en', piecesEn)}` : '',
      ].filter(Boolean);
      return parts.length === 0 ? 'Everything is done this week' : sentence(parts, 'and');
    },
    titleOf: (name, n, late) =>
      n === 0
        ? `${name}: everything is done this week`
        : `${name}: ${count(n, 'en', { one: 'thing', other: 'things' })} to do this week${late === 0 ? '' : `, ${late} past the date`}`,
    noneYet: (name, below) =>
      name !== null
        ? `${name}: no approved plan yet`
        : below
          ? 'There is no approved plan of your own yet'
          : 'There is no approved plan yet',
    lead: (weekday, today, end, late) =>
      `${late === 0 ? '' : `${late} past the date. `}Today is ${weekday}, ${today}${today === end ? ', the last day of the week' : `; the week ends on ${end}`}.`,
    whose: 'Measures shown:',
    whoseMine: (n) => `mine only (${n})`,
    whoseAll: 'of the whole organisation',
    notLinked: 'You hold no post on the staff, so no measure is yours. Tie the account to a post:',
    substitutions: 'Who stands in for whom',
    plans: 'All plans',
    print: 'Print the list',
    due: 'Date',
    measure: 'Measure',
    who: 'Who answers',
    action: 'What to do',
    caption: 'What to do this week',
    waits: (n) => (n === 0 ? 'waits since today' : `waits ${count(n, 'en', { one: 'day', other: 'days' })}`),
    late: (n) => `${count(n, 'en', { one: 'day', other: 'days' })} late`,
    today: 'today',
    tomorrow: 'tomorrow',
    inDays: (n) => `in ${count(n, 'en', { one: 'day', other: 'days' })}`,
    since: (day) => `since ${day}`,
    unresolved: 'no date',
    submit: 'Hand in evidence',
    submitFor: (name) => `Hand in evidence: ${name}`,
    mend: 'Mend and hand in',
    mendFor: (name) => `Mend and hand in: ${name}`,
    review: 'Review',
    reviewFor: (name) => `Review: ${name}`,
    rows: (n) => count(n, 'en', { one: 'row', other: 'rows' }),
    download: 'Download as Excel',
    show: 'Show',
    hide: 'Hide',
    result: (result) => `Expected: ${result}`,
    remark: 'Remark',
    handed: (who, day) => `Handed in on ${day}, ${who}`,
    coExecutor: 'you are a co-executor',
    insteadOf: (name) => `you stand in for ${name}`,
    nobody: 'not named',
    belowTitle: 'How the organisations below stand',
    belowLead: 'Dates of approved plans are counted. Open an organisation to see its week.',
    name: 'Organisation',
    overdue: 'Past the date',
    thisWeek: 'This week',
    toReview: 'Under review',
    returned: 'Returned',
    closed: 'Closed',
    all: 'Dates in all',
    back: 'To your own week',
    emptyTitle: 'Where to begin',
    empty: 'Once a plan is approved by an order, this page shows every day what is to be done, by when and by whom.',
    emptyAction: 'Open the roadmaps',
    calm: 'No date has passed or comes this week. You can look ahead or hand in what is done already.',
    calmMine: 'None of your dates has passed or comes this week. The word above shows the whole organisation.',
  },
});
