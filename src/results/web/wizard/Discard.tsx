import { Button } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { ImportDetail } from './steps.ts';
import { text } from './text.ts';
import styles from './wizard.module.css';

/** Puts a file aside that will not be loaded. */
export function Discard({ file }: { readonly file: ImportDetail }) {
  const t = useText(text);
  const discard = useContractMutation('POST /api/imports/:id/discard');
  return (
    <div className={styles.aside}>
      {discard.error ? (
        <Notice kind="problem" live>
          {discard.error.message}
        </Notice>
      ) : null}
      <Button
        kind="quiet"
        busy={discard.isPending}
        onClick={() => discard.mutate({ params: { id: file.id }, body: { revision: file.revision } })}
      >
        {t.putAside}
      </Button>
      <p className={styles.small}>{t.putAsideHint}</p>
    </div>
  );
}
