/** Sends what waits, one message at a time; several nodes may do it together. */
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import type { JobHandler } from '#src/platform/jobs/queue.ts';
import type { Channel } from './model.ts';
import * as store from './store.ts';

export const DELIVER_JOB = 'notice.deliver';

export interface DeliveryCounts {
  readonly sent: number;
  readonly refused: number;
}

/**
 * A message whose sending was cut off in the middle is sent again: twice is better than never.
 * @returns how many went out and how many were refused in this round
 */
export async function deliverWaiting(
  db: Db,
  channels: readonly Channel[],
  onProgress: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<DeliveryCounts> {
  let [sent, refused, after] = [0, 0, 0];
  for (;;) {
    const last = after;
    const next = await inScope(db, SYSTEM, (tx) => store.takeDelivery(tx, last));
    if (next === null) return { sent, refused };
    after = next.id;
    const failure = await attempt(next, channels);
    await inScope(db, SYSTEM, (tx) => store.finishDelivery(tx, next.id, failure, next.attempts));
    if (failure === null) sent++;
    else refused++;
    await onProgress(sent + refused);
  }
}

async function attempt(next: store.WaitingDelivery, channels: readonly Channel[]): Promise<string | null> {
  const channel = channels.find(({ id }) => id === next.channel);
  if (channel === undefined) return 'channel is not set up';
  if (!next.address) return 'no address';
  try {
    await channel.send(next.address, next.message);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function makeDeliverJob(channels: readonly Channel[]): JobHandler {
  return async ({ db, progress }) => {
    await deliverWaiting(db, channels, (done) => progress(done, null, 'deliver'));
  };
}
