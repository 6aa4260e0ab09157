import { count, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of `obektiv calibrate`. */

const works: PluralForms = { one: 'работы', few: 'работ', many: 'работ' };
const worksEn: PluralForms = { one: 'work', other: 'works' };

export const calibrateSummary = defineText({
  ru: 'трудность заданий с ошибкой по файлам с результатами',
  en: 'difficulty of tasks with its error, from files of results',
});

export const calibrateText = defineText({
  ru: {
    help: `obektiv calibrate ФАЙЛ… --spec ОПИСАНИЕ [параметры]

Читает результаты в открытом формате обмена (CSV или Parquet, можно несколько файлов) и описание работ
и считает трудность каждого задания с ошибкой, пороги баллов, согласие с моделью и подготовку по сумме баллов.
Варианты калибруются отдельно и приводятся к общей шкале по общим заданиям.

  --spec ФАЙЛ        описание работ (spec.json); обязательно
  --json             все величины в JSON вместо таблицы
  --skip-bad-rows    пропустить строки с ошибками и посчитать остальное
  --out ФАЙЛ         записать в файл
  --lang ru|en       язык
  --help             эта справка

Код завершения: 0 готово, 1 сбой программы, 2 непонятная команда, 3 ошибки в данных, 4 файла нет или он не читается.
Пример: obektiv calibrate papers.csv --spec spec.json`,
    calibrating: (n: number) => `Считаем трудность заданий ${count(n, 'ru', works)}…`,
    grade: (n: number) => `${n} класс`,
  },
  en: {
    help: `obektiv calibrate FILE… --spec DESCRIPTION [options]

Reads results in the open exchange format (CSV or Parquet, several files allowed) and the description of works,
and computes the difficulty of each task with its error, thresholds of scores, fit to the model and ability by total.
Variants are calibrated by themselves and brought onto one scale by their shared tasks.

  --spec FILE        description of works (spec.json); required
  --json             all figures as JSON instead of a table
  --skip-bad-rows    leave out rows with errors and compute the rest
  --out FILE         write to a file
  --lang ru|en       language
  --help             this help

Exit code: 0 done, 1 a fault of the program, 2 command not understood, 3 errors in the data, 4 a file is missing or unreadable.
Example: obektiv calibrate papers.csv --spec spec.json`,
    calibrating: (n) => `Computing the difficulty of the tasks of ${count(n, 'en', worksEn)}…`,
    grade: (n) => `grade ${n}`,
  },
});
