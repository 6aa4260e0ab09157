/** Guesses what the columns of an unknown table are. A guess is a proposal: a person confirms it before it counts. */
import type { TableRow } from '#src/platform/tables/source.ts';
import type { ColumnRole, MappedColumn, TableMapping } from '../../model.ts';
import { canonicalTaskId } from '../../rules.ts';
import { headerTexts } from '../cells.ts';
import { headerColumn } from '../headers.ts';
import type { SheetProbe } from '../reader.ts';

/** «1», «№ 4», «Задание 4К1», «t3», «З5.1», «Q7»: with nothing else in the header. */
const PLAIN_TASK =
  /^(?:№|з|зад|задание|задача|вопрос|t|q|task|item)?[ ._№]*(\d{1,2}(?:[.,]\d{1,2}|\(\d{1,2}\))?(?:[кk]\d{1,2})?)$/iu;

/** What one header says: role and task, also by the looser forms that only unknown tables have. */
export function mappedColumn(header: string, index: number): MappedColumn {
  const { role, task } = headerColumn(header, index);
  if (task !== undefined) return { header, role, task: { id: task.id, max: task.max } };
  const plain = role === 'ignored' ? PLAIN_TASK.exec(header) : null;
  return plain === null
    ? { header, role }
    : { header, role: 'task', task: { id: canonicalTaskId(plain[1]), max: null } };
}

/**
 * Headers as texts, where a cell that is empty takes the text above it: forms put «Класс» into a cell merged over two
 * rows, and the numbers of the tasks under a common heading.
 */
export function headersAt(head: readonly TableRow[], headerRow: number): string[] {
  const row = head.find(({ number }) => number === headerRow);
  if (row === undefined) return [];
  const own = headerTexts(row);
  const above = head.find(({ number }) => number === headerRow - 1);
  const upper = above === undefined ? [] : headerTexts(above);
  // A title stands in one cell; a second row of headings fills several.
  const usable = upper.filter((text) => text !== '').length > 1 ? upper : [];
  return Array.from({ length: Math.max(own.length, usable.length) }, (_, index) => own[index] || usable[index] || '');
}

/** The mapping that explains most columns, or null when no row looks like a header of results. */
export function guessMapping(sheets: readonly SheetProbe[]): TableMapping | null {
  let best: TableMapping | null = null;
  let bestScore = 0;
  for (const { name, hidden, head } of sheets) {
    if (hidden) continue;
    for (const { number } of head) {
      const columns = headersAt(head, number).map(mappedColumn);
      const score = plausibility(columns);
      if (score > bestScore) {
        best = { sheet: name, headerRow: number, columns, constants: {} };
        bestScore = score;
      }
    }
  }
  return best;
}

const TELLING: ReadonlySet<ColumnRole> = new Set([
  'participant',
  'variant',
  'className',
  'school',
  'schoolName',
  'total',
  'mark',
  'journalMark',
  'municipality',
]);

/**
 * A row of papers is full of numbers that read like numbers of tasks; it is no header, because the ids repeat or because
 * no column has a name.
 */
function plausibility(columns: readonly MappedColumn[]): number {
  const tasks = columns.flatMap(({ task }) => (task === undefined ? [] : [task.id]));
  const roles = new Set(columns.map(({ role }) => role).filter((role) => TELLING.has(role)));
  if (tasks.length === 0 || new Set(tasks).size !== tasks.length) return 0;
  if (!roles.has('participant') && roles.size < 2) return 0;
  return tasks.length + roles.size * 3;
}
