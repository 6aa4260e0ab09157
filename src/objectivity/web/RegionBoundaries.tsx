import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { boundarySentence } from '../boundary/text.ts';
import { boundaryVerdicts } from '../boundary/verdict.ts';
import type { Detail } from './facts.ts';
import styles from './RegionBoundaries.module.css';
import { regionBoundariesText } from './region-boundaries-text.ts';

/** What the region's own histogram shows at the boundaries of marks: lifting, missing weak papers, or nothing. */
export function RegionBoundaries({ detail }: { readonly detail: Detail }) {
  const t = useText(regionBoundariesText);
  const { language } = useLanguage();
  const { region, thresholds } = detail;
  if (thresholds === null) return null;
  const verdicts = boundaryVerdicts(region.totals, [thresholds[3], thresholds[4], thresholds[5]]);
  if (verdicts.length === 0) return null;
  const telling = verdicts.filter(({ kind }) => kind === 'lifting' || kind === 'truncation');
  const unknown = verdicts.every(({ kind }) => kind === 'insufficient');
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{t.heading(region.name, region.papers)}</h3>
      {telling.length === 0 ? (
        <p>{unknown ? t.insufficient : t.nothing}</p>
      ) : (
        <>
          <ul className={styles.sentences}>
            {telling.map((verdict) => (
              <li key={verdict.cut}>{boundarySentence(verdict, language)}</li>
            ))}
          </ul>
          <p className="soft small">{t.note}</p>
        </>
      )}
    </section>
  );
}
