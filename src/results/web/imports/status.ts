import type { ImportRow } from '../wizard/steps.ts';

/** What a file's state means to a person: a file that was read either is ready or waits for a decision. */
export type Status = Exclude<ImportRow['state'], 'read'> | 'asks' | 'ready';

export const STATUSES: readonly Status[] = [
  'asks',
  'ready',
  'received',
  'committing',
  'committed',
  'unreadable',
  'reverted',
  'discarded',
];

export function statusOf(row: Pick<ImportRow, 'state' | 'ready'>): Status {
  if (row.state !== 'read') return row.state;
  return row.ready ? 'ready' : 'asks';
}

/** Somebody has to decide something about the file. */
export function isWaiting(status: Status): boolean {
  return status === 'asks' || status === 'ready' || status === 'unreadable';
}

/** The server is at work on the file. */
export function isMoving(status: Status): boolean {
  return status === 'received' || status === 'committing';
}
