/** The list on which people sign that they know an order or a plan. */
import type { OfficeDocument } from '#src/documents/model.ts';
import type { AcquaintanceDocument } from './model.ts';
import { printed } from './text.ts';
import { dayInPrint } from './words.ts';

/** Room for a signature by hand, millimetres. */
const ROW_HEIGHT = 10;

export function acquaintanceDocument({ organisation, subject, people, day }: AcquaintanceDocument): OfficeDocument {
  const { acquaintanceColumn: column } = printed;
  return {
    title: `${printed.acquaintance} ${subject}`,
    author: organisation,
    day,
    parts: [
      {
        orientation: 'portrait',
        leftMargin: 20,
        fontSize: 13,
        lineSpacing: 1,
        blocks: [
          ...(organisation === null ? [] : [{ kind: 'paragraph', words: organisation, align: 'center' } as const]),
          { kind: 'heading', level: 1, words: `${printed.acquaintance.toUpperCase()}\n${subject}`, align: 'center' },
          {
            kind: 'table',
            name: printed.acquaintance,
            fontSize: 12,
            columns: [
              { width: 12, align: 'center' },
              { width: 66 },
              { width: 52 },
              { width: 25, align: 'center' },
              { width: 25 },
            ],
            header: [
              {
                cells: [column.number, column.name, column.post, column.date, column.signature].map((words) => ({
                  words,
                })),
              },
            ],
            rows: people.map(({ name, post, date }, index) => ({
              height: ROW_HEIGHT,
              cells: [String(index + 1), name, post, date ? dayInPrint(date) : '', ''].map((words) => ({ words })),
            })),
          },
        ],
      },
    ],
  };
}
