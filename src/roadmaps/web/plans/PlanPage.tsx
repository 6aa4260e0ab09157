import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { editingText } from '../../plans/text.ts';
import '../api.ts';
import { useDeadlineContext } from '../calendars/deadline-language.ts';
import { PlanNav } from '../PlanNav.tsx';
import { AcquaintancePanel } from './AcquaintancePanel.tsx';
import { BulkBar } from './BulkBar.tsx';
import { draftKey } from './drafts.ts';
import { FactsPanel } from './FactsPanel.tsx';
import type { PlanAnswer } from './merge.ts';
import { MergePanel } from './MergePanel.tsx';
import { PastePanel } from './PastePanel.tsx';
import styles from './plan.module.css';
import { PlanTable } from './PlanTable.tsx';
import { type PlanStep, StatePanel } from './StatePanel.tsx';
import { tableText } from './table-text.ts';
import { useOpened } from './useOpened.ts';
import { usePlanEditing } from './usePlanEditing.ts';
import { useTableEditing } from './useTableEditing.ts';

type Open = PlanStep | 'facts' | 'paste' | 'acquaintance' | null;

/** The official table of one plan, edited where it stands. */
export default function PlanPage() {
  const { id } = useParams({ strict: false });
  const answer = useContractQuery('GET /api/plans/:id', { params: { id: Number(id) } });
  if (answer.error && !answer.data) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  return <PlanView key={id} answer={answer.data} />;
}

