import { Button } from '#src/platform/ui/Button.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { sharedDoubts } from '../../intake/doubts.ts';
import { settleKind } from '../../intake/edits.ts';
import type { DraftMeasure, PlanDraft } from '../../intake/model.ts';
import { readingText } from '../../reading/text.ts';
import styles from './review.module.css';
import { text } from './text.ts';

interface SharedDoubtsProps {
  readonly draft: PlanDraft;
  readonly measures: readonly DraftMeasure[];
  readonly onChange: (draft: PlanDraft) => void;
  readonly onSelect: (id: string) => void;
}

/** The same doubt in many rows (a text that shows no merged cells) is answered once, after a look at the first of them. */
export function SharedDoubts({ draft, measures, onChange, onSelect }: SharedDoubtsProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const kinds = sharedDoubts(measures);
  if (kinds.length === 0) return null;
  return (
    <section className={styles.shared} aria-label={t.shared}>
      <h2>{t.shared}</h2>
      <ul>
        {kinds.map(({ code, count, first }) => (
          <li key={code}>
            <p>
              {t.sharedCount(count)}: {readingText[language].warnings[code]}
            </p>
            <p className={styles.verbs}>
              <Button kind="quiet" onClick={() => onSelect(first)}>
                {t.sharedFirst}
              </Button>
              <Button kind="quiet" onClick={() => onChange(settleKind(draft, code))}>
                {t.sharedAll}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
