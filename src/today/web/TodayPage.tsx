import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCan } from '#src/access/web/session.tsx';
import type { Output } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { text } from '../text.ts';
import './api.ts';
import styles from './TodayPage.module.css';

type Today = Output<'GET /api/today'>;

/** The first page: what waits for this person, each a sentence that begins with a verb and leads to the place. */
export default function TodayPage() {
  const today = useContractQuery('GET /api/today', undefined);
  if (today.error) return <ErrorState error={today.error} onRetry={() => void today.refetch()} />;
  if (!today.data) return <Skeleton />;
  const { tasks, totals } = today.data;
  // Without results and without plans there is one thing to begin with.
  if (tasks.length === 1 && tasks[0]?.kind === 'nothingLoaded') return <FirstUse />;
  return tasks.length === 0 ? <Nothing totals={totals} /> : <Tasks tasks={tasks} totals={totals} />;
}

function Tasks({ tasks, totals }: Today) {
  const t = useText(text);
  return (
    <>
      <PageHeading title={t.title(tasks.length)} />
      <ol className={styles.tasks} aria-label={t.list}>
        {tasks.map((task) => (
          <li key={task.kind + task.href}>
            <Address href={task.href}>{t.tasks[task.kind](task.count, task.subject ?? '')}</Address>
          </li>
        ))}
      </ol>
      <Totals totals={totals} />
    </>
  );
}

/** A link to an address that the server gives; the site opens it without loading itself again. */
function Address({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const router = useRouter();
  return (
    <a
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {children}
    </a>
  );
}

function Totals({ totals }: Pick<Today, 'totals'>) {
  const t = useText(text);
  if (totals.works === 0) return null;
  return <p className={styles.totals}>{t.totals(totals.works, totals.papers, totals.schools, totals.signalled)}</p>;
}

/** Nothing waits: what can be done next, or who will bring the first results. */
function Nothing({ totals }: Pick<Today, 'totals'>) {
  const t = useText(text);
  const mayImport = useCan('importResults');
  const mayEdit = useCan('editOrganizations');
  if (totals.works === 0) return <PageHeading title={t.nothingYetTitle} lead={t.nothingYet} />;
  return (
    <>
      <PageHeading title={t.title(0)} lead={t.empty} />
      <ul className={styles.next}>
        {mayImport ? (
          <li>
            <Link to="/results/upload">{t.next.upload}</Link>
          </li>
        ) : null}
        <li>
          <Link to="/findings">{t.next.findings}</Link>
        </li>
        <li>
          <Link to="/results/works">{t.next.works}</Link>
        </li>
        {mayEdit ? (
          <li>
            <Link to="/organization">{t.next.organization}</Link>
          </li>
        ) : null}
      </ul>
      <Totals totals={totals} />
    </>
  );
}

/** An empty system: the first step, and what comes after it. */
function FirstUse() {
  const t = useText(text);
  return (
    <>
      <PageHeading
        title={t.firstTitle}
        lead={t.firstLead}
        action={
          <ButtonLink to="/results/upload" kind="main">
            {t.upload}
          </ButtonLink>
        }
      />
      <section aria-labelledby="after" className={styles.after}>
        <h2 id="after">{t.afterTitle}</h2>
        <ol>
          {t.after.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
