import { Link } from '@tanstack/react-router';
import { address, type Output } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { formatNumber, percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import type { IndexKind } from '../model.ts';
import { INDEX_NAME } from '../text.ts';
import './api.ts';
import { Formula } from './Formula.tsx';
import { FunnelChart } from './FunnelChart.tsx';
import styles from './indices.module.css';
import { IndexSections } from './IndexSections.tsx';
import { useStandingColumns, type StandingRow } from './standing-columns.tsx';
import { text } from './text.ts';

export type IndexAnswer = Output<'GET /api/indices'>;

/** One index of one year: what it counts, how schools stand to the region, municipalities, schools, history. */
export default function IndicesPage() {
  const t = useText(text);
  const [filters, setFilters] = useFilters(['kind', 'year', 'municipality']);
  const query = { kind: filters.kind as IndexKind | undefined, year: filters.year ? Number(filters.year) : undefined };
  const answer = useContractQuery('GET /api/indices', { query }, { keepPrevious: true });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  if (answer.data.kind === null || answer.data.available.length === 0) {
    return (
      <>
        <PageHeading above={<IndexSections />} title={t.emptyTitle} />
        <EmptyState
          title={t.emptyTitle}
          action={
            <ButtonLink to="/results/upload" kind="main">
              {t.upload}
            </ButtonLink>
          }
        >
          <p>{t.empty}</p>
        </EmptyState>
      </>
    );
  }
  return <Index index={answer.data} kind={answer.data.kind} filters={filters} setFilters={setFilters} query={query} />;
}

interface IndexProps {
  readonly index: IndexAnswer;
  readonly kind: IndexKind;
  readonly filters: { readonly municipality?: string };
  readonly setFilters: (change: Record<string, string | undefined>) => void;
  readonly query: { readonly kind?: IndexKind; readonly year?: number };
}

function Index({ index, kind, filters, setFilters, query }: IndexProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const columns = useStandingColumns(false);
  const municipalityColumns = useStandingColumns(true);
  const { own, reference, available } = index;
  const name = INDEX_NAME[kind][language];
  const year = index.year ?? 0;
  const kinds = [...new Set(available.map((one) => one.kind))];
  const years = available.filter((one) => one.kind === kind).map((one) => String(one.year));
  const places = [...new Set(index.schools.map(({ municipality }) => municipality ?? ''))];
  const shown = index.schools.filter((row) => !filters.municipality || row.municipality === filters.municipality);
  const historyColumns: Column<IndexAnswer['history'][number]>[] = [
    { key: 'year', header: t.yearColumn, value: (row) => String(row.year), short: true, naming: true },
    { key: 'numerator', header: t.numerator, value: (row) => row.numerator, figures: true },
    { key: 'denominator', header: t.denominator, value: (row) => row.denominator, figures: true },
    {
      key: 'share',
      header: t.share,
      value: (row) => percent(row.numerator / row.denominator, language, 1),
      figures: true,
    },
    {
      key: 'interval',
      header: t.interval,
      value: (row) => `${percent(row.low, language)} – ${percent(row.high, language)}`,
      figures: true,
      sortable: false,
    },
  ];
  return (
    <>
      <PageHeading
        above={<IndexSections />}
        title={
          own
            ? t.title(
                name,
                year,
                percent(own.share, language, 1),
                formatNumber(own.numerator, language),
                formatNumber(own.denominator, language),
              )
            : t.nothing(name, year)
        }
      />
      <div className={styles.page}>
        <FilterLine>
          <FilterWord
            label={t.index}
            all={t.any}
            required
            value={kind}
            options={kinds.map((value) => ({ value, label: INDEX_NAME[value][language] }))}
            onChange={(value) => setFilters({ kind: value, year: undefined })}
          />
          <FilterWord
            label={t.year}
            all={t.any}
            required
            value={String(year)}
            options={years.map((value) => ({ value, label: value }))}
            onChange={(value) => setFilters({ kind, year: value })}
          />
          {places.length > 1 ? (
            <FilterWord
              label={t.municipality}
              all={t.any}
              value={filters.municipality}
              options={places.map((value) => ({ value, label: value }))}
              onChange={(municipality) => setFilters({ municipality })}
            />
          ) : null}
        </FilterLine>
        <Formula kind={kind} index={index} />
        {reference && shown.length ? <FunnelChart index={index} units={shown} /> : null}
        {index.municipalities.length > 1 && !filters.municipality ? (
          <DataTable<StandingRow>
            caption={t.captionMunicipalities}
            captionShown
            columns={municipalityColumns}
            rows={index.municipalities}
            rowKey={(row) => row.id}
          />
        ) : null}
        {shown.length ? (
          <DataTable<StandingRow>
            caption={t.caption}
            captionShown
            columns={columns}
            rows={shown}
            rowKey={(row) => row.id}
            total={index.schools.length}
            download={address('GET /api/indices.xlsx', { query: { ...query, kind, year } })}
            note={index.unknown ? t.unknown(index.unknown) : undefined}
          />
        ) : index.unknown ? (
          <p>{t.unknown(index.unknown)}</p>
        ) : null}
        {index.history.length > 1 ? (
          <section className={styles.section} aria-labelledby="history">
            <h2 id="history">{t.history}</h2>
            <DataTable
              caption={t.historyCaption}
              columns={historyColumns}
              rows={index.history}
              rowKey={(row) => String(row.year)}
            />
          </section>
        ) : null}
        <p>
          {t.minimum(index.settings.minimum)} <Link to="/indices/settings">{t.toSettings}</Link>
        </p>
      </div>
    </>
  );
}
