import { useCan } from '#src/access/web/session.tsx';
import type { Output } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import type { Term } from '../../model.ts';
import '../api.ts';
import { ResultsSections } from '../ResultsSections.tsx';
import works from '../works/works.module.css';
import { PublishedLists } from './PublishedLists.tsx';
import { MarkSummaries } from './MarkSummaries.tsx';
import { text } from './text.ts';

export type ListsAnswer = Output<'GET /api/official-lists'>;
export type SummariesAnswer = Output<'GET /api/mark-summaries'>;

const numberOf = (typed: string | undefined): number | undefined => (typed ? Number(typed) : undefined);

/** What others have published of schools, and what schools have summed up of their marks: as imported, nothing computed. */
export default function ListsPage() {
  const t = useText(text);
  const mayUpload = useCan('importResults');
  const [ofList, setOfList] = useFilters(['year', 'list', 'municipality', 'subject']);
  const [ofMarks, setOfMarks] = useFilters(['schoolYear', 'term', 'marksSubject', 'marksMunicipality', 'school']);
  const listQuery = { ...ofList, year: numberOf(ofList.year), municipality: numberOf(ofList.municipality) };
  const marksQuery = {
    schoolYear: numberOf(ofMarks.schoolYear),
    term: ofMarks.term as Term | undefined,
    subject: ofMarks.marksSubject,
    municipality: numberOf(ofMarks.marksMunicipality),
    school: numberOf(ofMarks.school),
  };
  const lists = useContractQuery('GET /api/official-lists', { query: listQuery }, { keepPrevious: true });
  const summaries = useContractQuery('GET /api/mark-summaries', { query: marksQuery }, { keepPrevious: true });
  const failed = lists.error ?? summaries.error;
  if (failed) {
    const again = (): void => void Promise.all([lists.refetch(), summaries.refetch()]);
    return <ErrorState error={failed} onRetry={again} />;
  }
  if (!lists.data || !summaries.data) return <Skeleton />;
  const upload = mayUpload ? (
    <ButtonLink to="/results/upload" kind="main">
      {t.upload}
    </ButtonLink>
  ) : null;
  if (lists.data.lists.length === 0 && summaries.data.schoolYear === null) {
    return (
      <>
        <PageHeading above={<ResultsSections />} title={t.emptyTitle} />
        <EmptyState title={t.emptyWhat} action={upload}>
          <ul>
            {lists.data.open ? <li>{t.emptyList}</li> : null}
            <li>{t.emptySummary}</li>
          </ul>
          {mayUpload ? null : <p>{t.askForUpload}</p>}
        </EmptyState>
      </>
    );
  }
  const listed = lists.data.open ? lists.data.schools : null;
  return (
    <>
      <PageHeading
        above={<ResultsSections />}
        title={t.title(listed, summaries.data.all.classes)}
        lead={t.lead}
        action={upload}
      />
      <div className={works.page}>
        {lists.data.open ? (
          <PublishedLists answer={lists.data} query={listQuery} filters={ofList} onFilter={setOfList} />
        ) : null}
        <MarkSummaries answer={summaries.data} query={marksQuery} filters={ofMarks} onFilter={setOfMarks} />
      </div>
    </>
  );
}
