import { Link, useParams } from '@tanstack/react-router';
import { ScoreHistogram } from '#src/platform/ui/charts/ScoreHistogram.tsx';
import type { Output } from '#src/platform/ui/api.ts';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import '../api.ts';
import { text as shared } from '../text.ts';
import { Analysis, AnalyseButton } from './Analysis.tsx';
import { text } from './text.ts';
import { useAnalysis } from './useAnalysis.ts';
import { WorkProcedure } from './WorkProcedure.tsx';
import { WorkScale } from './WorkScale.tsx';
import { WorkTasks } from './WorkTasks.tsx';
import styles from './works.module.css';

export type WorkDetail = Output<'GET /api/works/:id'>;

/** One work: analysis, distribution of scores, tasks, scale. */
export default function WorkPage() {
  const id = Number((useParams({ strict: false }) as { id: string }).id);
  const query = useContractQuery('GET /api/works/:id', { params: { id } });
  if (!query.data && query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  return <Detail key={id} work={query.data} />;
}

function Detail({ work }: { readonly work: WorkDetail }) {
  const t = useText(text);
  const words = useText(shared);
  const { language } = useLanguage();
  const analysis = useAnalysis(work);
  const name = words.workName(work.subject, work.grade, work.level === 'advanced');
  return (
    <>
      <PageHeading
        above={<Link to="/results/works">{t.toList}</Link>}
        title={t.title(name, work.papers, work.schools)}
        lead={t.lead(work.procedure, work.heldOn ? date(work.heldOn, language) : null)}
        action={work.papers ? <AnalyseButton work={work} analysis={analysis} /> : null}
      />
      <div className={styles.page}>
        {work.papers ? <Analysis work={work} analysis={analysis} /> : null}
        {work.papers ? (
          <ScoreHistogram
            title={t.distribution(name)}
            note={work.scale ? t.withBoundaries : t.withoutBoundaries}
            unit={t.ofYours}
            counts={work.histogram}
            thresholds={work.scale?.thresholds ?? null}
          />
        ) : null}
        <WorkTasks work={work} />
        <WorkScale work={work} />
        <WorkProcedure work={work} />
      </div>
    </>
  );
}
