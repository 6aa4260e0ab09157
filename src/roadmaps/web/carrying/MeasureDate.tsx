import { useState } from 'react';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { daysInWords } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import type { Measure } from './MeasurePage.tsx';
import styles from './measure.module.css';
import parts from './parts.module.css';
import { PieceOfEvidence } from './PieceOfEvidence.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { measureText } from './measure-text.ts';

export type MeasureOccurrence = Measure['occurrences'][number];

/** Dates that ask for something now; for a later one the same verb stands in words. */
const ASKS: ReadonlySet<string> = new Set(['overdue', 'today', 'thisWeek', 'soon', 'continuous', 'unresolved']);

interface MeasureDateProps {
  readonly measure: Measure;
  readonly occurrence: MeasureOccurrence;
}

/** One date of a measure: where it stands, its evidence, what can be done about it. */
export function MeasureDate({ measure, occurrence }: MeasureDateProps) {
  const t = useText(measureText);
  const words = useText(roadmapsText);
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const needed = useContractMutation('POST /api/occurrences/:id/needed');
  const review = useContractMutation('POST /api/occurrences/:id/review');
  const { id, state, timing, revision, submissions } = occurrence;
  const current = submissions.filter((one) => one.state !== 'superseded' && one.state !== 'withdrawn');
  const older = submissions.filter((one) => one.state === 'superseded' || one.state === 'withdrawn');
  const waiting = current.filter(
    (one) => one.state === 'submitted' && (one.review === 'may' || one.review === 'onlyOne'),
  );
  const returned = current.find((one) => one.state === 'returned');
  const open = state === 'open' || state === 'submitted' || state === 'returned';
  const params = { id: String(measure.plan.id), measureId: String(measure.id) };
  const say = (is: boolean, reason: string): void =>
    needed.mutate({ params: { id }, body: { revision, needed: is, reason } }, { onSuccess: () => setAsking(false) });
  const late = timing === 'overdue' ? `, ${words.timing.overdue}` : '';
  const error = needed.error ?? review.error;
  return (
    <li className={parts.row}>
      <p className={`${styles.days} figures`}>
        {daysInWords(occurrence, language)}
        <span className={styles.state}>
          {words.occurrenceState[state]}
          {late}
        </span>
      </p>
      <div className={parts.body}>
        {error ? (
          <Notice kind="problem" live>
            {error.message || t.offline}
          </Notice>
        ) : null}
        {occurrence.note ? <p className={styles.note}>{occurrence.note}</p> : null}
        {current.length > 0 ? (
          <ul className={styles.pieces}>
            {current.map((submission) => (
              <PieceOfEvidence
                key={submission.id}
                submission={submission}
                occurrence={occurrence}
                reviewers={measure.reviewers}
                mayReview={measure.may.review}
                maySubmit={measure.may.submit}
              />
            ))}
          </ul>
        ) : state === 'open' ? (
          <p className="soft">{t.noEvidence}</p>
        ) : null}
        <div className={`${parts.actions} no-print`}>
          {measure.may.review && waiting.length > 1 ? (
            <Button
              busy={review.isPending}
              onClick={() =>
                review.mutate({
                  params: { id },
                  body: {
                    verdict: 'accepted',
                    submissions: waiting.map((one) => ({ id: one.id, revision: one.revision })),
                  },
                })
              }
            >
              {t.acceptAll(waiting.length)}
            </Button>
          ) : null}
          {measure.may.submit && open ? (
            <ButtonLink
              to="/plans/$id/measures/$measureId/submit"
              params={params}
              search={{ occurrence: id } as never}
              kind={returned || (current.length === 0 && ASKS.has(timing)) ? 'plain' : 'quiet'}
            >
              {returned ? t.mend : current.length === 0 ? t.submit : t.more}
            </ButtonLink>
          ) : null}
          {measure.may.review && (state === 'open' || state === 'returned') && !asking ? (
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {t.needed}
            </Button>
          ) : null}
          {measure.may.review && state === 'notNeeded' ? (
            <Button kind="quiet" busy={needed.isPending} onClick={() => say(true, '')}>
              {t.neededAgain}
            </Button>
          ) : null}
        </div>
        {asking ? (
          <ReasonForm
            label={t.reason}
            hint={t.reasonHint}
            save={t.needed}
            busy={needed.isPending}
            onSave={(reason) => say(false, reason)}
            onCancel={() => setAsking(false)}
          />
        ) : null}
        {older.length > 0 ? (
          <details className={styles.older}>
            <summary>{t.older(older.length)}</summary>
            <ul className={styles.pieces}>
              {older.map((submission) => (
                <PieceOfEvidence
                  key={submission.id}
                  submission={submission}
                  occurrence={occurrence}
                  reviewers={measure.reviewers}
                  mayReview={false}
                  maySubmit={false}
                />
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </li>
  );
}
