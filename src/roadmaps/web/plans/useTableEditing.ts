import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useDraft } from '#src/platform/ui/draft.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import type { ProposalSource } from '../../linter/model.ts';
import { canonical } from '../../plans/compare.ts';
import { LONGEST } from '../../plans/rules.ts';
import type { Step } from './CellEditor.tsx';
import { type DraftEntry, draftKey, type Drafts, editOf, NO_DRAFTS } from './drafts.ts';
import { CELLS, type Cell, type RowActions } from './MeasureRow.tsx';
import type { Plan, PlanMeasure } from './merge.ts';
import { tableText } from './table-text.ts';
import type { PlanEditing } from './usePlanEditing.ts';

export interface Proposal {
  readonly value: string;
  readonly source: ProposalSource;
}

/** The one place of the table that is edited. */
export type Place =
  | {
      readonly kind: 'measure';
      readonly id: number;
      readonly cell: Cell;
      /** Stands in the cell as it opens, and is written only when the person says so. */
      readonly proposal?: Proposal | null;
    }
  | { readonly kind: 'section'; readonly id: number }
  | { readonly kind: 'new'; readonly sectionId: number; readonly after: number | null | undefined };

export interface TableEditing {
  readonly place: Place | null;
  readonly open: (place: Place | null) => void;
  readonly error: string | null;
  readonly drafts: Drafts;
  readonly keep: (entry: DraftEntry) => void;
  readonly forget: (keys: readonly string[]) => void;
  /** Sends what is typed at a place. */
  readonly commit: (entry: DraftEntry, step: Step) => void;
  /** Entries that are neither edited nor on their way: the line broke, or the page was closed. */
  readonly unsent: readonly DraftEntry[];
  readonly sendUnsent: () => void;
  readonly actions: RowActions;
  readonly waiting: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
  readonly selected: ReadonlySet<number>;
  readonly select: (ids: readonly number[]) => void;
}

