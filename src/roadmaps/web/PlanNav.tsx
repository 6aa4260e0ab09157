import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import './api.ts';
import styles from './PlanNav.module.css';
import { text } from './text.ts';

export interface PlanNavProps {
  readonly planId: number;
  /** A municipality's or region's plan has schools below it. */
  readonly kind?: 'region' | 'municipality' | 'school';
}

/** The pages of one plan in one line. Stands above the heading of each of them. */
export function PlanNav({ planId, kind }: PlanNavProps) {
  const t = useText(text);
  const toMend = useContractQuery('GET /api/plans/:id/remarks', { params: { id: planId } }).data?.counts.mend ?? 0;
  const pathname = useLocation().pathname;
  const within = belongsTo(pathname.slice(`/plans/${planId}`.length));
  const pages: readonly (readonly [string, string])[] = [
    ['', t.table],
    ['/calendar', t.calendar],
    ['/people', t.people],
    ['/timeline', t.timeline],
    ...(kind === undefined || kind === 'school' ? [] : [['/schools', t.schools] as const]),
    ...(kind === 'school' ? [['/proposals', t.proposals] as const] : []),
    ['/reports', t.reports],
    ['/documents', t.documents],
    ['/remarks', t.remarks],
    ['/history', t.history],
  ];
  return (
    <nav aria-label={t.planPages} className={styles.pages}>
      <Page to="/plans" exact>
        ← {t.plans}
      </Page>
      {pages.map(([page, label]) => (
        <Page key={page} to={`/plans/${planId}${page}`} exact={page === ''} within={within === page}>
          {label}
          {page === '/remarks' && toMend > 0 ? <span className={styles.count}>{toMend}</span> : null}
        </Page>
      ))}
    </nav>
  );
}

/** The page of the line that a page without a place of its own in it belongs to. */
function belongsTo(page: string): string | null {
  if (page.startsWith('/months/')) return '/reports';
  if (page.startsWith('/measures/')) return '';
  return page === '/send' ? '/schools' : null;
}

/** The pages that belong to no single plan. */
export function PlansSections() {
  const t = useText(text);
  const { pathname } = useLocation();
  return (
    <nav aria-label={t.sections} className={styles.pages}>
      <Page to="/plans" exact within={/^\/plans\/(?:new$|intake\/)/u.test(pathname)}>
        {t.plans}
      </Page>
      <Page to="/week">{t.week}</Page>
      <Page to="/plans/calendars">{t.calendars}</Page>
      <Page to="/plans/substitutions">{t.substitutions}</Page>
    </nav>
  );
}

function Page({
  to,
  exact = false,
  within = false,
  children,
}: {
  readonly to: string;
  readonly exact?: boolean;
  /** The open page belongs to this one. */
  readonly within?: boolean;
  readonly children: LinkProps['children'];
}) {
  return (
    <Link
      // Addresses are put together from the plan's number, which the table of pages cannot know.
      to={to as NonNullable<LinkProps['to']>}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      aria-current={within ? 'true' : undefined}
    >
      {children}
    </Link>
  );
}
