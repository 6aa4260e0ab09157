import { count, plural } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

const rows = { one: 'строка', few: 'строки', many: 'строк' };
const rowsLoaded = { one: 'строку', few: 'строки', many: 'строк' };
const rowsEn = { one: 'row', other: 'rows' };

/** Words of the wizard for tables that are no papers. */
export const tablesText = defineText({
  ru: {
    kinds: {
      termMarks: 'Отметки за учебный период',
      termSummaries: 'Сводка отметок по классам',
      officialList: 'Опубликованный перечень школ',
      pupilKeys: 'Ключи учеников',
    },
    contents: {
      papers: 'работы: одна строка — один ученик и баллы за задания',
      termMarks: 'отметки за период: одна строка — ученик',
      termSummaries: 'сводка: одна строка — класс и число отметок',
      officialList: 'перечень: одна строка — школа',
      pupilKeys: 'ключи: код участника и свой ключ ученика',
    },
    content: 'Что в строках таблицы',
    contentHint: 'От этого зависит, какие столбцы нужны.',
    facts: { rows: 'Строк', subjects: 'Предметов', pupils: 'Учеников' },
    questionsTitle: 'Чего нет в таблице',
    questionsHint: 'Ответ относится ко всем строкам, где этого нет.',
    asks: {
      schoolYear: 'Учебный год',
      term: 'Учебный период',
      className: 'Класс с буквой',
      pupil: 'Свой ключ ученика',
      subject: 'Предмет',
      procedureId: 'К какой процедуре относятся коды участников',
      year: 'Год перечня',
      listName: 'Название перечня',
      listSource: 'Кем и где опубликован',
    },
    hints: {
      schoolYear: 'Год, в котором он начался: 2025 — это 2025/26',
      className: 'Например 9А',
      pupil: 'Номер, под которым школа знает ученика во всех работах. Не имя.',
      procedureId: 'Один ключ действует для всех работ этой процедуры.',
      listSource: 'Например: письмо министерства от 12.03.2026',
    },
    choose: 'Выберите',
    required: 'Ответьте на этот вопрос',
    yearWrong: 'Напишите год четырьмя цифрами, например 2025',
    save: 'Сохранить ответы',
    ready: (n: number) =>
      `К загрузке ${plural(n, 'ru', { one: 'готова', few: 'готовы', many: 'готовы' })} ${count(n, 'ru', rows)}`,
    idle: (n: number) => `Ничего не изменится: ${count(n, 'ru', rows)} уже есть с теми же значениями`,
    load: (n: number) => `Загрузить ${count(n, 'ru', rowsLoaded)}`,
    committed: (n: number) =>
      `${plural(n, 'ru', { one: 'Загружена', few: 'Загружены', many: 'Загружено' })} ${count(n, 'ru', rows)}`,
    lead: 'Строки участвуют в индексах и сравнениях. Загрузку можно отменить.',
    toIndices: 'Посмотреть индексы',
    fresh: (n: number) => `Новых строк: ${n}.`,
    replaced: (n: number) => `Заменят загруженные раньше: ${n}. Прежние вернутся, если отменить загрузку.`,
    unchanged: (n: number) => `Уже есть с теми же значениями: ${n}.`,
    skipped: (n: number) => `Не войдут из-за ошибок: ${n}.`,
    mapErrors: {
      noColumn: (role: string) => `Укажите столбец «${role}»`,
    },
  },
  en: {
    kinds: {
      termMarks: 'Marks of a term',
      termSummaries: 'Marks of classes as counts',
      officialList: 'Published list of schools',
      pupilKeys: 'Keys of pupils',
    },
    contents: {
      papers: 'papers: a row is one pupil with scores of tasks',
      termMarks: 'marks of a term: a row is a pupil',
      termSummaries: 'summary: a row is a class with numbers of marks',
      officialList: 'list: a row is a school',
      pupilKeys: "keys: participant code and the school's own key",
    },
    content: 'What the rows of the table are',
    contentHint: 'The columns that are needed depend on it.',
    facts: { rows: 'Rows', subjects: 'Subjects', pupils: 'Pupils' },
    questionsTitle: 'What the table leaves out',
    questionsHint: 'The answer holds for all rows that lack it.',
    asks: {
      schoolYear: 'School year',
      term: 'Term',
      className: 'Class with its letter',
      pupil: 'Own key of the pupil',
      subject: 'Subject',
      procedureId: 'Which procedure the participant codes belong to',
      year: 'Year of the list',
      listName: 'Name of the list',
      listSource: 'Who published it and where',
    },
    hints: {
      schoolYear: 'The year in which it began: 2025 is 2025/26',
      className: 'For example 9А',
      pupil: 'The number by which the school knows the pupil in all works. Not a name.',
      procedureId: 'One key holds for all works of this procedure.',
      listSource: 'For example: letter of the ministry of 12.03.2026',
    },
    choose: 'Choose',
    required: 'Answer this question',
    yearWrong: 'Write the year with four digits, for example 2025',
    save: 'Save the answers',
    ready: (n) => `${count(n, 'en', { one: 'row is', other: 'rows are' })} ready to load`,
    idle: (n) => `Nothing will change: ${count(n, 'en', rowsEn)} there already with the same values`,
    load: (n) => `Load ${count(n, 'en', rowsEn)}`,
    committed: (n) => `${count(n, 'en', rowsEn)} loaded`,
    lead: 'The rows take part in indices and comparisons. The load can be reverted.',
    toIndices: 'See the indices',
    fresh: (n) => `New rows: ${n}.`,
    replaced: (n) => `Replacing those loaded before: ${n}. The former ones come back when the load is reverted.`,
    unchanged: (n) => `There already with the same values: ${n}.`,
    skipped: (n) => `Left out because of errors: ${n}.`,
    mapErrors: {
      noColumn: (role) => `Say which column is “${role}”`,
    },
  },
});