/** Typing, saving and moving between the cells of the table. */
export function useTableEditing(plan: Plan, editing: PlanEditing): TableEditing {
  const t = useText(tableText);
  const { send: sendEdits } = editing;
  const draft = useDraft<Drafts>(`plan:${plan.id}`, NO_DRAFTS);
  const [place, setPlace] = useState<Place | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [flying, setFlying] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const lastChosen = useRef<number | null>(null);
  const goBackTo = useRef<string | null>(null);
  // Functions of rows stay the same from one rendering to the next; what they need of it, they find here.
  const now = useRef({ plan, drafts: draft.value, setDrafts: draft.setValue, discard: draft.discard, place });
  useLayoutEffect(() => {
    now.current = { plan, drafts: draft.value, setDrafts: draft.setValue, discard: draft.discard, place };
  });

  useEffect(() => {
    if (place !== null || goBackTo.current === null) return;
    document.getElementById(goBackTo.current)?.focus();
    goBackTo.current = null;
  }, [place]);

  const keep = useCallback((entry: DraftEntry): void => {
    const next = { ...now.current.drafts, [draftKey(entry)]: entry };
    now.current.drafts = next;
    now.current.setDrafts(next);
  }, []);
  const forget = useCallback((keys: readonly string[]): void => {
    const next = Object.fromEntries(Object.entries(now.current.drafts).filter(([key]) => !keys.includes(key)));
    now.current.drafts = next;
    if (Object.keys(next).length) now.current.setDrafts(next);
    else now.current.discard();
  }, []);
  const open = useCallback((next: Place | null): void => {
    setError(null);
    setPlace(next);
  }, []);

  const send = useCallback(
    async (entry: DraftEntry): Promise<readonly number[]> => {
      const key = draftKey(entry);
      setFlying((keys) => new Set([...keys, key]));
      const { edit, bases } = editOf(entry, now.current.plan);
      const sent = await sendEdits([edit], bases).finally(() =>
        setFlying((keys) => new Set([...keys].filter((each) => each !== key))),
      );
      if (sent.kind === 'saved') {
        // Typed anew while it was on its way: that stays.
        if (canonical(now.current.drafts[key]?.value) === canonical(entry.value)) forget([key]);
        return sent.measures;
      }
      if (sent.kind === 'failed' && sent.error.status >= 400 && sent.error.status < 500) {
        setError(sent.error.message);
        setPlace(placeOf(entry));
      }
      return [];
    },
    [sendEdits, forget],
  );

  const commit = useCallback(
    (entry: DraftEntry, step: Step): void => {
      const empty = typeof entry.value === 'string' && entry.value.trim() === '';
      if (entry.op === 'addMeasure' && empty) {
        forget([draftKey(entry)]);
        setPlace(null);
        return;
      }
      if (entry.op === 'setMeasure' && entry.field === 'text' && empty) {
        setError(t.wordsMissing);
        return;
      }
      const most = longestOf(entry);
      if (typeof entry.value === 'string' && entry.value.length > most) {
        // It stays in the cell and in the browser, to be shortened.
        keep(entry);
        setPlace(placeOf(entry));
        setError(t.tooLong(entry.value.length, most));
        return;
      }
      setError(null);
      const here = entry.op === 'setMeasure' ? { id: entry.id, cell: entry.field as Cell } : null;
      const next = here === null || step === 0 || step === 'left' ? null : neighbour(here, step);
      goBackTo.current =
        step === 0 && entry.op !== 'addMeasure'
          ? here === null
            ? `section-${(entry as { id: number }).id}`
            : `cell-${here.id}-${here.cell}`
          : null;
      setPlace(next);
      const unchanged = entry.op !== 'addMeasure' && canonical(entry.value) === canonical(entry.base);
      if (unchanged) {
        forget([draftKey(entry)]);
        return;
      }
      keep(entry);
      void (async () => {
        const [added] = await send(entry);
        if (added !== undefined && step !== 'left') setPlace({ kind: 'measure', id: added, cell: 'deadline' });
      })();
    },
    [forget, keep, send, t],
  );

  const entryOf = useCallback((measure: PlanMeasure, cell: Cell, value: unknown): DraftEntry => {
    const stored = cell === 'deadline' ? measure.deadline.verbatim : measure[cell];
    const known = now.current.drafts[`measure:${measure.id}:${cell}`];
    const base = known?.op === 'setMeasure' ? known.base : stored;
    return { op: 'setMeasure', id: measure.id, field: cell, value, base };
  }, []);

  const actions = useMemo<RowActions>(
    () => ({
      open: (id, cell) => open({ kind: 'measure', id, cell }),
      type: (measure, cell, value) => keep(entryOf(measure, cell, value)),
      save: (measure, cell, step, value) => {
        const typed = value ?? now.current.drafts[`measure:${measure.id}:${cell}`]?.value;
        const stored = cell === 'deadline' ? measure.deadline.verbatim : measure[cell];
        commit(entryOf(measure, cell, tidy(cell, typed === undefined ? stored : typed)), step);
      },
      cancel: (measure, cell) => {
        forget([`measure:${measure.id}:${cell}`]);
        goBackTo.current = `cell-${measure.id}-${cell}`;
        setError(null);
        setPlace(null);
      },
      select: (id, chosen, range) => {
        const order = now.current.plan.sections.flatMap(({ measures }) => measures.map((one) => one.id));
        const from = range && lastChosen.current !== null ? order.indexOf(lastChosen.current) : -1;
        const to = order.indexOf(id);
        const ids = from === -1 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
        lastChosen.current = id;
        setSelected((before) => {
          const next = new Set(before);
          for (const each of ids) {
            if (chosen) next.add(each);
            else next.delete(each);
          }
          return next;
        });
      },
      setWindows: (measure, windowsSet) =>
        void sendEdits([{ op: 'setMeasure', id: measure.id, revision: measure.revision, fields: { windowsSet } }]),
      confirmDeadline: (measure) =>
        void sendEdits([
          { op: 'setMeasure', id: measure.id, revision: measure.revision, fields: { deadlineConfirmed: true } },
        ]),
    }),
    [commit, sendEdits, entryOf, forget, keep, open],
  );

  const waiting = useMemo(() => {
    const byMeasure = new Map<number, Record<string, unknown>>();
    for (const entry of Object.values(draft.value)) {
      if (entry.op !== 'setMeasure') continue;
      byMeasure.set(entry.id, { ...byMeasure.get(entry.id), [entry.field]: entry.value });
    }
    return byMeasure;
  }, [draft.value]);

  const edited = place === null ? null : keyOfPlace(place);
  const unsent = Object.entries(draft.value)
    .filter(([key]) => key !== edited && !flying.has(key))
    .map(([, entry]) => entry);
  const sendUnsent = (): void => {
    for (const entry of unsent) void send(entry);
  };
  // When the line is back, what waited for it goes by itself.
  const resend = useRef(sendUnsent);
  useLayoutEffect(() => {
    resend.current = sendUnsent;
  });
  useEffect(() => {
    const back = (): void => resend.current();
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);

  return {
    place,
    open,
    error,
    drafts: draft.value,
    keep,
    forget,
    commit,
    unsent,
    sendUnsent,
    actions,
    waiting,
    selected,
    select: useCallback((ids: readonly number[]) => setSelected(new Set(ids)), []),
  };
}

function placeOf(entry: DraftEntry): Place {
  if (entry.op === 'setMeasure') return { kind: 'measure', id: entry.id, cell: entry.field as Cell };
  if (entry.op === 'setSection') return { kind: 'section', id: entry.id };
  return { kind: 'new', sectionId: entry.sectionId, after: entry.after };
}

function longestOf(entry: DraftEntry): number {
  if (entry.op === 'addMeasure') return LONGEST.text;
  if (entry.op === 'setSection') return LONGEST.sectionTitle;
  return LONGEST[entry.field as keyof typeof LONGEST] ?? Number.POSITIVE_INFINITY;
}

function keyOfPlace(place: Place): string {
  if (place.kind === 'measure') return `measure:${place.id}:${place.cell}`;
  return place.kind === 'section' ? `section:${place.id}` : `new:${place.sectionId}:${place.after ?? ''}`;
}

function tidy(cell: Cell, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return cell === 'number' ? value.trim() || null : value.trim();
}

function neighbour(here: { id: number; cell: Cell }, step: 1 | -1): Place | null {
  const next = CELLS[CELLS.indexOf(here.cell) + step];
  return next === undefined ? null : { kind: 'measure', id: here.id, cell: next };
}
