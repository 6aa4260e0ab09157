import { Link, useParams } from '@tanstack/react-router';
import type { Output } from '#src/platform/ui/api.ts';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { PROCEDURE_KIND } from '#src/results/text.ts';
import { INDEX_NAME, LITTLE_DATA, PAIRING, POSITION } from '../text.ts';
import './api.ts';
import styles from './indices.module.css';
import { IndexSections } from './IndexSections.tsx';
import { type PairTableRow, usePairColumns } from './pair-columns.tsx';
import { text } from './text.ts';

type SchoolIndices = Output<'GET /api/indices/schools/:id'>;
type Row = SchoolIndices['indices'][number];

/** One school: every index and year against the region, and the same pupils of its classes. */
export default function SchoolIndicesPage() {
  const id = Number((useParams({ strict: false }) as { id: string }).id);
  const answer = useContractQuery('GET /api/indices/schools/:id', { params: { id } });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  return <School school={answer.data} />;
}

function School({ school }: { readonly school: SchoolIndices }) {
  const t = useText(text);
  const { language } = useLanguage();
  const above = school.indices.filter(
    ({ standing }) => standing.position === 'above' || standing.position === 'farAbove',
  ).length;
  const columns: Column<Row>[] = [
    { key: 'kind', header: t.indexColumn, value: (row) => INDEX_NAME[row.kind][language], naming: true },
    { key: 'year', header: t.yearColumn, value: (row) => String(row.year), short: true },
    { key: 'numerator', header: t.numerator, value: (row) => row.standing.numerator, figures: true },
    { key: 'denominator', header: t.denominator, value: (row) => row.standing.denominator, figures: true },
    {
      key: 'share',
      header: t.share,
      value: (row) => row.standing.share,
      cell: (row) => percent(row.standing.share, language, 1),
      figures: true,
    },
    {
      key: 'interval',
      header: t.interval,
      value: () => null,
      cell: (row) => `${percent(row.standing.low, language)} – ${percent(row.standing.high, language)}`,
      figures: true,
      sortable: false,
    },
    {
      key: 'region',
      header: t.regionShare,
      value: (row) => row.reference?.share ?? null,
      cell: (row) => percent(row.reference?.share, language, 1),
      figures: true,
    },
    {
      key: 'position',
      header: t.position,
      value: ({ standing }) =>
        standing.position === null ? LITTLE_DATA[language] : POSITION[standing.position][language],
    },
  ];
  const pairColumns = usePairColumns({ header: t.className }, { header: t.subject, value: (row) => row.subject });
  return (
    <>
      <PageHeading
        above={<IndexSections />}
        title={school.indices.length ? t.schoolTitle(school.name, above) : t.schoolEmpty(school.name)}
        lead={school.municipality}
      />
      <div className={styles.page}>
        {school.indices.length ? (
          <DataTable
            caption={t.indices}
            columns={columns}
            rows={school.indices}
            rowKey={(row) => `${row.kind} ${row.year}`}
          />
        ) : (
          <p>{t.empty}</p>
        )}
        <p className="soft">{t.formulaNote}</p>
        {school.pairs.length ? (
          <section className={styles.section} aria-labelledby="pairs">
            <h2 id="pairs">{t.pairsTitle}</h2>
            <p className="soft">{t.pupilsLead}</p>
            {school.pairs.map(({ pairing, kind, year, classes }) => (
              <DataTable<PairTableRow>
                key={`${pairing} ${kind}`}
                caption={t.pairsCaption(PAIRING[pairing][language], PROCEDURE_KIND[kind][language], year)}
                captionShown
                columns={pairColumns}
                rows={classes}
                rowKey={(row) => row.id}
              />
            ))}
          </section>
        ) : null}
        <p>
          <Link to="/schools/$id" params={{ id: String(school.id) }}>
            {t.toFindings}
          </Link>
        </p>
      </div>
    </>
  );
}
