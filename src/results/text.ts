/** Words of results in Russian and English: problems of files, readers, special values, statuses, scales. */
import { fill, type Language } from '#src/platform/errors.ts';
import { tableRefusals } from '#src/platform/tables/errors.ts';
import type { ColumnRole, Problem, ProcedureKind, ResponseType, TaskLevel, Term } from './model.ts';
import { PROBLEM_TEXT } from './problem-text.ts';
import type { ScaleDefect, ScaleDefectKind } from './scales/scale.ts';

type Words = Readonly<Record<Language, string>>;

/**
 * A problem in one or two sentences: where, what was found, what is allowed, what to do.
 * «Лист «Протокол», строка 12, столбец E. Найдено «?», допустимо 0–3, X. …»
 */
export function problemText(problem: Problem, language: Language): string {
  const place = problemPlace(problem, language);
  const message = problemMessage(problem, language);
  return place === '' ? message : `${place}. ${message}`;
}

/** Where a problem is: «лист «Протокол», строка 12, столбец E»; '' for a problem of the whole file. */
export function problemPlace({ sheet, row, column, count }: Problem, language: Language): string {
  if (count !== undefined) return '';
  const ru = language === 'ru';
  const parts = [
    sheet === null ? null : ru ? `лист «${sheet}»` : `sheet “${sheet}”`,
    row === null ? null : ru ? `строка ${row}` : `row ${row}`,
    column === null ? null : ru ? `столбец ${column}` : `column ${column}`,
  ].filter((part) => part !== null);
  const place = parts.join(', ');
  return place.charAt(0).toUpperCase() + place.slice(1);
}

/** What is wrong and what to do, without the place. An unknown code is shown as it is, never hidden. */
export function problemMessage(problem: Problem, language: Language): string {
  const words: Words | undefined =
    PROBLEM_TEXT[problem.code] ?? (tableRefusals as Readonly<Record<string, Words | undefined>>)[problem.code];
  const message = fill(words?.[language] ?? `${problem.code}: {found}`, {
    found: problem.found ?? '—',
    allowed: problem.allowed ?? '—',
    part: problem.sheet ?? '—',
    row: problem.row ?? '—',
  });
  if (problem.count === undefined) return message;
  return language === 'ru'
    ? `Ещё мест с той же неполадкой: ${problem.count}. ${capital(title(problem.code, language))}.`
    : `Further places with the same problem: ${problem.count}. ${capital(title(problem.code, language))}.`;
}

/** A few words that name the kind of a problem, for headings of groups and filters. */
export function problemTitle(code: string, language: Language): string {
  return title(code, language);
}

