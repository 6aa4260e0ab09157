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
  const { data } = useFollowed('GET /api/jobs/:id', { params: { id: id ?? 0 } }, (job) => isGoing(job.state), {
    enabled: id !== null,
  });
  const state = id === null ? undefined : data?.state;
  const before = useRef(state);
  useEffect(() => {
    const ended = isGoing(before.current) && state !== undefined && !isGoing(state);
    before.current = state;
    if (ended) void client.invalidateQueries();
  }, [client, state]);
  return id === null ? undefined : data;
}
