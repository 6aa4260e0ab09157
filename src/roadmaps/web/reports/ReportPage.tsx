import { Link, useParams } from '@tanstack/react-router';
import { DOCUMENT_FORMATS, type DocumentFormat } from '#src/documents/model.ts';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button, ButtonHref } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { dateTime, formatNumber, percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { monthInWords } from '../../cascade/month.ts';
import { TITLE_PARAGRAPH } from '../../reports/model.ts';
import { reportText } from '../../reports/text.ts';
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
  const month = monthInWords(report.month, language);
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
  const t = useText(text);
  return (
    <article className={styles.paper}>
      <h2>{report.title}</h2>
      {report.state === 'draft' ? null : <p>{t.approvedAs(named(report.body.approver))}</p>}
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
  const refresh = useContractMutation('POST /api/reports/:id/step', [ROUTE]);
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
                <a href={`#${fieldOf(problem.paragraph)}`}>
                  {problem.kind === 'disagrees'
                    ? t.disagrees(problem.words, words.get(problem.fact ?? '') ?? '', problem.expected ?? '')
                    : problem.kind === 'stale'
                      ? t.stale(problem.words)
                      : inHeading(report, problem.paragraph)
                        ? t.inHeading(problem.words)
                        : t.unproved(problem.words)}
                </a>
              </li>
            ))}
          </ul>
          {report.problems.some(({ kind }) => kind !== 'unproved') ? (
            <Button
              busy={refresh.isPending}
              disabled={changed}
              onClick={() =>
                refresh.mutate({ params: { id: report.id }, body: { revision: report.revision, step: 'refresh' } })
              }
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

function named({ post, person }: Report['body']['approver']): string {
  return [post, person].filter((part) => part !== '').join(', ');
}

/** The field that a problem is in: the title, the heading of a section, or a paragraph. */
function fieldOf(paragraph: string): string {
  return `paragraph-${paragraph}`;
}

function inHeading({ body }: Report, id: string): boolean {
  return id === TITLE_PARAGRAPH || body.sections.some((section) => section.id === id);
}

/** From draft to approved to locked; documents where the numbers agree. */
function Steps({ report }: { readonly report: Report }) {
  const t = useText(text);
  const move = useContractMutation('POST /api/reports/:id/step', [ROUTE]);
  const take = (step: 'approve' | 'reopen' | 'lock'): void =>
    move.mutate({ params: { id: report.id }, body: { revision: report.revision, step } });
  const going = (step: string): boolean => move.isPending && move.variables.body.step === step;
  const agreed = report.problems.length === 0;
  return (
    <section className={styles.column}>
      {move.error ? (
        <Notice kind="problem" live>
          {move.error.message}
        </Notice>
      ) : null}
      {report.canApprove && report.state === 'draft' && report.body.approver.person !== '' ? (
        <p>{t.approvesAs(named(report.body.approver))}</p>
      ) : null}
      <div className={styles.actions}>
        {report.canApprove && report.state === 'draft' ? (
          <Button kind="main" disabled={!agreed} busy={going('approve')} onClick={() => take('approve')}>
            {t.approve}
          </Button>
        ) : null}
        {report.canApprove && report.state === 'approved' ? (
          <>
            <Button kind="main" busy={going('lock')} onClick={() => take('lock')}>
              {t.lock}
            </Button>
            <Button busy={going('reopen')} onClick={() => take('reopen')}>
              {t.reopen}
            </Button>
          </>
        ) : null}
        {agreed ? (
          <>
            {DOCUMENT_FORMATS.map((format) => (
              <ButtonHref key={format} href={documentAddress(report.id, format)} download>
                {t.take[format]}
              </ButtonHref>
            ))}
          </>
        ) : null}
      </div>
      {report.canApprove && report.state === 'approved' ? <p className="soft">{t.lockHint}</p> : null}
    </section>
  );
}

function documentAddress(id: number, format: DocumentFormat): string {
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
          cell: ({ value, unit }) =>
            unit === 'percent' ? percent(value / 100, language, 1) : formatNumber(value, language),
        },
      ]}
    />
  );
}
