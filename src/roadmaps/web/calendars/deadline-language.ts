import { useEffect, useState } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import type { completeDeadline } from '../../deadline/complete.ts';
import type { DeadlineContext, ResolvedDeadline } from '../../deadline/resolve.ts';
import './api.ts';

/** The language of deadlines as the browser runs it. */
export interface DeadlineLanguage {
  readonly complete: typeof completeDeadline;
  readonly resolve: (words: string, context: DeadlineContext) => ResolvedDeadline;
}

let loading: Promise<DeadlineLanguage> | null = null;
let loaded: DeadlineLanguage | null = null;

async function load(): Promise<DeadlineLanguage> {
  const [{ completeDeadline: complete }, { parseDeadline }, { resolveDeadline }] = await Promise.all([
    import('../../deadline/complete.ts'),
    import('../../deadline/parse.ts'),
    import('../../deadline/resolve.ts'),
  ]);
  loaded = { complete, resolve: (words, context) => resolveDeadline(parseDeadline(words), context) };
  return loaded;
}

/** Null until the grammar and the rules of repetition have arrived: the page is drawn and typed in without them. */
export function useDeadlineLanguage(): DeadlineLanguage | null {
  const [language, setLanguage] = useState(loaded);
  useEffect(() => {
    if (language !== null) return undefined;
    let gone = false;
    loading ??= load();
    void (async () => {
      try {
        const arrived = await loading;
        if (!gone) setLanguage(arrived);
      } catch {
        // The line dropped: the next field tries again, and the words are kept without their dates.
        loading = null;
      }
    })();
    return () => {
      gone = true;
    };
  }, [language]);
  return language;
}

type Calendars = Output<'GET /api/calendars/:schoolYear/deadlines'>;

/** What deadlines of the own organisation are laid upon in a school year; only the year itself until the server has answered. */
export function useDeadlineContext(
  schoolYear: number,
  plan: { readonly approvedOn: string | null; readonly planEnds?: string | null },
): DeadlineContext {
  const { approvedOn, planEnds = null } = plan;
  const answer = useContractQuery('GET /api/calendars/:schoolYear/deadlines', { params: { schoolYear } });
  const calendars: Calendars | undefined = answer.data;
  const [context, setContext] = useState<DeadlineContext>({ schoolYear, approvedOn, planEnds });
  // One object for one content: whoever works deadlines out keeps them as long as it stays the same.
  const next = { schoolYear, approvedOn, planEnds, calendar: calendars?.calendar, events: calendars?.events };
  const same =
    context.schoolYear === schoolYear &&
    context.approvedOn === approvedOn &&
    context.planEnds === planEnds &&
    context.calendar === next.calendar &&
    context.events === next.events;
  if (!same) setContext(next);
  return same ? context : next;
}
