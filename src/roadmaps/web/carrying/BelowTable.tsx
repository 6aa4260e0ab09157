import { Link } from '@tanstack/react-router';
import type { Output } from '#src/platform/ui/api.ts';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { weekText } from './week-text.ts';
import styles from './week.module.css';

type Below = Output<'GET /api/week'>['below'][number];

/** Organisations below by counts, in the order of their names: nobody is ranked. */
export function BelowTable({ rows }: { readonly rows: readonly Below[] }) {
  const t = useText(weekText);
  const figure = (key: 'overdue' | 'thisWeek' | 'review' | 'returned' | 'accepted' | 'all', header: string) => ({
    key,
    header,
    figures: true,
    value: (row: Below) => row[key],
  });
  const columns: Column<Below>[] = [
    {
      key: 'name',
      header: t.name,
      naming: true,
      value: (row) => row.name,
      cell: (row) => (
        <Link to="/week" search={{ organization: row.id } as never}>
          {row.name}
        </Link>
      ),
    },
    figure('overdue', t.overdue),
    figure('thisWeek', t.thisWeek),
    figure('review', t.toReview),
    figure('returned', t.returned),
    figure('accepted', t.closed),
    figure('all', t.all),
  ];
  return (
    <section aria-labelledby="below" className={styles.section}>
      <h2 id="below">{t.belowTitle}</h2>
      <p className="soft">{t.belowLead}</p>
      <DataTable caption={t.belowTitle} columns={columns} rows={rows} rowKey={(row) => String(row.id)} />
    </section>
  );
}
