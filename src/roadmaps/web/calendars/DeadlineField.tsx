/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list of an ARIA combobox: a datalist shows no second line, and the keys are heard by the field */
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { Field } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { DeadlineContext, ResolvedDeadline } from '../../deadline/resolve.ts';
import { explainDeadline, warningInWords } from '../../deadline/text.ts';
import type { SetWindow } from '../../model.ts';
import styles from './DeadlineField.module.css';
import { type DeadlineLanguage, useDeadlineLanguage } from './deadline-language.ts';
import { deadlineFieldText } from './deadline-text.ts';
import { SetDays } from './SetDays.tsx';

export interface DeadlineFieldProps {
  readonly id?: string;
  readonly label?: string;
  /** Shows the hint under the label; a table has no room for it. */
  readonly hinted?: boolean;
  /** Label, hint and frame are left out: the field stands in a cell that names it. */
  readonly bare?: boolean;
  /** The words. */
  readonly value: string;
  readonly context: DeadlineContext;
  readonly windowsSet: readonly SetWindow[] | null;
  readonly confirmed: boolean;
  readonly onChange: (words: string) => void;
  /** Left out where days cannot be set by hand. */
  readonly onWindowsSet?: (windows: readonly SetWindow[] | null) => void;
  /** Left out where a reading cannot be confirmed. */
  readonly onConfirm?: (confirmed: boolean) => void;
}

/**
 * A deadline in words that completes itself and says its dates while one types; what is ambiguous is asked, and the days may be
 * set by hand. The words stay the plan's own.
 */
export function DeadlineField(props: DeadlineFieldProps) {
  const { id, label, hinted = false, bare = false } = props;
  const t = useText(deadlineFieldText);
  const own = useId();
  const language = useDeadlineLanguage();
  const control = <Combobox {...props} id={id ?? own} language={language} />;
  return (
    <div className={styles.deadline}>
      {bare ? (
        control
      ) : (
        <Field id={id ?? own} label={label ?? t.label} hint={hinted ? t.hint : undefined}>
          {(given) => <Combobox {...props} id={given.id} describedBy={given['aria-describedby']} language={language} />}
        </Field>
      )}
      {language === null ? null : <Reading {...props} resolved={language.resolve(props.value, props.context)} />}
    </div>
  );
}

interface ComboboxProps extends DeadlineFieldProps {
  readonly id: string;
  readonly describedBy?: string;
  readonly language: DeadlineLanguage | null;
}

/** An ARIA combobox with a list of completions: arrows walk, Enter takes, Escape closes; typing is never changed by itself. */
function Combobox({ id, describedBy, bare, label, value, context, onChange, language }: ComboboxProps) {
  const t = useText(deadlineFieldText);
  const { language: spoken } = useLanguage();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const found = open && language !== null ? language.complete(value, context, spoken) : [];
  const shown = found.length > 0;
  const listId = `${id}-list`;
  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const take = (words: string): void => {
    onChange(words);
    close();
    input.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (shown) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setActive((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length);
      }
    } else if (event.key === 'Enter' && shown && found[active] !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      take(found[active].words);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className={styles.combobox}>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck
        aria-label={bare ? (label ?? t.label) : undefined}
        aria-describedby={[describedBy, `${id}-reading`].filter(Boolean).join(' ')}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        value={value}
        className={styles.control}
        onChange={(event) => {
          onChange(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      <div id={listId} role="listbox" aria-label={t.suggestions} className={styles.list} hidden={!shown}>
        {found.map(({ words, explanation }, index) => (
          <div
            key={words}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            // Before the field loses the focus and closes the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(words)}
          >
            <span className={styles.words}>{words}</span>
            <span className={styles.dates}>{explanation}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** What the words give, what is doubtful in them, and the two ways to settle it. */
function Reading(props: DeadlineFieldProps & { readonly resolved: ResolvedDeadline }) {
  const { id, value, resolved, windowsSet, confirmed, context, onWindowsSet, onConfirm } = props;
  const t = useText(deadlineFieldText);
  const { language } = useLanguage();
  const asks = resolved.ambiguous && !confirmed && windowsSet === null;
  const told = resolved.warnings.filter(({ code }) => code !== 'referenceNotAttached' && code !== 'noDeadline');
  return (
    <div className={styles.reading} id={id === undefined ? undefined : `${id}-reading`}>
      {windowsSet === null ? (
        <p className={styles.line}>
          {value.trim() === '' ? t.none : explainDeadline(resolved, language)}
          {resolved.reference === null ? null : (
            <>
              {' '}
              <a
                href={`/plans/calendars?${new URLSearchParams({ year: String(context.schoolYear), reference: value.trim() })}`}
                target="_blank"
                rel="noreferrer"
              >
                {t.attach}
              </a>
            </>
          )}
        </p>
      ) : (
        <SetDays windows={windowsSet} onChange={(windows) => onWindowsSet?.(windows)} />
      )}
      {windowsSet === null && told.length > 0 ? (
        <ul className={asks ? styles.asks : styles.told}>
          {told.map((warning) => (
            <li key={`${warning.code}${warning.words}`}>{warningInWords(warning, language)}</li>
          ))}
        </ul>
      ) : null}
      <p className={styles.verbs}>
        {resolved.ambiguous && windowsSet === null && onConfirm ? (
          confirmed ? (
            <>
              <span className="soft">{t.confirmed}.</span>
              <Button kind="quiet" onClick={() => onConfirm(false)}>
                {t.unconfirm}
              </Button>
            </>
          ) : (
            <Button kind="quiet" onClick={() => onConfirm(true)}>
              {t.confirm}
            </Button>
          )
        ) : null}
        {onWindowsSet && windowsSet === null ? (
          <Button
            kind="quiet"
            onClick={() => onWindowsSet(resolved.windows.length > 0 ? resolved.windows : [{ from: null, to: null }])}
          >
            {t.setDays}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
