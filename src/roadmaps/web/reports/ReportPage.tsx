import { Link, useParams } from '@tanstack/react-router';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button, ButtonHref } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { dateTime, formatNumber } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { monthWords, reportText } from '../../reports/text.ts';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import { ReportEditor } from './ReportEditor.tsx';
import styles from './reports.module.css';
import { text } from './text.ts';

export type Report = Output<'GET /api/reports/:id'>;
const ROUTE = 'GET /api/reports/:id';

/** An analytic report: a draft to be edited, an approved text, a locked document. */
export default function ReportPage() {
  const { reportId } = useParams({ strict: false }) as { reportId: string };
  const answer = useContractQuery(ROUTE, { params: { id: Number(reportId) } });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  return <Shown key={answer.data.revision} report={answer.data} onReload={() => void answer.refetch()} />;
}

function Shown({ report, onReload }: { readonly report: Report; readonly onReload: () => void }) {
  const t = useText(text);
  const states = useText(reportText).reportState;
  const { language } = useLanguage();
  const month = monthWords(report.month);
  return (
    <>
      <PageHeading
        above={<PlanNav planId={report.plan.id} kind={report.plan.kind} />}
        title={t.reportTitle(month)}
        lead={`${report.plan.organization}, ${states[report.state]}`}
      />
      <div className={styles.column}>
        {report.canEdit ? <Editing report={report} onReload={onReload} /> : <Text report={report} />}
        <Steps report={report} />
        <Facts facts={report.facts} />
        <p>
          <Link to="/plans/$id/reports" params={{ id: String(report.plan.id) }}>
            {t.toList}
          </Link>
        </p>
        {report.approvedAt !== null && report.approvedBy !== null ? (
          <p className="soft">{t.approvedBy(report.approvedBy, dateTime(report.approvedAt, language))}</p>
        ) : null}
        {report.lockedAt === null ? null : <p className="soft">{t.lockedOn(dateTime(report.lockedAt, language))}</p>}
      </div>
    </>
  );
}

/** The text as it will be printed. */
function Text({ report }: { readonly report: Report }) {
  return (
    <article className={styles.paper}>
      <h2>{report.title}</h2>
      {report.body.sections.map((section) => (
        <section key={section.id}>
          <h3>{section.title}</h3>
          {section.paragraphs.map((one) => (one.text === '' ? null : <p key={one.id}>{one.text}</p>))}
        </section>
      ))}
    </article>
  );
}

function Editing({ report, onReload }: { readonly report: Report; readonly onReload: () => void }) {
  const t = useText(text);
  const draft = useDraft(`report:${report.id}:${report.revision}`, { title: report.title, body: report.body });
  const save = useContractMutation('POST /api/reports/:id', [ROUTE]);
  const refresh = useContractMutation('POST /api/reports/:id/refresh', [ROUTE]);
  const changed = JSON.stringify(draft.value) !== JSON.stringify({ title: report.title, body: report.body });
  const words = new Map(report.facts.map((fact) => [fact.id, fact.words]));
  const error = save.error ?? refresh.error;
  return (
    <>
      {report.problems.length === 0 ? (
        <Notice>{t.agree}</Notice>
      ) : (
        <Notice kind="problem" title={t.problemsTitle(report.problems.length)} live>
          <p>{t.problemsLead}</p>
          <ul>
            {report.problems.map((problem, index) => (
              <li key={index}>
                <a href={`#paragraph-${problem.paragraph}`}>
                  {problem.kind === 'disagrees'
                    ? t.disagrees(problem.words, words.get(problem.fact ?? '') ?? '', problem.expected ?? '')
                    : t.unproved(problem.words)}
                </a>
              </li>
            ))}
          </ul>
          {report.problems.some(({ kind }) => kind === 'disagrees') ? (
            <Button
              busy={refresh.isPending}
              disabled={changed}
              onClick={() => refresh.mutate({ params: { id: report.id }, body: { revision: report.revision } })}
            >
              {t.takeAll}
            </Button>
          ) : null}
        </Notice>
      )}
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(
            { params: { id: report.id }, body: { revision: report.revision, ...draft.value } },
            { onSuccess: () => draft.discard() },
          );
        }}
      >
        <ReportEditor report={report} value={draft.value} onChange={draft.setValue} />
        <DraftNote draft={draft} />
        {error ? (
          <Notice kind="problem" live>
            {error.code === 'changedMeanwhile' ? t.changedMeanwhile : error.message}{' '}
            <Button kind="quiet" onClick={onReload}>
              {t.reload}
            </Button>
          </Notice>
        ) : null}
        <div className={styles.actions}>
          <Button type="submit" kind={changed ? 'main' : 'plain'} busy={save.isPending} disabled={!changed}>
            {t.save}
          </Button>
          {changed ? <span className="soft">{t.unsaved}</span> : null}
        </div>
      </form>
    </>
  );
}

/** From draft to approved to locked; documents where the numbers agree. */
function Steps({ report }: { readonly report: Report }) {
  const t = useText(text);
  const approve = useContractMutation('POST /api/reports/:id/approve', [ROUTE]);
  const reopen = useContractMutation('POST /api/reports/:id/reopen', [ROUTE]);
  const lock = useContractMutation('POST /api/reports/:id/lock', [ROUTE]);
  const input = { params: { id: report.id }, body: { revision: report.revision } };
  const error = approve.error ?? reopen.error ?? lock.error;
  const agreed = report.problems.length === 0;
  return (
    <section className={styles.column}>
      {error ? (
        <Notice kind="problem" live>
          {error.message}
        </Notice>
      ) : null}
      <div className={styles.actions}>
        {report.canApprove && report.state === 'draft' ? (
          <Button kind="main" disabled={!agreed} busy={approve.isPending} onClick={() => approve.mutate(input)}>
            {t.approve}
          </Button>
        ) : null}
        {report.canApprove && report.state === 'approved' ? (
          <>
            <Button kind="main" busy={lock.isPending} onClick={() => lock.mutate(input)}>
              {t.lock}
            </Button>
            <Button busy={reopen.isPending} onClick={() => reopen.mutate(input)}>
              {t.reopen}
            </Button>
          </>
        ) : null}
        {agreed ? (
          <>
            <ButtonHref href={documentAddress(report.id, 'docx')} download>
              {t.word}
            </ButtonHref>
            <ButtonHref href={documentAddress(report.id, 'pdf')} download>
              {t.pdf}
            </ButtonHref>
          </>
        ) : null}
      </div>
      {report.canApprove && report.state === 'approved' ? <p className="soft">{t.lockHint}</p> : null}
    </section>
  );
}

function documentAddress(id: number, format: 'docx' | 'pdf'): string {
  return address('GET /api/reports/:id/document', { params: { id }, query: { format } });
}

function Facts({ facts }: { readonly facts: Report['facts'] }) {
  const t = useText(text);
  const words = useText(reportText).facts as Readonly<Record<string, string>>;
  const { language } = useLanguage();
  return (
    <DataTable
      caption={t.factsTitle}
      captionShown
      rows={facts}
      rowKey={({ id }) => id}
      columns={[
        { key: 'words', header: t.fact, value: (fact) => words[fact.id] ?? fact.words, naming: true, sortable: false },
        {
          key: 'value',
          header: t.value,
          figures: true,
          sortable: false,
          value: ({ value }) => value,
          cell: ({ value, unit }) => formatNumber(value, language, { digits: unit === 'percent' ? 1 : 0 }),
        },
      ]}
    />
  );
}
