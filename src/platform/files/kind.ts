/**
 * What a file is, judged by its first bytes and never by its name: schools rename files, and electronic journals give
 * web pages the extension .xls.
 */

export type FileKind =
  | 'empty'
  | 'zip'
  | 'xls'
  | 'encrypted-office'
  | 'parquet'
  | 'html'
  | 'xml-spreadsheet'
  | 'pdf'
  | 'image'
  | 'json'
  | 'text'
  | 'binary';

const SNIFFED_BYTES = 4096;

/** Tells the kind of a file. 'zip' covers XLSX, DOCX and ODS: which of them it is, only its parts tell. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return hasUtf16(bytes, 'EncryptedPackage') ? 'encrypted-office' : 'xls';
  if (starts(bytes, 0x50, 0x41, 0x52, 0x31)) return 'parquet';
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46)) {
    return 'image';
  }
  const isUtf16 = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  const sample = bytes.subarray(0, SNIFFED_BYTES);
  if (!isUtf16 && sample.includes(0)) return 'binary';
  return kindOfText(sample, isUtf16 && bytes[0] === 0xff ? 'utf-16le' : isUtf16 ? 'utf-16be' : 'latin1');
}

function kindOfText(sample: Uint8Array, encoding: string): FileKind {
  const text = new TextDecoder(encoding)
    .decode(sample)
    .replace(/^(\u00ef\u00bb\u00bf|\ufeff)?\s*/u, '')
    .toLowerCase();
  if (text.startsWith('<?xml') || text.startsWith('<')) {
    if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && !/<(html|table)\b/u.test(text)) {
      return 'xml-spreadsheet';
    }
    if (/<(!doctype html|html|head|body|meta|table|style|div)\b/u.test(text)) return 'html';
  }
  return /^[{[]/u.test(text) ? 'json' : 'text';
}

function starts(bytes: Uint8Array, ...magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Names of streams in an OLE container are UTF-16; the directory may stand anywhere in the file. */
function hasUtf16(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}
