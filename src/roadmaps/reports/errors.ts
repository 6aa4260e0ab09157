/** Refusals of reports. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const reportRefusals = {
  reportNotFound: {
    status: 404,
    ru: 'Такого отчёта нет или он не вашей организации. Откройте список отчётов плана.',
    en: 'There is no such report, or it belongs to another organisation. Open the list of the plan’s reports.',
  },
  planNotApproved: {
    status: 409,
    ru: 'План ещё не утверждён: отчитываться пока не о чем.',
    en: 'The plan is not approved yet: there is nothing to report on.',
  },
  monthNotBegun: {
    status: 409,
    ru: 'Этот месяц ещё не начался. Отчёт за него можно составить, когда он наступит.',
    en: 'That month has not begun. Its report can be made when it comes.',
  },
  monthOutsidePlan: {
    status: 400,
    ru: 'Этот месяц не входит в учебный год плана.',
    en: 'That month is outside the school year of the plan.',
  },
  alreadyMade: {
    status: 409,
    ru: 'Отчёт за этот месяц уже составлен. Откройте его в списке.',
    en: 'The report of that month has been made. Open it in the list.',
  },
  alreadySubmitted: {
    status: 409,
    ru: 'Отчёт уже представлен. Если в нём ошибка, попросите округ вернуть его.',
    en: 'The report has been handed in. If it is wrong, ask the district to return it.',
  },
  notToDistrict: {
    status: 409,
    ru: 'Этот план составлен у вас, а не пришёл от округа: представлять отчёт по нему некому. Записи месяца сохраняются.',
    en: 'This plan was made by you and did not come from a district: there is nobody to report to. The records of the month are kept.',
  },
  notSubmitted: {
    status: 409,
    ru: 'Ответить можно только на представленный отчёт.',
    en: 'Only a report that was handed in can be answered.',
  },
  remarkNeeded: {
    status: 400,
    ru: 'Напишите, что исправить: школа увидит замечание.',
    en: 'Say what to correct: the school sees the remark.',
  },
  numbersDisagree: {
    status: 409,
    ru: 'Текст расходится с данными: {numbers}. Возьмите числа из данных или укажите источник.',
    en: 'The text disagrees with the data: {numbers}. Take the numbers from the data or name their source.',
  },
  approverMissing: {
    status: 409,
    ru: 'Впишите, кто утверждает отчёт: должность и фамилию с инициалами. Они будут стоять в документе.',
    en: 'Write who approves the report: the post, the initials and the surname. They will stand in the document.',
  },
  reportApproved: {
    status: 409,
    ru: 'Отчёт утверждён. Чтобы править его, верните в проект.',
    en: 'The report is approved. To edit it, return it to a draft.',
  },
  reportLocked: {
    status: 409,
    ru: 'Отчёт закрыт от правок: он выдан как документ. Его можно скачать.',
    en: 'The report is locked: it was issued as a document. It can be downloaded.',
  },
  notApproved: {
    status: 409,
    ru: 'Сначала утвердите отчёт.',
    en: 'Approve the report first.',
  },
} as const satisfies RefusalList;

export const refuseReport = refusals(reportRefusals);
