import { count, formatNumber, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of packing and of analyses by region. */

const papers: PluralForms = { one: 'работа', few: 'работы', many: 'работ' };
const papersEn: PluralForms = { one: 'paper', other: 'papers' };

export const packSummary = defineText({
  ru: 'упаковать результаты в один файл, который анализируется во много раз быстрее',
  en: 'pack results into one file that is analysed many times faster',
});

export const regionText = defineText({
  ru: {
    packHelp: `obektiv pack ФАЙЛ… --spec ОПИСАНИЕ --out ИМЯ.obk [параметры]

Проверяет результаты в открытом формате обмена (CSV или Parquet) и упаковывает их в один файл.
Кодов участников и учителей в нём нет. Анализ: obektiv analyze ИМЯ.obk

  --spec ФАЙЛ        описание работ (spec.json); обязательно
  --out ФАЙЛ         куда упаковать, имя на .obk; обязательно
  --regions          каждый файл — отдельный регион
  --skip-bad-rows    пропустить строки с ошибками и упаковать остальное
  --threads ЧИСЛО    потоков для чтения, по умолчанию по числу ядер
  --lang ru|en       язык
  --help             эта справка

Код завершения: 0 готово, 1 сбой программы, 2 непонятная команда, 3 ошибки в данных, 4 файла нет или он не читается.
Пример: obektiv pack papers.parquet --spec spec.json --out papers.obk`,
    progress: (done: number, all: number, read: number) => `Регионов ${done} из ${all}, ${count(read, 'ru', papers)}…`,
    packed: (works: number, read: number, megabytes: string) =>
      `Упаковано: предметов и параллелей ${formatNumber(works, 'ru')}, ${count(read, 'ru', papers)}, ${megabytes} МБ.`,
    nothingPacked: 'Ничего не упаковано. Исправьте файлы и повторите команду.',
    inRegion: (region: string) => `Регион «${region}»:`,
    notComputed: (regions: number) => `Не посчитано из-за ошибок регионов: ${formatNumber(regions, 'ru')}.`,
    region: 'Регион',
    works: 'Предметов',
    papers: 'Работ',
    absent: 'Отсутствовали',
    municipalities: 'Муниципалитетов с признаком',
    schools: 'Школ с признаком',
    classes: 'Классов с признаком',
    ofThem: (signalled: number, looked: number) => `${formatNumber(signalled, 'ru')} из ${formatNumber(looked, 'ru')}`,
    total: 'Всего',
    note: 'Класс, школа или муниципалитет в каждом предмете считается отдельно. Регионы сравниваются каждый сам с собой, поэтому их строки не сопоставимы: это не рейтинг.',
  },
  en: {
    packHelp: `obektiv pack FILE… --spec DESCRIPTION --out NAME.obk [options]

Checks results in the open exchange format (CSV or Parquet) and packs them into one file.
It holds no codes of participants and no teachers. Analysis: obektiv analyze NAME.obk

  --spec FILE        description of works (spec.json); required
  --out FILE         where to pack, a name in .obk; required
  --regions          each file is a region of its own
  --skip-bad-rows    leave out rows with errors and pack the rest
  --threads NUMBER   threads for reading, by default as many as there are cores
  --lang ru|en       language
  --help             this help

Exit code: 0 done, 1 a fault of the program, 2 command not understood, 3 errors in the data, 4 a file is missing or unreadable.
Example: obektiv pack papers.parquet --spec spec.json --out papers.obk`,
    progress: (done, all, read) => `Regions ${done} of ${all}, ${count(read, 'en', papersEn)}…`,
    packed: (works, read, megabytes) =>
      `Packed: ${formatNumber(works, 'en')} works, ${count(read, 'en', papersEn)}, ${megabytes} MB.`,
    nothingPacked: 'Nothing was packed. Correct the files and run the command again.',
    inRegion: (region) => `Region “${region}”:`,
    notComputed: (regions) => `Regions not computed for errors: ${formatNumber(regions, 'en')}.`,
    region: 'Region',
    works: 'Works',
    papers: 'Papers',
    absent: 'Absent',
    municipalities: 'Municipalities with a sign',
    schools: 'Schools with a sign',
    classes: 'Classes with a sign',
    ofThem: (signalled, looked) => `${formatNumber(signalled, 'en')} of ${formatNumber(looked, 'en')}`,
    total: 'Total',
    note: 'A class, school or municipality is counted in each work separately. Each region is compared with itself, so the lines are not comparable: this is no ranking.',
  },
});
