import { count, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';

const SCHOOLS = {
  ru: { one: 'школа', few: 'школы', many: 'школ' },
  en: { one: 'school', other: 'schools' },
} satisfies Record<Language, PluralForms>;
/** After «у»: у 1 школы, у 16 школ. */
const AT_SCHOOLS: PluralForms = { one: 'школы', few: 'школ', many: 'школ' };
/** After «в»: в 1 школу, в 3 школы. */
const TO_SCHOOLS: PluralForms = { one: 'школу', few: 'школы', many: 'школ' };
const MEASURES = {
  ru: { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий' },
  en: { one: 'measure', other: 'measures' },
} satisfies Record<Language, PluralForms>;

/** Words of the board of schools, of sending and of the district's proposals. */
export const text = defineText({
  ru: {
    notSentTitle: 'План ещё не отправлен школам',
    notSentLead:
      'Школы получат свой проект плана: мероприятия, которые исполняют они, со словами округа и своими людьми.',
    notApproved: 'Сначала утвердите план: школам рассылают утверждённое.',
    notYetDue: (n: number, approved: number) =>
      approved === 0
        ? `План у ${count(n, 'ru', AT_SCHOOLS)}, у себя его ещё никто не утвердил`
        : approved === n
          ? `План у ${count(n, 'ru', AT_SCHOOLS)}, сроки ещё не наступили`
          : `План у ${count(n, 'ru', AT_SCHOOLS)}, утвердили его у себя: ${approved}`,
    allInTime: (n: number) => `У ${count(n, 'ru', AT_SCHOOLS)} представлено всё, чему наступил срок`,
    silentTitle: (silent: number, schools: number) =>
      `${count(silent, 'ru', SCHOOLS.ru)} из ${schools} ${silent % 10 === 1 && silent % 100 !== 11 ? 'не представила' : 'не представили'} того, чему наступил срок`,
    lead: (day: string) => `Посчитано по записям школ на ${day}. Никто ничего не перепечатывал и не звонил.`,
    send: 'Отправить школам',
    sendChanges: 'Отправить изменения',
    sendRest: (n: number) => `Отправить остальным школам: ${n}`,
    month: 'Срок в месяце',
    wholeTime: 'за всё время',
    caption: 'Школы: полнота и своевременность',
    school: 'Школа',
    municipality: 'Муниципалитет',
    planState: 'План школы',
    notSent: 'не\u00a0отправлен',
    measures: 'Меро\u00adприятий',
    due: 'Срок наступил',
    onTime: 'Вовремя',
    late: 'Позже срока',
    silent: 'Не пред\u00adставлено',
    review: 'На проверке',
    accepted: 'Принято',
    proposals: 'Без ответа',
    report: 'Отчёт за месяц',
    reportLate: 'с опозданием',
    measuresCaption: 'Мероприятия: сколько школ и как далеко',
    number: '№',
    measure: 'Мероприятие',
    deadline: 'Срок',
    schools: 'Школ',
    done: 'Исполнили',
    evidence: 'Материалов',
    view: 'Показать',
    byMeasure: 'по мероприятиям',
    bySchool: 'по школам',
    reportDue: (day: string) => `Отчёт за месяц школы представляют до ${day}.`,

    sendTitle: 'Кому и что отправить',
    sendLead:
      'Каждая школа получит свой проект. Слова и людей школа меняет сама, связь с вашим мероприятием остаётся. Школы, у которых план уже есть, получат предложения.',
    whichSchools: 'Школы',
    whichMeasures: 'Мероприятия',
    whichHint:
      'Отмечены мероприятия, где среди ответственных названы школы. Под каждым написано, кто его исполняет; отметьте и другие, если их исполняют школы.',
    theirs: (who: string) => `исполняют школы: ${who}`,
    ours: (who: string) => `исполняет округ: ${who}`,
    nobody: 'ответственные не названы',
    groupAll: 'отметить всё здесь',
    groupNone: 'снять всё здесь',
    groupNamed: (group: string, whole: boolean) => `${whole ? 'Снять' : 'Отметить'} всё: ${group}`,
    ticked: (n: number, of: number) => `отмечено ${n} из ${of}`,
    all: 'Отметить все',
    none: 'Снять все',
    has: 'план уже у школы',
    sent: 'уже у школ',
    sendButton: (schools: number, measures: number) =>
      `Отправить: ${count(schools, 'ru', SCHOOLS.ru)}, ${count(measures, 'ru', MEASURES.ru)}`,
    changes: (add: number, change: number, withdraw: number) =>
      `Школам, у которых план есть, уйдут предложения: добавить ${add}, изменить ${change}, снять ${withdraw}.`,
    noChanges: 'Школам, у которых план есть, предлагать нечего: он не изменился.',
    sending: 'Отправляем план школам',
    sendingUnit: 'школ',
    lastSending: (at: string) => `Отправка ${at}`,
    gotIt: (n: number) =>
      n === 0
        ? 'Новых школ нет.'
        : `План ${n % 10 === 1 && n % 100 !== 11 ? 'получила' : 'получили'} ${count(n, 'ru', SCHOOLS.ru)}.`,
    hadIt: (n: number, asked: number) =>
      `У ${count(n, 'ru', AT_SCHOOLS)} он уже был: ${asked === 0 ? 'предлагать им нечего' : `предложения ушли в ${count(asked, 'ru', TO_SCHOOLS)}`}.`,
    missing: (names: string) => `План не ушёл: ${names}. Отправьте ещё раз: у остальных ничего не изменится.`,
    toBoard: 'Посмотреть школы',
    noSchools: 'У вас нет школ. Добавьте их в разделе «Организация».',

    proposalsTitle: (n: number) =>
      n === 0 ? 'Округ ничего нового не предлагает' : `Округ предлагает изменить план: ${n}`,
    proposalsLead: (district: string) =>
      `${district} изменил свой план. Пока вы не ответили, в вашем плане ничего не меняется.`,
    proposalsNotDistrict: 'Этот план составлен у вас: предложений сверху к нему не бывает.',
    kind: { add: 'Добавить', change: 'Изменить', withdraw: 'Снять' },
    was: 'Было у округа',
    becomes: 'Предлагает округ',
    own: 'Сейчас у вас',
    result: 'Результат',
    accept: 'Принять',
    acceptWords: 'Взять слова округа',
    keepOwn: 'Оставить свои слова',
    keepMeasure: 'Оставить как своё',
    acceptWithdraw: 'Снять мероприятие',
    decline: 'Отклонить',
    remark: 'Почему не подходит',
    remarkHint: 'Округ увидит ваш ответ.',
    sendDecline: 'Отправить отказ',
    cancel: 'Не отклонять',
    answered: 'Отвеченные',
    state: { proposed: 'ждёт ответа', accepted: 'принято', declined: 'отклонено', superseded: 'заменено новым' },
    answerColumn: 'Ответ',
    date: 'Дата',
    toPlan: 'Открыть план',
    originSame: (number: string | null) =>
      number === null ? 'Мероприятие округа, слова те же' : `Пункт ${number} плана округа, слова те же`,
    originOther: (number: string | null) =>
      number === null ? 'Мероприятие округа, у него другие слова:' : `Пункт ${number} плана округа, там другие слова:`,
    noneYet: 'Когда округ добавит, изменит или снимет мероприятие, предложение появится здесь.',
  },
  en: {
    notSentTitle: 'The plan has not been sent to schools',
    notSentLead:
      'Each school gets a draft of its own: the measures that schools carry out, in the district’s words and with its own people.',
    notApproved: 'Approve the plan first: schools are sent what is approved.',
    notYetDue: (n: number, approved: number) =>
      approved === n
        ? `The plan is with ${count(n, 'en', SCHOOLS.en)}, nothing is due yet`
        : `The plan is with ${count(n, 'en', SCHOOLS.en)}, approved by ${approved}`,
    allInTime: (n: number) => `${count(n, 'en', SCHOOLS.en)} ${n === 1 ? 'has' : 'have'} handed in all that was due`,
    silentTitle: (silent: number, schools: number) =>
      `${count(silent, 'en', SCHOOLS.en)} of ${schools} ${silent === 1 ? 'has' : 'have'} not handed in what was due`,
    lead: (day: string) => `Counted from the schools’ records on ${day}. Nobody retyped anything or telephoned.`,
    send: 'Send to schools',
    sendChanges: 'Send changes',
    sendRest: (n: number) => `Send to the other schools: ${n}`,
    month: 'Due in the month',
    wholeTime: 'the whole time',
    caption: 'Schools: completeness and timeliness',
    school: 'School',
    municipality: 'Municipality',
    planState: 'School’s plan',
    notSent: 'not sent',
    measures: 'Measures',
    due: 'Due',
    onTime: 'On time',
    late: 'Late',
    silent: 'Not handed in',
    review: 'Under review',
    accepted: 'Accepted',
    proposals: 'Unanswered',
    report: 'Monthly report',
    reportLate: 'late',
    measuresCaption: 'Measures: how many schools and how far',
    number: 'No.',
    measure: 'Measure',
    deadline: 'Deadline',
    schools: 'Schools',
    done: 'Done',
    evidence: 'Evidence',
    view: 'Show',
    byMeasure: 'by measure',
    bySchool: 'by school',
    reportDue: (day: string) => `Schools hand in the monthly report by ${day}.`,

    sendTitle: 'What to send to whom',
    sendLead:
      'Each school gets a draft of its own. It adapts words and people, the link to your measure holds. Schools that have the plan get proposals.',
    whichSchools: 'Schools',
    whichMeasures: 'Measures',
    whichHint:
      'Measures that name schools among their responsible parties are ticked. Below each stands who carries it out; tick others too where schools do.',
    theirs: (who: string) => `carried out by schools: ${who}`,
    ours: (who: string) => `carried out by the district: ${who}`,
    nobody: 'nobody is named as responsible',
    groupAll: 'tick all here',
    groupNone: 'untick all here',
    groupNamed: (group: string, whole: boolean) => `${whole ? 'Untick' : 'Tick'} all: ${group}`,
    ticked: (n: number, of: number) => `${n} of ${of} ticked`,
    all: 'Tick all',
    none: 'Untick all',
    has: 'has the plan',
    sent: 'schools have it',
    sendButton: (schools: number, measures: number) =>
      `Send: ${count(schools, 'en', SCHOOLS.en)}, ${count(measures, 'en', MEASURES.en)}`,
    changes: (add: number, change: number, withdraw: number) =>
      `Schools that have the plan get proposals: add ${add}, change ${change}, withdraw ${withdraw}.`,
    noChanges: 'There is nothing to propose to schools that have the plan: it has not changed.',
    sending: 'Sending the plan to schools',
    sendingUnit: 'schools',
    lastSending: (at: string) => `Sending of ${at}`,
    gotIt: (n: number) => (n === 0 ? 'No new schools.' : `${count(n, 'en', SCHOOLS.en)} got the plan.`),
    hadIt: (n: number, asked: number) =>
      `${count(n, 'en', SCHOOLS.en)} had it: ${asked === 0 ? 'there was nothing to propose' : `proposals went to ${count(asked, 'en', SCHOOLS.en)}`}.`,
    missing: (names: string) => `The plan did not reach: ${names}. Send again: nothing changes for the others.`,
    toBoard: 'See the schools',
    noSchools: 'You have no schools. Add them under “Organisation”.',

    proposalsTitle: (n: number) =>
      n === 0 ? 'The district proposes nothing new' : `The district proposes changes to the plan: ${n}`,
    proposalsLead: (district: string) => `${district} changed its plan. Until you answer, nothing changes in yours.`,
    proposalsNotDistrict: 'This plan was made by you: nothing is proposed to it from above.',
    kind: { add: 'Add', change: 'Change', withdraw: 'Withdraw' },
    was: 'The district had',
    becomes: 'The district proposes',
    own: 'You have now',
    result: 'Result',
    accept: 'Accept',
    acceptWords: 'Take the district’s words',
    keepOwn: 'Keep one’s own words',
    keepMeasure: 'Keep it as one’s own',
    acceptWithdraw: 'Withdraw the measure',
    decline: 'Decline',
    remark: 'Why it does not fit',
    remarkHint: 'The district sees your answer.',
    sendDecline: 'Send the refusal',
    cancel: 'Do not decline',
    answered: 'Answered',
    state: { proposed: 'waits', accepted: 'accepted', declined: 'declined', superseded: 'replaced by a newer one' },
    answerColumn: 'Answer',
    date: 'Date',
    toPlan: 'Open the plan',
    originSame: (number: string | null) =>
      number === null
        ? 'A measure of the district, in the same words'
        : `Item ${number} of the district’s plan, in the same words`,
    originOther: (number: string | null) =>
      number === null
        ? 'A measure of the district, in other words:'
        : `Item ${number} of the district’s plan, in other words:`,
    noneYet: 'When the district adds, changes or withdraws a measure, the proposal appears here.',
  },
});
