import { Popover, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useId, useState, type ReactNode } from 'react';
import { LANGUAGES } from './i18n.ts';
import { useLanguage, useText } from './language.tsx';
import { Sign } from './Sign.tsx';
import { text } from './text.ts';
import styles from './Shell.module.css';
import type { Found } from './CommandPalette.tsx';

const CommandPalette = lazy(() => import('./CommandPalette.tsx'));

export interface Section {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  /** Stands after the word in the rail: a count of what is new. */
  readonly after?: ReactNode;
  /** Addresses outside its own that belong to it. */
  readonly also?: readonly string[];
}

export interface ShellProps {
  /** The rail: only sections that exist and that this person may open. */
  readonly sections: readonly Section[];
  /** Where one is, from the widest: «Северный район», «Школа № 12». */
  readonly place: readonly string[];
  /** «2026/27». */
  readonly schoolYear: string;
  readonly person: { readonly name: string; readonly post: string | null };
  /** Further pages that the search knows beside the sections. */
  readonly pages?: readonly Section[];
  /** Asks the server for schools by a part of the name. */
  readonly findSchools?: (query: string) => Promise<readonly Found[]>;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

/** The frame of every page: rail of sections, the line that says where one is and who one is, the page itself. */
export function Shell({
  sections,
  place,
  schoolYear,
  person,
  pages = [],
  findSchools,
  onSignOut,
  children,
}: ShellProps) {
  const t = useText(text);
  const [finding, setFinding] = useState(false);
  const [railOpen, setRailOpen] = useState(false);
  const railId = useId();
  const { pathname } = useLocation();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // The physical key, so that Ctrl+K works in the Russian layout too, where it types «л».
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        setFinding(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t.skip}
      </a>
      <nav aria-label={t.sections} className={styles.side}>
        <div className={styles.brandLine}>
          <Link to={'/' as Section['to']} className={styles.brand}>
            <Sign />
            <span>{t.product}</span>
          </Link>
          <button
            type="button"
            className={styles.railButton}
            aria-expanded={railOpen}
            aria-controls={railId}
            onClick={() => setRailOpen(!railOpen)}
          >
            {railOpen ? t.hideSections : t.sections}
          </button>
        </div>
        <div id={railId} className={styles.rail} data-open={railOpen}>
          <ul>
            {sections.map((section) => (
              <li key={section.to}>
                <Link
                  to={section.to}
                  className={styles.section}
                  onClick={() => setRailOpen(false)}
                  activeOptions={{ exact: section.to === '/', includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}
                  aria-current={section.also?.includes(pathname) ? 'page' : undefined}
                >
                  {section.label}
                  {section.after}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </nav>
      <div className={styles.body}>
        <header className={styles.top}>
          <p className={styles.where}>
            <span className={styles.place}>{place.join(' · ')}</span>
            <span className={styles.year}>{t.schoolYear(schoolYear)}</span>
          </p>
          <button type="button" className={styles.find} onClick={() => setFinding(true)}>
            {t.find}
            <kbd className={styles.key}>Ctrl K</kbd>
          </button>
          <Account person={person} onSignOut={onSignOut} />
        </header>
        <main id="content" tabIndex={-1} className={styles.content}>
          {children}
        </main>
      </div>
      {finding ? (
        <Suspense fallback={null}>
          <CommandPalette pages={[...sections, ...pages]} findSchools={findSchools} onClose={() => setFinding(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Account({ person, onSignOut }: Pick<ShellProps, 'person' | 'onSignOut'>) {
  const t = useText(text);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={280}
      trapFocus
      withinPortal={false}
      shadow="md"
      offset={4}
    >
      <Popover.Target>
        <button type="button" className={styles.person} onClick={() => setOpen(!open)}>
          <span className={styles.name}>{person.name}</span>
          {person.post ? <span className={styles.post}>{person.post}</span> : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.account} className={styles.account}>
        <Link to={'/account' as Section['to']} className={styles.own} onClick={() => setOpen(false)}>
          {t.ownAccount}
        </Link>
        <Preferences />
        <button type="button" className={styles.signOut} onClick={onSignOut}>
          {t.signOut}
        </button>
      </Popover.Dropdown>
    </Popover>
  );
}

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

/** Language and appearance, each as one line of choices. */
export function Preferences() {
  const t = useText(text);
  const { language, setLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Choices
        legend={t.language}
        value={language}
        options={LANGUAGES.map((value) => ({ value, label: t.languageName[value] }))}
        onChange={setLanguage}
      />
      <Choices
        legend={t.theme}
        value={colorScheme}
        options={SCHEMES.map((value) => ({ value, label: t.themeName[value] }))}
        onChange={setColorScheme}
      />
    </>
  );
}

interface ChoicesProps<V extends string> {
  readonly legend: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

function Choices<V extends string>({ legend, value, options, onChange }: ChoicesProps<V>) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
