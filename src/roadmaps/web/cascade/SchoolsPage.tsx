import { Link, useParams } from '@tanstack/react-router';
import { address, type Output } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { TO_REST } from '../../cascade/first-choice.ts';
import { monthInWords, reportingMonths } from '../../cascade/month.ts';
import { cascadeText } from '../../cascade/text.ts';
import { roadmapsText } from '../../text.ts';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import styles from './cascade.module.css';
import { text } from './text.ts';

type Board = Output<'GET /api/plans/:id/schools'>;
type School = Board['schools'][number];

/** How schools carry out the district's plan: who is on time, who is late, who is silent. */
export default function SchoolsPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const planId = Number(useParams({ strict: false }).id);
  const [{ month, by }, setFilters] = useFilters(['month', 'by']);
  const query = month === undefined ? {} : { month };
  const answer = useContractQuery(
    'GET /api/plans/:id/schools',
    { params: { id: planId }, query },
    { keepPrevious: true },
  );
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton shape="table" />;
  const { plan, schools, day, reportDueOn, canSend } = answer.data;
  const sent = schools.filter((row) => row.planId !== null);
  const nav = <PlanNav planId={planId} kind={plan.kind} />;
  if (sent.length === 0) {
    return (
      <>
        <PageHeading above={nav} title={t.notSentTitle} lead={plan.title} />
        <EmptyState
          title={t.notSentTitle}
          action={
            canSend ? (
              <ButtonLink kind="main" to="/plans/$id/send" params={{ id: String(planId) }}>
                {t.send}
              </ButtonLink>
            ) : undefined
          }
        >
          <p>{plan.state === 'approved' ? t.notSentLead : t.notApproved}</p>
        </EmptyState>
      </>
    );
  }
  const silent = sent.filter((row) => row.silent > 0).length;
  const approved = sent.filter((row) => row.planState !== 'draft').length;
  const nothingDue = sent.every((row) => row.due === 0);
  return (
    <>
      <PageHeading
        above={nav}
        title={
          nothingDue
            ? t.notYetDue(sent.length, approved)
            : silent === 0
              ? t.allInTime(sent.length)
              : t.silentTitle(silent, sent.length)
        }
        lead={`${t.lead(date(day, language))} ${reportDueOn === null ? '' : t.reportDue(date(reportDueOn, language))}`}
        action={
          canSend ? (
            <div className={styles.actions}>
              {sent.length < schools.length ? (
                <ButtonLink to="/plans/$id/send" params={{ id: String(planId) }} search={{ to: TO_REST } as never}>
                  {t.sendRest(schools.length - sent.length)}
                </ButtonLink>
              ) : null}
              <ButtonLink to="/plans/$id/send" params={{ id: String(planId) }}>
                {t.sendChanges}
              </ButtonLink>
            </div>
          ) : undefined
        }
      />
      <FilterLine>
        <FilterWord
          label={t.month}
          all={t.wholeTime}
          value={month}
          options={reportingMonths(plan.schoolYear)
            .filter((each) => `${each}-01` <= day)
            .map((value) => ({ value, label: monthInWords(value, language) }))}
          onChange={(value) => setFilters({ month: value })}
        />
        <FilterWord
          label={t.view}
          all={t.bySchool}
          value={by}
          options={[{ value: 'measure', label: t.byMeasure }]}
          onChange={(value) => setFilters({ by: value })}
        />
      </FilterLine>
      {by === 'measure' ? (
        <Measures planId={planId} />
      ) : (
        <Schools
          rows={schools}
          month={month ?? day.slice(0, 7)}
          download={address('GET /api/plans/:id/schools.xlsx', { params: { id: planId }, query })}
        />
      )}
    </>
  );
}

/** A school that was sent nothing has nothing to count: a dash, never nought. */
function shown({ planId }: School, value: number): number | null {
  return planId === null ? null : value;
}

interface SchoolsProps {
  readonly rows: readonly School[];
  /** Whose reports are named, «2026-11». */
  readonly month: string;
  readonly download: string;
}

function Schools({ rows, month, download }: SchoolsProps) {
  const t = useText(text);
  const states = useText(roadmapsText).planState;
  const reports = useText(cascadeText).reportState;
  const { language } = useLanguage();
  const several = new Set(rows.map(({ municipality }) => municipality)).size > 1;
  const reportWords = ({ report, reportOn, reportInTime }: School): string | null =>
    report === null
      ? null
      : [reports[report], reportOn === null ? '' : date(reportOn, language), reportInTime === false ? t.reportLate : '']
          .filter(Boolean)
          .join(', ');
  return (
    <DataTable
      caption={t.caption}
      rows={rows}
      rowKey={({ schoolId }) => String(schoolId)}
      download={download}
      columns={[
        {
          key: 'school',
          header: t.school,
          value: ({ school }) => school,
          naming: true,
          cell: ({ school, planId }) =>
            planId === null ? (
              school
            ) : (
              <Link to="/plans/$id" params={{ id: String(planId) }}>
                {school}
              </Link>
            ),
        },
        ...(several ? [{ key: 'municipality', header: t.municipality, value: (row: School) => row.municipality }] : []),
        {
          key: 'state',
          header: t.planState,
          value: ({ planState }) => (planState === null ? t.notSent : states[planState]),
        },
        { key: 'measures', header: t.measures, value: (row) => shown(row, row.measures), figures: true },
        { key: 'due', header: t.due, value: (row) => shown(row, row.due), figures: true },
        { key: 'onTime', header: t.onTime, value: (row) => shown(row, row.onTime), figures: true },
        { key: 'late', header: t.late, value: (row) => shown(row, row.late), figures: true },
        { key: 'silent', header: t.silent, value: (row) => shown(row, row.silent), figures: true },
        { key: 'review', header: t.review, value: (row) => shown(row, row.underReview), figures: true },
        { key: 'accepted', header: t.accepted, value: (row) => shown(row, row.accepted), figures: true },
        { key: 'proposals', header: t.proposals, value: (row) => shown(row, row.openProposals), figures: true },
        {
          key: 'report',
          header: t.report,
          value: reportWords,
          cell: (row) =>
            row.planId === null || row.planState === 'draft' || row.report === null ? (
              (reportWords(row) ?? '—')
            ) : (
              <Link to="/plans/$id/months/$month" params={{ id: String(row.planId), month }}>
                {reportWords(row)}
              </Link>
            ),
        },
      ]}
    />
  );
}

function Measures({ planId }: { readonly planId: number }) {
  const t = useText(text);
  const answer = useContractQuery('GET /api/plans/:id/consolidated', { params: { id: planId } });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton shape="table" />;
  return (
    <DataTable
      caption={t.measuresCaption}
      rows={answer.data.measures}
      rowKey={({ measureId }) => String(measureId)}
      columns={[
        { key: 'number', header: t.number, value: ({ number }) => number, short: true, sortable: false },
        {
          key: 'text',
          header: t.measure,
          value: (row) => row.text,
          naming: true,
        },
        { key: 'deadline', header: t.deadline, value: ({ deadline }) => deadline || null },
        { key: 'schools', header: t.schools, value: ({ schools }) => schools, figures: true },
        { key: 'done', header: t.done, value: ({ done }) => done, figures: true },
        { key: 'review', header: t.review, value: ({ underReview }) => underReview, figures: true },
        { key: 'silent', header: t.silent, value: ({ silent }) => silent, figures: true },
        { key: 'evidence', header: t.evidence, value: ({ evidence }) => evidence, figures: true },
      ]}
    />
  );
}
