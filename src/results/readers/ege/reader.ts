/**
 * Protocols of the EGE: blocks as in those of the OGE, with a test score in place of the mark. The compact layout prints
 * «Код участника», which is the same in all exams of a pupil; the regional one prints names alone, which are dropped. The
 * mark of base mathematics stands where other exams have their test score.
 */
import type { ReadFile } from '../../model.ts';
import { giaKind } from '../gia/kind.ts';
import { readExams } from '../gia/read.ts';
import type { ReadContext, Reader } from '../reader.ts';

export const ege: Reader = {
  id: 'ege',

  recognise: (sheets) => (sheets.some((sheet) => giaKind(sheet) === 'ege') ? 1 : 0),

  async read({ source, sheets, subjectCodes }: ReadContext): Promise<ReadFile[]> {
    const files: ReadFile[] = [];
    for (const probe of sheets) {
      if (giaKind(probe) !== 'ege') continue;
      files.push(...(await readExams(source.sheets[probe.index], 'ege', subjectCodes ?? new Map())));
    }
    return files;
  },
};
