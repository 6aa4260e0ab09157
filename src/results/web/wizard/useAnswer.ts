import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Input } from '#src/platform/ui/api.ts';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { ImportDetail } from './steps.ts';

type Body = Input<'PATCH /api/imports/:id'>['body'];

export interface Answering {
  /** Sends answers; `onSaved` hears that they were stored. */
  readonly answer: (body: Omit<Body, 'revision'>, onSaved?: () => void) => void;
  readonly busy: boolean;
  /** What the server refused, in words; null when nothing was. */
  readonly refusal: string | null;
  /** Somebody else changed the import meanwhile: it was read again, and what was typed here stays. */
  readonly conflict: boolean;
}

/** Answers to the questions about one file, guarded by its revision. */
export function useAnswer(file: ImportDetail, offline: string): Answering {
  const client = useQueryClient();
  const patch = useContractMutation('PATCH /api/imports/:id', ['GET /api/imports', 'GET /api/today']);
  const [conflict, setConflict] = useState(false);
  const key = ['GET /api/imports/:id', { params: { id: file.id } }];
  const answer: Answering['answer'] = (body, onSaved) => {
    setConflict(false);
    patch.mutate(
      { params: { id: file.id }, body: { revision: file.revision, ...body } },
      {
        onSuccess: (detail) => {
          client.setQueryData(key, detail);
          onSaved?.();
        },
        onError: (error) => {
          if (error.code !== 'changedMeanwhile') return;
          setConflict(true);
          void client.invalidateQueries({ queryKey: key });
        },
      },
    );
  };
  const refusal = patch.error && !conflict ? patch.error.message || offline : null;
  return { answer, busy: patch.isPending, refusal, conflict };
}
