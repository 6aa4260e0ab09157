import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { ScrollBox } from '#src/platform/ui/ScrollBox.tsx';
import { daysInWords } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import { grouped } from './grouped.ts';
import { monthName } from './month.ts';
import { MeasureLink, type PlanCarrying, type PlanMeasure, type PlanOccurrence } from './PlanDates.tsx';
import styles from './timeline.module.css';
import { barOf, type Look, shareOf, undatedInWords } from './timeline.ts';
import { timelineText } from './timeline-text.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index);

/** Lanes by section under the names of the months. What the marks mean stands above them, where reading begins. */
export function TimelineChart({ plan }: { readonly plan: PlanCarrying }) {
  const t = useText(timelineText);
  const { language } = useLanguage();
  const sections = grouped(plan.measures, ({ section }) => section);
  return (
    <>
      <Legend />
      <ScrollBox label={t.chart} className={styles.scroll}>
        <div className={`${styles.lane} ${styles.laneHead}`} aria-hidden="true">
          <span />
          <span className={styles.monthNames}>
            {MONTHS.map((index) => (
              <span key={index}>{monthName(((index + 8) % 12) + 1, language, 'short')}</span>
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
      </ScrollBox>
    </>
  );
}

/** Units of the drawing; it is stretched to the width that there is. */
const WIDTH = 1000;
const HEIGHT = 32;

function Lane({ plan, measure }: { readonly plan: PlanCarrying; readonly measure: PlanMeasure }) {
  const t = useText(timelineText);
  const words = useText(roadmapsText).occurrenceState;
  const { language } = useLanguage();
  const { schoolYear } = plan.plan;
  const today = shareOf(plan.today, schoolYear) * WIDTH;
  const undated = undatedInWords(measure, t);
  const lasts = measure.occurrences.some(({ opensOn, dueOn }) => opensOn !== null && dueOn === null);
  const said = measure.occurrences
    .map((one) => `${daysInWords(one, language)}: ${one.timing === 'overdue' ? t.late : words[one.state]}`)
    .join('; ');
  return (
    <div className={styles.lane}>
      <span className={styles.laneWords}>
        <MeasureLink plan={plan} measure={measure} />
      </span>
      <div className={styles.laneDates}>
        <svg
          className={styles.svg}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page has no source to load
          role={undated === null ? 'img' : undefined}
          aria-hidden={undated === null ? undefined : true}
          aria-label={undated === null ? said : undefined}
        >
          {MONTHS.map((index) => (
            <line
              key={index}
              className={styles.tick}
              x1={(index / 12) * WIDTH}
              x2={(index / 12) * WIDTH}
              y1={0}
              y2={HEIGHT}
            />
          ))}
          {measure.occurrences.map((one) => (
            <Mark key={one.id} occurrence={one} schoolYear={schoolYear} />
          ))}
          {today > 0 && today < WIDTH ? (
            <line className={styles.todayLine} x1={today} x2={today} y1={0} y2={HEIGHT} />
          ) : null}
        </svg>
        {undated === null ? null : <span className={styles.undated}>{undated}</span>}
        {undated === null && lasts ? <span className={styles.lasts}>{measure.deadline}</span> : null}
      </div>
    </div>
  );
}

function Mark({ occurrence, schoolYear }: { readonly occurrence: PlanOccurrence; readonly schoolYear: number }) {
  const { language } = useLanguage();
  const bar = barOf(occurrence, schoolYear);
  if (bar === null) return null;
  const x = bar.from * WIDTH;
  const title = <title>{daysInWords(occurrence, language)}</title>;
  const className = styles[bar.look];
  if (bar.shape === 'arrow') {
    return (
      <polygon className={className} points={`${x},11 ${WIDTH - 10},11 ${WIDTH - 2},16 ${WIDTH - 10},21 ${x},21`}>
        {title}
      </polygon>
    );
  }
  if (bar.shape === 'diamond') {
    return (
      <polygon className={className} points={`${x - 5},16 ${x},8 ${x + 5},16 ${x},24`}>
        {title}
      </polygon>
    );
  }
  return (
    <rect className={className} x={x} width={Math.max((bar.to - bar.from) * WIDTH, 5)} y={11} height={10}>
      {title}
    </rect>
  );
}

const LOOKS: readonly Look[] = ['open', 'overdue', 'submitted', 'finished'];

function Legend() {
  const t = useText(timelineText);
  return (
    <ul className={styles.legend} aria-label={t.legendTitle}>
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
          <polygon className={styles.open} points="8,6 14,0.5 20,6 14,11.5" />
        </svg>
        {t.diamond}
      </li>
      <li>
        <svg viewBox="0 0 28 12" aria-hidden="true">
          <polygon className={styles.open} points="1,2 20,2 27,6 20,10 1,10" />
        </svg>
        {t.arrow}
      </li>
      <li>
        <svg viewBox="0 0 28 12" aria-hidden="true">
          <line className={styles.todayLine} x1="14" x2="14" y1="0" y2="12" />
        </svg>
        {t.today}
      </li>
    </ul>
  );
}
