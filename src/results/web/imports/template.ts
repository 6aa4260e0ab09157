import { PAPER_COLUMNS } from '../../exchange/column-names.ts';

/**
 * The template that stands in for a missing file: the open exchange format with three plainly invented rows. Semicolons and
 * a byte-order mark, so that a Russian Excel opens it as a table with its letters intact.
 */
const LINES = [
  [...PAPER_COLUMNS, 't1', 't2', 't3'].join(';'),
  'ВПР 2026;2026-04-14;Пример района;Пример школы;5;5А;Математика;;50001;1;4;;;1;2;X',
  'ВПР 2026;2026-04-14;Пример района;Пример школы;5;5А;Математика;;50002;2;3;;;0;1;0',
  'ВПР 2026;2026-04-14;Пример района;Пример школы;5;5А;Математика;;50003;;5;;;;;',
];

function templateCsv(): string {
  return `\ufeff${LINES.join('\r\n')}\r\n`;
}

/** Gives the browser the template to save. */
export function saveTemplate(fileName: string): void {
  const url = URL.createObjectURL(new Blob([templateCsv()], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
