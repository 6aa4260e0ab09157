/** Warnings and problems of a plan that was read, in words. */
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import type { MeasureWarning, MeasureWarningCode, Place, Problem, ProblemCode } from './model.ts';

interface Words {
  readonly warnings: Readonly<Record<MeasureWarningCode, string>>;
  readonly problems: Readonly<Record<ProblemCode, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

export const readingText = defineText<Words>({
  ru: {
    warnings: {
      inherited: 'значение взято из объединённой ячейки, которая начинается выше',
      mergeNotSeen: 'в тексте не видно, объединена ячейка или пуста: проверьте',
      cutByPage: 'строка была разорвана концом страницы и соединена',
      columnsShifted: 'ячейки строки сдвинуты относительно заголовка; прочитаны по содержанию',
      valueMoved: 'значение стояло в столбце с другим названием',
      deadlineFromText: 'срок взят из слов самого мероприятия',
      deadlineFromRowAbove: 'своего срока в строке нет, взят тот, что попал в строку выше: проверьте',
      deadlineFromSection: 'срок — заголовок раздела',
      noNumber: 'у строки нет номера',
      duplicateNumber: 'такой номер в разделе уже был',
      brokenNumber: 'номер не продолжает предыдущий',
      noResponsible: 'ответственный не назван',
      foreignLetters: 'в русском слове латинские буквы',
      identicalRows: 'следующая строка повторяла эту слово в слово и не показана',
      resultRepeated: 'результат дословно повторяет другой',
      resultOfNeighbour: 'результат больше подходит к соседнему мероприятию: столбец сдвинут?',
      targetInWords: 'в словах есть величина, которую можно проверить числом',
      recurrenceInText: 'в словах мероприятия есть повторение, которого нет в сроке',
      measureTwice: 'такое же мероприятие уже есть в плане',
    },
    problems: {
      noPlan: 'Мероприятий не найдено: нет ни таблицы с мероприятиями и сроками, ни пунктов приказа',
      tableNotUnderstood: 'Таблица не понята и не прочитана',
      rowNotUnderstood: 'Строка не понята',
      columnNotUnderstood: 'Столбец не понят',
      headerMissing: 'У таблицы нет заголовка: столбцы определены по содержанию',
      schoolYearGuessed: 'Учебный год в названии не указан: взят по датам',
      schoolYearOfApproval: 'Учебный год в документе не указан: взят по дате утверждения',
      schoolYearOfCalendarYear: 'В названии календарный год: взят учебный год, который в нём кончается',
      schoolYearPresent: 'Учебный год в документе не указан, дат с годом в сроках нет: взят нынешний',
      hiddenSheet: 'Скрытый лист не прочитан',
      nestedTable: 'Таблица внутри ячейки прочитана после таблицы, в которой она стоит',
      recognised: 'Текст распознан со снимка: сверьте его с бумагой',
      doubtfulWords: 'Слова распознаны неуверенно',
      cellsNotRecognised: 'В ячейках есть знаки, но они не распознаны; таких ячеек',
      pageWithoutText: 'На странице нет текста: это снимок, она не прочитана',
      documentCut: 'Документ слишком длинный: прочитано только начало',
    },
    fields: {
      text: 'мероприятие',
      deadline: 'срок',
      responsible: 'ответственный',
      result: 'результат',
      number: 'номер',
    },
  },
  en: {
    warnings: {
      inherited: 'the value comes from a merged cell that begins above',
      mergeNotSeen: 'a text does not show whether the cell is merged or empty: check it',
      cutByPage: 'the row was cut by the end of a page and put together',
      columnsShifted: 'the cells of the row are shifted against the header; read by what stands in them',
      valueMoved: 'the value stood in a column of another name',
      deadlineFromText: 'the deadline was taken from the words of the measure itself',
      deadlineFromRowAbove: 'the row has no deadline; the one that got into the row above was taken: check it',
      deadlineFromSection: 'the deadline is the heading of the section',
      noNumber: 'the row has no number',
      duplicateNumber: 'the section already has this number',
      brokenNumber: 'the number does not follow the one before',
      noResponsible: 'nobody is named as responsible',
      foreignLetters: 'Latin letters stand in a Russian word',
      identicalRows: 'the next row repeated this one word by word and is not shown',
      resultRepeated: 'the result repeats another one word by word',
      resultOfNeighbour: 'the result fits the neighbouring measure better: a slipped column?',
      targetInWords: 'the words hold a quantity that can be checked as a number',
      recurrenceInText: 'the words of the measure hold a recurrence that the deadline lacks',
      measureTwice: 'the plan already has the same measure',
    },
    problems: {
      noPlan: 'No measures found: neither a table of measures and deadlines nor items of an order',
      tableNotUnderstood: 'A table was not understood and not read',
      rowNotUnderstood: 'A row was not understood',
      columnNotUnderstood: 'A column was not understood',
      headerMissing: 'The table has no header: its columns were told by what stands in them',
      schoolYearGuessed: 'The title names no school year: taken from the dates',
      schoolYearOfApproval: 'The document names no school year: taken from the day of its approval',
      schoolYearOfCalendarYear: 'The title names a calendar year: the school year that ends in it was taken',
      schoolYearPresent: 'The document names no school year, its deadlines no year: the present one was taken',
      hiddenSheet: 'A hidden sheet was not read',
      nestedTable: 'A table inside a cell was read after the table it stands in',
      recognised: 'The text was recognised from a picture: compare it with the paper',
      doubtfulWords: 'Words were recognised with doubt',
      cellsNotRecognised: 'Cells hold marks that were not recognised; such cells',
      pageWithoutText: 'A page has no text: it is a picture and was not read',
      documentCut: 'The document is too long: only its beginning was read',
    },
    fields: { text: 'measure', deadline: 'deadline', responsible: 'responsible', result: 'result', number: 'number' },
  },
});

/** «срок: значение взято из объединённой ячейки…». */
export function measureWarningInWords({ code, words }: MeasureWarning, language: Language): string {
  const t = readingText[language];
  const message = t.warnings[code];
  if (words === null) return message;
  const field = t.fields[words];
  return field === undefined ? `«${words}»: ${message}` : `${field}: ${message}`;
}

export function problemInWords({ code, place, words }: Problem, language: Language): string {
  const where = place === null ? '' : ` (${placeInWords(place, language)})`;
  return `${readingText[language].problems[code]}${where}${words === null ? '' : `: ${words}`}`;
}

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^таблица (\d+), строка (\d+)$/u, 'table $1, row $2'],
  [/^таблица (\d+)$/u, 'table $1'],
  [/^страница (\d+), строка (\d+)$/u, 'page $1, line $2'],
  [/^страница (\d+)$/u, 'page $1'],
  [/^абзац (\d+)$/u, 'paragraph $1'],
  [/^строка (\d+)$/u, 'line $1'],
  [/^(.+), строка (\d+)$/u, '$1, row $2'],
];

/** «таблица 2, строка 14» is «table 2, row 14» in English: a place is kept in Russian, as the document is. */
export function placeInWords(place: Place, language: Language): string {
  if (language === 'ru') return place;
  const known = PLACES.find(([pattern]) => pattern.test(place));
  return known === undefined ? place : place.replace(known[0], known[1]);
}
