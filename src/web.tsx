import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import './access/web/api.ts';
import type { Session } from './access/web/session.tsx';
import { SignedIn, signInAddress } from './access/web/SignedIn.tsx';
import { Unread } from './notifications/web/Unread.tsx';
import './organizations/web/api.ts';
import { call, onUnauthorized } from './platform/ui/api.ts';
import { useText } from './platform/ui/language.tsx';
import { NotFound, PageFailed } from './platform/ui/PageFailed.tsx';
import { parseSearch, stringifySearch } from './platform/ui/routing.ts';
import type { Section } from './platform/ui/Shell.tsx';
import { Site } from './platform/ui/Site.tsx';
import { Skeleton } from './platform/ui/states.tsx';
import { PlanAddress } from './roadmaps/web/PlanAddress.tsx';
import { text } from './text.ts';

/** The table of contents of the site: every page by its address, and the rail. A page's code is loaded when it is opened. */

type Page = () => Promise<{ default: ComponentType }>;

const root = createRootRoute({ component: Outlet });

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: Inside });
const page = <P extends string>(path: P, load: Page) =>
  createRoute({ getParentRoute: () => signedIn, path, component: lazyRouteComponent(load) });
/** Pages of one plan or of one file on its way to a plan: a wrong number in the address leads to the list. */
const numbered = createRoute({ getParentRoute: () => signedIn, id: 'numbered-plan', component: PlanAddress });
const planPage = <P extends string>(path: P, load: Page) =>
  createRoute({ getParentRoute: () => numbered, path, component: lazyRouteComponent(load) });
const entrance = <P extends string>(path: P, load: Page) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });

const tree = root.addChildren([
  entrance('/sign-in', () => import('./access/web/SignInPage.tsx')),
  entrance('/setup', () => import('./access/web/SetupPage.tsx')),
  ...(import.meta.env.MODE === 'design'
    ? [entrance('/design', () => import('./platform/ui/design/DesignPage.tsx'))]
    : []),
  signedIn.addChildren([
    page('/', () => import('./today/web/TodayPage.tsx')),
    page('/findings', () => import('./objectivity/web/FindingsPage.tsx')),
    page('/findings/$id', () => import('./objectivity/web/FindingPage.tsx')),
    page('/methods', () => import('./objectivity/web/methods/MethodsPage.tsx')),
    page('/methods/validation', () => import('./objectivity/web/validation/ValidationPage.tsx')),
    page('/methods/references', () => import('./objectivity/web/references/ReferencesPage.tsx')),
    page('/methods/$id', () => import('./objectivity/web/methods/MethodPage.tsx')),
    page('/schools/$id', () => import('./objectivity/web/SchoolPage.tsx')),
    page('/indices', () => import('./indices/web/IndicesPage.tsx')),
    page('/indices/pupils', () => import('./indices/web/PupilsPage.tsx')),
    page('/indices/settings', () => import('./indices/web/SettingsPage.tsx')),
    page('/indices/claims', () => import('./indices/web/ClaimsPage.tsx')),
    page('/indices/schools/$id', () => import('./indices/web/SchoolIndicesPage.tsx')),
    page('/results', () => import('./results/web/imports/ImportsPage.tsx')),
    page('/results/upload', () => import('./results/web/imports/UploadPage.tsx')),
    page('/results/imports/$id', () => import('./results/web/wizard/ImportPage.tsx')),
    page('/results/works', () => import('./results/web/works/WorksPage.tsx')),
    page('/results/works/$id', () => import('./results/web/works/WorkPage.tsx')),
    page('/results/works/$id/tasks', () => import('./objectivity/web/calibration/CalibrationPage.tsx')),
    page('/results/lists', () => import('./results/web/lists/ListsPage.tsx')),
    page('/results/scales', () => import('./results/web/scales/ScalesPage.tsx')),
    page('/results/codes', () => import('./results/web/codes/SubjectCodesPage.tsx')),
    page('/results/scales/new', () => import('./results/web/scales/NewScalePage.tsx')),
    page('/plans', () => import('./roadmaps/web/plans/PlansPage.tsx')),
    page('/plans/new', () => import('./roadmaps/web/intake/NewPlanPage.tsx')),
    page('/plans/calendars', () => import('./roadmaps/web/calendars/CalendarsPage.tsx')),
    page('/plans/substitutions', () => import('./roadmaps/web/carrying/SubstitutionsPage.tsx')),
    page('/week', () => import('./roadmaps/web/carrying/WeekPage.tsx')),
    numbered.addChildren([
      planPage('/plans/intake/$id', () => import('./roadmaps/web/intake/IntakePage.tsx')),
      planPage('/plans/$id/schools', () => import('./roadmaps/web/cascade/SchoolsPage.tsx')),
      planPage('/plans/$id/send', () => import('./roadmaps/web/cascade/SendPage.tsx')),
      planPage('/plans/$id/proposals', () => import('./roadmaps/web/cascade/ProposalsPage.tsx')),
      planPage('/plans/$id/reports', () => import('./roadmaps/web/reports/ReportsPage.tsx')),
      planPage('/plans/$id/reports/$reportId', () => import('./roadmaps/web/reports/ReportPage.tsx')),
      planPage('/plans/$id/months/$month', () => import('./roadmaps/web/reports/MonthPage.tsx')),
      planPage('/plans/$id/calendar', () => import('./roadmaps/web/carrying/CalendarPage.tsx')),
      planPage('/plans/$id/people', () => import('./roadmaps/web/carrying/PeoplePage.tsx')),
      planPage('/plans/$id/timeline', () => import('./roadmaps/web/carrying/TimelinePage.tsx')),
      planPage('/plans/$id/measures/$measureId', () => import('./roadmaps/web/carrying/MeasurePage.tsx')),
      planPage('/plans/$id/measures/$measureId/submit', () => import('./roadmaps/web/carrying/SubmitPage.tsx')),
      planPage('/plans/$id', () => import('./roadmaps/web/plans/PlanPage.tsx')),
      planPage('/plans/$id/history', () => import('./roadmaps/web/plans/HistoryPage.tsx')),
      planPage('/plans/$id/remarks', () => import('./roadmaps/web/plans/RemarksPage.tsx')),
      planPage('/plans/$id/documents', () => import('./roadmaps/web/documents/PlanDocumentsPage.tsx')),
    ]),
    page('/documents', () => import('./documents/web/DocumentsPage.tsx')),
    page('/notices', () => import('./notifications/web/NoticesPage.tsx')),
    page('/organization', () => import('./organizations/web/OrganizationsPage.tsx')),
    page('/organization/$id', () => import('./organizations/web/OrganizationPage.tsx')),
    page('/jobs', () => import('./jobs/web/JobsPage.tsx')),
    page('/audit', () => import('./access/web/journal/AuditPage.tsx')),
    page('/accounts', () => import('./access/web/accounts/AccountsPage.tsx')),
    page('/accounts/new', () => import('./access/web/accounts/NewAccountPage.tsx')),
    page('/accounts/$id', () => import('./access/web/accounts/AccountPage.tsx')),
    page('/account', () => import('./access/web/own/OwnAccountPage.tsx')),
    createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFound }),
  ]),
]);

