import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ApiError, upload } from '#src/platform/ui/api.ts';

/** A file that did not reach the server, and why. */
export interface NotSent {
  readonly file: File;
  readonly message: string;
}

export interface Sending {
  /** Files on their way now, with the share of their bytes sent, 0..1; null when nothing is being sent. */
  readonly going: { readonly files: number; readonly share: number } | null;
  readonly notSent: readonly NotSent[];
  readonly send: (files: readonly File[]) => Promise<void>;
}

/**
 * Sends files one after another, each in a request of its own, so that one refused file neither stops nor hides the others.
 * `onReceived` hears of each import as the server takes it, and whether the same
 * file had been sent before.
 */
export function useSending(onReceived: (id: number, known: boolean) => void, offline: string): Sending {
  const client = useQueryClient();
  const [going, setGoing] = useState<Sending['going']>(null);
  const [notSent, setNotSent] = useState<readonly NotSent[]>([]);

  const send = useCallback(
    async (files: readonly File[]) => {
      const bytes = files.reduce((sum, file) => sum + file.size, 0) || 1;
      const failed: NotSent[] = [];
      let before = 0;
      setNotSent([]);
      for (const file of files) {
        const report = (share: number) =>
          setGoing({ files: files.length, share: (before + share * file.size) / bytes });
        report(0);
        try {
          const { imports } = await upload('POST /api/imports', { files: [file] }, report);
          for (const received of imports) onReceived(received.id, received.sameAsId !== null);
        } catch (error) {
          const refusal = error instanceof ApiError && error.code !== 'offline' ? error.message : '';
          failed.push({ file, message: refusal || offline });
        }
        before += file.size;
        await client.invalidateQueries({ queryKey: ['GET /api/imports'] });
      }
      setNotSent(failed);
      setGoing(null);
    },
    [client, onReceived, offline],
  );
  return { going, notSent, send };
}
