import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { ApiError, call } from '#src/platform/ui/api.ts';
import '../api.ts';
import { type Conflict, type Edit, isSet, keyOf, type PlanAnswer, rebase, subjectsOf, type Values } from './merge.ts';

export interface Merge {
  readonly edits: readonly Edit[];
  readonly conflicts: readonly Conflict[];
  /** Who changed it, and when (ISO instant); empty where that is not known. */
  readonly by: string;
  readonly at: string;
}

export type Sent =
  | { readonly kind: 'saved'; readonly measures: readonly number[]; readonly sections: readonly number[] }
  | { readonly kind: 'merge' }
  | { readonly kind: 'failed'; readonly error: ApiError };

export interface PlanEditing {
  /** Sends one gesture. `bases`: what the edits began from, where that is not what the page shows now. */
  readonly send: (edits: readonly Edit[], bases?: ReadonlyMap<string, Values>) => Promise<Sent>;
  readonly undo: (batch: string) => Promise<void>;
  readonly busy: boolean;
  /** Both versions, when a person has to choose. */
  readonly merge: Merge | null;
  readonly endMerge: () => void;
  /** A refusal of undo or of a gesture without a field of its own. */
  readonly failure: string | null;
  readonly forgetFailure: () => void;
  /** Rows that others have removed while they were edited here. */
  readonly lost: readonly Edit[];
}

/** How often a gesture is put upon a newer plan by itself before the person is told. */
const TRIES = 4;

/** Edits of a plan: sent with their revisions, put together with what others did meanwhile, or laid before the person. */
export function usePlanEditing(planId: number, answer: PlanAnswer | undefined): PlanEditing {
  const client = useQueryClient();
  const shown = useRef(answer);
  useLayoutEffect(() => {
    shown.current = answer;
  }, [answer]);
  const [busy, setBusy] = useState(0);
  const [merge, setMerge] = useState<Merge | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [lost, setLost] = useState<readonly Edit[]>([]);
  // One gesture after another: the next takes the revisions that the one before has left.
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const refresh = useCallback(async (): Promise<PlanAnswer> => {
    const fresh = await call('GET /api/plans/:id', { params: { id: planId } });
    client.setQueryData(['GET /api/plans/:id', { params: { id: planId } }], fresh);
    shown.current = fresh;
    return fresh;
  }, [client, planId]);

  const attempt = useCallback(
    async (edits: readonly Edit[], bases: ReadonlyMap<string, Values>): Promise<Sent> => {
      // The gesture before this one may have left newer revisions; what contradicts goes as it is, and the server says who and when.
      const known = shown.current && rebase(edits, bases, shown.current.plan);
      let next = known && known.conflicts.length + known.lost.length === 0 ? known.edits : edits;
      for (let left = TRIES; ; left -= 1) {
        try {
          const { added } = await call('POST /api/plans/:id/changes', {
            params: { id: planId },
            body: { changes: [...next] },
          });
          await refresh();
          // What else shows the plan asks again when it is opened next, not after every cell.
          void client.invalidateQueries({
            predicate: ({ queryKey }) => queryKey[0] !== 'GET /api/plans/:id',
            refetchType: 'none',
          });
          return { kind: 'saved', ...added };
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          if (error.code !== 'changedMeanwhile' || left === 0) return { kind: 'failed', error };
          const fresh = await refresh();
          const rebased = rebase(next, bases, fresh.plan);
          if (rebased.lost.length) setLost(rebased.lost);
          if (rebased.conflicts.length) {
            const { by = '', at = '' } = (error.details ?? {}) as { by?: string; at?: string };
            setMerge({ edits: rebased.edits, conflicts: rebased.conflicts, by, at });
            return { kind: 'merge' };
          }
          if (rebased.edits.length === 0) return { kind: 'failed', error };
          next = rebased.edits;
        }
      }
    },
    [client, planId, refresh],
  );

  const send = useCallback(
    (edits: readonly Edit[], given?: ReadonlyMap<string, Values>): Promise<Sent> => {
      const subjects = shown.current ? subjectsOf(shown.current.plan) : new Map<string, { values: Values }>();
      const bases = new Map(
        edits.filter(isSet).map((edit) => {
          const key = keyOf(edit);
          return [key, given?.get(key) ?? subjects.get(key)?.values ?? {}];
        }),
      );
      setFailure(null);
      setBusy((count) => count + 1);
      const sent = queue.current.then(() => attempt(edits, bases)).finally(() => setBusy((count) => count - 1));
      queue.current = sent.catch(() => undefined);
      return sent;
    },
    [attempt],
  );

  const undo = useCallback(
    async (batch: string): Promise<void> => {
      setFailure(null);
      setBusy((count) => count + 1);
      try {
        await call('POST /api/plans/:id/undo', { params: { id: planId }, body: { batch } });
        await client.invalidateQueries();
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        setFailure(error.message);
      } finally {
        setBusy((count) => count - 1);
      }
    },
    [client, planId],
  );

  return {
    send,
    undo,
    busy: busy > 0,
    merge,
    endMerge: useCallback(() => setMerge(null), []),
    failure,
    forgetFailure: useCallback(() => setFailure(null), []),
    lost,
  };
}
