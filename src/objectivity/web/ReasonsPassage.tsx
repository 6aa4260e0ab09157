import { Link } from '@tanstack/react-router';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { methodOfMarker } from '../methods/method-of-marker.ts';
import type { MarkerId } from '../model.ts';
import { markerName } from '../text.ts';
import { explain, explainLack } from '../wording/explain.ts';
import { reasonsOf, unitOf, type Detail } from './facts.ts';
import { findingText } from './finding-text.ts';
import { lowered } from './lowered.ts';
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
                <strong className={styles.name}>
                  <MethodLink marker={marker.id} />.
                </strong>{' '}
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
          lines={usual.map((marker) => ({
            id: marker.id,
            sentence: lowered(explain(marker, unit, language)),
          }))}
        />
      ) : null}
      {missing.length ? (
        <Group
          title={t.missing}
          lines={missing.map((marker) => ({ id: marker.id, sentence: explainLack(marker, language) }))}
        />
      ) : null}
    </Passage>
  );
}

interface Line {
  readonly id: MarkerId;
  readonly sentence: string;
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ id, sentence }) => (
          <li key={id}>
            <MethodLink marker={id} />: {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The marker's name, which leads to the page that says how it works. */
function MethodLink({ marker }: { readonly marker: MarkerId }) {
  const { language } = useLanguage();
  return (
    <Link to="/methods/$id" params={{ id: methodOfMarker(marker) }}>
      {markerName(marker, language)}
    </Link>
  );
}
