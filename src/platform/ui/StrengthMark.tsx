import { useText } from './language.tsx';
import { text } from './text.ts';
import styles from './StrengthMark.module.css';

/** How strong a sign is; the words of the engine. */
export type SignStrength = 'none' | 'weak' | 'noticeable' | 'pronounced';

export interface StrengthMarkProps {
  readonly strength: SignStrength;
  /** How many independent mechanisms carry the sign: only two or more may turn it brick. */
  readonly mechanisms?: number;
}

/** Strength of a sign: a word, a shape (nothing, ring, half-disc, disc), and only then a colour. */
export function StrengthMark({ strength, mechanisms = 1 }: StrengthMarkProps) {
  const t = useText(text);
  const confirmed = strength === 'pronounced' && mechanisms >= 2;
  return (
    <span className={styles.mark} title={confirmed ? t.confirmedByTwo : undefined}>
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        aria-hidden="true"
        className={styles[confirmed ? 'confirmed' : strength]}
      >
        {strength === 'none' ? <path d="M2.5 6h7" strokeWidth="1.5" /> : null}
        {strength === 'none' ? null : (
          <circle cx="6" cy="6" r="5" strokeWidth="1.5" fillOpacity={strength === 'pronounced' ? 1 : 0} />
        )}
        {strength === 'noticeable' ? <path d="M6 1a5 5 0 0 0 0 10z" strokeWidth="0" /> : null}
      </svg>
      {t.strength[strength]}
    </span>
  );
}
