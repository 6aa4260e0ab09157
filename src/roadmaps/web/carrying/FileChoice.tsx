import { Button } from '#src/platform/ui/Button.tsx';
import { FileDrop } from '#src/platform/ui/FileDrop.tsx';
import { fileSize } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useState } from 'react';
import { EVIDENCE_MEGABYTES } from '../../carrying/rules.ts';
import styles from './measure.module.css';
import parts from './parts.module.css';
import { submitText } from './submit-text.ts';

interface FileChoiceProps {
  readonly file: File | null;
  /** Name of a file that was chosen before the page was loaded again; the browser has let go of it. */
  readonly chosenBefore: string | null;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly onFile: (file: File | null) => void;
}

/** One file, dropped or chosen; it stays chosen when sending fails. */
export function FileChoice({ file, chosenBefore, error, disabled, onFile }: FileChoiceProps) {
  const t = useText(submitText);
  const { language } = useLanguage();
  const [several, setSeveral] = useState(false);
  return (
    <div id="evidence-file" tabIndex={-1}>
      {error ? <p className={styles.remark}>{error}</p> : null}
      {file === null && chosenBefore !== null ? <p className={parts.small}>{t.chooseAgain(chosenBefore)}</p> : null}
      {file === null ? (
        <FileDrop
          label={t.fileLabel}
          hint={t.fileHint(EVIDENCE_MEGABYTES)}
          disabled={disabled}
          onFiles={(files) => {
            setSeveral(files.length > 1);
            onFile(files[0] ?? null);
          }}
        />
      ) : (
        <div className={styles.chosen}>
          <strong>{t.chosen(file.name, fileSize(file.size, language))}</strong>
          <Button kind="quiet" disabled={disabled} onClick={() => onFile(null)}>
            {t.other}
          </Button>
          {several ? <span className={parts.small}>{t.oneFile}</span> : null}
        </div>
      )}
    </div>
  );
}
