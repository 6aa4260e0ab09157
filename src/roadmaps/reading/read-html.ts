/** Web pages: their tables and paragraphs; a page without a table is read as a text, since it may be an order or a list. */
import { detectEncoding } from '#src/platform/tables/text-table.ts';
import type { Source } from './blocks.ts';
import { htmlBlocks } from './html-blocks.ts';
import { pageText } from './page-text.ts';
import { readPlainText } from './read-text.ts';

export function readHtml(bytes: Uint8Array): Source {
  const page = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (!/<table\b/iu.test(page)) return { ...readPlainText(pageText(page)), format: 'html' };
  return { format: 'html', ...htmlBlocks(page) };
}

/** What a page says of its own encoding holds only where its bytes do not speak against it. */
function encodingOf(bytes: Uint8Array): string {
  const found = detectEncoding(bytes);
  if (found !== 'windows-1251') return found;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /charset\s*=\s*["']?\s*koi8-r/iu.test(head) ? 'koi8-r' : found;
}
