import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button, ButtonHref } from '#src/platform/ui/Button.tsx';
import { date, time } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { editingText, valueInWords } from '../../plans/text.ts';
import '../api.ts';
import { PlanNav } from '../PlanNav.tsx';
import styles from './history.module.css';
import { historyText } from './history-text.ts';

type History = Output<'GET /api/plans/:id/history'>;
type Batch = History['batches'][number];
type Change = Batch['changes'][number];

/** Changes of one gesture that are listed before the rest is counted. */
const LISTED = 6;

/** Everything that happened to a plan: who, when, what it was and became; any gesture can be taken back from here. */
export default function HistoryPage() {
  const t = useText(historyText);
  const { id } = useParams({ strict: false });
  const planId = Number(id);
  const [filters, setFilters] = useFilters(['measure', 'before']);
  const query = {
    measureId: filters.measure ? Number(filters.measure) : undefined,
    before: filters.before ? Number(filters.before) : undefined,
  };
  const plan = useContractQuery('GET /api/plans/:id', { params: { id: planId } });
  const answer = useContractQuery('GET /api/plans/:id/history', { params: { id: planId }, query });
  const undo = useContractMutation('POST /api/plans/:id/undo');
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data || !plan.data) return <Skeleton />;
  const { batches, next, sections } = answer.data;
  const subject = filters.measure ? batches[0]?.changes[0]?.subject : undefined;
  const names = new Map(sections.map((section) => [section.id, section.title]));
  return (
    <>
      <PageHeading
        above={<PlanNav planId={planId} kind={plan.data.organization.kind} />}
        title={subject ? t.titleOf(subject.slice(0, 90)) : t.title}
        lead={subject ? undefined : answer.data.title}
        action={
          batches.length ? (
            <ButtonHref href={address('GET /api/plans/:id/history.xlsx', { params: { id: planId } })} download>
              {t.download}
            </ButtonHref>
          ) : null
        }
      />
      {filters.measure ? (
        <p className={styles.above}>
          <Link to="/plans/$id/history" params={{ id: String(planId) }}>
            {t.whole}
          </Link>
        </p>
      ) : null}
      {undo.error ? <Notice kind="problem" title={undo.error.message} live /> : null}
      {batches.length === 0 ? (
        <EmptyState title={t.emptyTitle}>
          <p>{t.empty}</p>
        </EmptyState>
      ) : (
        <ol className={styles.list}>
          {batches.map((batch) => (
            <Gesture
              key={batch.batch}
              batch={batch}
              sections={names}
              mayUndo={plan.data.may.edit && !filters.measure}
              busy={undo.isPending}
              onUndo={() => undo.mutate({ params: { id: planId }, body: { batch: batch.batch } })}
            />
          ))}
        </ol>
      )}
      {next === null ? null : <Button onClick={() => setFilters({ before: String(next) })}>{t.older}</Button>}
    </>
  );
}

interface GestureProps {
  readonly batch: Batch;
  readonly sections: ReadonlyMap<number, string>;
  readonly mayUndo: boolean;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

function Gesture({ batch, sections, mayUndo, busy, onUndo }: GestureProps) {
  const t = useText(historyText);
  const { actions, nobody } = useText(editingText);
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  const shown = all ? batch.changes : batch.changes.slice(0, LISTED);
  const first = batch.changes[0];
  const title = actions[first?.action ?? ''] ?? first?.action ?? '';
  return (
    <li className={styles.gesture} data-undone={batch.undone}>
      <p className={styles.when}>
        {date(batch.at.slice(0, 10), language)}, {time(batch.at)}
        <span className={styles.who}>{batch.by ?? nobody}</span>
      </p>
      <div className={styles.what}>
        <p className={styles.title}>
          {batch.undoes === null ? title : t.taken(title)}
          {batch.changes.length > 1 ? ` ${t.count(batch.changes.length)}` : null}
          {batch.undone ? <span className={styles.undone}>{t.undone}</span> : null}
        </p>
        <ul className={styles.changes}>
          {shown.map((change) => (
            <li key={change.id}>
              {change.subjectKind === 'plan' ? null : <span className={styles.subject}>{change.subject || '—'}</span>}
              <Fields change={change} sections={sections} />
            </li>
          ))}
        </ul>
        {batch.changes.length > shown.length ? (
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t.more(batch.changes.length - shown.length)}
          </Button>
        ) : null}
      </div>
      {mayUndo && batch.undoable && !batch.undone ? (
        <Button kind="quiet" busy={busy} onClick={onUndo}>
          {batch.undoes === null ? t.undo : t.redo}
        </Button>
      ) : null}
    </li>
  );
}

/** Fields that only lead to another row: the subject says it in words. */
const POINTERS: ReadonlySet<string> = new Set(['after', 'occurrenceId', 'measureId', 'evidenceId']);

/** A field that was empty and stayed so, as a remark that nobody wrote, says nothing. */
function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Each changed field: what it was, what it became. */
function Fields({ change, sections }: { readonly change: Change; readonly sections: ReadonlyMap<number, string> }) {
  const names = useText(editingText).fields;
  const t = useText(historyText);
  const { language } = useLanguage();
  const { before, after } = change;
  if (change.subjectKind !== 'plan' && (before === null || after === null)) return null;
  const fields = Object.keys({ ...before, ...after }).filter(
    (field) => !POINTERS.has(field) && !(isEmpty(before?.[field]) && isEmpty(after?.[field])),
  );
  return (
    <>
      {fields.map((field) => (
        <span key={field} className={styles.field}>
          {names[field] ?? field}:{' '}
          {before === null || before[field] === undefined ? null : (
            <>
              <del>
                <span className="visually-hidden">{t.was} </span>
                {valueInWords(field, before[field], language, sections)}
              </del>{' '}
              →{' '}
            </>
          )}
          <ins>
            <span className="visually-hidden">{t.became} </span>
            {valueInWords(field, after?.[field], language, sections)}
          </ins>
        </span>
      ))}
    </>
  );
}
