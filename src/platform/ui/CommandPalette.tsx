/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no native element is a text field with a list that is searched on the server */
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from './language.tsx';
import type { Section } from './Shell.tsx';
import { text } from './text.ts';
import styles from './CommandPalette.module.css';

/** Something the search leads to. */
export interface Found {
  readonly href: string;
  readonly label: string;
  /** Where it stands: the district of a school. */
  readonly note?: string;
}

interface CommandPaletteProps {
  readonly pages: readonly Section[];
  readonly findSchools?: (query: string) => Promise<readonly Found[]>;
  readonly onClose: () => void;
}

/** Search by Ctrl+K over pages and schools; a combobox in a native modal dialog, used without a mouse. */
export default function CommandPalette({ pages, findSchools, onClose }: CommandPaletteProps) {
  const t = useText(text);
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);

  useEffect(() => dialog.current?.showModal(), []);
  const wanted = query.trim().toLowerCase();
  const asked = wanted.length >= 2;
  const answer = useQuery({
    queryKey: ['find', wanted],
    queryFn: () => (findSchools ? findSchools(wanted) : []),
    enabled: asked,
    placeholderData: (previous) => previous,
  });
  const schools = (asked && answer.data) || [];
  const foundPages: Found[] = pages
    .filter((page) => page.label.toLowerCase().includes(wanted))
    .map((page) => ({ href: page.to, label: page.label }));
  const found = [...foundPages, ...schools];
  const current = Math.min(active, found.length - 1);

  const open = (item: Found): void => {
    onClose();
    router.history.push(item.href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(found.length ? (current + step + found.length) % found.length : 0);
    } else if (event.key === 'Enter' && found[current]) {
      event.preventDefault();
      open(found[current]);
    }
  };
  const option = (item: Found, index: number) => (
    <div
      key={item.href}
      id={`${id}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === current}
      className={styles.option}
      onPointerMove={() => setActive(index)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => open(item)}
      onKeyDown={onKeyDown}
    >
      {item.label}
      {item.note ? <span className={styles.note}>{item.note}</span> : null}
    </div>
  );

  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={t.find} onClose={onClose} onCancel={onClose}>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length ? `${id}-${current}` : undefined}
        aria-label={t.findPlaceholder}
        placeholder={t.findPlaceholder}
        autoComplete="off"
        spellCheck={false}
        className={styles.input}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? <output className={styles.empty}>{t.findEmpty}</output> : null}
      <div id={`${id}-list`} role="listbox" aria-label={t.find} className={styles.list} hidden={found.length === 0}>
        {foundPages.length ? (
          <div role="group" aria-label={t.pages} className={styles.group}>
            {foundPages.map((item, index) => option(item, index))}
          </div>
        ) : null}
        {schools.length ? (
          <div role="group" aria-label={t.schools} className={styles.group}>
            {schools.map((item, index) => option(item, foundPages.length + index))}
          </div>
        ) : null}
      </div>
    </dialog>
  );
}
