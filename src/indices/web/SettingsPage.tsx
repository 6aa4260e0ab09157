import { useState } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { DEFAULT_SETTINGS } from '../rules.ts';
import './api.ts';
import styles from './indices.module.css';
import { IndexSections } from './IndexSections.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { settingsText } from './settings-text.ts';

type Year = Output<'GET /api/indices/settings'>['years'][number];

const DEGREES = [1, 2] as const;

/** Thresholds of the indices by year: what counts as a gap, what confirms a medal, how much data a conclusion needs. */
export default function SettingsPage() {
  const t = useText(settingsText);
  const { language } = useLanguage();
  const answer = useContractQuery('GET /api/indices/settings', undefined);
  const [edited, setEdited] = useState<{ year: string; settings: Year['settings'] } | null>(null);
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  const { years, editable } = answer.data;
  const columns: Column<Year>[] = [
    { key: 'year', header: t.year, value: (row) => String(row.year), short: true, naming: true },
    {
      key: 'gaps',
      header: t.gaps,
      value: ({ settings: { gap } }) => `${gap.vpr}, ${gap.oge}, ${gap.dkr}`,
      sortable: false,
    },
    ...DEGREES.map((degree) => ({
      key: `medal-${degree}`,
      header: t.medal(degree),
      value: ({ settings }: Year) => {
        const { russian, other, baseMathematics } = settings.medal[degree];
        return `${russian}, ${other}, «${baseMathematics}»`;
      },
      sortable: false,
    })),
    { key: 'minimum', header: t.minimum, value: (row) => row.settings.minimum, figures: true },
    {
      key: 'version',
      header: t.version,
      value: (row) =>
        row.version === 0
          ? t.shipped
          : [row.version, row.account, row.createdAt ? date(row.createdAt.slice(0, 10), language) : null]
              .filter(Boolean)
              .join(', '),
    },
    { key: 'note', header: t.note, value: (row) => row.note || null },
    ...(editable
      ? [
          {
            key: 'change',
            header: t.change,
            value: () => null,
            sortable: false,
            cell: (row: Year) => (
              <Button kind="quiet" onClick={() => setEdited({ year: String(row.year), settings: row.settings })}>
                {t.change}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeading
        above={<IndexSections />}
        title={t.title(years.filter(({ version }) => version > 0).length)}
        lead={t.lead}
        action={
          editable && edited === null ? (
            <Button kind="main" onClick={() => setEdited({ year: '', settings: DEFAULT_SETTINGS })}>
              {t.add}
            </Button>
          ) : null
        }
      />
      <div className={styles.page}>
        {edited ? (
          <SettingsForm key={edited.year} year={edited.year} settings={edited.settings} onEnd={() => setEdited(null)} />
        ) : null}
        <DataTable caption={t.caption} columns={columns} rows={years} rowKey={(row) => String(row.year)} />
        <p className="soft">{t.medalNote}</p>
      </div>
    </>
  );
}
