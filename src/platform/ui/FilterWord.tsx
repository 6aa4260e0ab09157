import { Combobox, useCombobox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useText } from './language.tsx';
import { text } from './text.ts';
import styles from './FilterWord.module.css';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

export interface FilterWordProps {
  /** What is filtered: «район»; read out, and shown before the word. */
  readonly label: string;
  /** The chosen value; undefined means all. */
  readonly value: string | undefined;
  readonly options: readonly FilterOption[];
  /** The word that stands for «all», in the right gender and case: «все районы». */
  readonly all: string;
  /** Hides the choice «all»: something is always chosen. */
  readonly required?: boolean;
  readonly onChange: (value: string | undefined) => void;
}

const SEARCH_FROM = 10;

/** One filter inside a sentence: the current value is a word that can be pressed. Long lists can be searched. */
export function FilterWord({ label, value, options, all, required = false, onChange }: FilterWordProps) {
  const t = useText(text);
  const [search, setSearch] = useState('');
  const searchable = options.length >= SEARCH_FROM;
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => {
      if (searchable) combobox.focusSearchInput();
      combobox.selectActiveOption();
    },
  });
  const current = options.find((option) => option.value === value)?.label ?? all;
  const wanted = search.trim().toLowerCase();
  const shown = options.filter((option) => option.label.toLowerCase().includes(wanted));

  return (
    <span className={styles.filter}>
      <span className={styles.label}>{label}</span>{' '}
      <Combobox
        store={combobox}
        width="max-content"
        position="bottom-start"
        withinPortal={false}
        shadow="md"
        offset={4}
        onOptionSubmit={(chosen) => {
          onChange(chosen === '' ? undefined : chosen);
          combobox.closeDropdown();
          combobox.focusTarget();
        }}
      >
        <Combobox.Target targetType="button">
          <button
            type="button"
            className={styles.word}
            aria-label={`${label}: ${current}`}
            onClick={() => combobox.toggleDropdown()}
          >
            {current}
          </button>
        </Combobox.Target>
        <Combobox.Dropdown className={styles.dropdown}>
          {searchable ? (
            <Combobox.Search
              value={search}
              aria-label={t.filterSearch}
              placeholder={t.filterSearch}
              onChange={(event) => {
                setSearch(event.currentTarget.value);
                combobox.selectFirstOption();
              }}
            />
          ) : null}
          <Combobox.Options className={styles.options} aria-label={label}>
            {required || wanted ? null : (
              <Combobox.Option value="" active={value === undefined} className={styles.option}>
                {all}
              </Combobox.Option>
            )}
            {shown.map((option) => (
              <Combobox.Option
                key={option.value}
                value={option.value}
                active={option.value === value}
                className={styles.option}
              >
                {option.label}
              </Combobox.Option>
            ))}
            {shown.length === 0 ? <Combobox.Empty>{t.nothingMatches}</Combobox.Empty> : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </span>
  );
}

export interface FilterLineProps {
  readonly children: ReactNode;
  /** Given when some filter is set: offers to take all of them off. */
  readonly onClear?: () => void;
}

/** Filters read as a sentence above a table. */
export function FilterLine({ children, onClear }: FilterLineProps) {
  const t = useText(text);
  return (
    <div className={styles.line}>
      {children}
      {onClear ? (
        <button type="button" className={styles.clear} onClick={onClear}>
          {t.clearFilters}
        </button>
      ) : null}
    </div>
  );
}
