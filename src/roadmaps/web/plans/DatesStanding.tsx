import { Link } from '@tanstack/react-router';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { roadmapsText } from '../../text.ts';
import type { Standing } from './merge.ts';
import styles from './table.module.css';
import { tableText } from './table-text.ts';

interface DatesStandingProps {
  readonly planId: number;
  readonly standing: Standing;
}

/** States that are said when a measure has them; of what is open only the late says something. */
const SAID = ['submitted', 'returned', 'notNeeded'] as const;

/** What has become of the dates of a measure: late ones first, then how many are accepted, under review, returned. */
export function DatesStanding({ planId, standing: { measureId, lateSince, dates } }: DatesStandingProps) {
  const t = useText(tableText);
  const states = useText(roadmapsText).occurrenceState;
  const { language } = useLanguage();
  const all = Object.values(dates).reduce((sum, count) => sum + count, 0);
  const said = SAID.filter((state) => dates[state] > 0);
  if (lateSince === null && dates.accepted === 0 && said.length === 0) return null;
  return (
    <Link
      to="/plans/$id/measures/$measureId"
      params={{ id: String(planId), measureId: String(measureId) }}
      className={styles.standing}
    >
      {lateSince === null ? null : <span className={styles.late}>{t.late(date(lateSince, language))}</span>}
      {all === 1 ? null : <span>{t.datesAccepted(dates.accepted, all)}</span>}
      {all === 1 && dates.accepted > 0 ? <span>{states.accepted}</span> : null}
      {said.map((state) => (
        <span key={state}>{all === 1 ? states[state] : t.datesOther(states[state], dates[state])}</span>
      ))}
    </Link>
  );
}
