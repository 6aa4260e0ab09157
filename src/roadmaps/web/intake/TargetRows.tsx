import { Button } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import type { Comparison, Target } from '../../reading/model.ts';
import styles from './review.module.css';
import { text } from './text.ts';

const COMPARISONS: readonly Comparison[] = ['atLeast', 'atMost', 'moreThan', 'lessThan', 'equal'];

interface TargetRowsProps {
  readonly targets: readonly Target[];
  readonly onChange: (targets: readonly Target[]) => void;
}

/** Countable targets: the words of the plan and the number that they hold. */
export function TargetRows({ targets, onChange }: TargetRowsProps) {
  const t = useText(text);
  const set = (index: number, change: Partial<Target>): void =>
    onChange(targets.map((target, at) => (at === index ? { ...target, ...change } : target)));
  return (
    <fieldset className={styles.rows}>
      <legend>{t.targets}</legend>
      {targets.map(({ words, value, comparison }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- targets have no other name
        <div key={index} className={styles.target}>
          <select
            className={styles.control}
            aria-label={t.comparison(index + 1)}
            value={comparison}
            onChange={(event) =>
              set(index, { comparison: COMPARISONS.find((each) => each === event.target.value) ?? 'equal' })
            }
          >
            {COMPARISONS.map((each) => (
              <option key={each} value={each}>
                {t.comparisons[each]}
              </option>
            ))}
          </select>
          <input
            type="text"
            inputMode="decimal"
            className={`${styles.control} figures`}
            aria-label={t.targetValue(index + 1)}
            defaultValue={String(value).replace('.', ',')}
            onChange={(event) => {
              const typed = Number(event.target.value.trim().replace(',', '.'));
              if (event.target.value.trim() !== '' && Number.isFinite(typed)) set(index, { value: typed });
            }}
          />
          <input
            type="text"
            className={styles.control}
            aria-label={t.targetWords(index + 1)}
            value={words}
            onChange={(event) => set(index, { words: event.target.value })}
          />
          <Button
            kind="quiet"
            aria-label={t.removeTarget(index + 1)}
            onClick={() => onChange(targets.filter((_, at) => at !== index))}
          >
            {t.remove}
          </Button>
        </div>
      ))}
      <Button
        kind="quiet"
        className={styles.addRow}
        onClick={() => onChange([...targets, { value: 1, comparison: 'atLeast', words: '' }])}
      >
        {t.addTarget}
      </Button>
    </fieldset>
  );
}
