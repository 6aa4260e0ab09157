/**
 * Marks of many pupils: a register of a class with subjects as columns («Сводная ведомость»: one period, or periods under
 * each subject, or rows of periods per pupil), or a list with pupil, subject, period and mark. Pupils are the school's own
 * keys; where names stand instead, they are numbered.
 */
import type { ReadMarks } from '../../model.ts';
import { headerOfMarks, kindOfMarks, pupilColumns, readMarks } from '../marks/read.ts';
import { hasTasks } from '../marks/not-papers.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';

const ID = 'marks-table';

function isMarks(sheet: SheetProbe): boolean {
  return !sheet.hidden && kindOfMarks(sheet) === 'pupils' && !hasTasks(sheet);
}

export const marksTable: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some(isMarks) ? 0.85 : 0),

  pupilsOf(sheet) {
    const header = isMarks(sheet) ? headerOfMarks(sheet) : null;
    return header === null ? null : pupilColumns(header);
  },

  async read({ source, sheets }: ReadContext): Promise<ReadMarks[]> {
    const tables: ReadMarks[] = [];
    for (const probe of sheets) {
      if (isMarks(probe)) tables.push(await readMarks(source.sheets[probe.index], probe, ID));
    }
    return tables;
  },
};
