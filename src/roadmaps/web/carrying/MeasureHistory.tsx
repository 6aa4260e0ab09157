import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { dateTime } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { daysInWords } from '../../carrying/text.ts';
import type { Measure } from './MeasurePage.tsx';
import { measureText } from './measure-text.ts';

type HistoryRow = Measure['history'][number];

/** What has happened to a measure, newest first. */
export function MeasureHistory({ measure }: { readonly measure: Measure }) {
  const t = useText(measureText);
  const { language } = useLanguage();
  if (measure.history.length === 0) return null;
  const columns: Column<HistoryRow>[] = [
    {
      key: 'at',
      header: t.when,
      short: true,
      value: (row) => row.at,
      cell: (row) => <span className="figures">{dateTime(row.at, language)}</span>,
    },
    { key: 'who', header: t.who, value: (row) => row.who },
    { key: 'what', header: t.what, naming: true, value: (row) => t.whats[row.what] },
    {
      key: 'about',
      header: t.about,
      value: (row) =>
        [row.dueOn === null && row.opensOn === null ? '' : daysInWords(row, language), row.subject]
          .filter(Boolean)
          .join(': ') || null,
    },
  ];
  return (
    <DataTable
      caption={t.history}
      captionShown
      columns={columns}
      rows={measure.history}
      rowKey={(row) => `${row.at} ${row.what} ${row.subject} ${row.dueOn}`}
    />
  );
}
