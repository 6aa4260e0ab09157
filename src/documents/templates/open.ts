/** Opens a form safely: what it is, how large it grows, and that nothing in it runs. */
import PizZip from 'pizzip';
import { kindOf } from '#src/platform/files/kind.ts';
import { openArchive } from '#src/platform/tables/archive.ts';
import { refuseDocument } from '../errors.ts';

const MEBIBYTE = 1024 * 1024;
export const LARGEST_TEMPLATE_BYTES = 8 * MEBIBYTE;
/** A form of ten pages is some hundred kilobytes of XML; pictures are packed already. */
const LIMITS = {
  parts: 1000,
  partBytes: 32 * MEBIBYTE,
  totalBytes: 64 * MEBIBYTE,
  ratio: 200,
  ratioFrom: 4 * MEBIBYTE,
};
const TYPES = '[Content_Types].xml';
const MAIN = 'word/document.xml';

/** @throws Refusal of documents/errors.ts, and of platform/tables/errors.ts for a damaged or dangerous archive. */
export async function openTemplate(bytes: Uint8Array): Promise<PizZip> {
  if (bytes.length > LARGEST_TEMPLATE_BYTES) {
    throw refuseDocument('templateTooLarge', { allowed: LARGEST_TEMPLATE_BYTES / MEBIBYTE });
  }
  if (kindOf(bytes) !== 'zip') throw refuseDocument('templateNotDocx');
  const archive = await openArchive(bytes, LIMITS);
  const types = archive.has(TYPES) ? await textOf(archive.stream(TYPES)) : '';
  if (/macroEnabled/iu.test(types) || archive.names.some((name) => /vba(?:Project|Data)|activeX/iu.test(name))) {
    throw refuseDocument('templateMacros');
  }
  if (!archive.has(MAIN) || !types.includes('wordprocessingml')) throw refuseDocument('templateNotDocx');
  return new PizZip(bytes);
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}
