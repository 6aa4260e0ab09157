import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '#src/access/web/session.tsx';
import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { ResponseType, TaskLevel } from '../../model.ts';
import { RESPONSE_TYPE, TASK_LEVEL } from '../../text.ts';
import { givesPartsOnly } from '../../rules.ts';
import { text as shared } from '../text.ts';
import { text } from './text.ts';
import type { WorkDetail } from './WorkPage.tsx';
import styles from './works.module.css';

type WorkTask = WorkDetail['tasks'][number];

/** The tasks of a work with how well each was solved; those who may edit works correct response types and difficulty here. */
export function WorkTasks({ work }: { readonly work: WorkDetail }) {
  const t = useText(text);
  const may = useCan('editWorks');
  const [editing, setEditing] = useState(false);
  return (
    <section aria-labelledby="tasks" className={styles.section}>
      <div className={styles.head}>
        <h2 id="tasks">{t.tasksTitle}</h2>
        {may && !editing ? (
          <Button kind="quiet" onClick={() => setEditing(true)}>
            {t.editTasks}
          </Button>
        ) : null}
      </div>
      {editing ? <TaskForm work={work} onEnd={() => setEditing(false)} /> : <TaskTable work={work} />}
      {givesPartsOnly(work.tasks) ? <PartsOnly work={work} /> : null}
      {(work.papers || work.analysedAt) && !editing && !givesPartsOnly(work.tasks) ? (
        <p>
          <Link to="/results/works/$id/tasks" params={{ id: String(work.id) } as never}>
            {t.tasksDifficulty}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

/** Why a work of two sums has hardly any signs, and where its results count. */
function PartsOnly({ work }: { readonly work: WorkDetail }) {
  const t = useText(text);
  return (
    <Notice title={t.partsTitle}>
      {t.parts} {work.kind === 'vpr' ? null : <Link to="/indices">{t.toIndices}</Link>}
    </Notice>
  );
}

interface TaskRow {
  readonly position: number;
  readonly task: WorkTask;
  readonly mean: number | null;
}

function rowsOf(work: WorkDetail): TaskRow[] {
  return work.tasks.map((task, position) => ({ position, task, mean: work.taskMeans[position] ?? null }));
}

function TaskTable({ work }: { readonly work: WorkDetail }) {
  const t = useText(text);
  const { language } = useLanguage();
  const levels = work.tasks.some((task) => task.level !== undefined);
  const columns: Column<TaskRow>[] = [
    { key: 'task', header: t.task, value: ({ position }) => position, cell: ({ task }) => task.id, naming: true },
    { key: 'max', header: t.max, value: ({ task }) => task.max, figures: true },
    ...(levels
      ? [
          {
            key: 'level',
            header: t.level,
            value: ({ task }: TaskRow) => (task.level ? TASK_LEVEL[task.level][language] : null),
          },
        ]
      : []),
    { key: 'response', header: t.response, value: ({ task }) => RESPONSE_TYPE[task.response][language] },
    {
      key: 'mean',
      header: t.mean,
      value: ({ mean }) => mean,
      cell: ({ mean }) => (
        <span className={styles.mean}>
          {mean === null ? null : <meter min={0} max={1} value={mean} aria-hidden="true" />}
          <span>{percent(mean, language)}</span>
        </span>
      ),
      figures: true,
    },
  ];
  return (
    <div className={styles.narrow}>
      <DataTable
        caption={t.tasksTitle}
        columns={columns}
        rows={rowsOf(work)}
        rowKey={({ task }) => task.id}
        download={address('GET /api/works/:id/tasks.xlsx', { params: { id: work.id } })}
        note={t.tasksNote}
      />
    </div>
  );
}

const LEVELS: readonly TaskLevel[] = ['basic', 'raised', 'high'];
const RESPONSES: readonly ResponseType[] = ['short', 'extended'];

function TaskForm({ work, onEnd }: { readonly work: WorkDetail; readonly onEnd: () => void }) {
  const t = useText(text);
  const words = useText(shared);
  const { language } = useLanguage();
  const [initial] = useState(() => work.tasks);
  const draft = useDraft<readonly WorkTask[]>(`work-tasks-${work.id}`, initial);
  const save = useContractMutation('PATCH /api/works/:id');
  const conflict = save.error?.code === 'changedMeanwhile';
  const change = (position: number, part: Partial<WorkTask>) =>
    draft.setValue(draft.value.map((task, index) => (index === position ? { ...task, ...part } : task)));
  const submit = () =>
    save.mutate(
      { params: { id: work.id }, body: { revision: work.revision, tasks: [...draft.value] } },
      {
        onSuccess: () => {
          draft.discard();
          onEnd();
        },
      },
    );
  const columns: Column<TaskRow>[] = [
    { key: 'task', header: t.task, value: ({ position }) => position, cell: ({ task }) => task.id, naming: true },
    { key: 'max', header: t.max, value: ({ task }) => task.max, figures: true },
    {
      key: 'response',
      header: t.response,
      value: ({ task }) => task.response,
      sortable: false,
      cell: ({ position, task }) => (
        <select
          className={styles.select}
          aria-label={t.responseOf(task.id)}
          value={task.response}
          onChange={(event) => change(position, { response: event.target.value as ResponseType })}
        >
          {RESPONSES.map((response) => (
            <option key={response} value={response}>
              {RESPONSE_TYPE[response][language]}
            </option>
          ))}
        </select>
      ),
    },
    {
      key: 'level',
      header: t.level,
      value: ({ task }) => task.level ?? null,
      sortable: false,
      cell: ({ position, task }) => (
        <select
          className={styles.select}
          aria-label={t.levelOf(task.id)}
          value={task.level ?? ''}
          onChange={(event) => change(position, { level: (event.target.value || undefined) as TaskLevel | undefined })}
        >
          <option value="">{t.noLevel}</option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {TASK_LEVEL[level][language]}
            </option>
          ))}
        </select>
      ),
    },
  ];
  return (
    <div className={styles.section}>
      <p className="soft">{t.editNote}</p>
      {save.error ? (
        <Notice kind={conflict ? 'attention' : 'problem'} title={conflict ? words.changedMeanwhile : undefined} live>
          {conflict ? words.changedKept : save.error.message || t.offline}
        </Notice>
      ) : null}
      <div className={styles.narrow}>
        <DataTable
          caption={t.tasksTitle}
          columns={columns}
          rows={draft.value.map((task, position) => ({ position, task, mean: null }))}
          rowKey={({ task }) => task.id}
        />
      </div>
      <div className={styles.actions}>
        <Button kind="main" busy={save.isPending} onClick={submit}>
          {t.save}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            draft.discard();
            onEnd();
          }}
        >
          {t.cancel}
        </Button>
        <DraftNote draft={draft} />
      </div>
    </div>
  );
}
