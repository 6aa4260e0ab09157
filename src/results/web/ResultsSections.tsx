import { Link } from '@tanstack/react-router';
import { useCan } from '#src/access/web/session.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import styles from './ResultsSections.module.css';
import { text } from './text.ts';

/** The pages of results in one line: files, works, published lists and summaries, scales, codes. */
export function ResultsSections() {
  const t = useText(text);
  return (
    <nav aria-label={t.sections} className={styles.sections}>
      {useCan('importResults') ? (
        <Link
          to="/results"
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t.files}
        </Link>
      ) : null}
      <Link to="/results/works" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
        {t.works}
      </Link>
      <Link to="/results/lists" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
        {t.lists}
      </Link>
      <Link to="/results/scales" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
        {t.scales}
      </Link>
      <Link to="/results/codes" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
        {t.codes}
      </Link>
    </nav>
  );
}
