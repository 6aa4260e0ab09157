import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export interface FactsProps {
  readonly label: string;
  /** Name and value; what is not known is left out. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** Facts as two columns, name and value, the way a title page lists them. */
export function Facts({ label, facts }: FactsProps) {
  return (
    <dl className={styles.facts} aria-label={label}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
