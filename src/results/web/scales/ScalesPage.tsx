import { useCan } from '#src/access/web/session.tsx';
import { address, type Output } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { MARKS, rangesOf } from '../../scales/scale.ts';
import '../api.ts';
import { ResultsSections } from '../ResultsSections.tsx';
import { text as shared } from '../text.ts';
import styles from './scales.module.css';
import { text } from './text.ts';

type Scale = Output<'GET /api/scales'>['scales'][number];

/** Scales of marks with their sources, those of the product and those added in the region. */
export default function ScalesPage() {
  const t = useText(text);
  const words = useText(shared);
  const { language } = useLanguage();
  const may = useCan('editScales');
  const scales = useContractQuery('GET /api/scales', undefined);
  const [filters, setFilters] = useFilters(['year', 'grade', 'subject']);
  if (scales.error) return <ErrorState error={scales.error} onRetry={() => void scales.refetch()} />;
  if (!scales.data) return <Skeleton />;
  const all = scales.data.scales;
  const shown = all.filter(
    (scale) =>
      (!filters.year || String(scale.year) === filters.year) &&
      (!filters.grade || String(scale.grade) === filters.grade) &&
      (!filters.subject || scale.subject === filters.subject),
  );
  const own = shown.filter((scale) => !scale.shipped).length;
  const options = (values: readonly string[]) =>
    [...new Set(values)]
      .sort((a, b) => a.localeCompare(b, language, { numeric: true }))
      .map((value) => ({ value, label: value }));
  const query = {
    year: filters.year ? Number(filters.year) : undefined,
    grade: filters.grade ? Number(filters.grade) : undefined,
    subject: filters.subject,
  };
  const advanced = all.some((scale) => scale.level === 'advanced');
  const columns: Column<Scale>[] = [
    { key: 'year', header: t.year, value: (scale) => String(scale.year), short: true },
    { key: 'grade', header: t.grade, value: (scale) => scale.grade, figures: true },
    {
      key: 'subject',
      header: t.subject,
      value: (scale) => scale.subject,
      naming: true,
      cell: (scale) => (
        <>
          {scale.subject}
          {scale.shipped && scale.version === 1 ? null : (
            <p className={styles.note}>
              {[scale.version > 1 ? t.versionOf(scale.version) : '', scale.shipped ? '' : t.own]
                .filter(Boolean)
                .join(', ')}
            </p>
          )}
        </>
      ),
    },
    ...(advanced
      ? [{ key: 'level', header: t.level, value: (scale: Scale) => words.levels[scale.level], short: true }]
      : []),
    { key: 'max', header: t.max, value: (scale) => scale.maxScore, figures: true },
    ...MARKS.map((mark) => ({
      key: `mark-${mark}`,
      header: t.mark(mark),
      value: (scale: Scale) => rangesOf(scale.thresholds, scale.maxScore)[mark].join('–'),
      sortable: false,
      figures: true,
    })),
    {
      key: 'source',
      header: t.source,
      value: (scale) => scale.source,
      cell: (scale) => (
        <>
          {scale.source}
          {scale.note ? <p className={styles.note}>{scale.note}</p> : null}
        </>
      ),
    },
  ];
  return (
    <>
      <PageHeading
        above={<ResultsSections />}
        title={shown.length ? t.title(shown.length, own) : t.noneTitle}
        lead={t.lead}
        action={
          may ? (
            <ButtonLink to="/results/scales/new" kind="main">
              {t.add}
            </ButtonLink>
          ) : null
        }
      />
      <DataTable
        caption={t.caption}
        columns={columns}
        rows={shown}
        rowKey={(scale) => String(scale.id)}
        total={all.length}
        download={address('GET /api/scales.xlsx', { query })}
        filters={
          <FilterLine
            onClear={
              Object.keys(filters).length
                ? () => setFilters({ year: undefined, grade: undefined, subject: undefined })
                : undefined
            }
          >
            <FilterWord
              label={t.yearFilter}
              all={t.any}
              value={filters.year}
              options={options(all.map((scale) => String(scale.year))).reverse()}
              onChange={(year) => setFilters({ year })}
            />
            <FilterWord
              label={t.gradeFilter}
              all={t.any}
              value={filters.grade}
              options={options(all.map((scale) => String(scale.grade)))}
              onChange={(grade) => setFilters({ grade })}
            />
            <FilterWord
              label={t.subjectFilter}
              all={t.any}
              value={filters.subject}
              options={options(all.map((scale) => scale.subject))}
              onChange={(subject) => setFilters({ subject })}
            />
          </FilterLine>
        }
      />
    </>
  );
}
