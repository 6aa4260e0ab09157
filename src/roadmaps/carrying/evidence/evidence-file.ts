/** What may be handed in as a file: anything that is not a program; told by its first bytes and by its name. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { refuse } from '../errors.ts';
import { EVIDENCE_MEGABYTES } from '../rules.ts';

/** Media types with which a file may leave again; everything else leaves as bytes without a meaning. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  rtf: 'application/rtf',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  heic: 'image/heic',
  zip: 'application/zip',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
};
export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

/** Extensions that Windows, a browser or a shell would run. */
const RUNS = new Set(
  (
    'exe com scr pif msi msp dll sys cpl ocx bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta lnk url reg inf ' +
    'jar apk app dmg deb rpm appx msix sh bash run bin elf so desktop svg html htm xhtml mht chm iso img vhd'
  ).split(' '),
);

/** Documents with macros are documents: they are kept; the office program that opens them asks before it runs anything. */
const PROGRAM_BYTES: readonly (readonly number[])[] = [
  [0x4d, 0x5a], // MZ: Windows
  [0x7f, 0x45, 0x4c, 0x46], // ELF: Linux
  [0xfe, 0xed, 0xfa], // Mach-O
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe], // Java class, universal binary
  [0x23, 0x21], // #!
  [0x00, 0x61, 0x73, 0x6d], // WebAssembly
];

export interface EvidenceFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/**
 * Checks a file as received and says what it is kept as.
 * @throws Refusal emptyFile, fileTooLarge, executableFile
 */
export function evidenceFile(sentName: string, content: Buffer): EvidenceFile {
  const name = cleanName(sentName);
  if (content.length === 0) throw refuse('emptyFile', { name });
  if (content.length > EVIDENCE_MEGABYTES * 1_048_576)
    throw refuse('fileTooLarge', { name, megabytes: EVIDENCE_MEGABYTES });
  const extension = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const runs = RUNS.has(extension) || PROGRAM_BYTES.some((bytes) => bytes.every((byte, at) => content[at] === byte));
  if (runs) throw refuse('executableFile', { name });
  return { name, mediaType: MEDIA_TYPES[extension] ?? UNKNOWN_MEDIA_TYPE, content, hash: hashOf(content) };
}

export function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A name without folders and without characters that no file system or header takes. */
function cleanName(sent: string): string {
  const name = basename(sent.replaceAll('\\', '/'))
    // oxlint-disable-next-line no-control-regex -- these are exactly the characters that must go
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069"<>|:*?]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return (name || 'file').slice(-200);
}
