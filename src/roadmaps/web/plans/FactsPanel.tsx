import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { DateField, NumberField, TextAreaField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { type Plan, subjectsOf, type Values } from './merge.ts';
import { Panel } from './Panel.tsx';
import styles from './plan.module.css';
import { panelText } from './panel-text.ts';
import type { PlanEditing } from './usePlanEditing.ts';

interface Facts {
  readonly title: string;
  readonly schoolYear: string;
  readonly approvalPost: string;
  readonly approvalPerson: string;
  readonly orderNumber: string;
  readonly approvedOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly preamble: string;
}

function factsOf(plan: Plan): Facts {
  return {
    title: plan.title,
    schoolYear: String(plan.schoolYear),
    approvalPost: plan.approval.post ?? '',
    approvalPerson: plan.approval.person ?? '',
    orderNumber: plan.approval.order ?? '',
    approvedOn: plan.approval.on,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    preamble: plan.preamble,
  };
}

/** Title, year, period, requisites of the approval, preamble. */
export function FactsPanel({
  plan,
  editing,
  onClose,
}: {
  readonly plan: Plan;
  readonly editing: PlanEditing;
  readonly onClose: () => void;
}) {
  const t = useText(panelText);
  const [began] = useState<{ values: Values; facts: Facts }>(() => ({
    values: subjectsOf(plan).get('plan')?.values ?? {},
    facts: factsOf(plan),
  }));
  const draft = useDraft<Facts>(`plan-facts:${plan.id}`, began.facts);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const facts = draft.value;
  const set = (fields: Partial<Facts>): void => draft.setValue({ ...facts, ...fields });
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;

  const save = async (): Promise<void> => {
    const found: FieldError[] = [];
    if (facts.title.trim().length < 3) found.push({ field: 'facts-title', message: t.facts.nameWrong });
    if (!/^20\d\d$/u.test(facts.schoolYear.trim())) found.push({ field: 'facts-year', message: t.facts.yearWrong });
    setErrors(found);
    if (found.length) return;
    const fields = {
      title: facts.title.trim(),
      schoolYear: Number(facts.schoolYear),
      approvalPost: facts.approvalPost.trim() || null,
      approvalPerson: facts.approvalPerson.trim() || null,
      orderNumber: facts.orderNumber.trim() || null,
      approvedOn: facts.approvedOn,
      startsOn: facts.startsOn,
      endsOn: facts.endsOn,
      preamble: facts.preamble.trim(),
    };
    const sent = await editing.send(
      [{ op: 'setPlan', revision: plan.revision, fields }],
      new Map([['plan', began.values]]),
    );
    if (sent.kind === 'failed') setErrors([{ field: '', message: sent.error.message }]);
    else {
      draft.discard();
      onClose();
    }
  };

  return (
    <Panel title={t.facts.title} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary errors={errors} />
        <TextAreaField
          id="facts-title"
          label={t.facts.name}
          maxLength={500}
          rows={2}
          error={wrong('facts-title')}
          value={facts.title}
          onChange={(title) => set({ title })}
        />
        <NumberField
          id="facts-year"
          label={t.facts.year}
          hint={t.facts.yearHint}
          error={wrong('facts-year')}
          value={facts.schoolYear}
          onChange={(schoolYear) => set({ schoolYear })}
        />
        <TextField
          label={t.facts.post}
          maxLength={500}
          hint={t.facts.postHint}
          optional
          width="full"
          value={facts.approvalPost}
          onChange={(approvalPost) => set({ approvalPost })}
        />
        <TextField
          label={t.facts.person}
          maxLength={300}
          hint={t.facts.personHint}
          optional
          value={facts.approvalPerson}
          onChange={(approvalPerson) => set({ approvalPerson })}
        />
        <div className={styles.pair}>
          <TextField
            label={t.facts.order}
            maxLength={60}
            optional
            width="short"
            value={facts.orderNumber}
            onChange={(orderNumber) => set({ orderNumber })}
          />
          <DateField
            label={t.facts.on}
            optional
            value={facts.approvedOn}
            onChange={(approvedOn) => set({ approvedOn })}
          />
        </div>
        <div className={styles.pair}>
          <DateField
            label={t.facts.startsOn}
            optional
            value={facts.startsOn}
            onChange={(startsOn) => set({ startsOn })}
          />
          <DateField label={t.facts.endsOn} optional value={facts.endsOn} onChange={(endsOn) => set({ endsOn })} />
        </div>
        <p className="soft small">{t.facts.periodHint}</p>
        <TextAreaField
          label={t.facts.preamble}
          hint={t.facts.preambleHint}
          optional
          rows={4}
          value={facts.preamble}
          onChange={(preamble) => set({ preamble })}
        />
        <span className={styles.ways}>
          <Button kind="main" type="submit" busy={editing.busy}>
            {t.save}
          </Button>
          <DraftNote draft={draft} />
        </span>
      </form>
      <RemoveDraft planId={plan.id} />
    </Panel>
  );
}

function RemoveDraft({ planId }: { readonly planId: number }) {
  const t = useText(panelText).facts;
  const navigate = useNavigate();
  const remove = useContractMutation('DELETE /api/plans/:id', ['GET /api/plans']);
  const [asked, setAsked] = useState(false);
  return (
    <p>
      <Button
        kind="quiet"
        busy={remove.isPending}
        onClick={() => {
          if (!asked) setAsked(true);
          else remove.mutate({ params: { id: planId } }, { onSuccess: () => void navigate({ to: '/plans' }) });
        }}
      >
        {asked ? t.removeSure : t.remove}
      </Button>
    </p>
  );
}
