import { Link } from '@tanstack/react-router';
import { address } from '#src/platform/ui/api.ts';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { formatNumber, percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { PROCEDURE_KIND } from '#src/results/text.ts';
import { type MarkedKind, type Pairing, PAIRINGS } from '../model.ts';
import { PAIRING } from '../text.ts';
import './api.ts';
import styles from './indices.module.css';
import { IndexSections } from './IndexSections.tsx';
import { type PairTableRow, usePairColumns } from './pair-columns.tsx';
import { text } from './text.ts';

/** Two marks of the same pupils in the same subject compared, by school. */
export default function PupilsPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const [filters, setFilters] = useFilters(['pairing', 'kind', 'year']);
  const query = {
    pairing: filters.pairing as Pairing | undefined,
    kind: filters.kind as MarkedKind | undefined,
    year: filters.year ? Number(filters.year) : undefined,
  };
  const answer = useContractQuery('GET /api/indices/pupils', { query }, { keepPrevious: true });
  const columns = usePairColumns(
    {
      header: t.school,
      cell: (row: PairTableRow) => (
        <Link to="/indices/schools/$id" params={{ id: row.id }}>
          {row.name}
        </Link>
      ),
    },
    { header: t.municipalityColumn, value: (row) => row.municipality },
  );
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  const { total, schools, available, pairing, kind, year } = answer.data;
  const found = total !== null && total.pairs > 0;
  return (
    <>
      <PageHeading
        above={<IndexSections />}
        title={found ? t.pupilsTitle(percent(total.confirmed / total.pairs, language), total.pairs) : t.pupilsNone}
        lead={t.pupilsLead}
      />
      <div className={styles.page}>
        <FilterLine>
          <FilterWord
            label={t.pairing}
            all={t.any}
            required
            value={pairing}
            options={PAIRINGS.map((value) => ({ value, label: PAIRING[value][language] }))}
            onChange={(value) => setFilters({ pairing: value })}
          />
          {kind === null ? null : (
            <FilterWord
              label={t.procedure}
              all={t.any}
              required
              value={kind}
              options={[...new Set(available.map((one) => one.kind))].map((value) => ({
                value,
                label: PROCEDURE_KIND[value][language],
              }))}
              onChange={(value) => setFilters({ kind: value, year: undefined })}
            />
          )}
          {year === null ? null : (
            <FilterWord
              label={t.year}
              all={t.any}
              required
              value={String(year)}
              options={available
                .filter((one) => one.kind === kind)
                .map((one) => ({ value: String(one.year), label: String(one.year) }))}
              onChange={(value) => setFilters({ kind: kind ?? undefined, year: value })}
            />
          )}
        </FilterLine>
        {found ? (
          <>
            <p>
              {t.lowered}: {formatNumber(total.lowered, language)}. {t.raised}: {formatNumber(total.raised, language)}.{' '}
              {t.meanGap}: {formatNumber(total.meanGap, language, { digits: 2, signed: true })}. {t.matched}:{' '}
              {percent(total.matched, language)}.
            </p>
            <DataTable<PairTableRow>
              caption={t.pupils}
              columns={columns}
              rows={schools}
              rowKey={(row) => row.id}
              total={schools.length}
              download={address('GET /api/indices/pupils.xlsx', {
                query: { pairing, kind: kind ?? undefined, year: year ?? undefined },
              })}
            />
          </>
        ) : (
          <p>{t.pupilsHelp}</p>
        )}
      </div>
    </>
  );
}
