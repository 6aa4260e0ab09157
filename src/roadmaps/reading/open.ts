/** Opens whatever was given as a plan and makes the intermediate form of it, or refuses it with what it really is. */
import { kindOf } from '#src/platform/files/kind.ts';
import { isTableRefusal, refuseTable } from '#src/platform/tables/errors.ts';
import type { Source } from './blocks.ts';
import { refusePlan } from './errors.ts';
import { isRtf, oleFormat, throughOffice } from './office.ts';
import { readScan } from './pages/read-scan.ts';
import { readDocx } from './read-docx.ts';
import { readGrid } from './read-grid.ts';
import { readHtml } from './read-html.ts';
import { officeFormat, readOdt } from './read-odt.ts';
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
      return readArchive(bytes);
    case 'html':
      return readHtml(bytes);
    case 'text':
    case 'json':
      return isRtf(bytes) ? readDocx(await throughOffice(bytes, 'rtf')) : readText(bytes);
    case 'pdf':
      return readPdf(bytes);
    case 'xls':
      return readOle(bytes);
    case 'image':
      return readScan(() => Promise.resolve([{ number: 1, picture: bytes }]));
    case 'empty':
      throw refuseTable('file-empty');
    case 'encrypted-office':
      throw refuseTable('file-encrypted');
    case 'xml-spreadsheet':
      throw refuseTable('xml-spreadsheet');
    case 'binary':
      throw refusePlan(isTiff(bytes) ? 'planTiff' : 'planBinary');
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
  return html !== undefined && words.startsWith('<') ? readHtml(bytes) : readPlainText(words);
}

async function readArchive(bytes: Uint8Array): Promise<Source> {
  const format = await officeFormat(bytes);
  if (format === 'other') throw refusePlan('planOtherOffice');
  if (format === 'workbook') return readGrid(bytes);
  if (format === 'ods') return readGrid(await throughOffice(bytes, 'ods'));
  try {
    return format === 'docx' ? await readDocx(bytes) : await readOdt(bytes);
  } catch (error) {
    if (!isTableRefusal(error) || !error.code.startsWith('xml-')) throw error;
    // The reader of XML speaks of workbooks.
    const { part = '', found = 'DOCTYPE' } = error.details;
    throw refusePlan('planDamaged', { part, found });
  }
}

function isTiff(bytes: Uint8Array): boolean {
  return /^(?:II\*\0|MM\0\*)/u.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));
}

/** Old containers hold documents and workbooks alike; one that does not say what it holds is taken for a document. */
async function readOle(bytes: Uint8Array): Promise<Source> {
  const format = oleFormat(bytes);
  if (format === 'other') throw refusePlan('planOtherOffice');
  return format === 'xls' ? readGrid(await throughOffice(bytes, 'xls')) : readDocx(await throughOffice(bytes, 'doc'));
}
