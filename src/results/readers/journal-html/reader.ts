/**
 * Reports of electronic journals on one pupil. «Сетевой город. Образование» exports «Отчет об успеваемости и посещаемости
 * ученика» as a web page under the name .xls: «Предмет», months over their days, «Средн. оценка 1 триместр», «Итог. оценка
 * 1 триместр»; its report of totals has «1 четверть» … «Год. оценка», «Экз. оценка», «Итог. оценка». Class and school year
 * stand above the table, and so does the pupil: a name is dropped, a key of the school's own is read.
 */
import type { ReadMarks } from '../../model.ts';
import { kindOfMarks, readMarks } from '../marks/read.ts';
import { hasTasks } from '../marks/not-papers.ts';
import type { ReadContext, Reader } from '../reader.ts';

const ID = 'journal-html';

export const journalHtml: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some((sheet) => kindOfMarks(sheet) === 'onePupil' && !hasTasks(sheet)) ? 0.9 : 0),

  async read({ source, sheets }: ReadContext): Promise<ReadMarks[]> {
    const tables: ReadMarks[] = [];
    for (const probe of sheets) {
      if (kindOfMarks(probe) === 'onePupil') tables.push(await readMarks(source.sheets[probe.index], probe, ID));
    }
    return tables;
  },
};
