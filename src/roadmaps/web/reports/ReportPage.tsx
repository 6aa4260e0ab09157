import { Link, useParams } from '@tanstack/react-router';
import { DOCUMENT_FORMATS, type DocumentFormat } from '#src/documents/model.ts';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button, ButtonHref } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { DraftNote } from '#src/platform/ui/draft.tsx';
import { dateTime, formatNumber, percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { monthInWords } from '../../cascade/month.ts';
import { TITLE_PARAGRAPH } from '../../reports/model.ts';
import { reportText } from '../../reports/text.ts';
import { PlanNav } from '../PlanNav.tsx';
import { type Acting, useActing, useOperations } from './acting.ts';
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
  const operations = useOperations();
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  return (
    <Shown
      key={answer.data.revision}
      report={answer.data}
      operations={operations}
      onReload={() => void answer.refetch()}
    />
  );
}

interface ShownProps {
  readonly report: Report;
  readonly operations: ReturnType<typeof useOperations>;
  readonly onReload: () => void;
}

function Shown({ report, operations, onReload }: ShownProps) {
  const t = useText(text);
  const acting = useActing(report, operations);
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
        {report.canEdit ? <Editing acting={acting} onReload={onReload} /> : <Text report={report} />}
        <Steps acting={acting} />
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

function Editing({ acting, onReload }: { readonly acting: Acting; readonly onReload: () => void }) {
  const t = useText(text);
  const { report, draft, changed, busy, saveError: error } = acting;
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
                <a href={`#${fieldOf(problem.paragraph)}`}>{problemWords(report, problem, t)}</a>
              </li>
            ))}
          </ul>
          {report.problems.some(({ kind }) => kind !== 'unproved') ? (
            <Button busy={busy} onClick={() => acting.take('refresh')}>
              {changed ? t.saveAndTakeAll : t.takeAll}
            </Button>
          ) : null}
        </Notice>
      )}
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) acting.save();
        }}
      >
        {/* What would be typed while the text is on its way would not be in it. */}
        <div inert={busy}>
          <ReportEditor report={report} value={draft.value} onChange={draft.setValue} />
        </div>
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
          <Button type="submit" kind={changed ? 'main' : 'plain'} busy={busy} disabled={!changed}>
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

function problemWords(report: Report, problem: Report['problems'][number], t: typeof text.ru): string {
  const { kind, words, fact, expected = '' } = problem;
  if (kind === 'disagrees')
    return t.disagrees(words, report.facts.find(({ id }) => id === fact)?.words ?? '', expected);
  if (kind === 'stale') return t.stale(words);
  return inHeading(report, problem.paragraph) ? t.inHeading(words) : t.unproved(words);
}

/** From draft to approved to locked; documents where the numbers agree and the text is stored. */
function Steps({ acting }: { readonly acting: Acting }) {
  const t = useText(text);
  const { report, draft, changed, busy, take, moveError } = acting;
  const { approver } = draft.value.body;
  const agreed = report.problems.length === 0;
  const [first] = report.problems;
  return (
    <section className={styles.column}>
      {moveError ? (
        <Notice kind="problem" live>
          {moveError.message}
        </Notice>
      ) : null}
      {report.canApprove && report.state === 'draft' && approver.person !== '' ? (
        <p>{t.approvesAs(named(approver))}</p>
      ) : null}
      {report.canEdit && changed ? <p>{report.canApprove ? t.savedFirst : t.downloadAfter}</p> : null}
      {first === undefined || changed ? null : (
        <p>
          {t.blocked(report.problems.length)}{' '}
          <a href={`#${fieldOf(first.paragraph)}`}>{t.toFirst(problemWords(report, first, t))}</a>
        </p>
      )}
      <div className={styles.actions}>
        {report.canApprove && report.state === 'draft' ? (
          <Button kind="main" disabled={!agreed && !changed} busy={busy} onClick={() => take('approve')}>
            {changed ? t.saveAndApprove : t.approve}
          </Button>
        ) : null}
        {report.canApprove && report.state === 'approved' ? (
          <>
            <Button kind="main" busy={busy} onClick={() => take('lock')}>
              {t.lock}
            </Button>
            <Button busy={busy} onClick={() => take('reopen')}>
              {t.reopen}
            </Button>
          </>
        ) : null}
        {agreed
          ? DOCUMENT_FORMATS.map((format) =>
              changed ? (
                <Button key={format} disabled>
                  {t.take[format]}
                </Button>
              ) : (
                <ButtonHref key={format} href={documentAddress(report.id, format)} download>
                  {t.take[format]}
                </ButtonHref>
              ),
            )
          : null}
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
