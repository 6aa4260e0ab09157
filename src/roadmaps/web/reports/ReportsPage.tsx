import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { monthInWords } from '../../cascade/month.ts';
import { reportText } from '../../reports/text.ts';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import { text } from './text.ts';

/** The months of a plan: what was told to the district and the analytic reports. */
export default function ReportsPage() {
  const t = useText(text);
  const states = useText(reportText);
  const { language } = useLanguage();
  const planId = Number(useParams({ strict: false }).id);
  const navigate = useNavigate();
  const answer = useContractQuery('GET /api/plans/:id/reports', { params: { id: planId } });
  const make = useContractMutation('POST /api/plans/:id/analytic', ['GET /api/plans/:id/reports']);
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton shape="table" />;
  const { plan, months, toDistrict, canEdit } = answer.data;
  const nav = <PlanNav planId={planId} kind={plan.kind} />;
  if (plan.state === 'draft') {
    return (
      <>
        <PageHeading above={nav} title={t.listTitle(null)} />
        <EmptyState title={t.draftPlan} />
      </>
    );
  }
  const present = months.filter(({ begun }) => begun).at(-1);
  return (
    <>
      <PageHeading
        above={nav}
        title={t.listTitle(present === undefined ? null : date(present.dueOn, language))}
        lead={t.listLead}
      />
      {make.error ? (
        <Notice kind="problem" live>
          {make.error.message}
        </Notice>
      ) : null}
      <DataTable
        caption={t.caption}
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          {
            key: 'month',
            header: t.month,
            value: ({ month }) => month,
            cell: ({ month }) => monthInWords(month, language),
            naming: true,
          },
          {
            key: 'due',
            header: t.due,
            value: ({ dueOn }) => dueOn,
            cell: ({ dueOn }) => date(dueOn, language),
            short: true,
          },
          {
            key: 'report',
            header: toDistrict ? t.toDistrict : t.records,
            value: ({ report, begun }) =>
              begun ? (report === null || !toDistrict ? '' : states.monthState[report.state]) : t.notBegun,
            cell: ({ month, begun, report }) =>
              begun ? (
                <>
                  {report === null || !toDistrict
                    ? null
                    : `${states.monthState[report.state]}${report.submittedOn === null ? '' : ` ${date(report.submittedOn, language)}`} · `}
                  <Link to="/plans/$id/months/$month" params={{ id: String(planId), month }}>
                    {canEdit && report?.state !== 'submitted' && report?.state !== 'accepted' ? t.fill : t.open}
                  </Link>
                </>
              ) : (
                <span className="soft">{t.notBegun}</span>
              ),
          },
          {
            key: 'analytic',
            header: t.analytic,
            value: ({ analytic }) => (analytic === null ? null : states.reportState[analytic.state]),
            cell: ({ month, begun, analytic }) =>
              analytic !== null ? (
                <>
                  {states.reportState[analytic.state]} ·{' '}
                  <Link
                    to="/plans/$id/reports/$reportId"
                    params={{ id: String(planId), reportId: String(analytic.id) }}
                  >
                    {t.open}
                  </Link>
                </>
              ) : !begun ? (
                <span className="soft">{t.notBegun}</span>
              ) : canEdit ? (
                <Button
                  kind="quiet"
                  busy={make.isPending && make.variables.body.month === month}
                  onClick={() =>
                    make.mutate(
                      { params: { id: planId }, body: { month } },
                      {
                        onSuccess: ({ id }) =>
                          void navigate({
                            to: '/plans/$id/reports/$reportId',
                            params: { id: String(planId), reportId: String(id) },
                          }),
                      },
                    )
                  }
                >
                  {t.make}
                </Button>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </>
  );
}
