/** Whether files named on the command line can be read at all, all of them at once. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { Refusal } from '../errors.ts';
import { refuseTerminal } from './errors.ts';

/** One refusal for each path that is no readable ordinary file. A pipe is refused: files are gone over more than once. */
export async function unreadable(paths: readonly string[]): Promise<Refusal[]> {
  const found = await Promise.all(paths.map(check));
  return found.filter((refusal) => refusal !== null);
}

async function check(path: string): Promise<Refusal | null> {
  try {
    const there = await stat(path);
    if (there.isDirectory()) return refuseTerminal('fileIsFolder', { path });
    if (!there.isFile()) return refuseTerminal('fileIsStream', { path });
    await access(path, constants.R_OK);
    return null;
  } catch (error) {
    const denied = ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
    return refuseTerminal(denied ? 'fileUnreadable' : 'fileMissing', { path });
  }
}
