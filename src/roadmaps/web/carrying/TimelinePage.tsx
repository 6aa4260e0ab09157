import { useState } from 'react';
import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { ScrollBox } from '#src/platform/ui/ScrollBox.tsx';
import { daysInWords } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import { grouped } from './grouped.ts';
import { planText } from './plan-text.ts';
import styles from './plan-views.module.css';
import { barOf, type Look, shareOf } from './timeline.ts';
import { MeasureLink, type PlanCarrying, PlanDates, type PlanMeasure } from './usePlanCarrying.tsx';

/** The school year from left to right, a lane for each measure; the same figures stand in a table. */
export default function TimelinePage() {
  return <PlanDates>{(plan) => <Timeline plan={plan} />}</PlanDates>;
}

function Timeline({ plan }: { readonly plan: PlanCarrying }) {
  const t = useText(planText).timeline;
  const [asTable, setAsTable] = useState(false);
  const late = plan.measures.filter(({ occurrences }) => occurrences.some(({ timing }) => timing === 'overdue')).length;
  return (
    <>
      <PageHeading
        title={t.title(plan.measures.length, late)}
        lead={t.lead}
        action={<Button onClick={() => setAsTable(!asTable)}>{asTable ? t.asChart : t.asTable}</Button>}
      />
      {asTable ? <AsTable plan={plan} /> : <Lanes plan={plan} />}
    </>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index);

function Lanes({ plan }: { readonly plan: PlanCarrying }) {
  const t = useText(planText);
  const names = t.monthsShort.split(' ');
  const sections = grouped(plan.measures, ({ section }) => section);
  return (
    <ScrollBox label={t.timeline.chart} className={styles.scroll}>
      <div className={`${styles.lane} ${styles.laneHead}`} aria-hidden="true">
        <span />
        <span className={styles.monthNames}>
          {MONTHS.map((index) => (
            <span key={index}>{names[(index + 8) % 12]}</span>
          ))}
        </span>
      </div>
      {[...sections].map(([section, measures]) => (
        <div key={section}>
          {section ? <p className={styles.laneSection}>{section}</p> : null}
          {measures.map((measure) => (
            <Lane key={measure.id} plan={plan} measure={measure} />
          ))}
        </div>
      ))}
      <Legend />
    </ScrollBox>
  );
}

/** Units of the drawing; it is stretched to the width that there is. */
const WIDTH = 1000;
const HEIGHT = 32;

function Lane({ plan, measure }: { readonly plan: PlanCarrying; readonly measure: PlanMeasure }) {
  const t = useText(planText).timeline;
  const words = useText(roadmapsText).occurrenceState;
  const { language } = useLanguage();
  const { schoolYear } = plan.plan;
  const today = shareOf(plan.today, schoolYear) * WIDTH;
  const said = measure.occurrences
    .map((one) => `${daysInWords(one, language)}: ${one.timing === 'overdue' ? t.late : words[one.state]}`)
    .join('; ');
  return (
    <div className={styles.lane}>
      <span className={styles.laneWords}>
        <MeasureLink plan={plan} measure={measure} />
      </span>
      <svg
        className={styles.svg}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page has no source to load
        role="img"
        aria-label={said || t.undated}
      >
        {MONTHS.map((index) => (
          <line key={index} className={styles.tick} x1={monthStart(index)} x2={monthStart(index)} y1={0} y2={HEIGHT} />
        ))}
        {measure.occurrences.map((one) => {
          const bar = barOf(one, schoolYear);
          if (bar === null) return null;
          const x = bar.from * WIDTH;
          const width = Math.max((bar.to - bar.from) * WIDTH, 5);
          return bar.shape === 'arrow' ? (
            <polygon
              key={one.id}
              className={styles[bar.look]}
              points={`${x},11 ${WIDTH - 10},11 ${WIDTH - 2},16 ${WIDTH - 10},21 ${x},21`}
            >
              <title>{daysInWords(one, language)}</title>
            </polygon>
          ) : bar.shape === 'diamond' ? (
            <polygon key={one.id} className={styles[bar.look]} points={`${x - 5},16 ${x},8 ${x + 5},16 ${x},24`}>
              <title>{daysInWords(one, language)}</title>
            </polygon>
          ) : (
            <rect key={one.id} className={styles[bar.look]} x={x} width={width} y={11} height={10}>
              <title>{daysInWords(one, language)}</title>
            </rect>
          );
        })}
        {today > 0 && today < WIDTH ? (
          <line className={styles.todayLine} x1={today} x2={today} y1={0} y2={HEIGHT} />
        ) : null}
      </svg>
    </div>
  );
}

function monthStart(index: number): number {
  return (index / 12) * WIDTH;
}

const LOOKS: readonly Look[] = ['open', 'overdue', 'submitted', 'finished'];

function Legend() {
  const t = useText(planText).timeline;
  return (
    <ul className={styles.legend}>
      {LOOKS.map((look) => (
        <li key={look}>
          <svg viewBox="0 0 28 12" aria-hidden="true">
            <rect className={styles[look]} x="1" y="1" width="26" height="10" />
          </svg>
          {t.legend[look]}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 28 12" aria-hidden="true">
          <line className={styles.todayLine} x1="14" x2="14" y1="0" y2="12" />
        </svg>
        {t.today}
      </li>
    </ul>
  );
}

function AsTable({ plan }: { readonly plan: PlanCarrying }) {
  const t = useText(planText).timeline;
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
      value: ({ occurrences }) =>
        occurrences
          .map(
            (one) =>
              `${daysInWords(one, language)}: ${one.timing === 'overdue' ? t.late : words.occurrenceState[one.state]}`,
          )
          .join('; ') || null,
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
