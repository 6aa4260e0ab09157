import { formatNumber } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import './api.ts';
import styles from './unread.module.css';
import { text } from './text.ts';

/** Asked for anew this often, milliseconds, while somebody looks at the page. */
const PACE = 120_000;

/** How many notices are new, after the word in the rail; nothing where there are none. */
export function Unread() {
  const t = useText(text);
  const { language } = useLanguage();
  const answer = useContractQuery('GET /api/notices/count', {}, { every: PACE });
  const unread = answer.data?.unread ?? 0;
  if (unread === 0) return null;
  return (
    <span className={styles.unread} aria-label={t.title(unread)}>
      {formatNumber(unread, language)}
    </span>
  );
}
