import { Link } from '@tanstack/react-router';
import { useCan } from '#src/access/web/session.tsx';
import { address, type Output } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import '../api.ts';
import { ResultsSections } from '../ResultsSections.tsx';
import { text as shared } from '../text.ts';
import { text } from './text.ts';

type Work = Output<'GET /api/works'>['works'][number];

/** All works of all procedures: what each consists of, how many papers there are, whether its analysis is fresh. */
export default function WorksPage() {
  const t = useText(text);
  const words = useText(shared);
  const { language } = useLanguage();
  const mayImport = useCan('importResults');
  const works = useContractQuery('GET /api/works', undefined);
  const [filters, setFilters] = useFilters(['procedure', 'subject', 'grade']);

  if (works.error) return <ErrorState error={works.error} onRetry={() => void works.refetch()} />;
  if (!works.data) return <Skeleton />;
  const all = works.data.works;
  const written = all.filter((work) => work.papers > 0);
  const outdated = written.filter((work) => work.outdated || work.analysedAt === null).length;
  const title =
    all.length === 0
      ? t.noneTitle
      : written.length
        ? t.listTitle(written.length, outdated)
        : t.listEmptyPapers(all.length);
  const shown = all.filter(
    (work) =>
      (!filters.procedure || work.procedure === filters.procedure) &&
      (!filters.subject || work.subject === filters.subject) &&
      (!filters.grade || String(work.grade) === filters.grade),
  );
  const options = (values: readonly string[]) =>
    [...new Set(values)]
      .sort((a, b) => a.localeCompare(b, language, { numeric: true }))
      .map((value) => ({ value, label: value }));
  const filtered = Object.keys(filters).length > 0;

  const columns: Column<Work>[] = [
    {
      key: 'work',
      header: t.work,
      value: (work) => words.workName(work.subject, work.grade, work.level === 'advanced'),
      naming: true,
      cell: (work) => (
        <Link to="/results/works/$id" params={{ id: String(work.id) }}>
          {words.workName(work.subject, work.grade, work.level === 'advanced')}
        </Link>
      ),
    },
    { key: 'procedure', header: t.procedure, value: (work) => work.procedure },
    {
      key: 'date',
      header: t.date,
      value: (work) => work.heldOn,
      cell: (work) => date(work.heldOn, language),
      short: true,
    },
    { key: 'tasks', header: t.tasks, value: (work) => work.tasks.length, figures: true },
    { key: 'maximum', header: t.maximum, value: (work) => work.maxScore, figures: true },
    { key: 'papers', header: t.papers, value: (work) => work.papers, figures: true },
    { key: 'absent', header: t.absent, value: (work) => (work.papers ? work.absent : null), figures: true },
    { key: 'schools', header: t.schools, value: (work) => (work.papers ? work.schools : null), figures: true },
    {
      key: 'scale',
      header: t.scale,
      value: (work) => (work.scale ? t.scaleYear(work.scale.year, work.scale.version) : t.noScale),
    },
    {
      key: 'analysis',
      header: t.analysis,
      value: (work) => work.analysedAt,
      cell: (work) =>
        work.papers === 0
          ? date(null, language)
          : work.analysedAt === null
            ? t.notYet
            : work.outdated
              ? t.outdated
              : date(work.analysedAt, language),
      short: true,
    },
  ];
  return (
    <>
      <PageHeading
        above={<ResultsSections />}
        title={title}
        action={
          mayImport && all.length ? (
            <ButtonLink to="/results/upload" kind="main">
              {t.upload}
            </ButtonLink>
          ) : null
        }
      />
      {all.length === 0 ? (
        <EmptyState
          title={t.emptyTitle}
          action={
            mayImport ? (
              <ButtonLink to="/results/upload" kind="main">
                {t.upload}
              </ButtonLink>
            ) : null
          }
        >
          <p>{t.empty}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          columns={columns}
          rows={shown}
          rowKey={(work) => String(work.id)}
          total={all.length}
          download={address('GET /api/works.xlsx')}
          filters={
            <FilterLine
              onClear={
                filtered ? () => setFilters({ procedure: undefined, subject: undefined, grade: undefined }) : undefined
              }
            >
              <FilterWord
                label={t.procedureFilter}
                all={t.allProcedures}
                value={filters.procedure}
                options={options(all.map((work) => work.procedure))}
                onChange={(procedure) => setFilters({ procedure })}
              />
              <FilterWord
                label={t.subjectFilter}
                all={t.allSubjects}
                value={filters.subject}
                options={options(all.map((work) => work.subject))}
                onChange={(subject) => setFilters({ subject })}
              />
              <FilterWord
                label={t.gradeFilter}
                all={t.allGrades}
                value={filters.grade}
                options={options(all.map((work) => String(work.grade)))}
                onChange={(grade) => setFilters({ grade })}
              />
            </FilterLine>
          }
        />
      )}
    </>
  );
}
