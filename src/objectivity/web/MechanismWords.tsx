import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { mechanismName } from '../text.ts';
import styles from './FindingsTable.module.css';
import type { Finding } from './grouping.ts';
import { text } from './text.ts';

/** What kinds of sign a unit shows, in words; says so when there is none or when too few wrote. */
export function MechanismWords({
  finding,
}: {
  readonly finding: Pick<Finding, 'mechanisms' | 'localFdr' | 'signalled'>;
}) {
  const t = useText(text);
  const { language } = useLanguage();
  if (finding.localFdr === null) return <span className="soft">{t.tooFew}</span>;
  if (!finding.signalled) return <span className="soft">{t.noSign}</span>;
  return finding.mechanisms.map((mechanism) => (
    <span key={mechanism} className={styles.mechanism}>
      {mechanismName(mechanism, language)}
    </span>
  ));
}
