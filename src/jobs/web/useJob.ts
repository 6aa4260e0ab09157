import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { useFollowed } from './follow.ts';

export type Job = Output<'GET /api/jobs/:id'>;

export function isGoing(state: Job['state'] | undefined): boolean {
  return state === 'queued' || state === 'running';
}

/**
 * One job, followed until it ends; every reading of the site is asked for again then, since a job changes what pages show.
 * Null: there is no job. A job started again is followed again.
 */
export function useJob(id: number | null): Job | undefined {
  const client = useQueryClient();
  const answer = useFollowed('GET /api/jobs/:id', { params: { id: id ?? 0 } }, (job) => isGoing(job.state), {
    enabled: id !== null,
  });
  const data = id === null ? undefined : answer.data;
  const state = data?.state;
  const before = useRef<{ id: number | null; state: Job['state'] | undefined } | null>(null);
  useEffect(() => {
    const last = before.current;
    // Until another job has answered, what is known of the former one says nothing about it.
    if (id !== null && state === undefined) return;
    before.current = { id, state };
    if (last === null || state === undefined || isGoing(state)) return;
    // A job that was started while we looked on may have ended before it was first asked for.
    if (last.id !== id || isGoing(last.state)) void client.invalidateQueries();
  }, [client, id, state]);
  return data;
}
