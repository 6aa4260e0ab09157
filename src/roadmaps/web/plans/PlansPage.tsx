import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '#src/access/web/session.tsx';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { PLAN_STATES } from '../../model.ts';
import { roadmapsText } from '../../text.ts';
import '../api.ts';
import { PlansSections } from '../PlanNav.tsx';
import { NewPlanForm } from './NewPlanForm.tsx';
import styles from './plans.module.css';
import { plansText } from './text.ts';

type Row = Output<'GET /api/plans'>['plans'][number];

/** The plans of one's organisation and of those below: which year, in what state, how far. */
export default function PlansPage() {
  const t = useText(plansText);
  const states = useText(roadmapsText).planState;
  const { language } = useLanguage();
  const mayEdit = useCan('editPlans');
  const [blank, setBlank] = useState(false);
  const [filters, setFilters] = useFilters(['year', 'organization', 'state']);
  const query = {
    schoolYear: filters.year ? Number(filters.year) : undefined,
    organizationId: filters.organization ? Number(filters.organization) : undefined,
    state: PLAN_STATES.find((state) => state === filters.state),
  };
  const answer = useContractQuery('GET /api/plans', { query }, { keepPrevious: true });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  const { plans, total, years, organizations } = answer.data;
  const several = organizations.length > 1;
  const columns: Column<Row>[] = [
    {
      key: 'title',
      header: t.plan,
      value: (row) => row.title,
      naming: true,
      cell: (row) => (
        <Link to="/plans/$id" params={{ id: String(row.id) }} className={styles.title}>
          {row.title}
        </Link>
      ),
    },
    ...(several
      ? [{ key: 'organization', header: t.organization, value: (row: Row) => row.organizationName } as Column<Row>]
      : []),
    { key: 'year', header: t.year, value: (row) => schoolYearName(row.schoolYear), short: true },
    { key: 'state', header: t.state, value: (row) => states[row.state], short: true },
    {
      key: 'approved',
      header: t.approved,
      value: (row) => row.approvedOn,
      cell: (row) =>
        row.state !== 'draft' && row.order && row.approvedOn ? t.order(row.order, date(row.approvedOn, language)) : '—',
    },
    { key: 'measures', header: t.measures, value: (row) => row.measures, figures: true },
    { key: 'finished', header: t.finished, value: (row) => row.finished, figures: true },
    {
      key: 'changed',
      header: t.changed,
      value: (row) => row.changedAt,
      cell: (row) => date(row.changedAt.slice(0, 10), language),
      short: true,
    },
  ];
  const ways = mayEdit ? (
    <span className={styles.ways}>
      <ButtonLink to="/plans/new" kind="main">
        {t.upload}
      </ButtonLink>
      <Button onClick={() => setBlank(true)}>{t.blank}</Button>
    </span>
  ) : null;
  return (
    <>
      <PageHeading above={<PlansSections />} title={total ? t.title(total) : t.heading} action={total ? ways : null} />
      <div className={styles.page}>
        {blank ? <NewPlanForm onCancel={() => setBlank(false)} /> : null}
        {total === 0 ? (
          blank ? null : (
            <EmptyState
              title={t.emptyTitle}
              action={
                mayEdit ? (
                  <span className={styles.ways}>
                    <ButtonLink to="/plans/new" kind="main">
                      {t.upload}
                    </ButtonLink>
                    <ButtonLink to="/plans/new">{t.starter}</ButtonLink>
                    <Button kind="quiet" onClick={() => setBlank(true)}>
                      {t.blank}
                    </Button>
                  </span>
                ) : null
              }
            >
              <p>{t.empty}</p>
            </EmptyState>
          )
        ) : (
          <DataTable<Row>
            caption={t.caption}
            columns={columns}
            rows={plans}
            rowKey={(row) => String(row.id)}
            total={total}
            download={address('GET /api/plans.xlsx', { query })}
            filters={
              <FilterLine>
                <FilterWord
                  label={t.year}
                  all={t.anyYear}
                  value={filters.year}
                  options={years.map((year) => ({ value: String(year), label: schoolYearName(year) }))}
                  onChange={(year) => setFilters({ year })}
                />
                <FilterWord
                  label={t.state}
                  all={t.all}
                  value={filters.state}
                  options={PLAN_STATES.map((value) => ({ value, label: states[value] }))}
                  onChange={(state) => setFilters({ state })}
                />
                {organizations.length > 1 ? (
                  <FilterWord
                    label={t.organization}
                    all={t.anyOrganization}
                    value={filters.organization}
                    options={organizations.map(({ id, name }) => ({ value: String(id), label: name }))}
                    onChange={(organization) => setFilters({ organization })}
                  />
                ) : null}
              </FilterLine>
            }
          />
        )}
      </div>
    </>
  );
}

/** «2026/27». */
function schoolYearName(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}
