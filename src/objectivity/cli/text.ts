import { count, formatNumber, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of `obektiv analyze`. */

const files: PluralForms = { one: 'файл', few: 'файла', many: 'файлов' };
const filesEn: PluralForms = { one: 'file', other: 'files' };
const papers: PluralForms = { one: 'работу', few: 'работы', many: 'работ' };
const papersEn: PluralForms = { one: 'paper', other: 'papers' };
const rows: PluralForms = { one: 'строка', few: 'строки', many: 'строк' };
const rowsEn: PluralForms = { one: 'row', other: 'rows' };
const places: PluralForms = { one: 'место', few: 'места', many: 'мест' };
const placesEn: PluralForms = { one: 'place', other: 'places' };

export const analyzeSummary = defineText({
  ru: 'признаки по файлам с результатами, без базы данных',
  en: 'signs from files of results, without a database',
});

export const analyzeText = defineText({
  ru: {
    help: `obektiv analyze ФАЙЛ… --spec ОПИСАНИЕ [параметры]

Читает результаты в открытом формате обмена (CSV или Parquet, можно несколько файлов) и описание работ
и показывает, в каких классах, школах и муниципалитетах есть признаки необъективных результатов.

  --spec ФАЙЛ        описание работ (spec.json); обязательно
  --json             все единицы и показатели в JSON вместо таблицы
  --level УРОВЕНЬ    только class, school или municipality
  --all              в таблице и те, у кого признака нет
  --rate ЧИСЛО       доля ложных среди сигналов, по умолчанию 0.05
  --freeze ФАЙЛ      сохранить эталон честных результатов (для работ, написанных при наблюдателях)
  --reference ФАЙЛ   сравнить регион целиком с сохранённым эталоном
  --skip-bad-rows    пропустить строки с ошибками и посчитать остальное
  --regions          каждый файл — отдельный регион; считаются по очереди на нескольких потоках
  --summary          только счёт по регионам; с --json — в JSON
  --threads ЧИСЛО    потоков для регионов, по умолчанию по числу ядер
  --out ФАЙЛ         записать в файл
  --lang ru|en       язык
  --help             эта справка

Упакованный файл (.obk, его делает obektiv pack) описания не требует. Для нескольких регионов печатается счёт, а с --json —
все единицы, по строке JSON на каждую.

Код завершения: 0 готово, 1 сбой программы, 2 непонятная команда, 3 ошибки в данных, 4 файла нет или он не читается.
Пример: obektiv analyze papers.csv --spec spec.json`,
    reading: (n: number) => `Читаем ${count(n, 'ru', files)}…`,
    computing: (n: number) => `Сравниваем ${count(n, 'ru', papers)}…`,

    levels: { municipality: 'Муниципалитеты', school: 'Школы', class: 'Классы' },
    procedure: 'Процедура',
    municipality: 'Муниципалитет',
    school: 'Школа',
    className: 'Класс',
    grade: 'Параллель',
    subject: 'Предмет',
    participants: 'Писали',
    strength: 'Сила признака',
    falseSignal: 'Ложный сигнал',
    sign: 'Что замечено',
    tooFew: 'мало работ',
    noSigns: 'признаков нет',
    looked: 'Рассмотрено',
    signalled: 'С признаком',
    counts: 'Уровень',
    read: (present: number, absent: number) =>
      `Работ участников: ${formatNumber(present, 'ru')}; отсутствовали: ${formatNumber(absent, 'ru')}. Класс, школа или муниципалитет в каждой работе рассмотрены отдельно.`,
    rateNote: (rate: string) =>
      `Среди отмеченных ложных в среднем не больше ${rate}: отдельно среди классов, школ и муниципалитетов.`,
    falseSignalNote: '«Ложный сигнал» — вероятность, что за признаком ничего нет, кроме случайности.',
    notVerdict: 'Признак — повод посмотреть, а не вывод.',

    comparisons: {
      boundary: 'переход через границы отметок',
      hardTasks: 'трудные задания',
      extendedTasks: 'задания с развёрнутым ответом',
      marks: 'отметки в журнале',
    },
    regionAbove: (work: string, reference: string, what: string) =>
      `${work}: регион целиком выше эталона «${reference}» — ${what}.`,
    regionClear: (work: string, reference: string) => `${work}: регион целиком не выше эталона «${reference}».`,
    regionOtherWork: (work: string) =>
      `${work}: в эталоне нет этой работы, регион целиком не сравнивается; из эталона взяты только хвосты честных распределений.`,
    frozen: (path: string) => `Эталон сохранён: ${path}`,

    errors: (n: number) => `Ошибки в данных: ${count(n, 'ru', places)}.`,
    skippedErrors: (n: number) => `Строки с ошибками пропущены: ${count(n, 'ru', places)}.`,
    warnings: (n: number) => `Стоит проверить: ${count(n, 'ru', places)}.`,
    nothingComputed: 'Ничего не посчитано. Исправьте файлы и повторите команду.',
    orSkip: 'Или добавьте --skip-bad-rows: эти строки будут пропущены, остальное посчитано.',
    skipped: (n: number, all: number) => `Пропущено с ошибками: ${count(n, 'ru', rows)} из ${formatNumber(all, 'ru')}.`,
    workWithoutPapers: (subject: string, grade: number) =>
      `В описании есть работа «${subject}», ${grade} класс, а в файлах нет ни одной её строки с баллами.`,
  },
  en: {
    help: `obektiv analyze FILE… --spec DESCRIPTION [options]

Reads results in the open exchange format (CSV or Parquet, several files allowed) and the description of works,
and shows which classes, schools and municipalities have signs of non-objective results.

  --spec FILE        description of works (spec.json); required
  --json             all units and markers as JSON instead of a table
  --level LEVEL      only class, school or municipality
  --all              in the table, also those without a sign
  --rate NUMBER      share of false ones among signals, 0.05 by default
  --freeze FILE      keep a reference of honest results (of papers written under outside observers)
  --reference FILE   compare the region as a whole with a kept reference
  --skip-bad-rows    leave out rows with errors and compute the rest
  --regions          each file is a region of its own; they are computed one after the other on several threads
  --summary          only counts by region; with --json as JSON
  --threads NUMBER   threads for regions, by default as many as there are cores
  --out FILE         write to a file
  --lang ru|en       language
  --help             this help

A packed file (.obk, made by obektiv pack) needs no description. For several regions counts are printed, and with --json
all units, a line of JSON each.

Exit code: 0 done, 1 a fault of the program, 2 command not understood, 3 errors in the data, 4 a file is missing or unreadable.
Example: obektiv analyze papers.csv --spec spec.json`,
    reading: (n) => `Reading ${count(n, 'en', filesEn)}…`,
    computing: (n) => `Comparing ${count(n, 'en', papersEn)}…`,

    levels: { municipality: 'Municipalities', school: 'Schools', class: 'Classes' },
    procedure: 'Procedure',
    municipality: 'Municipality',
    school: 'School',
    className: 'Class',
    grade: 'Grade',
    subject: 'Subject',
    participants: 'Wrote',
    strength: 'Strength',
    falseSignal: 'False signal',
    sign: 'What is seen',
    tooFew: 'too few papers',
    noSigns: 'no signs',
    looked: 'Looked at',
    signalled: 'With a sign',
    counts: 'Level',
    read: (present, absent) =>
      `Papers: ${formatNumber(present, 'en')}; absent: ${formatNumber(absent, 'en')}. A class, school or municipality is looked at in each work separately.`,
    rateNote: (rate) =>
      `Of those marked, on average no more than ${rate} are false: schools and municipalities in the whole list, classes within the schools that have any.`,
    falseSignalNote: '“False signal” is the probability that nothing but chance is behind the sign.',
    notVerdict: 'A sign is a reason to look, not a verdict.',

    comparisons: {
      boundary: 'lifting over mark boundaries',
      hardTasks: 'hard tasks',
      extendedTasks: 'tasks with an extended answer',
      marks: 'journal marks',
    },
    regionAbove: (work, reference, what) =>
      `${work}: the region as a whole stands above the reference “${reference}”: ${what}.`,
    regionClear: (work, reference) =>
      `${work}: the region as a whole does not stand above the reference “${reference}”.`,
    regionOtherWork: (work) =>
      `${work}: the reference lacks this work, the region as a whole is not compared; only the tails of honest distributions are taken over.`,
    frozen: (path) => `Reference kept: ${path}`,

    errors: (n) => `Errors in the data: ${count(n, 'en', placesEn)}.`,
    skippedErrors: (n) => `Rows with errors are left out: ${count(n, 'en', placesEn)}.`,
    warnings: (n) => `Please check: ${count(n, 'en', placesEn)}.`,
    nothingComputed: 'Nothing was computed. Correct the files and run the command again.',
    orSkip: 'Or add --skip-bad-rows: these rows are left out and the rest is computed.',
    skipped: (n, all) => `Left out with errors: ${count(n, 'en', rowsEn)} of ${formatNumber(all, 'en')}.`,
    workWithoutPapers: (subject, grade) =>
      `The description has the work “${subject}”, grade ${grade}, but the files have no row of it with scores.`,
  },
});
