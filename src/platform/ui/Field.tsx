import {
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { date as formatDate, parseDate } from './format.ts';
import { useText } from './language.tsx';
import { text } from './text.ts';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  /** Stands between label and control, so that it is read before typing. */
  readonly hint?: ReactNode;
  /** What is wrong and what to write instead. */
  readonly error?: string | null;
  /** Id of the control; the error summary links to it. */
  readonly id?: string;
  readonly optional?: boolean;
}

interface FrameProps extends FieldProps {
  readonly children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}

/** Label above, hint below the label, error at the control; wires them together for screen readers. */
export function Field({ label, hint, error, id, optional = false, children }: FrameProps) {
  const t = useText(text);
  const own = useId();
  const control = id ?? own;
  const described = [hint ? `${control}-hint` : '', error ? `${control}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field} data-invalid={Boolean(error)}>
      <label htmlFor={control} className={styles.label}>
        {label}
        {optional ? <span className={styles.optional}> ({t.optional})</span> : null}
      </label>
      {hint ? (
        <p id={`${control}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${control}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
      {children({ id: control, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

type Width = 'short' | 'medium' | 'full';

export interface TextFieldProps
  extends FieldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange' | 'value' | 'width'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** As wide as what is expected: `short` for a date or a number, `medium` for a name. */
  readonly width?: Width;
}

export function TextField({
  label,
  hint,
  error,
  id,
  optional,
  value,
  onChange,
  width = 'medium',
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id} optional={optional}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={`${styles.control} ${styles[width]}`}
        />
      )}
    </Field>
  );
}

/** A whole number typed as text: no spinner, no wheel that changes it unseen. */
export function NumberField(props: Omit<TextFieldProps, 'inputMode' | 'type'>) {
  return <TextField width="short" {...props} inputMode="numeric" autoComplete="off" />;
}

export function PasswordField({ label, hint, error, id, value, onChange, ...rest }: TextFieldProps) {
  const t = useText(text);
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(control) => (
        <span className={`${styles.password} ${styles.medium}`}>
          <input
            {...rest}
            {...control}
            type={shown ? 'text' : 'password'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={`${styles.control} ${styles.full}`}
          />
          <button type="button" className={styles.reveal} aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? t.hidePassword : t.showPassword}
          </button>
        </span>
      )}
    </Field>
  );
}

export interface TextAreaFieldProps
  extends FieldProps,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextAreaField({ label, hint, error, id, optional, value, onChange, ...rest }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id} optional={optional}>
      {(control) => (
        <textarea
          rows={5}
          {...rest}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={`${styles.control} ${styles.full}`}
        />
      )}
    </Field>
  );
}

export interface SelectFieldProps
  extends FieldProps,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The first, empty choice: «Выберите предмет». */
  readonly placeholder?: string;
  readonly width?: Width;
}

/** The browser's own list: known to everybody, typed through by first letters. For long lists use ChoiceField. */
export function SelectField({
  label,
  hint,
  error,
  id,
  optional,
  value,
  onChange,
  options,
  placeholder,
  width = 'medium',
  ...rest
}: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id} optional={optional}>
      {(control) => (
        <select
          {...rest}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={`${styles.control} ${styles.select} ${styles[width]}`}
        >
          {placeholder ? <option value="">{placeholder}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface DateFieldProps extends FieldProps {
  /** ISO day, or null. */
  readonly value: string | null;
  /** Hears an ISO day; null while what is typed is no day yet. */
  readonly onChange: (value: string | null) => void;
}

/** A date typed as ДД.ММ.ГГГГ. Says what is wrong when the field is left, not while one types. */
export function DateField({ label, hint, error, id, optional, value, onChange }: DateFieldProps) {
  const t = useText(text);
  const [typed, setTyped] = useState(value ? formatDate(value, 'ru') : '');
  const [left, setLeft] = useState(false);
  const wrong = left && typed.trim() !== '' && parseDate(typed) === null;
  return (
    <Field
      label={label}
      hint={hint ?? t.dateHint}
      error={error ?? (wrong ? t.dateWrong : null)}
      id={id}
      optional={optional}
    >
      {(control) => (
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          {...control}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setLeft(false);
            onChange(parseDate(event.target.value));
          }}
          onBlur={() => {
            setLeft(true);
            const day = parseDate(typed);
            if (day) setTyped(formatDate(day, 'ru'));
          }}
          className={`${styles.control} ${styles.short} figures`}
        />
      )}
    </Field>
  );
}

export interface CheckFieldProps {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function CheckField({ label, hint, checked, onChange, disabled }: CheckFieldProps) {
  const id = useId();
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export interface RadioFieldProps<V extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value: V | null;
  readonly options: readonly { readonly value: V; readonly label: string; readonly hint?: string }[];
  readonly onChange: (value: V) => void;
  readonly id?: string;
}

export function RadioField<V extends string>({
  legend,
  hint,
  error,
  value,
  options,
  onChange,
  id,
}: RadioFieldProps<V>) {
  const own = useId();
  const name = id ?? own;
  return (
    <fieldset
      className={styles.field}
      data-invalid={Boolean(error)}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend className={styles.label}>{legend}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {error ? (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
      {options.map((option, index) => (
        <div key={option.value} className={styles.check}>
          <input
            id={index === 0 ? name : `${name}-${option.value}`}
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <label htmlFor={index === 0 ? name : `${name}-${option.value}`}>{option.label}</label>
          {option.hint ? <p className={styles.hint}>{option.hint}</p> : null}
        </div>
      ))}
    </fieldset>
  );
}
