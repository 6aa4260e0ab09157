import { formatNumber, percentagePoints } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { FEWEST_UNITS } from '../funnel.ts';
import type { IndexKind } from '../model.ts';
import { INDEX_FORMULA } from '../text.ts';
import type { IndexAnswer } from './IndicesPage.tsx';
import styles from './indices.module.css';
import { text } from './text.ts';

/** What an index is: numerator over denominator in words, thresholds of the year, whose formula it is. */
export function Formula({ kind, index }: { readonly kind: IndexKind; readonly index: IndexAnswer }) {
  const t = useText(text);
  const { language } = useLanguage();
  const { settings, reference } = index;
  const formula = INDEX_FORMULA[kind];
  const gap = kind === 'medal' ? '' : String(settings.gap[kind]);
  const medal = (degree: 1 | 2) => {
    const { russian, other, baseMathematics } = settings.medal[degree];
    return t.thresholdOf(russian, other, baseMathematics);
  };
  return (
    <section className={styles.section} aria-labelledby="formula">
      <h2 id="formula">{t.how}</h2>
      <dl className={styles.fraction}>
        <dt>{t.numerator}</dt>
        <dd>{formula.numerator[language].replace('{gap}', gap)}</dd>
        <dt>{t.denominator}</dt>
        <dd>{formula.denominator[language]}</dd>
      </dl>
      <p>
        {kind === 'medal' ? t.thresholds(medal(1), medal(2)) : t.gapIs(settings.gap[kind])}{' '}
        {index.ownSettings ? t.settingsOwn : t.settingsShipped}
      </p>
      <p className="soft">{t.formulaNote}</p>
      <p className="soft">
        {reference && reference.units >= FEWEST_UNITS
          ? t.spread(
              percentagePoints(reference.tau, language).replace(/^[+−-]/u, ''),
              formatNumber(Math.sqrt(reference.phi), language, { digits: 1 }),
              reference.units,
            )
          : t.noReference}
      </p>
    </section>
  );
}