function title(code: string, language: Language): string {
  return PROBLEM_TEXT[code]?.title[language] ?? (language === 'ru' ? 'файл не открывается' : 'the file does not open');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const READERS: Readonly<Record<string, Words>> = {
  'form-2026': { ru: 'Форма сбора результатов 2026 года', en: 'Collection form of 2026' },
  'form-2022': { ru: 'Сводный протокол региона 2022 года', en: 'Regional consolidated protocol of 2022' },
  'form-2021': { ru: 'Протокол 2020–2021 годов', en: 'Protocol of 2020–2021' },
  'fisoko-f1': { ru: 'Выгрузка ФИС ОКО «Индивидуальные результаты»', en: 'FIS OKO export “Individual results”' },
  exchange: { ru: 'Открытый формат обмена', en: 'Open exchange format' },
  'exchange-spec': { ru: 'Описание работ открытого формата', en: 'Description of works of the open format' },
  oge: { ru: 'Протокол ОГЭ', en: 'OGE protocol' },
  ege: { ru: 'Протокол ЕГЭ', en: 'EGE protocol' },
  'journal-html': { ru: 'Отчёт электронного журнала об ученике', en: 'Electronic journal’s report on a pupil' },
  'marks-table': { ru: 'Отметки за периоды', en: 'Marks of terms' },
  'class-summary': { ru: 'Итоги успеваемости класса', en: 'Summary of a class’s marks' },
  'official-list': { ru: 'Список школ с признаками необъективности', en: 'List of schools with signs of bias' },
  'pupil-keys': { ru: 'Ключи учеников', en: 'Keys of pupils' },
  'fisoko-f3': { ru: 'Сводка ФИС ОКО', en: 'FIS OKO summary' },
  mapper: { ru: 'Таблица с указанными столбцами', en: 'Table with columns assigned by hand' },
};

export function readerLabel(reader: string, language: Language): string {
  return READERS[reader]?.[language] ?? reader;
}

export const RESPONSE_TYPE: Readonly<Record<ResponseType, Words>> = {
  short: { ru: 'краткий ответ', en: 'short answer' },
  extended: { ru: 'развёрнутый ответ', en: 'extended answer' },
};

export const TASK_LEVEL: Readonly<Record<TaskLevel, Words>> = {
  basic: { ru: 'базовый', en: 'basic' },
  raised: { ru: 'повышенный', en: 'raised' },
  high: { ru: 'высокий', en: 'high' },
};

export const SEVERITY: Readonly<Record<Problem['severity'], Words>> = {
  error: { ru: 'ошибка', en: 'error' },
  warning: { ru: 'проверьте', en: 'please check' },
};

export const COLUMN_ROLE: Readonly<Record<ColumnRole, Words>> = {
  municipality: { ru: 'муниципалитет', en: 'municipality' },
  school: { ru: 'код или логин школы', en: 'code or login of the school' },
  schoolName: { ru: 'название школы', en: 'name of the school' },
  grade: { ru: 'параллель', en: 'grade' },
  className: { ru: 'класс', en: 'class' },
  classOrdinal: { ru: 'порядковый номер класса', en: 'ordinal number of the class' },
  subject: { ru: 'предмет', en: 'subject' },
  date: { ru: 'дата проведения', en: 'date' },
  participant: { ru: 'код участника', en: 'participant code' },
  variant: { ru: 'вариант', en: 'variant' },
  teacher: { ru: 'учитель', en: 'teacher' },
  journalMark: { ru: 'отметка по журналу', en: 'journal mark' },
  mark: { ru: 'отметка за работу', en: 'mark of the work' },
  total: { ru: 'сумма баллов', en: 'total' },
  task: { ru: 'балл за задание', en: 'score of a task' },
  testScore: { ru: 'тестовый балл ЕГЭ', en: 'EGE test score' },
  pupil: { ru: 'свой ключ ученика', en: 'own key of the pupil' },
  year: { ru: 'год', en: 'year' },
  schoolYear: { ru: 'учебный год', en: 'school year' },
  term: { ru: 'учебный период', en: 'term' },
  termMark: { ru: 'отметка за период', en: 'mark of a term' },
  pupils: { ru: 'учеников в классе', en: 'pupils in the class' },
  count2: { ru: 'число отметок «2»', en: 'number of marks 2' },
  count3: { ru: 'число отметок «3»', en: 'number of marks 3' },
  count4: { ru: 'число отметок «4»', en: 'number of marks 4' },
  count5: { ru: 'число отметок «5»', en: 'number of marks 5' },
  note: { ru: 'примечание', en: 'note' },
  personal: { ru: 'имя или документ: удалить', en: 'name or document: drop' },
  ignored: { ru: 'не читать', en: 'do not read' },
};

export const PROCEDURE_KIND: Readonly<Record<ProcedureKind, Words>> = {
  vpr: { ru: 'ВПР', en: 'VPR' },
  oge: { ru: 'ОГЭ', en: 'OGE' },
  ege: { ru: 'ЕГЭ', en: 'EGE' },
  dkr: { ru: 'ДКР', en: 'DKR' },
  own: { ru: 'своя контрольная работа', en: 'own control work' },
};

export const TERM: Readonly<Record<Term, Words>> = {
  q1: { ru: '1-я четверть', en: '1st quarter' },
  q2: { ru: '2-я четверть', en: '2nd quarter' },
  q3: { ru: '3-я четверть', en: '3rd quarter' },
  q4: { ru: '4-я четверть', en: '4th quarter' },
  t1: { ru: '1-й триместр', en: '1st trimester' },
  t2: { ru: '2-й триместр', en: '2nd trimester' },
  t3: { ru: '3-й триместр', en: '3rd trimester' },
  h1: { ru: '1-е полугодие', en: '1st half-year' },
  h2: { ru: '2-е полугодие', en: '2nd half-year' },
  year: { ru: 'год', en: 'year' },
  final: { ru: 'итоговая отметка', en: 'final mark' },
};

const CODE_SYSTEM: Readonly<Record<string, Words>> = {
  ris: { ru: 'Коды РИС ГИА', en: 'Codes of RIS GIA' },
  protocol: { ru: 'Коды в протоколах части регионов', en: "Codes in some regions' protocols" },
  vpr: { ru: 'Буквенные сокращения ВПР', en: 'Letters of VPR' },
};

/** A code system by its name; a system that a region made is called as the region called it. */
export function codeSystemText(system: string, language: Language): string {
  return CODE_SYSTEM[system]?.[language] ?? system;
}

const SCALE_DEFECT: Readonly<Record<ScaleDefectKind, Words>> = {
  notInteger: {
    ru: 'в границах отметки «{mark}» стоит {found}; баллы — целые числа от нуля.',
    en: 'the range of mark “{mark}” has {found}; scores are whole numbers from zero.',
  },
  reversed: {
    ru: 'у отметки «{mark}» последний балл {found} меньше первого {expected}.',
    en: 'mark “{mark}” ends at {found}, before it begins at {expected}.',
  },
  startsAboveZero: {
    ru: 'отметка «{mark}» начинается с {found}, а должна с 0.',
    en: 'mark “{mark}” begins at {found} and must begin at 0.',
  },
  overlap: {
    ru: 'границы пересекаются: отметка «{mark}» начинается с {found}, хотя баллы до {before} уже отнесены к более низкой отметке.',
    en: 'ranges overlap: mark “{mark}” begins at {found} although scores up to {before} belong to a lower mark.',
  },
  gap: {
    ru: 'есть пропуск: отметка «{mark}» начинается с {found}, а балл {expected} не отнесён ни к одной отметке.',
    en: 'there is a gap: mark “{mark}” begins at {found}, and score {expected} has no mark.',
  },
  endsBeforeMaximum: {
    ru: 'шкала кончается на {found}, а наибольший балл работы {expected}.',
    en: 'the scale ends at {found}, and the maximum of the work is {expected}.',
  },
  exceedsMaximum: {
    ru: 'шкала доходит до {found}, а наибольший балл работы {expected}.',
    en: 'the scale goes up to {found}, and the maximum of the work is {expected}.',
  },
};

/** Why a scale is refused, as the end of a sentence: «границы пересекаются: отметка «5» начинается с 35, …». */
export function scaleDefectText(defect: ScaleDefect, language: Language): string {
  const { kind, mark, found, expected } = defect;
  return fill(SCALE_DEFECT[kind][language], { mark, found, expected, before: expected - 1 });
}
