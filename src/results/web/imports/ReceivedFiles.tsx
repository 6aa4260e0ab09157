import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PACE } from '#src/jobs/web/follow.ts';
import { isGoing } from '#src/jobs/web/useJob.ts';
import { ApiError, call } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { DASH, dateTime, formatNumber } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { readerLabel } from '../../text.ts';
import styles from './ReceivedFiles.module.css';
import { isMoving, statusOf, STATUSES } from './status.ts';
import { text } from './text.ts';
import { WorkNames } from './WorkNames.tsx';
import type { ImportRow } from '../wizard/steps.ts';

interface ReceivedFilesProps {
  readonly rows: readonly ImportRow[];
  /** Numbers of those that had been sent before. */
  readonly known: readonly number[];
}

/** The files just sent: how far each is read, what it turned out to be, what to do next; those that ask nothing load at once. */
export function ReceivedFiles({ rows, known }: ReceivedFilesProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const client = useQueryClient();
  const moving = rows.some((row) => isMoving(statusOf(row)));
  const jobs = useContractQuery('GET /api/jobs', undefined, { every: PACE, enabled: moving });
  const [loading, setLoading] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const ready = rows.filter((row) => statusOf(row) === 'ready');

  const loadReady = async (): Promise<void> => {
    setLoading(true);
    const failures: string[] = [];
    for (const row of ready) {
      try {
        await call('POST /api/imports/:id/commit', { params: { id: row.id }, body: { revision: row.revision } });
      } catch (error) {
        failures.push(`${row.fileName}: ${error instanceof ApiError && error.message ? error.message : t.offline}`);
      }
    }
    setRefused(failures);
    setLoading(false);
    await client.invalidateQueries();
  };

  const progressOf = (row: ImportRow): string | null => {
    const job = jobs.data?.jobs.find((candidate) => candidate.id === row.jobId);
    if (!job || !isGoing(job.state) || job.done === 0) return null;
    return t.readRows(formatNumber(job.done, language), job.total === null ? null : formatNumber(job.total, language));
  };
  const columns: Column<ImportRow>[] = [
    {
      key: 'file',
      header: t.file,
      value: (row) => row.fileName,
      naming: true,
      cell: (row) => (
        <>
          <Link to="/results/imports/$id" params={{ id: String(row.id) }} className={styles.file}>
            {row.fileName}
          </Link>
          <p className={styles.note}>
            {row.reader ? readerLabel(row.reader, language) : row.state === 'received' ? null : t.unknownFormat}
          </p>
          {known.includes(row.id) ? (
            <p className={styles.note}>{t.knownSince(dateTime(row.createdAt, language))}</p>
          ) : null}
        </>
      ),
    },
    {
      key: 'work',
      header: t.work,
      value: (row) => row.works.join('; ') || null,
      cell: (row) => (row.works.length ? <WorkNames names={row.works} /> : DASH),
    },
    { key: 'papers', header: t.papers, value: (row) => (row.state === 'received' ? null : row.papers), figures: true },
    {
      key: 'state',
      header: t.state,
      value: (row) => STATUSES.indexOf(statusOf(row)),
      cell: (row) => (
        <>
          {t.states[statusOf(row)]}
          {isMoving(statusOf(row)) && progressOf(row) ? <p className={styles.note}>{progressOf(row)}</p> : null}
          {row.state === 'read' && row.errors + row.warnings > 0 ? (
            <p className={styles.note}>
              {[row.errors ? t.errors(row.errors) : '', row.warnings ? t.warnings(row.warnings) : '']
                .filter(Boolean)
                .join(', ')}
            </p>
          ) : null}
        </>
      ),
    },
    {
      key: 'next',
      header: t.next,
      value: () => null,
      sortable: false,
      short: true,
      cell: (row) => (
        <Link to="/results/imports/$id" params={{ id: String(row.id) }}>
          {t.goOn[statusOf(row)]}
          <span className="visually-hidden"> ({row.fileName})</span>
        </Link>
      ),
    },
  ];
  return (
    <section className={styles.received}>
      {refused.length ? (
        <Notice kind="problem" title={t.notLoaded} live>
          {refused.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      ) : null}
      <DataTable caption={t.caption} columns={columns} rows={rows} rowKey={(row) => String(row.id)} />
      {ready.length ? (
        <div className={styles.load}>
          <Button kind="main" busy={loading} onClick={() => void loadReady()}>
            {t.loadReady(
              ready.length,
              ready.reduce((sum, row) => sum + row.papers, 0),
            )}
          </Button>
          {rows.some((row) => ['asks', 'unreadable'].includes(statusOf(row))) ? (
            <p className="soft small">{t.loadReadyHint}</p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
