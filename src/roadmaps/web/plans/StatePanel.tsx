import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { CheckField, DateField, TextAreaField, TextField } from '#src/platform/ui/Field.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import '../api.ts';
import type { Plan, PlanAnswer } from './merge.ts';
import { Panel } from './Panel.tsx';
import styles from './plan.module.css';
import { panelText } from './panel-text.ts';

export type PlanStep = 'approve' | 'reopen' | 'close' | 'resume';

const TO = { approve: 'approved', reopen: 'draft', close: 'closed', resume: 'approved' } as const;

export interface StatePanelProps {
  readonly plan: Plan;
  readonly step: PlanStep;
  /** Remarks that should be mended before the approval. */
  readonly toMend: number;
  /** The order under which a plan that was returned to a draft had been approved. */
  readonly former: { readonly order: string; readonly on: string } | null;
  /** The plan names the head of another organisation; the own one is proposed. */
  readonly foreign: PlanAnswer['foreignApprover'];
  readonly onClose: () => void;
}

/** The approving order, or the reason for returning; what stands against it is said, and a person may decide knowingly. */
export function StatePanel({ plan, step, toMend, former, foreign, onClose }: StatePanelProps) {
  const t = useText(panelText);
  const { language } = useLanguage();
  const set = useContractMutation('POST /api/plans/:id/state');
  // An order that approved other words is not offered for these.
  const same = former !== null && former.order === plan.approval.order && former.on === plan.approval.on;
  const [post, setPost] = useState((foreign ? foreign.own?.post : plan.approval.post) ?? '');
  const [person, setPerson] = useState((foreign ? foreign.own?.person : plan.approval.person) ?? '');
  const [order, setOrder] = useState(same ? '' : (plan.approval.order ?? ''));
  const [on, setOn] = useState(same ? null : plan.approval.on);
  const [reason, setReason] = useState('');
  const [knowingly, setKnowingly] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const words = t[step];
  const blocked = step === 'approve' && toMend > 0 && !knowingly;

  const send = (): void => {
    if (step === 'approve' && (!order.trim() || !on || (!post.trim() && !person.trim()))) {
      setErrors([{ field: order.trim() ? 'approve-post' : 'approve-order', message: t.approve.missing }]);
      return;
    }
    const body = {
      revision: plan.revision,
      to: TO[step],
      ...(step === 'approve' ? { order, on, post: post || null, person: person || null } : {}),
      ...(step === 'reopen' ? { reason } : {}),
    };
    set.mutate(
      { params: { id: plan.id }, body },
      { onSuccess: onClose, onError: (error) => setErrors([{ field: '', message: error.message }]) },
    );
  };

  return (
    <Panel title={words.title} lead={words.lead} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ErrorSummary errors={errors} />
        {step === 'approve' ? (
          <>
            {former ? <p>{t.approve.former(former.order, date(former.on, language))}</p> : null}
            <div className={styles.pair}>
              <TextField
                id="approve-order"
                label={t.facts.order}
                maxLength={60}
                width="short"
                value={order}
                onChange={setOrder}
              />
              <DateField label={t.facts.on} value={on} onChange={setOn} />
            </div>
            {foreign ? (
              <Notice kind="attention">
                <p>{t.approve.foreign(foreign.words, foreign.own !== null)}</p>
              </Notice>
            ) : null}
            <TextField
              id="approve-post"
              label={t.facts.post}
              maxLength={500}
              hint={t.facts.postHint}
              width="full"
              value={post}
              onChange={setPost}
            />
            <TextField
              label={t.facts.person}
              maxLength={300}
              hint={t.facts.personHint}
              value={person}
              onChange={setPerson}
            />
            {toMend > 0 ? (
              <Notice kind="attention">
                <p>
                  {t.approve.remarks(toMend)}{' '}
                  <Link to={`/plans/${plan.id}/remarks` as '/plans'}>{t.approve.remarksRead}</Link>
                </p>
                <CheckField label={t.approve.knowingly} checked={knowingly} onChange={setKnowingly} />
              </Notice>
            ) : null}
          </>
        ) : null}
        {step === 'reopen' ? (
          <TextAreaField
            label={t.reopen.reason}
            maxLength={2000}
            hint={t.reopen.reasonHint}
            rows={3}
            value={reason}
            onChange={setReason}
          />
        ) : null}
        <Button kind="main" type="submit" busy={set.isPending} disabled={blocked}>
          {words.confirm}
        </Button>
      </form>
    </Panel>
  );
}
