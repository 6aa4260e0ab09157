import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { date, parseDate } from '#src/platform/ui/format.ts';
import { useText } from '#src/platform/ui/language.tsx';
import type { SetWindow } from '../../model.ts';
import styles from './DeadlineField.module.css';
import { DayInput } from './DayInput.tsx';
import { deadlineFieldText } from './deadline-text.ts';

interface SetDaysProps {
  readonly windows: readonly SetWindow[];
  readonly onChange: (windows: readonly SetWindow[] | null) => void;
}

interface Typed {
  readonly from: string;
  readonly to: string;
}

/** Days of a deadline set by hand in place of what its words give. Half a date is kept here and told to nobody. */
export function SetDays({ windows, onChange }: SetDaysProps) {
  const t = useText(deadlineFieldText);
  const [typed, setTyped] = useState<readonly Typed[]>(() =>
    windows.map(({ from, to }) => ({ from: from ? date(from, 'ru') : '', to: to ? date(to, 'ru') : '' })),
  );
  const set = (next: readonly Typed[]): void => {
    setTyped(next);
    onChange(next.map(({ from, to }) => ({ from: parseDate(from), to: parseDate(to) })));
  };
  const setRow = (index: number, change: Partial<Typed>): void =>
    set(typed.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <div className={styles.byHand}>
      <p>{t.byHand}</p>
      {typed.map(({ from, to }, index) => {
        const start = parseDate(from);
        const end = parseDate(to);
        const reversed = start !== null && end !== null && start > end;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other name
          <p key={index} className={styles.row}>
            <DayInput
              label={t.from(index + 1)}
              value={from}
              invalid={reversed || (from !== '' && start === null)}
              onChange={(value) => setRow(index, { from: value })}
            />
            <span aria-hidden="true">–</span>
            <DayInput
              label={t.to(index + 1)}
              value={to}
              invalid={reversed || (to !== '' && end === null)}
              onChange={(value) => setRow(index, { to: value })}
            />
            {typed.length > 1 ? (
              <Button
                kind="quiet"
                aria-label={t.removeDays(index + 1)}
                onClick={() => set(typed.filter((_, at) => at !== index))}
              >
                {t.remove}
              </Button>
            ) : null}
            {reversed ? <span className={styles.wrong}>{t.daysWrong}</span> : null}
          </p>
        );
      })}
      <p className={styles.verbs}>
        <Button kind="quiet" onClick={() => set([...typed, { from: '', to: '' }])}>
          {t.addDays}
        </Button>
        <Button kind="quiet" onClick={() => onChange(null)}>
          {t.byWords}
        </Button>
      </p>
    </div>
  );
}
