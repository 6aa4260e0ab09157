import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { daysInWords, shortName } from '../../carrying/text.ts';
import type { Substitutions } from './SubstitutionsPage.tsx';
import { substitutionsText } from './substitutions-text.ts';

type Substitution = Substitutions['substitutions'][number];

/** Substitutions with their orders, those that hold first; one that holds can be ended. */
export function SubstitutionsList({ data }: { readonly data: Substitutions }) {
  const t = useText(substitutionsText);
  const { language } = useLanguage();
  const end = useContractMutation('POST /api/substitutions/:id/end');
  const stateOf = (row: Substitution): string => {
    if (row.endedAt !== null) return t.ended;
    if (row.holds) return t.holds;
    return row.from > data.today ? t.ahead : t.over;
  };
  const columns: Column<Substitution>[] = [
    {
      key: 'absent',
      header: t.absent,
      naming: true,
      value: (row) => row.absent,
      cell: (row) => (
        <>
          {row.absent} <span className="soft small">{row.absentPost}</span>
        </>
      ),
    },
    { key: 'substitute', header: t.substitute, value: (row) => row.substitute },
    {
      key: 'days',
      header: t.days,
      value: (row) => row.from,
      cell: (row) => daysInWords({ opensOn: row.from, dueOn: row.to }, language),
    },
    { key: 'order', header: t.order, value: (row) => t.orderOf(row.orderNumber, date(row.orderDate, language)) },
    { key: 'state', header: t.state, short: true, value: stateOf },
    ...(data.mayManage
      ? [
          {
            key: 'end',
            header: '',
            sortable: false,
            value: () => null,
            cell: (row: Substitution) =>
              row.endedAt === null && stateOf(row) !== t.over ? (
                <Button
                  kind="quiet"
                  aria-label={t.endOf(shortName(row.absent))}
                  busy={end.isPending}
                  onClick={() => end.mutate({ params: { id: row.id } })}
                >
                  {t.end}
                </Button>
              ) : (
                ''
              ),
          } satisfies Column<Substitution>,
        ]
      : []),
  ];
  return (
    <>
      {end.error ? (
        <Notice kind="problem" live>
          {end.error.message || t.offline}
        </Notice>
      ) : null}
      <DataTable
        caption={t.listTitle}
        columns={columns}
        rows={data.substitutions}
        rowKey={(row) => String(row.id)}
        empty={<p className="soft">{t.none}</p>}
        download={address('GET /api/substitutions.xlsx')}
      />
    </>
  );
}
