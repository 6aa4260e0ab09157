/** Programs of others that a server may have (LibreOffice, Tesseract): found on the PATH, run with a limit of time, ended with their children. */
import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export interface Run {
  readonly program: string;
  readonly args: readonly string[];
  readonly input?: Uint8Array;
  readonly seconds: number;
  readonly folder: string;
}

export interface RunResult {
  /** Null where it was ended because its time was up. */
  readonly code: number | null;
  readonly output: Buffer;
}

const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Path of the first of the programs that the PATH has; null where it has none. */
export async function findProgram(...names: readonly string[]): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter((each) => each !== '')) {
    for (const name of names) {
      const path = join(folder, name);
      try {
        await access(path, constants.X_OK);
        return path;
      } catch {
        // The next folder may have it.
      }
    }
  }
  return null;
}

/** Runs a program in a folder of its own; a program that is late is ended with everything that it started. */
export function runProgram({ program, args, input, seconds, folder }: Run): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1' },
    });
    const pieces: Buffer[] = [];
    let bytes = 0;
    let late = false;
    const end = (): void => {
      late = true;
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    const timer = setTimeout(end, seconds * 1000);
    child.stdout.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > MOST_OUTPUT_BYTES) end();
      else pieces.push(piece);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: late ? null : (code ?? 1), output: Buffer.concat(pieces) });
    });
    // A program that reads nothing closes its input early; what it says is then its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
