import { useText } from './language.tsx';
import { text } from './text.ts';
import styles from './Steps.module.css';

export interface StepsProps {
  readonly label: string;
  /** Names of the steps in order. */
  readonly steps: readonly string[];
  /** Index of the step one is at. */
  readonly current: number;
}

/** Where one is in a wizard: the steps as words in a line, the current one in bold. */
export function Steps({ label, steps, current }: StepsProps) {
  const t = useText(text);
  return (
    <nav aria-label={label} className={styles.steps}>
      <ol>
        {steps.map((step, index) => {
          const state = index < current ? 'done' : index === current ? 'current' : 'ahead';
          return (
            <li key={step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
              <span className={styles.number}>{index + 1}</span>
              {step}
              <span className="visually-hidden">, {t.step[state]}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
