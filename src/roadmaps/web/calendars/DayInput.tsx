import { date, parseDate } from '#src/platform/ui/format.ts';
import styles from './calendars.module.css';

interface DayInputProps {
  readonly id?: string;
  readonly label: string;
  /** As typed. */
  readonly value: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly onChange: (typed: string) => void;
}

/** A day typed as ДД.ММ.ГГГГ in a row of a table; what is short for a day is written out when the field is left. */
export function DayInput({ id, label, value, invalid = false, describedBy, onChange }: DayInputProps) {
  return (
    <input
      id={id}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      placeholder="ДД.ММ.ГГГГ"
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      value={value}
      className={`${styles.day} figures`}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        const day = parseDate(value);
        if (day !== null) onChange(date(day, 'ru'));
      }}
    />
  );
}
