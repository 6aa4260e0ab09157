/** Writes a long text piece by piece to the standard output or to a file, at the speed of whoever reads it. */
import { constants, createWriteStream } from 'node:fs';
import { access, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuseTerminal } from './errors.ts';

/** A long text, at once or as it comes to be. */
export type Pieces = Iterable<string> | AsyncIterable<string>;

/** Characters gathered before the system is asked to write. */
const PIECE = 64 * 1024;

/**
 * `path` null writes to the standard output. A file appears only when it is complete: until then it has another name.
 *
 * @throws Refusal outputFailed; the stream's own EPIPE when the reader has gone.
 */
export async function writePieces(pieces: Pieces, path: string | null): Promise<void> {
  if (path === null) return into(process.stdout, pieces, false);
  if (!(await isReplaceable(path))) return into(createWriteStream(path), pieces, true);
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await into(createWriteStream(unfinished), pieces, true);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Asked before long work, whose result would have nowhere to go. @throws Refusal fileIsFolder, fileUnwritable. */
export async function checkWritable(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw refuseTerminal('fileIsFolder', { path });
  try {
    await access((await isReplaceable(path)) ? dirname(path) : path, constants.W_OK);
    if (there !== null) await access(path, constants.W_OK);
  } catch {
    throw refuseTerminal('fileUnwritable', { path });
  }
}

/** A device such as /dev/null is written to; only an ordinary file is replaced by a new one. */
async function isReplaceable(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  return there === null || there.isFile();
}

async function into(stream: Writable, pieces: Pieces, end: boolean): Promise<void> {
  try {
    await pipeline(Readable.from(gathered(pieces)), stream, { end });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || code === 'EPIPE' || (error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw refuseTerminal('outputFailed', { found: code });
  }
}

async function* gathered(pieces: Pieces): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length < PIECE) continue;
    yield parts.join('');
    parts = [];
    length = 0;
  }
  if (length > 0) yield parts.join('');
}
