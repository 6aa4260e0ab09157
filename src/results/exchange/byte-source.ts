/** A text file as pieces of bytes whose ASCII is ASCII: UTF-16 is rewritten, UTF-8 and windows-1251 stay as they are. */
import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';

const PIECE = 1024 * 1024;

export type PlainEncoding = 'utf-8' | 'windows-1251';

export interface ByteSource {
  /** How bytes above 127 are to be read. */
  readonly encoding: PlainEncoding;
  pieces(): AsyncGenerator<Buffer>;
}

/**
 * Finds the encoding: UTF-8 has a syntax of its own, and a text of windows-1251 with Cyrillic letters practically never
 * obeys it, so the first piece with a letter beyond ASCII decides. The file is read in pieces, never as a whole.
 */
export async function openByteSource(path: string): Promise<ByteSource> {
  const utf16 = await utf16Of(path);
  if (utf16 !== null) return { encoding: 'utf-8', pieces: () => rewritten(path, utf16) };
  for await (const piece of pieces(path)) {
    if (isAscii(piece)) continue;
    return { encoding: isUtf8(wholeLetters(piece)) ? 'utf-8' : 'windows-1251', pieces: () => pieces(path) };
  }
  return { encoding: 'utf-8', pieces: () => pieces(path) };
}

async function utf16Of(path: string): Promise<'utf-16le' | 'utf-16be' | null> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
    return buffer[0] === 0xfe && buffer[1] === 0xff ? 'utf-16be' : null;
  } finally {
    await file.close();
  }
}

async function* pieces(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    for (let position = 0; ; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function* rewritten(path: string, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces(path)) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** Without a letter that the end of the piece has cut in two: UTF-8 takes at most four bytes for one. */
function wholeLetters(piece: Buffer): Buffer {
  for (let back = 1; back <= 4 && back <= piece.length; back += 1) {
    const byte = piece[piece.length - back]!;
    if (byte < 0x80) return piece;
    if (byte >= 0xc0) return piece.subarray(0, piece.length - back);
  }
  return piece;
}
