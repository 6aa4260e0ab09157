import type { Output } from '#src/platform/ui/api.ts';
import { address } from '#src/platform/ui/api.ts';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { SelectField } from '#src/platform/ui/Field.tsx';
import { dateTime, fileSize, formatNumber } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import './api.ts';
import styles from './documents.module.css';
import { TemplatesSection } from './TemplatesSection.tsx';
import { text } from './text.ts';

type Issued = Output<'GET /api/documents'>['documents'][number];

/** Documents as they left the system, and the organisation's own forms. */
export default function DocumentsPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const [{ kind, before }, setFilters] = useFilters(['kind', 'before']);
  const answer = useContractQuery(
    'GET /api/documents',
    { query: { kind, before: before === undefined ? undefined : Number(before) } },
    { keepPrevious: true },
  );
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton shape="table" />;
  const { documents, total, next, kinds } = answer.data;
  const nameOf = (id: string): string => kinds.find((each) => each.id === id)?.name[language] ?? id;
  const columns: readonly Column<Issued>[] = [
    {
      key: 'document',
      header: t.document,
      value: ({ title }) => title,
      cell: ({ id, title }) => (
        <a href={address('GET /api/documents/:id/file', { params: { id } })} download>
          {title}
        </a>
      ),
      naming: true,
    },
    { key: 'kind', header: t.kind, value: (row) => nameOf(row.kind) },
    { key: 'format', header: t.format, value: ({ format }) => t.formats[format], short: true },
    {
      key: 'size',
      header: t.size,
      value: ({ byteSize }) => byteSize,
      cell: ({ byteSize }) => fileSize(byteSize, language),
      short: true,
    },
    { key: 'organization', header: t.organization, value: ({ organization }) => organization },
    { key: 'by', header: t.by, value: ({ by }) => by },
    {
      key: 'when',
      header: t.when,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => dateTime(createdAt, language),
      short: true,
    },
  ];
  return (
    <>
      <PageHeading
        title={total === 0 && kind === undefined ? t.noneTitle : t.title(formatNumber(total, language))}
        lead={t.lead}
      />
      <div className={styles.page}>
        {total === 0 && kind === undefined ? (
          <EmptyState title={t.empty} action={<ButtonLink to="/plans">{t.toPlans}</ButtonLink>}>
            {t.emptyHint}
          </EmptyState>
        ) : (
          <div className={styles.section}>
            <DataTable
              caption={t.caption}
              rows={documents}
              rowKey={({ id }) => String(id)}
              columns={columns}
              total={total}
              filters={
                <SelectField
                  label={t.kind}
                  value={kind ?? ''}
                  onChange={(value) => setFilters({ kind: value, before: '' })}
                  placeholder={t.allKinds}
                  options={kinds.map(({ id, name }) => ({ value: id, label: name[language] }))}
                />
              }
            />
            <div className={styles.row}>
              {next === null ? null : <Button onClick={() => setFilters({ before: String(next) })}>{t.earlier}</Button>}
              {before === undefined ? null : (
                <Button kind="quiet" onClick={() => setFilters({ before: '' })}>
                  {t.latest}
                </Button>
              )}
            </div>
          </div>
        )}
        <TemplatesSection />
      </div>
    </>
  );
}
