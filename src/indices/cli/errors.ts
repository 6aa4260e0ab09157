/** Refusals of `obektiv indices`. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

const indicesRefusals = {
  papersNotNamed: {
    status: 400,
    ru: 'Назовите хотя бы один файл с работами: obektiv indices papers.csv --marks marks.csv',
    en: 'Name at least one file of papers: obektiv indices papers.csv --marks marks.csv',
  },
  columnMissing: {
    status: 400,
    ru: 'В файле {path} нет столбцов: {columns}.',
    en: 'The file {path} lacks columns: {columns}.',
  },
  fileEmpty: { status: 400, ru: 'Файл {path} пуст.', en: 'The file {path} is empty.' },
  specUnusable: {
    status: 400,
    ru: 'Описание работ {path} использовать нельзя. Что в нём не так, скажет obektiv analyze.',
    en: 'The description of works {path} cannot be used. obektiv analyze says what is wrong with it.',
  },
  settingsUnusable: {
    status: 400,
    ru: 'Пороги в файле {path} не подходят: нужен JSON {"gap":{"vpr":1,"oge":1,"dkr":1},"minimum":10,"medal":{"1":{…},"2":{…}}}.',
    en: 'The thresholds in {path} do not fit: JSON {"gap":{"vpr":1,"oge":1,"dkr":1},"minimum":10,"medal":{"1":{…},"2":{…}}} is needed.',
  },
} as const satisfies RefusalList;

export const refuseIndices = refusals(indicesRefusals);
