import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { Measure } from './MeasurePage.tsx';
import styles from './measure.module.css';
import { measureText } from './measure-text.ts';
import parts from './parts.module.css';
import { ReasonForm } from './ReasonForm.tsx';

/** The one click when all dates are closed, and the way back. */
export function MeasureEnd({ measure }: { readonly measure: Measure }) {
  const t = useText(measureText);
  const [asking, setAsking] = useState(false);
  const set = useContractMutation('POST /api/measures/:id/state');
  if (!measure.may.review) return null;
  const say = (state: 'inProgress' | 'done' | 'notNeeded', reason = '') =>
    set.mutate({ params: { id: measure.id }, body: { state, reason } }, { onSuccess: () => setAsking(false) });
  const over = measure.state === 'done' || measure.state === 'notNeeded';
  const lasting =
    measure.ends === null &&
    measure.occurrences.every(
      ({ state, submissions }) =>
        state === 'accepted' ||
        state === 'notNeeded' ||
        state === 'cancelled' ||
        (state === 'open' && submissions.some((one) => one.state === 'accepted')),
    ) &&
    measure.occurrences.length > 0;
  const untouched = measure.state === 'planned' || measure.state === 'inProgress';
  return (
    <>
      {set.error ? (
        <Notice kind="problem" live>
          {set.error.message || t.offline}
        </Notice>
      ) : null}
      {asking ? (
        <ReasonForm
          label={t.reason}
          hint={t.reasonHint}
          save={t.wholeNotNeeded}
          busy={set.isPending}
          onSave={(reason) => say('notNeeded', reason)}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      {!over && measure.ends !== null ? (
        <div className={styles.end}>
          <div>
            <strong>{t.endTitle}</strong>
            <p className="soft">{measure.ends === 'done' ? t.endDone : t.endNotNeeded}</p>
          </div>
          {measure.ends === 'done' ? (
            <Button kind="main" busy={set.isPending} onClick={() => say('done')}>
              {t.done}
            </Button>
          ) : (
            <Button kind="main" onClick={() => setAsking(true)}>
              {t.wholeNotNeeded}
            </Button>
          )}
        </div>
      ) : null}
      <div
        className={`${parts.actions} no-print`}
        hidden={!over && !lasting && !(untouched && measure.ends === null && !asking)}
      >
        {over ? (
          <Button kind="quiet" busy={set.isPending} onClick={() => say('inProgress')}>
            {t.again}
          </Button>
        ) : null}
        {!over && lasting ? (
          <Button kind="quiet" busy={set.isPending} onClick={() => say('done')}>
            {t.finishLasting}
          </Button>
        ) : null}
        {untouched && measure.ends === null && !asking ? (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {t.wholeNotNeeded}
          </Button>
        ) : null}
      </div>
    </>
  );
}
