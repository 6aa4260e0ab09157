import { useState } from 'react';
import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { daysInWords } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import { MeasureLink, type PlanCarrying, PlanDates, type PlanMeasure } from './PlanDates.tsx';
import { TimelineChart } from './TimelineChart.tsx';
import { undatedInWords } from './timeline.ts';
import { timelineText } from './timeline-text.ts';

/** The school year from left to right, a lane for each measure; the same figures stand in a table. */
export default function TimelinePage() {
  return <PlanDates>{(plan) => <Timeline plan={plan} />}</PlanDates>;
}

function Timeline({ plan }: { readonly plan: PlanCarrying }) {
  const t = useText(timelineText);
  const [asTable, setAsTable] = useState(false);
  const late = plan.measures.filter(({ occurrences }) => occurrences.some(({ timing }) => timing === 'overdue')).length;
  return (
    <>
      <PageHeading
        above={plan.plan.title}
        title={t.title(plan.measures.length, late)}
        action={<Button onClick={() => setAsTable(!asTable)}>{asTable ? t.asChart : t.asTable}</Button>}
      />
      {asTable ? <AsTable plan={plan} /> : <TimelineChart plan={plan} />}
    </>
  );
}

function AsTable({ plan }: { readonly plan: PlanCarrying }) {
  const t = useText(timelineText);
  const words = useText(roadmapsText);
  const { language } = useLanguage();
  const columns: Column<PlanMeasure>[] = [
    { key: 'section', header: t.section, value: ({ section }) => section || null },
    {
      key: 'measure',
      header: t.measure,
      naming: true,
      value: ({ text }) => text,
      cell: (measure) => <MeasureLink plan={plan} measure={measure} />,
    },
    {
      key: 'dates',
      header: t.dates,
      sortable: false,
      value: (measure) =>
        undatedInWords(measure, t) ??
        (measure.occurrences
          .map(
            (one) =>
              `${daysInWords(one, language)}: ${one.timing === 'overdue' ? t.late : words.occurrenceState[one.state]}`,
          )
          .join('; ') ||
          null),
    },
    { key: 'state', header: t.state, value: ({ state }) => words.measureState[state] },
  ];
  return (
    <DataTable
      caption={t.chart}
      columns={columns}
      rows={plan.measures}
      rowKey={({ id }) => String(id)}
      download={address('GET /api/plans/:id/occurrences.xlsx', { params: { id: plan.plan.id } })}
    />
  );
}
