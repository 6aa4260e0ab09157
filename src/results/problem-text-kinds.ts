/** Messages of problems that only state exams, marks of terms, summaries, lists and keys have. */
import type { ProblemWords } from './problem-text.ts';
import type { ResultProblemCode } from './problems.ts';

const MEND_RU = 'Исправьте ячейку в исходном файле и загрузите его снова.';
const MEND_EN = 'Correct the cell in the source file and upload it again.';

export const KIND_PROBLEM_TEXT = {
  'subject-code-differs': {
    title: { ru: 'код предмета не сходится', en: 'the code of the subject differs' },
    ru: 'В файле «{found}», а по таблице кодов это {allowed}. Взято название. Проверьте таблицу кодов предметов или заголовок протокола.',
    en: 'The file says “{found}”, the table of codes {allowed}. The name is taken. Check the table of subject codes or the heading of the protocol.',
  },
  'appeals-protocol': {
    title: { ru: 'протокол апелляций', en: 'a protocol of appeals' },
    ru: 'Это результаты апелляций (работ: {found}): в них нет баллов за задания. Загрузите протокол проверки, выгруженный после апелляций: он заменит прежний.',
    en: 'These are results of appeals (papers: {found}): they hold no scores of tasks. Upload the protocol exported after the appeals: it replaces the former one.',
  },
  'statistics-only': {
    title: { ru: 'сводка, а не результаты', en: 'a summary, not results' },
    ru: 'Это сводка ФИС ОКО «{found}»: в ней доли по группам, а не работы, и записывать из неё нечего. Загрузите выгрузку «Индивидуальные результаты» (Ф1): по ней эти доли считаются сами.',
    en: 'This is a summary of FIS OKO: it holds shares of groups, not papers, and there is nothing in it to store. Upload the export “Individual results” (F1): these shares are computed from it.',
  },
  'no-rows': {
    title: { ru: 'нет ни одной строки', en: 'no rows' },
    ru: 'Под заголовком нет ни одной заполненной строки. Выгрузите таблицу ещё раз.',
    en: 'No row below the header is filled in. Export the table once more.',
  },
  'too-many-rows': {
    title: { ru: 'слишком много строк', en: 'too many rows' },
    ru: 'В таблице больше строк, чем читается за раз: допустимо {allowed}. Разделите файл по школам или периодам.',
    en: 'The table has more rows than are read at once: allowed is {allowed}. Split the file by school or period.',
  },
  'names-numbered': {
    title: { ru: 'имена вместо ключей', en: 'names instead of keys' },
    ru: 'Вместо ключей учеников стоят имена: они не сохранены, ученики обозначены номером строки («№»). Связать их с другими работами можно только по собственному ключу школы: добавьте столбец «Ключ ученика».',
    en: 'Names stand where keys of pupils belong: they were not kept, pupils are known by the number of their row (“№”). Only the school’s own key links them with other papers: add a column “pupil_key”.',
  },
  'shares-not-whole': {
    title: { ru: 'доли не дают 100 %', en: 'the shares do not make 100 %' },
    ru: 'Сумма долей {found}, допустимо {allowed}. Проверьте строку.',
    en: 'The shares sum up to {found}, allowed is {allowed}. Check the row.',
  },
  'mask-length-differs': {
    title: { ru: 'строка ответов другой длины', en: 'a mask of another length' },
    ru: `Знаков в строке ответов: {found}, а у большинства работ этого экзамена {allowed}. Какому заданию какой балл, неизвестно. ${MEND_RU}`,
    en: `The mask has {found} signs, those of most papers of this exam {allowed}. Which score is of which task nobody can tell. ${MEND_EN}`,
  },
  'test-score-unknown': {
    title: { ru: 'непонятный тестовый балл', en: 'an unknown test score' },
    ru: `Тестовый балл «{found}» непонятен, допустимо {allowed}. ${MEND_RU}`,
    en: `The test score “{found}” is not known, allowed is {allowed}. ${MEND_EN}`,
  },
  'pupil-key-unknown': {
    title: { ru: 'это не ключ ученика', en: 'not a key of a pupil' },
    ru: 'Вместо ключа ученика стоит другое («{found}»): работа останется без связи с другими. Ключ — номер без пробелов, например «17-042».',
    en: 'Something else stands in place of the pupil’s key (“{found}”): the paper stays without a link to others. A key is a number without spaces, such as “17-042”.',
  },
  'pupil-missing': {
    title: { ru: 'нет ученика', en: 'no pupil' },
    ru: 'Отметка есть, а ученик не указан. Впишите ключ ученика или очистите строку.',
    en: 'There is a mark but no pupil. Enter the key of the pupil or clear the row.',
  },
  'term-unknown': {
    title: { ru: 'непонятный период', en: 'an unknown period' },
    ru: `Период «{found}» непонятен, допустимо {allowed}. ${MEND_RU}`,
    en: `The period “{found}” is not known, allowed is {allowed}. ${MEND_EN}`,
  },
  'count-unknown': {
    title: { ru: 'непонятное число', en: 'an unknown number' },
    ru: `Найдено «{found}», нужно {allowed}. ${MEND_RU}`,
    en: `Found “{found}”, needed is {allowed}. ${MEND_EN}`,
  },
  'counts-exceed-pupils': {
    title: { ru: 'отметок больше, чем учеников', en: 'more marks than pupils' },
    ru: 'Отметок {found}, а учеников {allowed}. Проверьте строку.',
    en: 'There are {found} marks but {allowed} pupils. Check the row.',
  },
} satisfies Partial<Readonly<Record<ResultProblemCode, ProblemWords>>>;
