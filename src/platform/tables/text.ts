/**
 * Words that the table writer puts into a file itself. The refusals of the reader are worded by the capability that
 * reads the table; here only their one-sentence fallbacks for the command line and the log.
 */

export type TableLanguage = 'ru' | 'en';

interface WriterWords {
  readonly parametersSheet: string;
  readonly table: string;
  readonly rowCount: string;
  readonly parameter: string;
  readonly value: string;
}

const WRITER_WORDS: Readonly<Record<TableLanguage, WriterWords>> = {
  ru: { parametersSheet: 'Параметры', table: 'Таблица', rowCount: 'Строк', parameter: 'Параметр', value: 'Значение' },
  en: { parametersSheet: 'Parameters', table: 'Table', rowCount: 'Rows', parameter: 'Parameter', value: 'Value' },
};

export function writerWords(language: TableLanguage): WriterWords {
  return WRITER_WORDS[language];
}
