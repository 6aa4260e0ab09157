import { useRouter } from '@tanstack/react-router';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { text } from '../text.ts';
import './api.ts';
import styles from './TodayPage.module.css';

/** The first page: what waits for this person, each a sentence that begins with a verb and leads to the place. */
export default function TodayPage() {
  const t = useText(text);
  const router = useRouter();
  const { language } = useLanguage();
  const today = useContractQuery('GET /api/today', undefined);
  if (today.error) return <ErrorState error={today.error} onRetry={() => void today.refetch()} />;
  if (!today.data) return <Skeleton />;
  const { tasks, totals } = today.data;
  return (
    <>
      <PageHeading
        title={t.title(tasks.length)}
        lead={totals.works ? t.totals(totals.works, totals.papers, totals.schools) : undefined}
      />
      {tasks.length === 0 ? (
        <EmptyState title={t.emptyTitle}>{t.empty}</EmptyState>
      ) : (
        <ol className={styles.tasks} lang={language}>
          {tasks.map((task) => (
            <li key={task.kind + task.href}>
              <a
                href={task.href}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  router.history.push(task.href);
                }}
              >
                {t.tasks[task.kind](task.count, task.subject ?? '')}
              </a>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
