/** Messages of problems by code: what is wrong and what to do. `{found}` and `{allowed}` are the problem's own. */
import type { Language } from '#src/platform/errors.ts';
import { KIND_PROBLEM_TEXT } from './problem-text-kinds.ts';
import type { ResultProblemCode } from './problems.ts';

export interface ProblemWords {
  /** A few words in the nominative, lower case, for groups and filters. */
  readonly title: Readonly<Record<Language, string>>;
  readonly ru: string;
  readonly en: string;
}

const MEND_RU = 'Исправьте ячейку в исходном файле и загрузите его снова.';
const MEND_EN = 'Correct the cell in the source file and upload it again.';

const TEXT: Readonly<Record<ResultProblemCode, ProblemWords>> = {
  'not-results': {
    title: { ru: 'это не протокол', en: 'not a protocol' },
    ru: 'В файле не нашлось таблицы с результатами. Загрузите протокол, выгрузку «Индивидуальные результаты» или укажите, что стоит в каждом столбце.',
    en: 'No table of results was found in the file. Upload a protocol or the export “Individual results”, or say what each column is.',
  },
  'no-papers': {
    title: { ru: 'нет ни одной работы', en: 'no papers' },
    ru: 'Под заголовком нет ни одной заполненной строки. Загрузите заполненную форму.',
    en: 'No row below the header is filled in. Upload the completed form.',
  },
  'column-missing': {
    title: { ru: 'нет нужного столбца', en: 'a column is missing' },
    ru: 'Нет столбца «{allowed}». Верните его в таблицу или укажите столбцы вручную.',
    en: 'There is no column “{allowed}”. Put it back into the table or assign the columns by hand.',
  },
  'column-repeated': {
    title: { ru: 'столбец повторяется', en: 'a column is repeated' },
    ru: 'Столбец «{found}» встречается дважды. Оставьте один из них.',
    en: 'The column “{found}” stands twice. Leave one of them.',
  },
  'no-tasks': {
    title: { ru: 'нет столбцов заданий', en: 'no task columns' },
    ru: 'Не нашлось ни одного столбца с баллами за задания. Проверьте заголовки: «1 (2б)», «4К1 (3б)» — или укажите столбцы вручную.',
    en: 'No column with scores of tasks was found. Check the headers (“1 (2б)”, “4К1 (3б)”) or assign the columns by hand.',
  },
  'mapping-needed': {
    title: { ru: 'укажите столбцы', en: 'assign the columns' },
    ru: 'Столбцы узнаны по догадке. Проверьте, что стоит в каждом из них, и подтвердите.',
    en: 'The columns were guessed. Check what each of them is and confirm.',
  },
  'maximum-differs': {
    title: { ru: 'наибольший балл не сходится', en: 'the maximum differs' },
    ru: 'Сумма максимумов заданий {found}, а в заголовке файла указано {allowed}. Проверьте, все ли задания на месте.',
    en: 'The maxima of the tasks sum up to {found}, the heading of the file says {allowed}. Check that no task is missing.',
  },
  'subject-unknown': {
    title: { ru: 'предмет не узнан', en: 'unknown subject' },
    ru: 'Предмет «{found}» не узнан. Выберите работу сами.',
    en: 'The subject “{found}” is not known. Choose the work yourself.',
  },
  'grade-impossible': {
    title: { ru: 'невозможная параллель', en: 'impossible grade' },
    ru: 'Параллель «{found}» невозможна, допустимо {allowed}. Исправьте её в файле.',
    en: 'The grade “{found}” is impossible, allowed is {allowed}. Correct it in the file.',
  },
  'school-count-differs': {
    title: { ru: 'число участников школы не сходится', en: 'the number of participants differs' },
    ru: 'Под заголовком школы {found} работ, а в нём указано {allowed}. Выгрузка может быть неполной: скачайте её ещё раз.',
    en: 'There are {found} papers below the heading of the school, which says {allowed}. The export may be incomplete: download it again.',
  },
  'names-instead-of-codes': {
    title: { ru: 'имена вместо кодов', en: 'names instead of codes' },
    ru: 'В столбце кодов стоят имена. Они удалены, работы обозначены номером строки. Впредь загружайте файл с кодами участников.',
    en: 'Names stand where codes belong. They were removed, and papers are known by the number of their row. In future, upload a file with participant codes.',
  },
  ...KIND_PROBLEM_TEXT,
  'participant-missing': {
    title: { ru: 'нет кода участника', en: 'no participant code' },
    ru: 'Строка заполнена, а кода участника нет. Впишите код или очистите строку.',
    en: 'The row is filled in but has no participant code. Enter the code or clear the row.',
  },
  'participant-grade-differs': {
    title: { ru: 'код другой параллели', en: 'a code of another grade' },
    ru: 'Код {found} — не из {allowed}-й параллели. Проверьте, тот ли это участник.',
    en: 'The code {found} is not of grade {allowed}. Check that this is the right participant.',
  },
  'duplicate-participant': {
    title: { ru: 'один код у разных работ', en: 'one code for different papers' },
    ru: 'Код {found} в этом же классе стоит и в строке {allowed}, а результаты разные. Оставьте верную строку.',
    en: 'The code {found} stands also in row {allowed} of this class, with other results. Leave the right row.',
  },
  'repeated-row': {
    title: { ru: 'строка повторяется', en: 'a repeated row' },
    ru: 'Строка с кодом {found} повторяет строку {allowed}. Удалите повтор.',
    en: 'The row with code {found} repeats row {allowed}. Delete the repetition.',
  },
  'value-unknown': {
    title: { ru: 'непонятное значение', en: 'an unknown value' },
    ru: `Найдено «{found}», допустимо {allowed}. Это не считается нулём. ${MEND_RU}`,
    en: `Found “{found}”, allowed is {allowed}. This is not taken for zero. ${MEND_EN}`,
  },
  'value-guessed': {
    title: { ru: 'значение понято по догадке', en: 'a guessed value' },
    ru: 'Найдено «{found}», прочитано как «тема не пройдена» (N прежних форм). Если имелось в виду другое, исправьте ячейку: допустимо {allowed}.',
    en: 'Found “{found}”, read as “topic not taught” (N of older forms). If something else was meant, correct the cell: allowed is {allowed}.',
  },
  'score-above-maximum': {
    title: { ru: 'балл выше наибольшего', en: 'a score above the maximum' },
    ru: `Найдено «{found}», допустимо {allowed}. ${MEND_RU}`,
    en: `Found “{found}”, allowed is {allowed}. ${MEND_EN}`,
  },
  'score-not-whole': {
    title: { ru: 'балл не целое число', en: 'a score that is not whole' },
    ru: `Найдено «{found}», а баллы — целые числа: {allowed}. ${MEND_RU}`,
    en: `Found “{found}”, but scores are whole numbers: {allowed}. ${MEND_EN}`,
  },
  'score-is-date': {
    title: { ru: 'дата вместо балла', en: 'a date instead of a score' },
    ru: `В ячейке дата ({found}): таблица сама превратила балл в дату. Допустимо {allowed}. ${MEND_RU}`,
    en: `The cell holds a date ({found}): the spreadsheet turned the score into one. Allowed is {allowed}. ${MEND_EN}`,
  },
  'score-missing': {
    title: { ru: 'нет балла', en: 'no score' },
    ru: 'Балла нет, допустимо {allowed}. Пустая ячейка останется без значения и не станет нулём.',
    en: 'There is no score, allowed is {allowed}. The empty cell stays without a value and does not become zero.',
  },
  'formula-cell': {
    title: { ru: 'формула вместо значения', en: 'a formula instead of a value' },
    ru: 'Здесь формула, а нужно значение. Вставьте столбец как значения (Специальная вставка → Значения).',
    en: 'Here is a formula where a value is needed. Paste the column as values (Paste Special → Values).',
  },
  'mark-unknown': {
    title: { ru: 'непонятная отметка', en: 'an unknown mark' },
    ru: `Отметка «{found}» непонятна, допустимо {allowed}. ${MEND_RU}`,
    en: `The mark “{found}” is not known, allowed is {allowed}. ${MEND_EN}`,
  },
  'journal-mark-unknown': {
    title: { ru: 'непонятная отметка по журналу', en: 'an unknown journal mark' },
    ru: `Отметка по журналу «{found}» непонятна, допустимо {allowed} или «нет отметки». ${MEND_RU}`,
    en: `The journal mark “{found}” is not known, allowed is {allowed} or “нет отметки” (no mark). ${MEND_EN}`,
  },
  'total-unknown': {
    title: { ru: 'непонятная сумма баллов', en: 'an unknown total' },
    ru: `Сумма баллов «{found}» — не целое число. ${MEND_RU}`,
    en: `The total “{found}” is not a whole number. ${MEND_EN}`,
  },
  'total-differs': {
    title: { ru: 'сумма баллов не сходится', en: 'the total differs' },
    ru: 'В файле сумма {found}, а по баллам за задания выходит {allowed}. В расчёты идёт пересчитанная; проверьте баллы.',
    en: 'The file says {found}, the scores of the tasks give {allowed}. The recomputed total is used; check the scores.',
  },
  'total-above-maximum': {
    title: { ru: 'сумма выше наибольшей', en: 'a total above the maximum' },
    ru: 'В файле сумма {found}, допустимо {allowed}. В расчёты идёт пересчитанная; проверьте строку: значения могли сдвинуться.',
    en: 'The file says {found}, allowed is {allowed}. The recomputed total is used; check the row: values may have shifted.',
  },
  'total-not-calculated': {
    title: { ru: 'сумма не вычислена', en: 'the total was not calculated' },
    ru: 'Работ, у которых в файле сумма 0, хотя баллы есть: {found}. Формула суммы не была вычислена; в расчёты идёт сумма баллов за задания.',
    en: 'Papers whose total in the file is 0 although they have scores: {found}. The formula of the total was never calculated; the sum of the scores is used.',
  },
  'row-shifted': {
    title: { ru: 'строка сдвинута', en: 'a shifted row' },
    ru: 'Значения строки сдвинуты вправо: «{found}» стоит там, где баллов быть не должно. Исправьте строку в исходном файле и загрузите его снова.',
    en: 'The values of the row are shifted to the right: “{found}” stands where no score can be. Correct the row in the source file and upload it again.',
  },
  'mark-differs': {
    title: { ru: 'отметка не по шкале', en: 'the mark differs from the scale' },
    ru: 'В файле отметка {found}, а по шкале работы выходит {allowed}. Проверьте шкалу и баллы.',
    en: 'The file says mark {found}, the scale of the work gives {allowed}. Check the scale and the scores.',
  },
  'class-missing': {
    title: { ru: 'нет класса', en: 'no class' },
    ru: 'Класс не указан: работа не попадёт в сравнения классов. Впишите класс.',
    en: 'No class is given: the paper will take no part in comparisons of classes. Enter the class.',
  },
  'absent-with-scores': {
    title: { ru: 'отсутствовал, но есть баллы', en: 'absent, but with scores' },
    ru: 'Указано «{found}», а баллы есть. Укажите вариант или очистите баллы.',
    en: 'The row says “{found}” but has scores. Enter the variant or clear the scores.',
  },
  'absent-assumed': {
    title: { ru: 'строка без результатов', en: 'a row without results' },
    ru: 'Ни одного балла нет: участник считается отсутствовавшим. Если он писал работу, впишите баллы.',
    en: 'There is no score at all: the participant is taken as absent. If the work was written, enter the scores.',
  },
  'task-missing': {
    title: { ru: 'нет задания работы', en: 'a task of the work is missing' },
    ru: 'В работе есть задание {allowed}, а в файле его нет. Выберите другую работу или верните столбец.',
    en: 'The work has task {allowed}, the file has not. Choose another work or put the column back.',
  },
  'task-not-in-work': {
    title: { ru: 'лишнее задание', en: 'a task that is not in the work' },
    ru: 'В файле есть задание {found}, а в работе его нет. Выберите другую работу или исправьте заголовок.',
    en: 'The file has task {found}, the work has not. Choose another work or correct the header.',
  },
  'task-maximum-differs': {
    title: { ru: 'максимум задания другой', en: 'another maximum of a task' },
    ru: 'В файле «{found}», в работе «{allowed}». Выберите другую работу или исправьте её описание.',
    en: 'The file says “{found}”, the work “{allowed}”. Choose another work or correct its description.',
  },
  'task-count-differs': {
    title: { ru: 'другое число заданий', en: 'another number of tasks' },
    ru: 'В файле столько столбцов с баллами: {found}, а заданий в работе: {allowed}. Номера заданий эта форма не печатает, поэтому число должно совпасть.',
    en: 'The file has {found} columns of scores, the work {allowed} tasks. This form does not print the numbers of tasks, so the counts must agree.',
  },
  'subject-differs': {
    title: { ru: 'другой предмет', en: 'another subject' },
    ru: 'Файл — «{found}», работа — «{allowed}». Выберите другую работу.',
    en: 'The file is “{found}”, the work “{allowed}”. Choose another work.',
  },
  'grade-differs': {
    title: { ru: 'другая параллель', en: 'another grade' },
    ru: 'Файл — {found}-й класс, работа — {allowed}-й. Выберите другую работу.',
    en: 'The file is of grade {found}, the work of grade {allowed}. Choose another work.',
  },
  'no-scale': {
    title: { ru: 'нет шкалы', en: 'no scale' },
    ru: 'У работы нет шкалы: отметки не вычисляются. Добавьте шкалу с указанием источника.',
    en: 'The work has no scale: marks are not computed. Add a scale and its source.',
  },
  'not-exchange': {
    title: { ru: 'это не формат обмена', en: 'not the exchange format' },
    ru: 'В открытом формате обмена принимаются {allowed}, а это {found}. Другие файлы загружаются через мастер импорта.',
    en: 'The open exchange format is {allowed}, and this is {found}. Other files go through the import wizard.',
  },
  'spec-invalid': {
    title: { ru: 'ошибка в описании работ', en: 'an error in the description of works' },
    ru: 'В описании работ (spec.json) найдено «{found}», допустимо: {allowed}. Исправьте описание.',
    en: 'The description of works (spec.json) says “{found}”, allowed is: {allowed}. Correct the description.',
  },
  'work-not-described': {
    title: { ru: 'работа не описана', en: 'a work that is not described' },
    ru: 'Работы «{found}» нет в описании (spec.json), там есть: {allowed}. Её строки не учтены: добавьте работу в описание.',
    en: 'The work “{found}” is not in the description (spec.json), which has: {allowed}. Its rows were left out: add the work to the description.',
  },
  'procedure-differs': {
    title: { ru: 'другая процедура', en: 'another procedure' },
    ru: 'В таблице процедура «{found}», в описании работ «{allowed}». Проверьте, к этой ли процедуре относится описание.',
    en: 'The table says procedure “{found}”, the description of works “{allowed}”. Check that the description is of this procedure.',
  },
  'school-missing': {
    title: { ru: 'нет школы', en: 'no school' },
    ru: 'Школа не указана: неизвестно, чья это работа. Впишите школу.',
    en: 'No school is given: nobody can tell whose paper this is. Enter the school.',
  },
  'school-unknown': {
    title: { ru: 'школа не найдена', en: 'unknown school' },
    ru: 'Школы «{found}» нет среди организаций. Исправьте код или название в файле, добавьте школу в разделе «Организация» или загрузите таблицу без этих строк.',
    en: 'There is no school “{found}” among the organisations. Correct its code or name in the file, add the school under “Organisation”, or load the table without these rows.',
  },
  'class-unreadable': {
    title: { ru: 'класс не понят', en: 'class not understood' },
    ru: 'Класс «{found}» не понят, нужна параллель с буквой: {allowed}. Исправьте ячейку или загрузите таблицу без этих строк.',
    en: 'The class “{found}” is not understood; a grade with a letter is needed: {allowed}. Correct the cell or load the table without these rows.',
  },
  'row-conflict': {
    title: { ru: 'строки противоречат друг другу', en: 'rows contradict each other' },
    ru: '«{found}»: об этом же говорит строка {allowed}, но значения разные. Оставьте верную строку.',
    en: '“{found}”: row {allowed} says the same thing with other values. Keep the right row.',
  },
};

export const PROBLEM_TEXT: Readonly<Record<string, ProblemWords | undefined>> = TEXT;
