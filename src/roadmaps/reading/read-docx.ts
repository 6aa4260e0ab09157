/**
 * A document of Word: paragraphs and tables with their merged cells, numbers of Word's lists written out, text boxes read where
 * they stand. A table inside a cell follows the table it stands in; deleted text is not read.
 */
import { type Archive, openArchive } from '#src/platform/tables/archive.ts';
import { parseXml } from '#src/platform/tables/xml.ts';
import { DocxBlocks } from './docx-blocks.ts';
import { Numbering, readNumbering } from './docx-numbering.ts';
import type { Source } from './blocks.ts';
import { refusePlan } from './errors.ts';

/** A plan is some hundred kilobytes of XML; ten times the largest seen. */
export const DOCUMENT_LIMITS = {
  parts: 4000,
  partBytes: 64 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  ratio: 400,
  ratioFrom: 16 * 1024 * 1024,
};

const MAIN = 'word/document.xml';

/** @throws Refusal of platform/tables/errors.ts for a damaged or dangerous archive; of errors.ts for another kind of document. */
export async function readDocx(bytes: Uint8Array): Promise<Source> {
  const archive = await openArchive(bytes, DOCUMENT_LIMITS);
  const main = mainOf(archive);
  const numbering = new Numbering(await readNumbering(archive));
  const blocks = new DocxBlocks(numbering);
  await parseXml(archive.stream(main), main, blocks);
  return { format: 'docx', ...blocks.done() };
}

function mainOf(archive: Archive): string {
  const main = archive.has(MAIN) ? MAIN : archive.names.find((name) => /^word\/document\d*\.xml$/u.test(name));
  if (main === undefined) throw refusePlan('planOtherOffice');
  return main;
}