/** The rail: a section stands in it when it exists and the person may open it. */
function useSections(): { sections: (session: Session) => Section[]; pages: (session: Session) => Section[] } {
  const t = useText(text);
  return {
    sections: ({ permissions, role }) => [
      { to: '/', label: t.today },
      { to: permissions.includes('importResults') ? '/results' : '/results/works', label: t.results },
      { to: '/findings', label: t.findings },
      ...(role === 'teacher' ? [] : [{ to: '/indices', label: t.indices } as const]),
      { to: '/plans', label: t.plans, also: ['/week'] },
      { to: '/documents', label: t.documents },
      { to: '/notices', label: t.notices, after: <Unread /> },
      { to: '/organization', label: t.organization },
      { to: '/jobs', label: t.jobs },
      ...(permissions.includes('readAudit') ? [{ to: '/audit', label: t.audit } as const] : []),
      ...(permissions.includes('editAccounts') ? [{ to: '/accounts', label: t.accounts } as const] : []),
    ],
    pages: ({ permissions }) => [
      ...(permissions.includes('importResults') ? [{ to: '/results/upload', label: t.upload } as const] : []),
      { to: '/results/works', label: t.works },
      { to: '/results/scales', label: t.scales },
      { to: '/methods', label: t.methods },
      { to: '/account', label: t.account },
    ],
  };
}

function Inside() {
  return (
    <SignedIn {...useSections()} findSchools={findSchools}>
      <Outlet />
    </SignedIn>
  );
}

async function findSchools(search: string) {
  const { organizations } = await call('GET /api/organizations', { query: { search } });
  const names = new Map(organizations.map((organization) => [organization.id, organization.shortName]));
  return organizations
    .filter((organization) => organization.kind === 'school')
    .slice(0, 12)
    .map((school) => ({
      href: `/schools/${school.id}`,
      label: school.shortName,
      note: school.parentId === null ? undefined : names.get(school.parentId),
    }));
}

const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: Skeleton,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

onUnauthorized(() => {
  const { href, pathname } = router.history.location;
  if (pathname !== '/sign-in' && pathname !== '/setup') router.history.push(signInAddress(href));
});

// A person who cannot see that the page has changed hears its heading, unless the page has opened a field or a panel for him.
router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
  const taken = document.activeElement?.matches('#content :is(input, textarea, select, h2)');
  if (pathChanged && fromLocation && !taken) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
});

createRoot(document.getElementById('site')!).render(
  <StrictMode>
    <Site>
      <RouterProvider router={router} />
    </Site>
  </StrictMode>,
);
