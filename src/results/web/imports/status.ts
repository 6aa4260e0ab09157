import type { ImportRow } from '../wizard/steps.ts';

/** What a file's state means to a person: a file that was read either asks, has errors, or is ready. */
export type Status =
  | 'received'
  | 'asks'
  | 'flawed'
  | 'ready'
  | 'unreadable'
  | 'committing'
  | 'committed'
  | 'reverted'
  | 'discarded';

export const STATUSES: readonly Status[] = [
  'asks',
  'flawed',
  'ready',
  'received',
  'committing',
  'committed',
  'unreadable',
  'reverted',
  'discarded',
];

export function statusOf(row: Pick<ImportRow, 'state' | 'ready' | 'errors'>): Status {
  if (row.state !== 'read') return row.state;
  if (row.ready) return 'ready';
  return row.errors > 0 ? 'flawed' : 'asks';
}

/** Somebody has to decide something about the file. */
export function isWaiting(status: Status): boolean {
  return status === 'asks' || status === 'flawed' || status === 'ready' || status === 'unreadable';
}

/** The server is at work on the file. */
export function isMoving(status: Status): boolean {
  return status === 'received' || status === 'committing';
}
