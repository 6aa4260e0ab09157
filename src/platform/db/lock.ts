/**
 * One application per data folder. The lock names its holder by process id and start time, so a lock that a killed
 * process left behind is recognised even after its id was given to another program.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LockHolder {
  readonly pid: number;
  readonly startedAt: string;
  /** Address the holder serves, once it knows it. */
  readonly address: string | null;
}

/** Start time of a process as the kernel tells it; null where there is no such process or no /proc. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces: count from the last bracket.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(file: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch {
    return null;
  }
}

function holds(holder: LockHolder): boolean {
  if (!isAlive(holder.pid)) return false;
  const start = processStart(holder.pid);
  return start === null || start === holder.startedAt;
}

/** Takes the folder, or says who has it. Returns a way to publish the address and to let go. */
export function takeFolder(
  folder: string,
): { taken: true; publish: (address: string) => void; release: () => void } | { taken: false; holder: LockHolder } {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'application.lock');
  const mine = { pid: process.pid, startedAt: processStart(process.pid) ?? '', address: null };
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
      return {
        taken: true,
        publish: (address) => {
          writeFileSync(`${file}.new`, JSON.stringify({ ...mine, address }));
          renameSync(`${file}.new`, file);
        },
        release: () => rmSync(file, { force: true }),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = read(file);
      if (holder && holder.pid !== process.pid && holds(holder)) return { taken: false, holder };
      rmSync(file, { force: true });
    }
  }
  return { taken: false, holder: read(file) ?? { pid: 0, startedAt: '', address: null } };
}
