/** Documents for the tests of the renderers, invented. */
import type { Cell, DocumentPart, OfficeDocument, Row } from './model.ts';

export function cell(words: Cell['words'], more: Omit<Cell, 'words'> = {}): Cell {
  return { words, ...more };
}

export function row(...words: readonly string[]): Row {
  return { cells: words.map((each) => cell(each)) };
}

export function documentOf(blocks: DocumentPart['blocks'], part: Partial<DocumentPart> = {}): OfficeDocument {
  return {
    title: 'План мероприятий',
    author: 'Выдуманная школа № 1',
    day: '2026-11-22',
    parts: [{ orientation: 'landscape', leftMargin: 20, fontSize: 12, lineSpacing: 1, ...part, blocks }],
  };
}

/** A table of three columns whose rows grow from one line to four. */
export function longDocument(rows: number): OfficeDocument {
  return documentOf([
    { kind: 'heading', level: 1, words: 'План мероприятий', align: 'center' },
    {
      kind: 'table',
      fontSize: 12,
      columns: [{ width: 12, align: 'center' }, { width: 95 }, { width: 40 }],
      header: [row('№', 'Мероприятие', 'Сроки')],
      rows: Array.from({ length: rows }, (_, index) =>
        row(
          String(index + 1),
          `Начало${index + 1} ${'провести педагогический совет об объективности '.repeat(1 + (index % 4))}конец${index + 1}`,
          'до 31 мая',
        ),
      ),
    },
  ]);
}

/** Everything that a layout language or XML could take for its own. */
export const HOSTILE = [
  '#panic("x") #sys.inputs #let a = 1',
  '$x^2$ *жирно* _курсив_ `код` \\ @ссылка ~ -- --- ...',
  '<b>&amp;</b> ]]> <!-- --> <w:t> &#0;',
  '"кавычки" \'одинарные\' «ёлочки» „лапки“',
  '= Заголовок\n- пункт\n+ пункт\n/ термин: да',
  '[#read("/etc/passwd")] {{ }} // /* */ https://example.org/a_b',
  'Latin Ω λ ñ ß',
];
