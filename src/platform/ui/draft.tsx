import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { time } from './format.ts';
import { useText } from './language.tsx';
import { text } from './text.ts';
import styles from './draft.module.css';

const AccountContext = createContext('');

/** Drafts belong to an account: two people at one computer do not meet each other's. */
export function DraftOwner({ account, children }: { readonly account: string; readonly children: ReactNode }) {
  return <AccountContext value={account}>{children}</AccountContext>;
}

export interface Draft<T> {
  readonly value: T;
  readonly setValue: (value: T) => void;
  /** ISO instant of the last save; null before the first. */
  readonly savedAt: string | null;
  /** True when the page opened with something typed before. */
  readonly restored: boolean;
  /** False when the browser refuses to keep anything. */
  readonly keeps: boolean;
  /** Forgets the draft: after it was sent, or to start again. */
  readonly discard: () => void;
}

interface Kept<T> {
  readonly value: T;
  readonly at: string;
}

/** A value that is kept in this browser at every change until `discard`. `initial` must be plain JSON. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const name = `draft:${useContext(AccountContext)}:${key}`;
  const [found] = useState(() => read<T>(name));
  const [value, set] = useState<T>(found ? found.value : initial);
  const [savedAt, setSavedAt] = useState<string | null>(found ? found.at : null);
  const [restored, setRestored] = useState(found !== null);
  const [keeps, setKeeps] = useState(true);

  const setValue = useCallback(
    (next: T) => {
      const at = new Date().toISOString();
      set(next);
      try {
        localStorage.setItem(name, JSON.stringify({ value: next, at }));
        setSavedAt(at);
        setKeeps(true);
      } catch {
        setKeeps(false);
      }
    },
    [name],
  );

  const discard = useCallback(() => {
    try {
      localStorage.removeItem(name);
    } catch {
      // Nothing was kept, so nothing is left.
    }
    set(initial);
    setSavedAt(null);
    setRestored(false);
  }, [name, initial]);

  return { value, setValue, savedAt, restored, keeps, discard };
}

function read<T>(name: string): Kept<T> | null {
  try {
    const kept = localStorage.getItem(name);
    return kept ? (JSON.parse(kept) as Kept<T>) : null;
  } catch {
    return null;
  }
}

/** Says under a form that what is typed is kept. */
export function DraftNote<T>({ draft }: { readonly draft: Draft<T> }) {
  const t = useText(text);
  if (!draft.keeps) return <p className={styles.note}>{t.draftFailed}</p>;
  if (!draft.savedAt) return null;
  return (
    <p className={styles.note}>
      {draft.restored ? `${t.draftRestored} ` : null}
      <output>{t.draftSaved(time(draft.savedAt))}</output>
      <button type="button" className={styles.discard} onClick={draft.discard}>
        {t.draftDiscard}
      </button>
    </p>
  );
}
