/** Tells tables of papers from tables of marks: papers have tasks or totals. */
import { headerTexts } from '../cells.ts';
import { headerColumn } from '../headers.ts';
import { mappedColumn } from '../mapper/guess.ts';
import type { SheetProbe } from '../reader.ts';
import { marksHeader } from './columns.ts';

/** True when the header row of marks names tasks, a total or a variant too: then it is a protocol. */
export function hasTasks({ head }: SheetProbe): boolean {
  return head.some((row, position) => {
    if (marksHeader(row, head[position + 1]) === null) return false;
    return headerTexts(row).some((text, index) => {
      const { role } = headerColumn(text, index);
      return (
        role === 'total' ||
        role === 'variant' ||
        role === 'testScore' ||
        (text !== '' && mappedColumn(text, index).role === 'task')
      );
    });
  });
}
