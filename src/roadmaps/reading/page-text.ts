/** The text of a web page without tables: a line for each block, scripts and styles left out. */
import { Parser } from 'htmlparser2';

const SILENT = new Set(['script', 'style', 'title', 'template', 'noscript', 'select']);
const INLINE = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 'span', 'font', 'sub', 'sup', 'small']);

export function pageText(page: string): string {
  const pieces: string[] = [];
  let silent = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (SILENT.has(name)) silent += 1;
        if (!INLINE.has(name)) pieces.push('\n');
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (!INLINE.has(name)) pieces.push('\n');
      },
      ontext(text) {
        if (silent === 0) pieces.push(text.replace(/\s+/gu, ' '));
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(page);
  return pieces.join('');
}
