import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DASH, dateTime, fileSize } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { carryingText } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import type { MeasureOccurrence } from './MeasureDate.tsx';
import styles from './measure.module.css';
import parts from './parts.module.css';
import { ReasonForm } from './ReasonForm.tsx';
import { measureText } from './measure-text.ts';

type Submission = MeasureOccurrence['submissions'][number];

interface PieceProps {
  readonly submission: Submission;
  readonly occurrence: MeasureOccurrence;
  readonly reviewers: readonly string[];
  readonly mayReview: boolean;
  readonly maySubmit: boolean;
}

/** One piece of evidence as it was handed in: what it is, who and when, what the reviewer said, what can be done. */
export function PieceOfEvidence({ submission, occurrence, reviewers, mayReview, maySubmit }: PieceProps) {
  const t = useText(measureText);
  const states = useText(roadmapsText).submissionState;
  const { language } = useLanguage();
  const { evidence, state } = submission;
  const when = (at: string) => dateTime(at, language);
  return (
    <li className={styles.piece} data-state={state}>
      <p className={styles.pieceLine}>
        <Name submission={submission} />
        <span className={parts.small}>
          {[
            states[state],
            evidence.version > 1 ? t.version(evidence.version) : '',
            evidence.byteSize === null ? '' : fileSize(evidence.byteSize, language),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </p>
      {evidence.open && evidence.note && evidence.note !== evidence.title ? (
        <p className={styles.note}>{evidence.note}</p>
      ) : null}
      {evidence.open ? null : <p className={parts.small}>{t.notOpen}</p>}
      <p className={parts.small}>{t.handed(submission.submittedBy ?? DASH, when(submission.submittedAt))}</p>
      {submission.reviewedAt !== null && submission.remark === '' && state === 'accepted' ? (
        <p className={parts.small}>{t.accepted(submission.reviewedBy ?? DASH, when(submission.reviewedAt))}</p>
      ) : null}
      {submission.remark !== '' ? (
        <div className={styles.remark}>
          <p className={styles.note}>{submission.remark}</p>
          {submission.reviewedAt === null ? null : (
            <p className="soft">{t.returned(submission.reviewedBy ?? DASH, when(submission.reviewedAt))}</p>
          )}
        </div>
      ) : null}
      {submission.serves.length > 0 ? (
        <p className={parts.small}>
          {t.serves}:{' '}
          {submission.serves.map((one, index) => (
            <span key={one.measureId}>
              {index > 0 ? '; ' : ''}
              <Link
                to="/plans/$id/measures/$measureId"
                params={{ id: String(one.planId), measureId: String(one.measureId) }}
              >
                {one.number === null ? one.text : `${one.number}. ${one.text}`}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
      <Verbs
        submission={submission}
        occurrence={occurrence}
        reviewers={reviewers}
        mayReview={mayReview}
        maySubmit={maySubmit}
      />
    </li>
  );
}

const RECORD_PAGES = {
  import: '/results/imports/',
  work: '/results/works/',
  finding: '/findings/',
  document: null,
  report: null,
} as const;

function Name({ submission }: { readonly submission: Submission }): ReactNode {
  const { evidence } = submission;
  const kinds = useText(carryingText).recordKind;
  if (!evidence.open) return evidence.title;
  if (evidence.kind === 'file') {
    return (
      <a href={address('GET /api/evidence/:id/file', { params: { id: evidence.id } })} download>
        {evidence.title}
      </a>
    );
  }
  if (evidence.kind === 'link') {
    return (
      <a href={evidence.url ?? undefined} target="_blank" rel="noreferrer noopener">
        {evidence.title}
      </a>
    );
  }
  if (evidence.kind === 'record' && evidence.recordKind !== null) {
    const page = RECORD_PAGES[evidence.recordKind];
    return (
      <>
        {page === null ? (
          evidence.title
        ) : (
          <Link to={`${page}${evidence.recordId}` as '/findings'}>{evidence.title}</Link>
        )}
        <span className={parts.small}>{kinds[evidence.recordKind]}</span>
      </>
    );
  }
  return evidence.title;
}

function Verbs({ submission, occurrence, reviewers, mayReview, maySubmit }: PieceProps) {
  const t = useText(measureText);
  const [asking, setAsking] = useState(false);
  const review = useContractMutation('POST /api/occurrences/:id/review');
  const withdraw = useContractMutation('POST /api/submissions/:id/withdraw');
  const error = review.error ?? withdraw.error;
  const { state } = submission;
  const reviewable = mayReview && (submission.review === 'may' || submission.review === 'onlyOne');
  const say = (verdict: 'accepted' | 'returned', more: { remark?: string; ends?: boolean } = {}): void =>
    review.mutate(
      {
        params: { id: occurrence.id },
        body: { verdict, submissions: [{ id: submission.id, revision: submission.revision }], ...more },
      },
      { onSuccess: () => setAsking(false) },
    );
  const goesOn = !occurrence.acceptingEnds;
  return (
    <>
      {error ? (
        <Notice kind="problem" live>
          {error.message || t.offline}
        </Notice>
      ) : null}
      {reviewable && state === 'submitted' && submission.review === 'onlyOne' ? (
        <p className={parts.small}>{t.onlyOne}</p>
      ) : null}
      {mayReview && state === 'submitted' && submission.review === 'own' ? (
        <p className={parts.small}>{t.own(reviewers.filter((name) => name !== submission.submittedBy).join(', '))}</p>
      ) : null}
      {asking ? (
        <ReasonForm
          label={t.remark}
          hint={t.remarkHint}
          save={t.returnDo}
          busy={review.isPending}
          onSave={(remark) => say('returned', { remark })}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <div className={`${parts.actions} no-print`}>
          {reviewable && state === 'submitted' ? (
            <>
              <Button busy={review.isPending} onClick={() => say('accepted')}>
                {goesOn ? t.acceptOn : t.accept}
              </Button>
              {goesOn ? (
                <Button kind="quiet" busy={review.isPending} onClick={() => say('accepted', { ends: true })}>
                  {t.acceptEnd}
                </Button>
              ) : null}
              <Button kind="quiet" onClick={() => setAsking(true)}>
                {t.return}
              </Button>
            </>
          ) : null}
          {reviewable && state === 'accepted' ? (
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {t.returnAccepted}
            </Button>
          ) : null}
          {maySubmit && submission.mine && (state === 'submitted' || state === 'returned') ? (
            <Button
              kind="quiet"
              busy={withdraw.isPending}
              onClick={() =>
                withdraw.mutate({ params: { id: submission.id }, body: { revision: submission.revision } })
              }
            >
              {t.withdraw}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}
