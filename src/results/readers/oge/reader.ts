/**
 * Protocols of the OGE as regional centres hand them out: XLSX with blocks «02 - Математика 2026.06.02», each with a header
 * of its own (dense, or sparse with empty columns between), appeals with «Экзамен» and «Состояние апелляции», and CSV with
 * the names of the fields (SchoolCode, TestResultBCell …, Mark5). Names and documents stand beside the results and are
 * dropped; papers are known by the number of their row, since these protocols print no code.
 */
import type { ReadFile } from '../../model.ts';
import { giaKind } from '../gia/kind.ts';
import { readExams } from '../gia/read.ts';
import type { ReadContext, Reader } from '../reader.ts';

export const oge: Reader = {
  id: 'oge',

  recognise: (sheets) => (sheets.some((sheet) => giaKind(sheet) === 'oge') ? 1 : 0),

  async read({ source, sheets, subjectCodes }: ReadContext): Promise<ReadFile[]> {
    const files: ReadFile[] = [];
    for (const probe of sheets) {
      if (giaKind(probe) !== 'oge') continue;
      files.push(...(await readExams(source.sheets[probe.index], 'oge', subjectCodes ?? new Map())));
    }
    return files;
  },
};
