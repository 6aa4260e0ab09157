import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { PasswordField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PASSWORD_MIN_LENGTH } from '../../rules.ts';
import styles from './accounts.module.css';
import { browserRandom, passphrase } from './passphrase.ts';
import { text } from './text.ts';

interface PasswordWithInventionProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string;
}

/** A password for somebody else: typed, or invented and shown once to be written down. */
export function PasswordWithInvention({ label, value, onChange, error }: PasswordWithInventionProps) {
  const t = useText(text);
  const [invented, setInvented] = useState<string | null>(null);
  return (
    <>
      <PasswordField
        id="password"
        label={label}
        hint={t.passwordHint(PASSWORD_MIN_LENGTH)}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
      />
      <p className={styles.invent}>
        <Button
          kind="quiet"
          onClick={() => {
            const password = passphrase(browserRandom);
            setInvented(password);
            onChange(password);
          }}
        >
          {t.invent}
        </Button>
        <output>{invented !== null && invented === value ? t.invented(invented) : null}</output>
      </p>
    </>
  );
}
