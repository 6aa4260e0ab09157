/**
 * Threads that stay for the next analysis: a thread that has computed one takes about half the time of one that begins. A thread serves
 * one analysis at a time.
 */
import { Thread } from './thread.ts';

/** Threads that nobody used for so long are ended, milliseconds. */
const KEPT_FOR = 120_000;

const kept: Thread[] = [];
let ending: NodeJS.Timeout | undefined;

/** Kept threads, and new ones where there are too few. They are given back, or ended by who leased them. */
export function leaseThreads(count: number): Thread[] {
  clearTimeout(ending);
  return Array.from({ length: count }, () => {
    const thread = kept.pop() ?? new Thread(new URL('./works-worker.ts', import.meta.url));
    thread.hold(true);
    return thread;
  });
}

export function giveThreadsBack(threads: readonly Thread[]): void {
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
