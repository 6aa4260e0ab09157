import { useText } from '#src/platform/ui/language.tsx';
import { markAgreement } from '../recheck/mark-agreement.ts';
import { agreementText } from './agreement-text.ts';
import figures from './ParametersPassage.module.css';
import styles from './RegionBoundaries.module.css';

/** How far journal marks agree with marks for the work; nothing where too few pupils have both. */
export function MarkAgreementFigures({ transition }: { readonly transition: readonly (readonly number[])[] }) {
  const t = useText(agreementText);
  const found = markAgreement(transition);
  if (found === null) return null;
  return (
    <section aria-label={t.heading} className={styles.part}>
      <dl className={figures.parameters}>
        <div>
          <dt>{t.qwk}</dt>
          <dd>{found.qwk === null ? t.noQwk : t.qwkValue(found.qwk)}</dd>
        </div>
        <div>
          <dt>{t.bias}</dt>
          <dd>{t.biasValue(found.bias)}</dd>
        </div>
        <div>
          <dt>{t.limits}</dt>
          <dd>{t.limitsValue(found)}</dd>
        </div>
      </dl>
      <p className="soft small">{t.note}</p>
    </section>
  );
}
