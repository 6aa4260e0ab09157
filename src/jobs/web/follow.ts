import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiError, Arguments, Output, Route } from '#src/platform/ui/api.ts';
import { useContractQuery, type QueryOptions } from '#src/platform/ui/query.tsx';

/** How often progress is asked for, milliseconds: often enough to look alive, seldom enough for an old server. */
export const PACE = 1_000;

interface FollowOptions extends Pick<QueryOptions, 'enabled'> {
  /** Also when nothing is going on: ask again after so many milliseconds. */
  readonly idlePace?: number;
}

/** Reads a route again and again while `going` says that the server is at work on what it answers. */
export function useFollowed<R extends Route>(
  route: R,
  input: Arguments<R>[0],
  going: (answer: Output<R>) => boolean,
  options: FollowOptions = {},
): UseQueryResult<Output<R>, ApiError> {
  const [following, setFollowing] = useState(false);
  const query = useContractQuery(route, input, {
    enabled: options.enabled,
    every: following ? PACE : (options.idlePace ?? false),
  });
  const now = query.data !== undefined && !query.error && going(query.data);
  if (now !== following) setFollowing(now);
  return query;
}
