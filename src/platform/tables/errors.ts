/**
 * Why a table is refused before it is read. Details: `found` is what stands there, `allowed` the limit (sizes of files in MiB),
 * `part` the part of the workbook. The same codes appear as problems of an import, so each message says what to do.
 */
import { type RefusalList, Refusal, refusals } from '#src/platform/errors.ts';

export const tableRefusals = {
  'file-empty': {
    status: 422,
    ru: 'Файл пуст. Скачайте его ещё раз и загрузите снова.',
    en: 'The file is empty. Download it again and upload it once more.',
  },
  'file-too-large': {
    status: 413,
    ru: 'Файл слишком большой: {found} МБ; принимаются файлы до {allowed} МБ. Разделите его по предметам или классам.',
    en: 'The file is too large: {found} MB; up to {allowed} MB is accepted. Split it by subject or grade.',
  },
  'not-a-table': {
    status: 422,
    ru: 'Это не таблица: внутри {found}. Загрузите файл XLSX или CSV.',
    en: 'This is not a table: inside is {found}. Upload an XLSX or CSV file.',
  },
  'legacy-xls': {
    status: 422,
    ru: 'Это старый формат Excel 97–2003 (.xls). Откройте файл в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)».',
    en: 'This is the old Excel 97–2003 format (.xls). Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).',
  },
  'html-table': {
    status: 422,
    ru: 'Это веб-страница, и таблицы в ней нет: журнал мог отдать вместо отчёта страницу входа или сообщение. Откройте файл в браузере, посмотрите, что в нём, и выгрузите отчёт ещё раз.',
    en: 'This is a web page without any table: the journal may have given a sign-in page or a message instead of the report. Open the file in a browser, see what it is, and export the report once more.',
  },
  'xml-spreadsheet': {
    status: 422,
    ru: 'Это «Таблица XML 2003». Откройте файл в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)».',
    en: 'This is an “XML Spreadsheet 2003”. Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).',
  },
  'binary-workbook': {
    status: 422,
    ru: 'Это двоичная книга Excel (.xlsb). Сохраните её как «Книга Excel (.xlsx)».',
    en: 'This is a binary Excel workbook (.xlsb). Save it as an Excel workbook (.xlsx).',
  },
  'open-document': {
    status: 422,
    ru: 'Это таблица OpenDocument (.ods). Сохраните её как «Книга Excel (.xlsx)» или CSV.',
    en: 'This is an OpenDocument spreadsheet (.ods). Save it as an Excel workbook (.xlsx) or CSV.',
  },
  'parquet-not-here': {
    status: 422,
    ru: 'Файл Parquet принимается только в открытом формате обмена вместе с spec.json.',
    en: 'A Parquet file is accepted only in the open exchange format, together with spec.json.',
  },
  'file-encrypted': {
    status: 422,
    ru: 'Файл закрыт паролем. Снимите пароль (Файл → Сведения → Защита книги) и загрузите снова.',
    en: 'The file is protected by a password. Remove it (File → Info → Protect Workbook) and upload again.',
  },
  'macros-inside': {
    status: 422,
    ru: 'В книге есть макросы ({part}). Сохраните её как «Книга Excel (.xlsx)» без макросов.',
    en: 'The workbook holds macros ({part}). Save it as an Excel workbook (.xlsx) without macros.',
  },
  'external-links-inside': {
    status: 422,
    ru: 'Книга берёт значения из других файлов ({part}). Разорвите связи (Данные → Изменить связи) или сохраните значения без формул.',
    en: 'The workbook takes values from other files ({part}). Break the links (Data → Edit Links) or save values only.',
  },
  'archive-damaged': {
    status: 422,
    ru: 'Файл повреждён или загружен не до конца ({found}). Скачайте его ещё раз.',
    en: 'The file is damaged or was not downloaded to the end ({found}). Download it again.',
  },
  'archive-bomb': {
    status: 422,
    ru: 'Файл сжат неправдоподобно сильно ({part}: в {found} раз, допустимо до {allowed}) и не открыт. Сохраните его заново в той программе, где он сделан.',
    en: 'The file is compressed beyond belief ({part}: {found} times, up to {allowed} is allowed) and was not opened. Save it anew in the program that made it.',
  },
  'archive-part-too-large': {
    status: 422,
    ru: 'Часть файла {part} разворачивается в {found} МБ, а открываются части до {allowed} МБ. Разделите файл или сохраните его заново в той программе, где он сделан.',
    en: 'The part {part} of the file unpacks to {found} MB; parts up to {allowed} MB are opened. Split the file or save it anew in the program that made it.',
  },
  'archive-too-large': {
    status: 422,
    ru: 'Файл разворачивается в {found} МБ, а открываются файлы до {allowed} МБ. Разделите файл или сохраните его заново в той программе, где он сделан.',
    en: 'The file unpacks to {found} MB; files up to {allowed} MB are opened. Split the file or save it anew in the program that made it.',
  },
  'archive-too-many-parts': {
    status: 422,
    ru: 'В файле {found} частей, а открываются файлы, в которых их до {allowed}. Сохраните его заново в той программе, где он сделан.',
    en: 'The file has {found} parts; files of up to {allowed} parts are opened. Save it anew in the program that made it.',
  },
  'xml-doctype': {
    status: 422,
    ru: 'В файле есть описание типа документа (DOCTYPE, {part}), которого в книгах Excel не бывает; он не открыт. Сохраните таблицу заново в Excel или LibreOffice.',
    en: 'The file carries a document type declaration (DOCTYPE, {part}) that Excel workbooks never have; it was not opened. Save the table anew in Excel or LibreOffice.',
  },
  'xml-damaged': {
    status: 422,
    ru: 'Часть книги «{part}» не читается: {found}. Сохраните таблицу заново в Excel или LibreOffice.',
    en: 'The part “{part}” of the workbook cannot be read: {found}. Save the table anew in Excel or LibreOffice.',
  },
  'table-too-wide': {
    status: 422,
    ru: 'В строке {row} заполнен столбец {found}; читаются столбцы до {allowed}. Удалите лишние столбцы.',
    en: 'Row {row} has a value in column {found}; columns up to {allowed} are read. Delete the surplus columns.',
  },
  'table-too-long': {
    status: 413,
    ru: 'В таблице строк: {found}; читаются таблицы, в которых их до {allowed}. Разделите её по предметам или классам.',
    en: 'The table has {found} rows; tables of up to {allowed} rows are read. Split it by subject or grade.',
  },
  'text-damaged': {
    status: 422,
    ru: 'Строка {row} текстовой таблицы не читается: {found}. Проверьте кавычки в этой строке.',
    en: 'Row {row} of the text table cannot be read: {found}. Check the quotation marks of this row.',
  },
} as const satisfies RefusalList;

export type TableRefusalCode = keyof typeof tableRefusals;

export const refuseTable = refusals(tableRefusals);

/** True for a refusal of this list; everything else is a fault of ours and must not be shown as the file's. */
export function isTableRefusal(error: unknown): error is Refusal & { readonly code: TableRefusalCode } {
  return error instanceof Refusal && Object.hasOwn(tableRefusals, error.code);
}
