/** Old and other formats of Office through LibreOffice, where the server has it: DOC and RTF become DOCX, XLS and ODS become XLSX. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { refusePlan } from './errors.ts';
import { findProgram, runProgram } from './programs.ts';

export type OfficeFormat = 'doc' | 'rtf' | 'xls' | 'ods';

const TARGET: Readonly<Record<OfficeFormat, 'docx' | 'xlsx'>> = { doc: 'docx', rtf: 'docx', xls: 'xlsx', ods: 'xlsx' };
const MISSING = { doc: 'planDoc', rtf: 'planRtf', xls: 'planXls', ods: 'planXls' } as const;
/** LibreOffice starts in some seconds and needs one for a plan. */
const SECONDS = 90;

/** The document that an old container holds, by the names of its streams; `other` for slides and mail, null where nothing tells. */
export function oleFormat(bytes: Uint8Array): 'doc' | 'xls' | 'other' | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => whole.includes(Buffer.from(name, 'utf16le'));
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book')) return 'xls';
  return has('PowerPoint Document') || has('__properties_version') ? 'other' : null;
}

export function isRtf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf';
}

/**
 * Bytes of the DOCX or XLSX that LibreOffice makes. It runs with a profile of its own, which is deleted with the file.
 * @throws Refusal planDoc, planRtf, planXls where LibreOffice is missing; planNotConverted where it fails or is late.
 */
export async function throughOffice(
  bytes: Uint8Array,
  format: OfficeFormat,
  { seconds = SECONDS }: { readonly seconds?: number } = {},
): Promise<Uint8Array> {
  const program = await findProgram('soffice', 'libreoffice');
  if (program === null) throw refusePlan(MISSING[format]);
  const folder = await mkdtemp(join(tmpdir(), 'plan-'));
  const target = TARGET[format];
  try {
    await writeFile(join(folder, `plan.${format}`), bytes);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const { code } = await runProgram({
      program,
      args: [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--norestore',
        '--nolockcheck',
        '--convert-to',
        target,
        '--outdir',
        folder,
        join(folder, `plan.${format}`),
      ],
      seconds,
      folder,
    });
    if (code !== 0) throw refusePlan('planNotConverted', { target: target.toUpperCase() });
    // It ends well also where it could not read the file: then nothing was written.
    return await readFile(join(folder, `plan.${target}`)).catch(() => {
      throw refusePlan('planNotConverted', { target: target.toUpperCase() });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
