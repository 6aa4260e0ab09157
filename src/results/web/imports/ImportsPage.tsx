import { Link } from '@tanstack/react-router';
import { useCan, useSession } from '#src/access/web/session.tsx';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { address } from '#src/platform/ui/api.ts';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { DASH, dateTime } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { readerLabel } from '../../text.ts';
import '../api.ts';
import { ResultsSections } from '../ResultsSections.tsx';
import styles from './ImportsPage.module.css';
import { isMoving, isWaiting, statusOf, STATUSES } from './status.ts';
import { saveTemplate } from './template.ts';
import { text } from './text.ts';
import { useImports } from './useImports.ts';
import { WorkNames } from './WorkNames.tsx';
import type { ImportRow } from '../wizard/steps.ts';

/** The files with results that were sent, newest first, and what became of each. */
export default function ImportsPage() {
  const t = useText(text);
  return useCan('importResults') ? (
    <Files />
  ) : (
    <PageHeading above={<ResultsSections />} title={t.noRightTitle} lead={t.noRight} />
  );
}

function Files() {
  const t = useText(text);
  const { language } = useLanguage();
  const { organization } = useSession();
  const imports = useImports();
  const [filters, setFilters] = useFilters(['state', 'format', 'organization']);

  if (!imports.data && imports.error)
    return <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />;
  if (!imports.data) return <Skeleton />;
  const rows = imports.data.imports;
  const shown = rows.filter(
    (row) =>
      (!filters.state || statusOf(row) === filters.state) &&
      (!filters.format || row.reader === filters.format) &&
      (!filters.organization || row.organization === filters.organization),
  );
  const statuses = new Set(rows.map(statusOf));
  const formats = [...new Set(rows.flatMap((row) => row.reader ?? []))];
  const organizations = [...new Set(rows.map((row) => row.organization))].sort((a, b) => a.localeCompare(b, language));
  const filtered = Object.keys(filters).length > 0;

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
            {row.reader === null ? t.unknownFormat : readerLabel(row.reader, language)}
            {row.sameAsId === null ? null : `. ${t.sameAs}`}
          </p>
        </>
      ),
    },
    {
      key: 'work',
      header: t.work,
      value: (row) => row.works.join('; ') || null,
      cell: (row) => (row.works.length ? <WorkNames names={row.works} /> : DASH),
    },
    { key: 'papers', header: t.papers, value: (row) => row.papers || null, figures: true },
    {
      key: 'state',
      header: t.state,
      value: (row) => STATUSES.indexOf(statusOf(row)),
      cell: (row) => (
        <>
          {t.states[statusOf(row)]}
          {row.state === 'read' && row.errors ? <p className={styles.note}>{t.errors(row.errors)}</p> : null}
        </>
      ),
    },
    {
      key: 'who',
      header: t.who,
      value: (row) => row.organization,
      cell: (row) => (
        <>
          {row.organization}
          {row.account ? <p className={styles.note}>{row.account}</p> : null}
        </>
      ),
    },
    {
      key: 'when',
      header: t.when,
      value: (row) => row.createdAt,
      cell: (row) => dateTime(row.createdAt, language),
      short: true,
    },
  ];

  return (
    <>
      <PageHeading
        above={<ResultsSections />}
        title={titleOf(rows, t)}
        action={
          rows.length ? (
            <ButtonLink to="/results/upload" kind="main">
              {t.upload}
            </ButtonLink>
          ) : null
        }
      />
      {rows.length === 0 ? (
        <EmptyState
          title={t.emptyTitle}
          action={
            <>
              <ButtonLink to="/results/upload" kind="main">
                {t.upload}
              </ButtonLink>
              <Button onClick={() => saveTemplate(t.templateName)}>{t.template}</Button>
            </>
          }
        >
          <p>{t.empty}</p>
          {organization.kind === 'school' ? <p>{t.emptySchool}</p> : null}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          columns={columns}
          rows={shown}
          rowKey={(row) => String(row.id)}
          sort={{ key: 'when', direction: 'descending' }}
          total={rows.length}
          download={address('GET /api/imports.xlsx')}
          filters={
            <FilterLine
              onClear={
                filtered
                  ? () => setFilters({ state: undefined, format: undefined, organization: undefined })
                  : undefined
              }
            >
              <FilterWord
                label={t.stateFilter}
                all={t.allStates}
                value={filters.state}
                options={STATUSES.filter((status) => statuses.has(status)).map((value) => ({
                  value,
                  label: t.states[value],
                }))}
                onChange={(state) => setFilters({ state })}
              />
              <FilterWord
                label={t.formatFilter}
                all={t.allFormats}
                value={filters.format}
                options={formats.map((value) => ({ value, label: readerLabel(value, language) }))}
                onChange={(format) => setFilters({ format })}
              />
              {organizations.length > 1 ? (
                <FilterWord
                  label={t.organizationFilter}
                  all={t.allOrganizations}
                  value={filters.organization}
                  options={organizations.map((value) => ({ value, label: value }))}
                  onChange={(organization) => setFilters({ organization })}
                />
              ) : null}
            </FilterLine>
          }
        />
      )}
    </>
  );
}

function titleOf(rows: readonly ImportRow[], t: (typeof text)['ru']): string {
  if (rows.length === 0) return t.noneTitle;
  const waiting = rows.filter((row) => isWaiting(statusOf(row))).length;
  if (waiting) return t.waitingTitle(waiting);
  const moving = rows.filter((row) => isMoving(statusOf(row))).length;
  if (moving) return t.readingTitle(moving);
  const loaded = rows.filter((row) => row.state === 'committed');
  if (loaded.length === 0) return t.nothingLoadedTitle;
  return t.loadedTitle(
    loaded.length,
    loaded.reduce((sum, row) => sum + row.papers, 0),
  );
}
