import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words for problems of files where the site's own would send a person to a button that the command line has not. */
export const problemWords = defineText({
  ru: {
    row: 'строка',
    column: 'столбец',
    part: 'место',
    more: (n: number) => `… и ещё ${count(n, 'ru', { one: 'место', few: 'места', many: 'мест' })}.`,
    further: (n: number, title: string) =>
      `${title} — ещё ${count(n, 'ru', { one: 'место', few: 'места', many: 'мест' })}`,
    foundAllowed: (found: string, allowed: string | null) =>
      allowed === null ? `найдено «${found}»` : `найдено «${found}», допустимо ${allowed}`,
    empty: 'файл пуст. Получите его заново.',
    noRows: 'под заголовком нет ни одной заполненной строки.',
    columnMissing: (column: string) => `нет столбца «${column}».`,
    otherKind: (kind: string) => `это ${kind}, а нужна таблица CSV или Parquet в открытом формате обмена.`,
    notJson: 'описание работ не читается как JSON. Проверьте здесь кавычки, запятые и скобки.',
    noScale: (work: string) =>
      `у работы «${work}» нет шкалы отметок, поэтому границы отметок не рассматриваются. Добавьте mark_thresholds в описание.`,
    kinds: {
      empty: 'пустой файл',
      zip: 'архив или книга Excel',
      xls: 'старая книга Excel',
      'encrypted-office': 'книга под паролем',
      html: 'веб-страница',
      'xml-spreadsheet': '«Таблица XML 2003»',
      pdf: 'PDF',
      image: 'изображение',
      json: 'JSON',
      binary: 'двоичный файл',
    },
  },
  en: {
    row: 'row',
    column: 'column',
    part: 'at',
    more: (n) => `… and ${count(n, 'en', { one: 'more place', other: 'more places' })}.`,
    further: (n, title) => `${title}: ${count(n, 'en', { one: 'more place', other: 'more places' })}`,
    foundAllowed: (found, allowed) => (allowed === null ? `found “${found}”` : `found “${found}”, allowed ${allowed}`),
    empty: 'the file is empty. Obtain it anew.',
    noRows: 'no row below the header is filled in.',
    columnMissing: (column) => `there is no column “${column}”.`,
    otherKind: (kind) => `this is ${kind}, and a table in the open exchange format, CSV or Parquet, is needed.`,
    notJson: 'the description of works cannot be read as JSON. Check quotes, commas and brackets here.',
    noScale: (work) =>
      `the work “${work}” has no scale of marks, so mark boundaries are not looked at. Add mark_thresholds to the description.`,
    kinds: {
      empty: 'an empty file',
      zip: 'an archive or an Excel workbook',
      xls: 'an old Excel workbook',
      'encrypted-office': 'a workbook under a password',
      html: 'a web page',
      'xml-spreadsheet': 'an “XML Spreadsheet 2003”',
      pdf: 'a PDF',
      image: 'an image',
      json: 'JSON',
      binary: 'a binary file',
    },
  },
});