function PlanView({ answer }: { readonly answer: PlanAnswer }) {
  const t = useText(tableText);
  const actions = useText(editingText).actions;
  const { language } = useLanguage();
  const { plan, organization, may, undo, redo } = answer;
  const editing = usePlanEditing(plan.id, answer);
  const table = useTableEditing(plan, editing);
  const staff = useContractQuery('GET /api/plans/:id/staff', { params: { id: plan.id } }).data?.staff ?? NO_STAFF;
  const draft = plan.state === 'draft';
  const context = useDeadlineContext(plan.schoolYear, { approvedOn: plan.approval.on, planEnds: plan.endsOn });
  const first = useOpened(plan, may, table);
  const [open, setOpen] = useState<Open>(first?.kind === 'panel' ? first.panel : null);
  const remarks = useContractQuery(
    'GET /api/plans/:id/remarks',
    { params: { id: plan.id } },
    { enabled: draft || open === 'approve' },
  );
  const [find, setFind] = useState('');
  useEffect(() => {
    // A remark leads to its row, which stands only now.
    const row = document.getElementById(window.location.hash.slice(1));
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    // The official form is landscape; a named page holds from the body down.
    document.body.dataset.paper = 'landscape';
    return () => {
      delete document.body.dataset.paper;
    };
  }, []);
  const measures = plan.sections.flatMap((section) => section.measures);
  const chosen = measures.filter(({ id }) => table.selected.has(id));
  const late = answer.standings.filter(({ lateSince }) => lateSince !== null).length;
  const close = (): void => setOpen(null);
  const { order, on } = plan.approval;
  const standing =
    plan.state === 'approved' && order && on ? t.approved(order, date(on, language)) : draft ? t.draft : t.closed;
  const gesture = (one: NonNullable<typeof undo>): string =>
    `${actions[one.action] ?? one.action}${one.count > 1 ? ` ${t.rowsOf(one.count)}` : ''}`;

  return (
    <>
      <div className="no-print">
        <PageHeading
          above={<PlanNav planId={plan.id} kind={organization.kind} />}
          title={plan.title}
          action={
            may.approve && draft && measures.length ? (
              <Button kind="main" onClick={() => setOpen('approve')}>
                {t.approve}
              </Button>
            ) : null
          }
        />
      </div>
      <div className={styles.page}>
        <Paper answer={answer} />
        <p className={styles.standing}>
          <strong>{standing}</strong> · {organization.name} ·{' '}
          {t.schoolYear(`${plan.schoolYear}/${plan.schoolYear + 1}`)} · {t.facts(measures.length, plan.sections.length)}
          {late > 0 ? <span className={styles.late}> · {t.lateRows(late)}</span> : null}
        </p>
        {draft && may.edit && !may.approve ? (
          <p className="no-print">
            {t.whoApproves(organization.kind === 'school')}{' '}
            {measures.length === 0
              ? t.missingMeasures
              : remarks.data && remarks.data.counts.mend > 0
                ? t.missingMends(remarks.data.counts.mend)
                : t.missingOrder}
          </p>
        ) : null}
        {open === 'facts' ? <FactsPanel plan={plan} editing={editing} onClose={close} /> : null}
        {open === 'paste' ? <PastePanel plan={plan} editing={editing} onClose={close} /> : null}
        {open === 'acquaintance' ? <AcquaintancePanel plan={plan} mayEdit={may.edit} onClose={close} /> : null}
        {open === 'approve' || open === 'reopen' || open === 'close' || open === 'resume' ? (
          <StatePanel
            key={open}
            plan={plan}
            step={open}
            toMend={remarks.data?.counts.mend ?? 0}
            former={answer.formerOrder}
            foreign={answer.foreignApprover}
            onClose={close}
          />
        ) : null}
        {editing.merge ? (
          <MergePanel
            merge={editing.merge}
            editing={editing}
            onSettled={(settled) => table.forget(settled.map(({ key, field }) => draftOf(key, field)))}
          />
        ) : null}
        {editing.failure ? <Notice kind="problem" title={editing.failure} live /> : null}
        {editing.lost.length ? <Notice kind="attention" title={t.lost(editing.lost.length)} live /> : null}
        {table.unsent.length && !editing.merge ? (
          <Notice kind="attention" title={t.draftsTitle(table.unsent.length)} live>
            <p>{t.draftsText}</p>
            <span className={styles.ways}>
              <Button onClick={table.sendUnsent}>{t.draftsSend}</Button>
              <Button kind="quiet" onClick={() => table.forget(table.unsent.map(draftKey))}>
                {t.draftsForget}
              </Button>
            </span>
          </Notice>
        ) : null}
        <div className={`${styles.tools} no-print`}>
          {may.edit && (undo || redo) ? (
            <>
              {undo ? (
                <Button kind="quiet" title={t.undo(gesture(undo))} onClick={() => void editing.undo(undo.batch)}>
                  {t.undo(gesture(undo))}
                </Button>
              ) : null}
              {redo ? (
                <Button kind="quiet" title={t.redo(gesture(redo))} onClick={() => void editing.undo(redo.batch)}>
                  {t.redoShort}
                </Button>
              ) : null}
            </>
          ) : null}
          {may.edit && draft ? (
            <>
              <Button kind="quiet" onClick={() => setOpen('paste')}>
                {t.paste}
              </Button>
              <Button kind="quiet" onClick={() => void editing.send([{ op: 'addSection', title: '' }])}>
                {t.addSection}
              </Button>
              <Button kind="quiet" onClick={() => setOpen('facts')}>
                {t.requisites}
              </Button>
            </>
          ) : null}
          {may.approve && plan.state === 'approved' ? (
            <>
              <Button kind="quiet" onClick={() => setOpen('reopen')}>
                {t.reopen}
              </Button>
              <Button kind="quiet" onClick={() => setOpen('close')}>
                {t.close}
              </Button>
            </>
          ) : null}
          {may.approve && plan.state === 'closed' ? (
            <Button kind="quiet" onClick={() => setOpen('resume')}>
              {t.resume}
            </Button>
          ) : null}
          {draft ? null : (
            <Button kind="quiet" onClick={() => setOpen('acquaintance')}>
              {t.acquaintance}
            </Button>
          )}
          <Button kind="quiet" onClick={() => window.print()}>
            {t.print}
          </Button>
          {measures.length > 8 ? (
            <input
              type="search"
              className={styles.find}
              aria-label={t.find}
              placeholder={t.find}
              value={find}
              onChange={(event) => setFind(event.target.value)}
            />
          ) : null}
          {may.edit ? (
            <output className={styles.saved}>{editing.busy ? t.saving : table.unsent.length ? '' : t.saved}</output>
          ) : null}
        </div>
        {chosen.length ? (
          <BulkBar
            plan={plan}
            chosen={chosen}
            staff={staff}
            table={table}
            editing={editing}
            first={first?.kind === 'kind' && chosen.length === 1 && chosen[0]?.id === first.id ? 'kind' : null}
          />
        ) : null}
        {measures.length === 0 && may.edit && draft ? (
          <Notice title={t.emptyPlan}>
            <p>{t.emptyPlanHint}</p>
          </Notice>
        ) : null}
        <PlanTable
          plan={plan}
          standings={answer.standings}
          find={find}
          mayEdit={may.edit}
          staff={staff}
          context={context}
          table={table}
          send={(edits) => void editing.send(edits)}
        />
      </div>
    </>
  );
}

const NO_STAFF: readonly never[] = [];

function draftOf(key: string, field: string): string {
  return key.startsWith('measure:') ? `${key}:${field}` : key;
}

/** The head of the official form: on paper only. */
function Paper({ answer: { plan } }: { readonly answer: PlanAnswer }) {
  const t = useText(tableText);
  const { language } = useLanguage();
  const { post, person, order, on } = plan.approval;
  return (
    <>
      <div className={styles.paper}>
        <div className={styles.approval}>
          {t.approvedBy}
          <br />
          {post}
          <br />
          ______________ {person}
          <br />
          {order && on ? t.orderLine(order, date(on, language)) : null}
        </div>
        <p className={styles.paperTitle}>{plan.title}</p>
      </div>
      {plan.preamble ? <p className={styles.preamble}>{plan.preamble}</p> : null}
    </>
  );
}
