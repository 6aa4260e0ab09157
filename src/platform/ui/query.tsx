import {
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ApiError, call, type Arguments, type Input, type Output, type Route } from './api.ts';

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // In a closed network the browser believes it is offline while our server answers.
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export function ServerData({ children }: { readonly children: ReactNode }) {
  const [client] = useState(makeClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

export interface QueryOptions<T = unknown> {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** Ask again after so many milliseconds, or as long as a function of the last answer says; for the progress of jobs. */
  readonly every?: number | false | ((current: T | undefined) => number | false);
  /** Keep showing the previous answer while a changed filter loads. */
  readonly keepPrevious?: boolean;
}

/** Reads a route: `useContractQuery('GET /api/findings', { query })`. */
export function useContractQuery<R extends Route>(
  route: R,
  input: Arguments<R>[0],
  options: QueryOptions<Output<R>> = {},
): UseQueryResult<Output<R>, ApiError> {
  const { every } = options;
  return useQuery<Output<R>, ApiError>({
    queryKey: [route, input ?? null],
    queryFn: () => call(route, ...([input] as unknown as Arguments<R>)),
    enabled: options.enabled ?? true,
    refetchInterval: typeof every === 'function' ? (query) => every(query.state.data) : (every ?? false),
    placeholderData: options.keepPrevious ? (previous) => previous : undefined,
  });
}

/** Changes something by a route; afterwards the named readings are asked for again, all of them when none is named. */
export function useContractMutation<R extends Route>(
  route: R,
  invalidates?: readonly Route[],
): UseMutationResult<Output<R>, ApiError, Input<R>> {
  const client = useQueryClient();
  return useMutation<Output<R>, ApiError, Input<R>>({
    mutationFn: (input) => call(route, ...([input] as unknown as Arguments<R>)),
    onSuccess: async () => {
      if (!invalidates) await client.invalidateQueries();
      else await Promise.all(invalidates.map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}
