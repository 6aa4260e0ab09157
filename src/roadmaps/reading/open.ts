/** Opens whatever was given as a plan and makes the intermediate form of it, or refuses it with what it really is. */
import { kindOf } from '#src/platform/files/kind.ts';
import { isTableRefusal, refuseTable } from '#src/platform/tables/errors.ts';
import { detectEncoding } from '#src/platform/tables/text-table.ts';
import type { Source } from './blocks.ts';
import { refusePlan } from './errors.ts';
import { isDocx, readDocx } from './read-docx.ts';
import { readGrid } from './read-grid.ts';
import { pageText } from './page-text.ts';
import { readPdf } from './pages/read-pdf.ts';
import { readPlainText, readText } from './read-text.ts';

export const LARGEST_PLAN_BYTES = 32 * 1024 * 1024;
/** Text and pages grow in memory when they are read; a plan as text has some ten kilobytes. */
const LARGEST_TEXT_BYTES = 8 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;

/**
 * @param _fileName helps where the bytes do not tell.
 * @throws Refusal of errors.ts and of platform/tables/errors.ts; never anything else.
 */
export async function openPlan(bytes: Uint8Array, _fileName = ''): Promise<Source> {
  const kind = kindOf(bytes);
  const allowed = kind === 'zip' || kind === 'pdf' ? LARGEST_PLAN_BYTES : LARGEST_TEXT_BYTES;
  if (bytes.length > allowed && ['zip', 'pdf', 'html', 'text', 'json'].includes(kind)) {
    throw refusePlan('planTooLarge', { found: Math.ceil(bytes.length / MEBIBYTE), allowed: allowed / MEBIBYTE });
  }
  switch (kind) {
    case 'zip':
      return (await isDocx(bytes)) ? readDocx(bytes) : readGrid(bytes);
    case 'html':
      return readPage(bytes);
    case 'text':
    case 'json':
      return readText(bytes);
    case 'pdf':
      return readPdf(bytes);
    case 'xls':
      throw refusePlan('planDoc');
    case 'image':
      throw refusePlan('planScan');
    case 'empty':
      throw refuseTable('file-empty');
    case 'encrypted-office':
      throw refuseTable('file-encrypted');
    case 'xml-spreadsheet':
      throw refuseTable('xml-spreadsheet');
    default:
      throw refusePlan('planNotText', { found: kind.toUpperCase() });
  }
}

/** @throws Refusal when nothing was pasted. */
export async function openPasted({ text, html }: { readonly text?: string; readonly html?: string }): Promise<Source> {
  const bytes = new TextEncoder().encode(
    html !== undefined && /<(?:table|p|div|li)\b/iu.test(html) ? html : (text ?? ''),
  );
  if (bytes.length > LARGEST_TEXT_BYTES) {
    throw refusePlan('planTooLarge', {
      found: Math.ceil(bytes.length / MEBIBYTE),
      allowed: LARGEST_TEXT_BYTES / MEBIBYTE,
    });
  }
  const words = new TextDecoder().decode(bytes).trim();
  if (words === '') throw refuseTable('file-empty');
  return html !== undefined && words.startsWith('<') ? readPage(bytes) : readPlainText(words);
}

/** A page without a table may still be an order. */
async function readPage(bytes: Uint8Array): Promise<Source> {
  try {
    return await readGrid(bytes);
  } catch (error) {
    if (!isTableRefusal(error) || error.code !== 'html-table') throw error;
    return readPlainText(pageText(new TextDecoder(detectEncoding(bytes)).decode(bytes)));
  }
}
