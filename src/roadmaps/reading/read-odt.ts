/** OpenDocument texts (LibreOffice, МойОфис, Р7): paragraphs and tables of content.xml, spans on their grid, numbers of lists counted. */
import { openArchive } from '#src/platform/tables/archive.ts';
import { parseXml } from '#src/platform/tables/xml.ts';
import type { Source } from './blocks.ts';
import { OdtBlocks } from './odt-blocks.ts';
import { DOCUMENT_LIMITS } from './read-docx.ts';

const CONTENT = 'content.xml';

/** Which document of Office a container holds, by its parts. */
export async function officeFormat(bytes: Uint8Array): Promise<'docx' | 'odt' | 'ods' | 'workbook' | 'other'> {
  const archive = await openArchive(bytes, DOCUMENT_LIMITS);
  if (archive.names.some((name) => /^word\/document\d*\.xml$/u.test(name))) return 'docx';
  if (archive.names.some((name) => name.startsWith('xl/'))) return 'workbook';
  if (!archive.has('mimetype') || !archive.has(CONTENT)) return 'other';
  const pieces: Buffer[] = [];
  for await (const piece of archive.stream('mimetype')) pieces.push(piece);
  const type = Buffer.concat(pieces).toString().trim();
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  return type.startsWith('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : 'other';
}

/** @throws Refusal of platform/tables/errors.ts for a damaged or dangerous archive. */
export async function readOdt(bytes: Uint8Array): Promise<Source> {
  const archive = await openArchive(bytes, DOCUMENT_LIMITS);
  const blocks = new OdtBlocks();
  await parseXml(archive.stream(CONTENT), CONTENT, blocks);
  return { format: 'odt', ...blocks.done() };
}
