import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { address, ApiError, call, type Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { TextField } from '#src/platform/ui/Field.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { dateTime } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Forbidden, Skeleton } from '#src/platform/ui/states.tsx';
import { accessText } from '../../text.ts';
import '../api.ts';
import { useCan } from '../session.tsx';
import styles from './AuditPage.module.css';
import { text } from './text.ts';

type Entry = Output<'GET /api/audit'>['entries'][number];
const KINDS = ['change', 'read', 'access'] as const;
type Kind = (typeof KINDS)[number];

/** The append-only journal, newest first, a hundred at a time. */
export default function AuditPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const words = accessText[language];
  const may = useCan('readAudit');
  const [{ kind: asked, search }, setFilters] = useFilters(['kind', 'search']);
  const [typed, setTyped] = useState(search ?? '');
  const kind = KINDS.find((known) => known === asked);
  const query = { kind, search };
  const journal = useInfiniteQuery<Output<'GET /api/audit'>, ApiError, Entry[], unknown[], number | undefined>({
    queryKey: ['GET /api/audit', query],
    queryFn: ({ pageParam }) => call('GET /api/audit', { query: { ...query, before: pageParam } }),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last.more ? last.entries.at(-1)?.id : undefined),
    select: (data) => data.pages.flatMap((page) => page.entries),
    enabled: may,
    placeholderData: (previous) => previous,
  });
  if (!may) return <Forbidden />;
  if (journal.error && !journal.data)
    return <ErrorState error={journal.error} onRetry={() => void journal.refetch()} />;
  if (!journal.data) return <Skeleton />;

  const columns: Column<Entry>[] = [
    {
      key: 'when',
      header: t.when,
      value: (entry) => entry.happenedAt,
      cell: (entry) => (
        <span className={entry.kind === 'read' ? styles.read : undefined}>{dateTime(entry.happenedAt, language)}</span>
      ),
      sortable: false,
      short: true,
    },
    {
      key: 'action',
      header: t.action,
      value: (entry) => words.actions[entry.action] ?? entry.action,
      sortable: false,
      naming: true,
    },
    { key: 'kind', header: t.kindColumn, value: (entry) => words.auditKinds[entry.kind], sortable: false },
    { key: 'who', header: t.who, value: (entry) => entry.account ?? t.nobody, sortable: false },
    { key: 'where', header: t.where, value: (entry) => entry.organization, sortable: false },
    { key: 'about', header: t.about, value: (entry) => aboutOf(entry, t), sortable: false },
  ];
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      <div className="stack">
        <DataTable
          caption={t.caption}
          columns={columns}
          rows={journal.data}
          rowKey={(entry) => String(entry.id)}
          download={address('GET /api/audit.xlsx', { query })}
          empty={<p>{t.empty}</p>}
          filters={
            <div className={styles.filters}>
              <TextField
                label={t.search}
                hint={t.searchHint}
                type="search"
                autoComplete="off"
                maxLength={100}
                value={typed}
                onChange={(value) => {
                  setTyped(value);
                  setFilters({ search: value.trim() });
                }}
              />
              <FilterLine
                onClear={
                  kind || search
                    ? () => {
                        setTyped('');
                        setFilters({ kind: undefined, search: undefined });
                      }
                    : undefined
                }
              >
                <FilterWord
                  label={t.kind}
                  all={t.allKinds}
                  value={kind}
                  options={KINDS.map((value: Kind) => ({ value, label: t.kinds[value] }))}
                  onChange={(value) => setFilters({ kind: value })}
                />
              </FilterLine>
            </div>
          }
        />
        {journal.hasNextPage ? (
          <p>
            <Button busy={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
              {t.older}
            </Button>
          </p>
        ) : null}
      </div>
    </>
  );
}

function aboutOf(entry: Entry, t: (typeof text)['ru']): string | null {
  if (entry.subjectId === null) return null;
  const { other, ...known } = t.subjects;
  const named = (known as Readonly<Record<string, (id: string) => string>>)[entry.subjectKind];
  return named ? named(entry.subjectId) : other(entry.subjectKind, entry.subjectId);
}
