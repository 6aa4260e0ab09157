import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

const schools = { one: 'школа', few: 'школы', many: 'школ' };
const classesOf = { one: 'класса', few: 'классов', many: 'классов' };

/** Words of the page of published lists and of summaries of marks. */
export const text = defineText({
  ru: {
    title: (listed: number | null, classes: number) => {
      const parts = [
        listed === null ? null : listed === 0 ? 'школ в перечнях нет' : `${count(listed, 'ru', schools)} в перечнях`,
        classes === 0 ? 'сводок отметок нет' : `отметки ${count(classes, 'ru', classesOf)}`,
      ];
      return `Опубликовано и сведено: ${parts.filter((part) => part !== null).join(', ')}`;
    },
    lead: 'Здесь то, что загрузили вы и другие организации региона, без наших расчётов. Строки идут по названиям: школы не сравниваются между собой.',
    emptyTitle: 'Перечней и сводок отметок пока нет',
    emptyWhat: 'Загрузите таблицу Excel или CSV, какой её прислали. Вид таблицы узнаётся по столбцам:',
    emptyList: 'Перечень школ с признаками: столбец «Школа» или «Код ОО»; если названы, ещё «Предмет», «Класс», «Год».',
    emptySummary:
      'Сводка отметок: столбцы «Класс», «Предмет», «Учеников», «5», «4», «3», «2». Школу, учебный год и период спросит мастер.',
    upload: 'Загрузить таблицу',
    askForUpload: 'Загружают таблицы завуч, руководитель школы и муниципальный координатор.',
    any: 'любой',
    anyList: 'любой',
    lists: 'Опубликованные перечни школ',
    listsNote: 'Признак — повод посмотреть работы и помочь, а не вывод о школе.',
    listsEmpty: 'Перечней никто не загружал',
    listsEmptyHow:
      'Когда выйдет перечень школ с признаками необъективных результатов, загрузите его таблицей: ваши школы появятся здесь.',
    listCaption: 'Перечни',
    list: 'Перечень',
    source: 'Кем опубликован',
    year: 'Год',
    procedure: 'Процедура',
    ownSchools: 'Ваших школ',
    noneInLists: 'Ваших школ в загруженных перечнях нет.',
    noneHint: 'Это верно для того, что загружено: строки неизвестных школ в перечень не вошли.',
    entryCaption: 'Ваши школы в перечнях',
    school: 'Школа',
    municipality: 'Муниципалитет',
    subject: 'Предмет',
    whole: 'школа в целом',
    grade: 'Параллель',
    note: 'Примечание перечня',
    yearFilter: 'год',
    listFilter: 'перечень',
    municipalityFilter: 'муниципалитет',
    subjectFilter: 'предмет',
    summaries: 'Сводка отметок по классам',
    summariesNote: (shown: number, conclusion: number) =>
      `Качество — доля «4» и «5», успеваемость — доля «3», «4» и «5», обе среди выставленных отметок; ученики без отметки в них не входят. Меньше ${shown} отметок не показывается, меньше ${conclusion} — «мало данных», вывода нет.`,
    summariesEmpty: 'Сводок отметок никто не загружал',
    summariesEmptyHow:
      'Загрузите «Итоги успеваемости класса» из электронного журнала или таблицу: класс, предмет, число «5», «4», «3» и «2».',
    summaryCaption: (year: string) => `Отметки классов, ${year} учебный год`,
    className: 'Класс',
    term: 'Период',
    pupils: 'Учеников',
    unmarked: 'Без отметки',
    quality: 'Качество',
    progress: 'Успеваемость',
    share: (share: string, numerator: number, denominator: number) => `${share} (${numerator} из ${denominator})`,
    suppressed: (n: number) => `меньше ${n} отметок`,
    little: 'мало данных',
    data: 'Данных',
    schoolYearFilter: 'учебный год',
    termFilter: 'период',
    schoolFilter: 'школа',
    anySchool: 'любая',
    cut: (rows: number) => `Показаны первые ${rows}. Отберите школу, предмет или период; в Excel строки все.`,
  },
  en: {
    title: (listed, classes) => {
      const parts = [
        listed === null
          ? null
          : listed === 0
            ? 'no schools in lists'
            : `${count(listed, 'en', { one: 'school', other: 'schools' })} in lists`,
        classes === 0
          ? 'no summaries of marks'
          : `marks of ${count(classes, 'en', { one: 'class', other: 'classes' })}`,
      ];
      return `Published and summed up: ${parts.filter((part) => part !== null).join(', ')}`;
    },
    lead: 'What you and other organisations of the region have uploaded, without our computation. Rows come by name: schools are not compared with each other.',
    emptyTitle: 'No published lists and no summaries of marks yet',
    emptyWhat: 'Upload an Excel or CSV table as you received it. Its kind is told by the columns:',
    emptyList: 'List of schools with signs: a column “Школа” or “Код ОО”; where named, also “Предмет”, “Класс”, “Год”.',
    emptySummary:
      'Summary of marks: columns “Класс”, “Предмет”, “Учеников”, “5”, “4”, “3”, “2”. The wizard asks for school, school year and term.',
    upload: 'Upload a table',
    askForUpload: 'Tables are uploaded by the deputy head, the head of the school and the municipal coordinator.',
    any: 'any',
    anyList: 'any',
    lists: 'Published lists of schools',
    listsNote: 'A sign is a reason to look at papers and to help, not a verdict on a school.',
    listsEmpty: 'Nobody has uploaded a list',
    listsEmptyHow:
      'When a list of schools with signs of biased results is published, upload it as a table: your schools will stand here.',
    listCaption: 'Lists',
    list: 'List',
    source: 'Published by',
    year: 'Year',
    procedure: 'Procedure',
    ownSchools: 'Your schools',
    noneInLists: 'None of your schools stands in the uploaded lists.',
    noneHint: 'This holds for what was uploaded: rows of unknown schools were left out.',
    entryCaption: 'Your schools in the lists',
    school: 'School',
    municipality: 'Municipality',
    subject: 'Subject',
    whole: 'school as a whole',
    grade: 'Grade',
    note: 'Note of the list',
    yearFilter: 'year',
    listFilter: 'list',
    municipalityFilter: 'municipality',
    subjectFilter: 'subject',
    summaries: 'Summary of marks by class',
    summariesNote: (shown, conclusion) =>
      `Quality is the share of 4 and 5, progress that of 3, 4 and 5, both of the marks given; pupils without a mark are in neither. Fewer than ${shown} marks are not shown, fewer than ${conclusion} are “little data” without a conclusion.`,
    summariesEmpty: 'Nobody has uploaded a summary of marks',
    summariesEmptyHow:
      'Upload the class summary of the electronic journal or a table: class, subject, numbers of 5, 4, 3 and 2.',
    summaryCaption: (year) => `Marks of classes, school year ${year}`,
    className: 'Class',
    term: 'Term',
    pupils: 'Pupils',
    unmarked: 'Without a mark',
    quality: 'Quality',
    progress: 'Progress',
    share: (share, numerator, denominator) => `${share} (${numerator} of ${denominator})`,
    suppressed: (n) => `fewer than ${n} marks`,
    little: 'little data',
    data: 'Data',
    schoolYearFilter: 'school year',
    termFilter: 'term',
    schoolFilter: 'school',
    anySchool: 'any',
    cut: (rows) => `The first ${rows} are shown. Choose a school, subject or term; the spreadsheet has all rows.`,
  },
});
