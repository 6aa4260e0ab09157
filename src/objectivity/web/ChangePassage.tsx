import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { formatNumber } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { Output } from '#src/platform/ui/api.ts';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { changeText } from './change-text.ts';
import type { Detail } from './facts.ts';
import styles from './ChangePassage.module.css';
import { Passage } from './Passage.tsx';
import { YieldLines } from './YieldLines.tsx';

type Change = Output<'GET /api/findings/:id/change'>;
type OrderedPaper = Output<'GET /api/findings/:id/change/papers'>['papers'][number];

/** As many as a second reader checks in one sitting, when the sign does not name a number itself. */
const SITTING = 10;

/** What would take the sign below its limit, where to begin, and what checking is expected to give. */
export function ChangePassage({ detail }: { readonly detail: Detail }) {
  const t = useText(changeText);
  const change = useContractQuery(
    'GET /api/findings/:id/change',
    { params: { id: detail.id } },
    { enabled: detail.signalled },
  );
  if (!detail.signalled) return null;
  return (
    <Passage title={t.title}>
      {change.data ? (
        <Panel detail={detail} change={change.data} />
      ) : change.error ? (
        <ErrorState level={3} error={change.error} onRetry={() => void change.refetch()} />
      ) : (
        <Skeleton shape="text" rows={3} />
      )}
    </Passage>
  );
}

function Panel({ detail, change }: { readonly detail: Detail; readonly change: Change }) {
  const t = useText(changeText);
  return (
    <>
      {detail.level === 'municipality' ? null : <UntilBelow change={change} />}
      {change.markers.length ? <Order detail={detail} least={change.untilBelow ?? 0} /> : null}
      <h3>{t.yieldTitle[detail.level]}</h3>
      <YieldLines yields={change.yields} />
    </>
  );
}

function UntilBelow({ change }: { readonly change: Change }) {
  const t = useText(changeText);
  const { markers, papers, untilBelow, tooFewLeft } = change;
  if (markers.length === 0) return <p>{t.notRanked}</p>;
  if (untilBelow === null) return <p>{t.unknown}</p>;
  const sentence = tooFewLeft
    ? t.held
    : markers.every((id) => id === 'B7')
      ? t.journal
      : markers[0] === 'B5'
        ? t.compare
        : t.reread;
  return (
    <p>
      {sentence(untilBelow, papers)} <span className="soft">{t.estimate}</span>
    </p>
  );
}

/** Asked for only when a person opens it, because opening is written to the journal. */
function Order({ detail, least }: { readonly detail: Detail; readonly least: number }) {
  const t = useText(changeText);
  const [opened, setOpened] = useState(false);
  const order = useContractQuery(
    'GET /api/findings/:id/change/papers',
    { params: { id: detail.id } },
    { enabled: opened && detail.canReadPapers },
  );
  if (!detail.canReadPapers) return <p className="soft">{t.noRight}</p>;
  if (order.error) return <ErrorState level={3} error={order.error} onRetry={() => void order.refetch()} />;
  if (!order.data)
    return (
      <div className="no-print">
        <Button busy={opened} onClick={() => setOpened(true)}>
          {opened ? t.opening : t.show}
        </Button>
        <p className="soft small">{t.showNote}</p>
      </div>
    );
  return <Papers papers={order.data.papers} least={least} ofSchool={detail.level === 'school'} />;
}

function Papers({
  papers,
  least,
  ofSchool,
}: {
  readonly papers: readonly OrderedPaper[];
  readonly least: number;
  readonly ofSchool: boolean;
}) {
  const t = useText(changeText);
  const { language } = useLanguage();
  const shown = papers.slice(0, Math.max(SITTING, least));
  const rows = shown.map((paper, index) => ({ ...paper, order: index + 1 }));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'order', header: t.order, figures: true, sortable: false, value: (row) => row.order },
    { key: 'code', header: t.code, naming: true, short: true, sortable: false, value: (row) => row.participant },
    ...(ofSchool
      ? [
          {
            key: 'class',
            header: t.className,
            short: true,
            sortable: false,
            value: (row: (typeof rows)[number]) => row.className,
          },
        ]
      : []),
    { key: 'total', header: t.total, figures: true, sortable: false, value: (row) => row.total },
    {
      key: 'share',
      header: t.share,
      figures: true,
      sortable: false,
      value: (row) => row.share,
      cell: (row) => formatNumber(row.share * 100, language),
    },
  ];
  return (
    <div className={styles.narrow}>
      <DataTable
        caption={t.caption}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.className} ${row.participant}`}
        total={papers.length}
        note={t.tableNote}
      />
    </div>
  );
}
