/**
 * Threads that stay for the next analysis, with the works they have computed: a thread that has computed one takes about half the time
 * of one that begins, and a work whose papers are the same about a fifth. A thread serves one analysis at a time.
 */
import { Thread } from './thread.ts';

/** Threads that nobody used for so long are ended, milliseconds: files of one day come some minutes apart. */
const KEPT_FOR = 600_000;

export class WorksThread extends Thread {
  /** Keys of the works it has kept (works-worker.ts). */
  holds: ReadonlySet<string> = new Set();

  constructor() {
    super(new URL('./works-worker.ts', import.meta.url));
  }
}

const kept: WorksThread[] = [];
let ending: NodeJS.Timeout | undefined;

/** Kept threads, and new ones where there are too few. They are given back, or ended by who leased them. */
export function leaseThreads(count: number): WorksThread[] {
  clearTimeout(ending);
  return Array.from({ length: count }, () => {
    const thread = kept.pop() ?? new WorksThread();
    thread.hold(true);
    return thread;
  });
}

export function giveThreadsBack(threads: readonly WorksThread[]): void {
  for (const thread of threads) {
    thread.hold(false);
    kept.push(thread);
  }
  clearTimeout(ending);
  ending = setTimeout(() => {
    for (const thread of kept.splice(0)) void thread.end();
  }, KEPT_FOR);
  ending.unref();
}
