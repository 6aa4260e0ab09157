/** Remarks on expected results, kinds and carrying out, in words. */
import { defineText } from '#src/platform/ui/i18n.ts';
import { count } from '#src/platform/ui/format.ts';
import type { RemarkCode } from './model.ts';
import type { RemarkWords } from './words.ts';

export const resultRemarks = defineText({
  ru: {
    noResult: {
      title: 'Ожидаемый результат не указан',
      reason: () => 'У других мероприятий раздела результат есть, а у этого нет.',
      todo: 'Напишите, что останется после мероприятия: документ, решение, изменение.',
    },
    resultContradicts: {
      title: 'Результат противоречит мероприятию',
      reason: ({ words }) =>
        `Результат «${words}» говорит обратное тому, ради чего проводят мероприятие. Скорее всего, пропущено слово.`,
      todo: 'Сверьте результат с документом и исправьте.',
    },
    resultOfNeighbour: {
      title: 'Результат подходит соседней строке',
      reason: ({ other, value }) =>
        `Результат написан словами соседнего мероприятия (${other}): «${value}». Возможно, столбец сдвинут на строку.`,
      todo: 'Сверьте столбец результатов с документом.',
    },
    resultRepeated: {
      title: 'Результат повторён дословно',
      reason: ({ words, other }) =>
        `Результат «${words}» уже стоит у другого мероприятия (${other}). По нему не понять, что даст именно это.`,
      todo: 'Напишите результат этого мероприятия.',
    },
    resultRestates: {
      title: 'Результат повторяет мероприятие',
      reason: ({ words }) => `Результат «${words}» говорит только, что мероприятие проведено.`,
      todo: 'Напишите, что после него изменится или какой документ появится.',
    },
    targetInWords: {
      title: 'Показатель остался в словах',
      reason: ({ words }) => `«${words}» можно проверить числом, но показателем это не стало.`,
      todo: 'Сделайте величину показателем, и выполнение будет видно в отчёте.',
    },
    kindNotTold: {
      title: 'Вид мероприятия не определён',
      reason: ({ value }) =>
        value === ''
          ? 'По словам мероприятия его вид определить не удалось. Подтверждения из записей системы для него не найдутся.'
          : `Вид не указан. По словам подходит ${value}.`,
      todo: 'Выберите вид из списка.',
    },
    evidenceInSystem: {
      title: 'Подтверждение уже есть в системе',
      reason: ({ count: records }) =>
        `Мероприятие уже можно подтвердить: в системе есть ${count(Number(records), 'ru', { one: 'запись', few: 'записи', many: 'записей' })} о нём.`,
      todo: 'Приложите записи как подтверждение.',
    },
    doneWithoutEvidence: {
      title: 'Выполнено, а подтверждения нет',
      reason: ({ day }) =>
        day === ''
          ? 'Мероприятие отмечено выполненным, но к нему ничего не приложено.'
          : `Выполнение к ${day} принято, но к нему ничего не приложено.`,
      todo: 'Приложите файл, ссылку, запись системы или заметку.',
    },
    overdueNotReported: {
      title: 'Срок прошёл, отчёта нет',
      reason: ({ day, value }) =>
        value === 'returned'
          ? `Срок был ${day}. Подтверждение возвращено с замечанием, и нового пока нет.`
          : `Срок был ${day}, и подтверждения пока нет.`,
      todo: 'Отчитайтесь о выполнении или напишите, почему срок сдвинулся.',
    },
  },
  en: {
    noResult: {
      title: 'There is no expected result',
      reason: () => 'Other measures of the section have a result, and this one has none.',
      todo: 'Write what will be left after the measure: a document, a decision, a change.',
    },
    resultContradicts: {
      title: 'The result contradicts the measure',
      reason: ({ words }) =>
        `The result “${words}” says the opposite of what the measure is for. A word was probably left out.`,
      todo: 'Compare the result with the document and correct it.',
    },
    resultOfNeighbour: {
      title: 'The result fits a neighbouring row',
      reason: ({ other, value }) =>
        `The result is in the words of the neighbouring measure (${other}): “${value}”. The column may have slipped by a row.`,
      todo: 'Compare the column of results with the document.',
    },
    resultRepeated: {
      title: 'The result is repeated word by word',
      reason: ({ words, other }) =>
        `The result “${words}” already stands beside another measure (${other}). It does not tell what this one gives.`,
      todo: 'Write the result of this measure.',
    },
    resultRestates: {
      title: 'The result repeats the measure',
      reason: ({ words }) => `The result “${words}” only says that the measure was carried out.`,
      todo: 'Write what will change after it, or which document there will be.',
    },
    targetInWords: {
      title: 'A target stayed in words',
      reason: ({ words }) => `“${words}” can be checked as a number, and is no indicator yet.`,
      todo: 'Make the quantity an indicator, and the report will show how far it is reached.',
    },
    kindNotTold: {
      title: 'The kind of the measure is not told',
      reason: ({ value }) =>
        value === ''
          ? 'The words of the measure do not tell its kind. No records of the system will be found as its evidence.'
          : `No kind is given. By its words ${value} fits.`,
      todo: 'Choose the kind from the list.',
    },
    evidenceInSystem: {
      title: 'The system already has the evidence',
      reason: ({ count: records }) =>
        `The system has ${count(Number(records), 'en', { one: 'record', other: 'records' })} that can show the measure to be done.`,
      todo: 'Attach the records as evidence.',
    },
    doneWithoutEvidence: {
      title: 'Done, and nothing shows it',
      reason: ({ day }) =>
        day === ''
          ? 'The measure is marked as done, and nothing is attached to it.'
          : `What was due on ${day} is accepted, and nothing is attached to it.`,
      todo: 'Attach a file, a link, a record of the system or a note.',
    },
    overdueNotReported: {
      title: 'The deadline is over, and there is no report',
      reason: ({ day, value }) =>
        value === 'returned'
          ? `It was due on ${day}. The evidence was returned with a remark, and there is no new one yet.`
          : `It was due on ${day}, and there is no evidence yet.`,
      todo: 'Report on it, or write why the deadline has moved.',
    },
  },
} satisfies Record<'ru' | 'en', Partial<Record<RemarkCode, RemarkWords>>>);
