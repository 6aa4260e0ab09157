/** A thread of the validation: one task at a time, a region or an oracle over the regions of one kind. */
import { parentPort } from 'node:worker_threads';
import { answerTask, type Task } from './task.ts';

parentPort!.on('message', (task: Task) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread, not a window
  parentPort!.postMessage(answerTask(task));
});
