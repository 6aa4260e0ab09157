import { useState } from 'react';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { codeSystemText } from '../../text.ts';
import '../api.ts';
import { ResultsSections } from '../ResultsSections.tsx';
import { CodeForm, type EditedCode } from './CodeForm.tsx';
import { text } from './text.ts';

type Code = Output<'GET /api/subject-codes'>['codes'][number];

const NEW: EditedCode = { id: null, system: 'ris', code: '', subject: '', note: '', fixed: false };

/** What the codes of subjects mean: shipped rows, and those of the region, which win. */
export default function SubjectCodesPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const codes = useContractQuery('GET /api/subject-codes', undefined);
  const remove = useContractMutation('POST /api/subject-codes/:id/remove', ['GET /api/subject-codes']);
  const [filters, setFilters] = useFilters(['system']);
  const [edited, setEdited] = useState<EditedCode | null>(null);
  if (codes.error) return <ErrorState error={codes.error} onRetry={() => void codes.refetch()} />;
  if (!codes.data) return <Skeleton />;
  const { codes: all, editable } = codes.data;
  const shown = all.filter((row) => !filters.system || row.system === filters.system);
  const columns: Column<Code>[] = [
    { key: 'system', header: t.system, value: (row) => codeSystemText(row.system, language) },
    { key: 'code', header: t.code, value: (row) => row.code, short: true, naming: true },
    { key: 'subject', header: t.subject, value: (row) => row.subject },
    {
      key: 'origin',
      header: t.origin,
      value: (row) => (row.shipped ? (row.overridden ? t.replaced : t.shipped) : t.own),
    },
    { key: 'note', header: t.note, value: (row) => row.note || null },
    ...(editable
      ? [
          {
            key: 'actions',
            header: t.actions,
            value: () => null,
            sortable: false,
            cell: (row: Code) =>
              row.overridden ? null : (
                <>
                  <Button
                    kind="quiet"
                    onClick={() => setEdited({ ...row, id: row.shipped ? null : row.id, fixed: true })}
                  >
                    {row.shipped ? t.replace : t.edit}
                  </Button>
                  {row.shipped ? null : (
                    <Button
                      kind="quiet"
                      busy={remove.isPending}
                      onClick={() => remove.mutate({ params: { id: row.id } })}
                    >
                      {t.remove}
                    </Button>
                  )}
                </>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeading
        above={<ResultsSections />}
        title={t.title(
          all.filter(({ overridden }) => !overridden).length,
          all.filter(({ shipped }) => !shipped).length,
        )}
        lead={t.lead}
        action={
          editable && edited === null ? (
            <Button kind="main" onClick={() => setEdited(NEW)}>
              {t.add}
            </Button>
          ) : null
        }
      />
      {edited ? <CodeForm key={`${edited.id}-${edited.code}`} code={edited} onEnd={() => setEdited(null)} /> : null}
      <DataTable
        caption={t.caption}
        columns={columns}
        rows={shown}
        rowKey={(row) => String(row.id)}
        total={all.length}
        download={address('GET /api/subject-codes.xlsx')}
        filters={
          <FilterLine onClear={filters.system ? () => setFilters({ system: undefined }) : undefined}>
            <FilterWord
              label={t.systemFilter}
              all={t.any}
              value={filters.system}
              options={[...new Set(all.map(({ system }) => system))].map((value) => ({
                value,
                label: codeSystemText(value, language),
              }))}
              onChange={(system) => setFilters({ system })}
            />
          </FilterLine>
        }
      />
    </>
  );
}
