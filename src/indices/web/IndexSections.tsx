import { Link } from '@tanstack/react-router';
import { useSession } from '#src/access/web/session.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import styles from './indices.module.css';
import { text } from './text.ts';

/** The pages of indices in one line. */
export function IndexSections() {
  const t = useText(text);
  const { organization, permissions } = useSession();
  const link = {
    activeOptions: { exact: true, includeSearch: false },
    activeProps: { 'aria-current': 'page' },
  } as const;
  return (
    <nav aria-label={t.sections} className={styles.sections}>
      <Link to="/indices" {...link}>
        {t.indices}
      </Link>
      <Link to="/indices/pupils" {...link}>
        {t.pupils}
      </Link>
      <Link to="/indices/settings" {...link}>
        {t.settings}
      </Link>
      {organization.kind === 'school' && permissions.includes('importResults') ? (
        <Link to="/indices/claims" {...link}>
          {t.claims}
        </Link>
      ) : null}
    </nav>
  );
}
