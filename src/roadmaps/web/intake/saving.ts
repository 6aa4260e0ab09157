import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, call } from '#src/platform/ui/api.ts';
import { patchBetween, rebased } from '../../intake/draft.ts';
import type { DraftPatch, PlanDraft } from '../../intake/model.ts';
import './api.ts';

/** Rest after the last key before what was typed is sent, milliseconds. */
const REST = 800;
/** Between attempts while there is no connection, milliseconds. */
const ATTEMPT = 4_000;
/** Steps that can be taken back. */
const DEPTH = 50;

export type SavingState =
  | { readonly kind: 'untouched' | 'waiting' | 'saving' | 'offline' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'refused'; readonly why: string }
  /** Somebody else stored another draft; `at`: when the edits that this browser kept were made. */
  | { readonly kind: 'conflict'; readonly newest: Known; readonly patch: DraftPatch; readonly at: string | null };

interface Known {
  readonly draft: PlanDraft;
  readonly revision: number;
}

export interface SavedDraft {
  readonly draft: PlanDraft;
  readonly state: SavingState;
  readonly change: (next: PlanDraft) => void;
  /** Takes the last change back; null when there is none. */
  readonly undo: (() => void) | null;
  /** Stores everything now. Null: it could not be stored; otherwise the revision. */
  readonly flush: () => Promise<number | null>;
  readonly settle: (choice: 'mine' | 'theirs') => void;
}

interface Kept {
  readonly revision: number;
  readonly patch: DraftPatch;
  readonly at: string;
}

/**
 * The draft of an intake: what is typed is stored by itself, step by step, and kept in this browser until the server has it.
 * Two people who mend one draft are told of each other.
 */
export function useSavedDraft(id: number, initial: Known): SavedDraft {
  const key = `plan-intake:${id}`;
  const [found] = useState(() => readKept(key));
  const fits = found !== null && found.revision === initial.revision;
  const [draft, setDraft] = useState(() => (fits ? rebased(initial.draft, found.patch) : initial.draft));
  const [state, setState] = useState<SavingState>(
    found === null
      ? { kind: 'untouched' }
      : fits
        ? { kind: 'waiting' }
        : { kind: 'conflict', newest: initial, patch: found.patch, at: found.at },
  );
  const [past, setPast] = useState<readonly PlanDraft[]>([]);
  const known = useRef<Known>(initial);
  const current = useRef(draft);
  const going = useRef<Promise<number | null> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const store = useCallback(async (): Promise<number | null> => {
    for (;;) {
      const sent = current.current;
      const patch = patchBetween(known.current.draft, sent);
      if (patch === null) {
        forget(key);
        return known.current.revision;
      }
      setState({ kind: 'saving' });
      try {
        const { revision } = await call('PATCH /api/plan-intakes/:id', {
          params: { id },
          body: { revision: known.current.revision, patch },
        });
        known.current = { draft: sent, revision };
        setState({ kind: 'saved', at: new Date().toISOString() });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.code === 'changedMeanwhile') {
          const newest = await call('GET /api/plan-intakes/:id', { params: { id } }).catch(() => null);
          if (newest?.draft) {
            const { draft: theirs, revision } = newest;
            setState({ kind: 'conflict', newest: { draft: theirs, revision }, patch, at: null });
            return null;
          }
        }
        if (error.code === 'offline' || error.status >= 500) setState({ kind: 'offline' });
        else setState({ kind: 'refused', why: error.message });
        return null;
      }
    }
  }, [id, key]);

  const flush = useCallback((): Promise<number | null> => {
    clearTimeout(timer.current);
    if (going.current !== null) return going.current;
    const run = store().finally(() => {
      going.current = null;
    });
    going.current = run;
    return run;
  }, [store]);

  const set = useCallback(
    (next: PlanDraft) => {
      current.current = next;
      setDraft(next);
      const patch = patchBetween(known.current.draft, next);
      if (patch !== null) keep(key, { revision: known.current.revision, patch, at: new Date().toISOString() });
      setState((before) => (before.kind === 'conflict' ? before : { kind: 'waiting' }));
    },
    [key],
  );
  const change = useCallback(
    (next: PlanDraft) => {
      const before = current.current;
      if (next === before) return;
      // Letters typed into one field are one step: only a change of rows or of another measure begins a new one.
      setPast((steps) => (isTyping(steps.at(-1), before, next) ? steps : [...steps.slice(1 - DEPTH), before]));
      set(next);
    },
    [set],
  );

  useEffect(() => {
    if (state.kind !== 'waiting' && state.kind !== 'offline') return undefined;
    const wait = setTimeout(() => void flush(), state.kind === 'waiting' ? REST : ATTEMPT);
    timer.current = wait;
    return () => clearTimeout(wait);
  }, [state, flush]);

  const settle = useCallback(
    (choice: 'mine' | 'theirs') => {
      if (state.kind !== 'conflict') return;
      known.current = state.newest;
      const next = choice === 'mine' ? rebased(state.newest.draft, state.patch) : state.newest.draft;
      setPast([]);
      current.current = next;
      setDraft(next);
      if (choice === 'theirs') forget(key);
      setState({ kind: 'waiting' });
    },
    [key, state],
  );

  return {
    draft,
    state,
    change,
    undo:
      past.length === 0
        ? null
        : () => {
            const last = past.at(-1)!;
            setPast(past.slice(0, -1));
            set(last);
          },
    flush,
    settle,
  };
}

/** Whether the change goes on with what the last step began: the same measures in the same places, the same one changed. */
function isTyping(step: PlanDraft | undefined, before: PlanDraft, next: PlanDraft): boolean {
  if (step === undefined || before.sections !== next.sections || step.sections !== before.sections) return false;
  return touched(step, before) === touched(before, next);
}

/** What differs between two drafts, as a name of it. */
function touched(from: PlanDraft, to: PlanDraft): string {
  return [
    from.head === to.head ? '' : 'head',
    ...Object.keys(to.measures).filter((id) => from.measures[id] !== to.measures[id]),
  ].join(' ');
}

function readKept(key: string): Kept | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as Kept);
  } catch {
    return null;
  }
}

function keep(key: string, value: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still sends what is typed within a second.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
