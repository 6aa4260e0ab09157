/** Remarks on the plan itself, on people and on the table, in words. */
import { defineText } from '#src/platform/ui/i18n.ts';
import { count } from '#src/platform/ui/format.ts';
import type { RemarkCode } from './model.ts';
import type { RemarkWords } from './words.ts';

const FIELDS = {
  ru: { deadline: 'срок', responsible: 'ответственный', result: 'результат' },
  en: { deadline: 'the deadline', responsible: 'the responsible person', result: 'the result' },
} as const;

function fieldList(value: string, names: Readonly<Record<string, string>>): string {
  return value
    .split(',')
    .map((field) => names[field] ?? field)
    .join(', ');
}

export const rowRemarks = defineText({
  ru: {
    planNotApproved: {
      title: 'План не утверждён приказом',
      reason: ({ value, day }) =>
        value === '' && day === ''
          ? 'В плане нет ни номера, ни даты приказа, которым он утверждён.'
          : value === ''
            ? `В плане есть дата утверждения ${day}, а номера приказа нет.`
            : `В плане есть номер приказа ${value}, а даты нет.`,
      todo: 'Впишите номер и дату приказа или подготовьте приказ здесь.',
    },
    schoolYearGuessed: {
      title: 'Учебный год в плане не назван',
      reason: ({ value }) => `В названии плана учебного года нет. Взят ${value}.`,
      todo: 'Подтвердите учебный год или укажите другой: от него зависят все сроки без года.',
    },
    noResponsible: {
      title: 'Ответственный не назван',
      reason: () => 'У мероприятия нет ответственного. Напоминание о нём не придёт никому.',
      todo: 'Назовите должность. Исполнитель найдётся по ней сам.',
    },
    postHeldByNobody: {
      title: 'Должность никто не занимает',
      reason: ({ words, count: measures }) =>
        `Должности «${words}» нет ни у одного работника, а за ней ${count(Number(measures), 'ru', { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий' })}.`,
      todo: 'Закрепите должность за работником или назовите в плане другую.',
    },
    manyInOneWeek: {
      title: 'Много мероприятий в одну неделю',
      reason: ({ words, count: measures, day, last }) =>
        `С ${day} по ${last} срок наступает у ${count(Number(measures), 'ru', { one: 'мероприятия', few: 'мероприятий', many: 'мероприятий' })}, за которые отвечает «${words}».`,
      todo: 'Перенесите часть сроков или поручите часть работы другим.',
    },
    valueInherited: {
      title: 'Значение взято из строки выше',
      reason: ({ value, other }) =>
        other === 'unseen'
          ? `Ячейка пуста, и взято значение строки выше: ${fieldList(value, FIELDS.ru)}. В тексте не видно, объединена ячейка или пропущена.`
          : `Ячейка объединена со строками выше, и значение взято оттуда: ${fieldList(value, FIELDS.ru)}.`,
      todo: 'Сверьте с документом и подтвердите.',
    },
    valueMoved: {
      title: 'Значение прочитано не из своего столбца',
      reason: ({ words, value }) =>
        value === 'deadlineFromText'
          ? `Отдельного срока у пункта нет. Взяты слова самого мероприятия: «${words}».`
          : value === 'deadlineFromRowAbove'
            ? `Своего срока в строке нет. Взят срок «${words}», который попал в строку выше.`
            : 'Ячейки строки сдвинуты относительно заголовка и прочитаны по содержанию.',
      todo: 'Сверьте строку с документом. Если всё верно, подтвердите.',
    },
    cutByPage: {
      title: 'Строка разорвана концом страницы',
      reason: () => 'Строка началась на одной странице, а кончилась на другой. Обе части соединены.',
      todo: 'Сверьте с документом, правильно ли соединены части, и подтвердите.',
    },
    textCutOff: {
      title: 'Текст обрывается',
      reason: ({ words }) => `Текст кончается словами «${words}». Похоже, продолжение потеряно.`,
      todo: 'Допишите недостающее по документу.',
    },
    noNumber: {
      title: 'Строка без номера',
      reason: ({ other }) =>
        other === ''
          ? 'У строки нет номера, хотя другие строки пронумерованы.'
          : `У строки нет номера. Перед ней стоит ${other}.`,
      todo: 'Пронумеруйте строки раздела заново одним нажатием.',
    },
    duplicateNumber: {
      title: 'Номер повторяется',
      reason: ({ words, other }) => `Номер ${words} в этом разделе уже есть: ${other}. Ссылка на него неоднозначна.`,
      todo: 'Пронумеруйте строки раздела заново одним нажатием.',
    },
    brokenNumber: {
      title: 'Номер не по порядку',
      reason: ({ words, other }) =>
        `После ${other} стоит ${words}. Либо строка потеряна, либо номер напечатан с ошибкой.`,
      todo: 'Проверьте, все ли строки на месте, и пронумеруйте раздел заново.',
    },
    foreignLetters: {
      title: 'Латинские буквы в русском слове',
      reason: ({ words }) => `В словах есть латинские буквы: ${words}. Поиск и сравнение таких слов не находят.`,
      todo: 'Замените буквы на русские одним нажатием.',
    },
    identicalRows: {
      title: 'Одинаковые строки подряд',
      reason: ({ other }) =>
        other === ''
          ? 'Следующая строка документа повторяла эту слово в слово. Показана одна.'
          : `Строка слово в слово повторяет предыдущую (${other}).`,
      todo: 'Оставьте одну строку.',
    },
    measureTwice: {
      title: 'Такое мероприятие уже есть',
      reason: ({ words, other, value }) =>
        `Почти теми же словами мероприятие записано ещё раз${value === '' ? '' : ` в разделе «${value}»`} (${other}): «${words}». Отчитываться придётся дважды.`,
      todo: 'Объедините строки или напишите, чем они отличаются.',
    },
  },
  en: {
    planNotApproved: {
      title: 'No order approves the plan',
      reason: ({ value, day }) =>
        value === '' && day === ''
          ? 'The plan has neither the number nor the date of the order that approves it.'
          : value === ''
            ? `The plan has the date of its approval, ${day}, and no number of the order.`
            : `The plan has the number of the order, ${value}, and no date.`,
      todo: 'Write the number and the date of the order, or prepare the order here.',
    },
    schoolYearGuessed: {
      title: 'The plan names no school year',
      reason: ({ value }) => `The title of the plan names no school year. ${value} was taken.`,
      todo: 'Confirm the school year or name another: all deadlines without a year depend on it.',
    },
    noResponsible: {
      title: 'Nobody is named as responsible',
      reason: () => 'Nobody answers for the measure, so nobody will be reminded of it.',
      todo: 'Name a post. The person is found by it.',
    },
    postHeldByNobody: {
      title: 'Nobody holds the post',
      reason: ({ words, count: measures }) =>
        `No member of staff holds the post “${words}”, which answers for ${count(Number(measures), 'en', { one: 'measure', other: 'measures' })}.`,
      todo: 'Give the post to a member of staff, or name another post in the plan.',
    },
    manyInOneWeek: {
      title: 'Many measures in one week',
      reason: ({ words, count: measures, day, last }) =>
        `From ${day} to ${last} ${count(Number(measures), 'en', { one: 'measure is', other: 'measures are' })} due for which “${words}” answers.`,
      todo: 'Move some of the deadlines, or give some of the work to others.',
    },
    valueInherited: {
      title: 'The value comes from a row above',
      reason: ({ value, other }) =>
        other === 'unseen'
          ? `The cell is empty, and the value of the row above was taken: ${fieldList(value, FIELDS.en)}. A text does not show whether the cell is merged or was left out.`
          : `The cell is merged with rows above, and the value comes from there: ${fieldList(value, FIELDS.en)}.`,
      todo: 'Compare with the document and confirm.',
    },
    valueMoved: {
      title: 'The value was read from another place',
      reason: ({ words, value }) =>
        value === 'deadlineFromText'
          ? `The item has no deadline of its own. The words of the measure itself were taken: “${words}”.`
          : value === 'deadlineFromRowAbove'
            ? `The row has no deadline of its own. The deadline “${words}” was taken, which had got into the row above.`
            : 'The cells of the row are shifted against the header, and were read by what stands in them.',
      todo: 'Compare the row with the document. If all is right, confirm it.',
    },
    cutByPage: {
      title: 'The end of a page cuts the row',
      reason: () => 'The row begins on one page and ends on another. The two parts were put together.',
      todo: 'Compare with the document whether they were put together rightly, and confirm.',
    },
    textCutOff: {
      title: 'The text breaks off',
      reason: ({ words }) => `The text ends with “${words}”. It looks as if the rest were lost.`,
      todo: 'Add what is missing from the document.',
    },
    noNumber: {
      title: 'A row without a number',
      reason: ({ other }) =>
        other === ''
          ? 'The row has no number, though other rows have one.'
          : `The row has no number. It stands after ${other}.`,
      todo: 'Number the rows of the section anew with one click.',
    },
    duplicateNumber: {
      title: 'The number is used twice',
      reason: ({ words, other }) =>
        `The section already has the number ${words}: ${other}. A reference to it is ambiguous.`,
      todo: 'Number the rows of the section anew with one click.',
    },
    brokenNumber: {
      title: 'The number is out of order',
      reason: ({ words, other }) =>
        `${words} stands after ${other}. Either a row is lost, or the number is misprinted.`,
      todo: 'Check that all rows are there, and number the section anew.',
    },
    foreignLetters: {
      title: 'Latin letters in a Russian word',
      reason: ({ words }) => `Latin letters stand in these words: ${words}. Search and comparison do not find them.`,
      todo: 'Replace the letters with Russian ones with one click.',
    },
    identicalRows: {
      title: 'Identical rows one after the other',
      reason: ({ other }) =>
        other === ''
          ? 'The next row of the document repeated this one word by word. One is shown.'
          : `The row repeats the one before it word by word (${other}).`,
      todo: 'Keep one row.',
    },
    measureTwice: {
      title: 'The plan already has this measure',
      reason: ({ words, other, value }) =>
        `The measure is written once more in almost the same words${value === '' ? '' : ` in the section “${value}”`} (${other}): “${words}”. It would have to be reported twice.`,
      todo: 'Merge the rows, or write how they differ.',
    },
  },
} satisfies Record<'ru' | 'en', Partial<Record<RemarkCode, RemarkWords>>>);
