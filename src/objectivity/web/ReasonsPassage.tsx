import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { markerName } from '../text.ts';
import { explain } from '../wording/explain.ts';
import { reasonsOf, unitOf, type Detail } from './facts.ts';
import { findingText } from './finding-text.ts';
import { Passage } from './Passage.tsx';
import styles from './ReasonsPassage.module.css';

/** Why: one sentence per marker, strongest first; then what showed nothing, then what had too little to go by. */
export function ReasonsPassage({ detail }: { readonly detail: Detail }) {
  const t = useText(findingText);
  const { language } = useLanguage();
  const unit = unitOf(detail);
  const { notable, usual, missing } = reasonsOf(detail);
  return (
    <Passage title={detail.signalled ? t.reasons : t.checked}>
      {notable.length ? (
        <ol className={styles.reasons}>
          {notable.map((marker) => (
            <li key={marker.id}>
              <p>
                <strong className={styles.name}>{markerName(marker.id, language)}.</strong>{' '}
                {explain(marker, unit, language)}
              </p>
              <p className={styles.chance}>{t.byChance[detail.level](marker.p)}</p>
            </li>
          ))}
        </ol>
      ) : null}
      {notable.length + usual.length === 0 ? <p>{t.noReasons}</p> : null}
      {usual.length ? (
        <Group
          title={notable.length ? t.usual : t.allUsual}
          sentences={usual.map(
            (marker) => `${markerName(marker.id, language)}: ${lowered(explain(marker, unit, language))}`,
          )}
        />
      ) : null}
      {missing.length ? (
        <Group title={t.missing} sentences={missing.map((marker) => explain(marker, unit, language))} />
      ) : null}
    </Passage>
  );
}

function Group({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** A sentence that goes on after a colon. */
function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
