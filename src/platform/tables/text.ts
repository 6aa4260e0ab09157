/** Words that the table writer puts into a file itself. */
import type { Language } from '#src/platform/errors.ts';

interface WriterWords {
  readonly parametersSheet: string;
  readonly table: string;
  readonly rowCount: string;
  readonly parameter: string;
  readonly value: string;
}

const WRITER_WORDS: Readonly<Record<Language, WriterWords>> = {
  ru: { parametersSheet: 'Параметры', table: 'Таблица', rowCount: 'Строк', parameter: 'Параметр', value: 'Значение' },
  en: { parametersSheet: 'Parameters', table: 'Table', rowCount: 'Rows', parameter: 'Parameter', value: 'Value' },
};

export function writerWords(language: Language): WriterWords {
  return WRITER_WORDS[language];
}
