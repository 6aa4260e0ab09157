/** Words printed on the official documents of a plan. These are Russian papers: they are Russian in every language of the screen. */

import { quoted } from '#src/platform/quotes.ts';

export const printed = {
  approve: 'УТВЕРЖДАЮ',
  signaturePlace: '________________',
  /** «приказ от 01.09.2026 № 12»; blanks where a number or day is not known. */
  approvedByOrder: (date: string, order: string) => `приказ от ${date} № ${order}`,
  approvedByNumber: (order: string, date: string) => `приказ № ${order} от ${date}`,
  approvedOn: (date: string) => `${date} г.`,
  blankDay: '______________',
  blankNumber: '________',
  schoolYear: (year: string) => `${year} учебный год`,
  column: {
    number: '№',
    measure: 'Мероприятие',
    deadline: 'Сроки',
    responsible: 'Ответственные',
    result: 'Ожидаемый результат',
  },
  planSheet: 'План',
  remarks: 'Замечания к плану',
  annexTo: 'Приложение к приказу',
  orderOf: (date: string, order: string) => `от ${date} № ${order}`,
  order: 'ПРИКАЗ',
  orders: 'ПРИКАЗЫВАЮ:',
  orderNumber: (order: string) => `№ ${order}`,
  preamble: 'В целях повышения объективности оценки образовательных результатов обучающихся',
  approveTitle: (title: string) => `Утвердить ${title} (приложение).`,
  carryOut: 'Ответственным исполнителям обеспечить выполнение мероприятий в установленные сроки.',
  appoint: (who: string) => `Назначить ответственным за координацию мероприятий: ${who.replace(/\.$/u, '')}.`,
  control: 'Контроль за исполнением настоящего приказа оставляю за собой.',
  about: (title: string) => `Об утверждении ${title}`,
  quoted: (title: string) => `документа ${quoted(title)}`,
  quotedAsObject: (title: string) => `прилагаемый документ ${quoted(title)}`,
  roadmapOf: 'дорожной карты',
  acquaintance: 'Лист ознакомления',
  acquaintanceColumn: {
    number: '№',
    name: 'Фамилия, имя, отчество',
    post: 'Должность',
    date: 'Дата',
    signature: 'Подпись',
  },
  withOrder: (date: string, order: string, about: string) => `с приказом от ${date} № ${order} ${quoted(about)}`,
  withPlan: (title: string) => `с документом ${quoted(title)}`,
  onDay: (date: string) => `на ${date}`,
  countedOn: (date: string) => `по данным на ${date}`,
  stateOn: (date: string) => `Отметка о выполнении на ${date}`,
  late: (day: string) => `срок прошёл ${day}`,
  datesAccepted: (done: number, all: number) => `принято ${done} из ${all}`,
  datesOther: (state: string, n: number) => `${state}: ${n}`,
  report: { school: 'Школа', figures: 'Показатели' },
  head: 'Руководитель',
  notKnown: '—',
} as const;

/** First words of a title: as it is named, of what (approval of it), what (approve it). */
export const TITLE_CASES: readonly (readonly [RegExp, of: string, what: string])[] = [
  [/^план-график(?!\p{L})/iu, 'плана-графика', 'план-график'],
  [/^план(?!\p{L})/iu, 'плана', 'план'],
  [/^комплекс(?!\p{L})/iu, 'комплекса', 'комплекс'],
  [/^перечень(?!\p{L})/iu, 'перечня', 'перечень'],
  [/^дорожная карта(?!\p{L})/iu, 'дорожной карты', 'дорожную карту'],
  [/^«дорожная карта»/iu, '«дорожной карты»', '«дорожную карту»'],
  [/^программа(?!\p{L})/iu, 'программы', 'программу'],
  [/^система мер(?!\p{L})/iu, 'системы мер', 'систему мер'],
];
