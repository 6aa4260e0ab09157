import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiError, call } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { time } from '#src/platform/ui/format.ts';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { asksForLook, Deadlines } from '../../intake/doubts.ts';
import { draftDefects, measuresInOrder } from '../../intake/draft.ts';
import type { PlanDraft } from '../../intake/model.ts';
import { mayBeSame } from '../../intake/organisation.ts';
import type { SourceView } from '../../reading/source-view.ts';
import { useDeadlineContext } from '../calendars/deadline-language.ts';
import { PlansSections } from '../PlanNav.tsx';
import type { IntakeDetail } from './api.ts';
import { HeadFields } from './HeadFields.tsx';
import { Problems } from './Problems.tsx';
import { ReadPlan } from './ReadPlan.tsx';
import styles from './review.module.css';
import { type SavedDraft, useSavedDraft } from './saving.ts';
import { SharedDoubts } from './SharedDoubts.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import { text } from './text.ts';

interface ReviewProps {
  readonly intake: IntakeDetail;
  readonly draft: PlanDraft;
}

/** Source and reading side by side: every field can be mended, what is doubtful is walked through, then the plan is saved. */
export function Review({ intake, draft: initial }: ReviewProps) {
  const t = useText(text);
  const navigate = useNavigate();
  const client = useQueryClient();
  const saved = useSavedDraft(intake.id, { draft: initial, revision: intake.revision });
  const { draft, change } = saved;
  const context = useDeadlineContext(draft.head.schoolYear, { approvedOn: draft.head.approval.on });
  const deadlines = useMemo(() => new Deadlines(context), [context]);
  const measures = useMemo(() => measuresInOrder(draft), [draft]);
  const asking = useMemo(
    () => new Set(measures.filter((one) => asksForLook(one, deadlines.of(one.deadline))).map(({ id }) => id)),
    [measures, deadlines],
  );
  const [selected, setSelected] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [sending, setSending] = useState(false);
  const [wide, setWide] = useState(false);
  const focusNext = useRef(false);

  const select = (id: string | null, focus = false): void => {
    focusNext.current = focus;
    setSelected(id);
    const there = id === null ? null : draft.measures[id]?.place;
    if (there) setPlace(there);
  };
  useEffect(() => {
    if (!focusNext.current || selected === null) return;
    focusNext.current = false;
    const row = document.getElementById(`measure-${selected}`);
    // The panel alone is scrolled: the row stands at its top.
    const panel = row?.parentElement?.closest<HTMLElement>('[data-panel]');
    if (row && panel) {
      panel.scrollTo({ top: panel.scrollTop + row.getBoundingClientRect().top - panel.getBoundingClientRect().top });
    }
    const first = row?.querySelector<HTMLElement>(':scope [data-asks="true"] :is(input, textarea)');
    (first ?? row?.querySelector<HTMLElement>('textarea'))?.focus({ preventScroll: true });
  }, [selected]);

  const walk = (step: 1 | -1): void => {
    if (asking.size === 0) return;
    const from = measures.findIndex(({ id }) => id === selected);
    for (let turn = 1; turn <= measures.length; turn += 1) {
      const at = (from + step * turn + measures.length * 2 + (from < 0 && step < 0 ? 1 : 0)) % measures.length;
      const next = measures[at];
      if (next !== undefined && asking.has(next.id) && next.id !== selected) return select(next.id, true);
    }
  };
  // Wherever the focus is, on the page itself too: nobody has to look for it first.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      walk(event.key === 'ArrowDown' ? 1 : -1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  const save = async (): Promise<void> => {
    const defects = draftDefects(draft);
    setErrors(
      defects.map(({ code, id }) => ({
        field: code === 'noTitle' ? 'plan-title' : id === null ? '' : `open-${id}`,
        message: t.defects[code],
      })),
    );
    if (defects.length > 0) return;
    setSending(true);
    try {
      const revision = await saved.flush();
      if (revision === null) return;
      const { planId } = await call('POST /api/plan-intakes/:id/save', {
        params: { id: intake.id },
        body: { revision },
      });
      await client.invalidateQueries();
      await navigate({ to: '/plans/$id', params: { id: String(planId) } });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setErrors([{ field: '', message: error.message || t.offline }]);
    } finally {
      setSending(false);
    }
  };

  const { organization, organisation } = intake;
  const foreign = !mayBeSame(organisation, [organization.name, organization.shortName]);
  return (
    <div className={styles.page}>
      <PageHeading
        above={<PlansSections />}
        title={measures.length === 0 ? t.nothing : t.reviewTitle(measures.length, asking.size)}
        action={
          <span className={styles.verbs}>
            {asking.size > 0 ? (
              <Button onClick={() => walk(1)} aria-keyshortcuts="Alt+ArrowDown">
                {t.next} <kbd className={styles.key}>{t.nextKey}</kbd>
              </Button>
            ) : null}
            <Button kind="main" busy={sending} onClick={() => void save()}>
              {t.save}
            </Button>
          </span>
        }
      />
      <div className={styles.line}>
        <Saving saved={saved} />
        {intake.view === null ? null : (
          <Button kind="quiet" aria-pressed={wide} onClick={() => setWide(!wide)}>
            {t.wideSource}
          </Button>
        )}
      </div>
      <ErrorSummary errors={errors} />
      <div className={styles.sides} data-single={intake.view === null} data-wide={wide}>
        {intake.view === null ? null : (
          <SourcePanel
            // Every key and row of the view is what reading/source-view.ts made; only its format is a wider text here.
            view={intake.view as SourceView}
            name={intake.fileName}
            draft={draft}
            place={place}
            onPlace={(there) => {
              const found = measures.find((measure) => measure.place === there);
              if (found) select(found.id);
              else setPlace(there);
            }}
          />
        )}
        <section className={styles.reading} aria-label={t.plan} data-panel>
          {foreign && organisation !== null ? (
            <Notice kind="attention" title={t.otherOrganisation(organisation.replace(/\s+/g, ' '))}>
              <p>{t.otherOrganisationNote(organization.shortName)}</p>
            </Notice>
          ) : null}
          {measures.length === 0 ? <NoPlan id={intake.id} saved={saved} /> : null}
          <HeadFields head={draft.head} onChange={(head) => change({ ...draft, head })} />
          <Problems
            problems={intake.problems}
            view={intake.view as SourceView | null}
            draft={draft}
            onChange={change}
            onShow={setPlace}
            onSelect={(id) => select(id, true)}
          />
          <SharedDoubts draft={draft} measures={measures} onChange={change} onSelect={(id) => select(id, true)} />
          <ReadPlan
            draft={draft}
            asking={asking}
            deadlines={deadlines}
            context={context}
            selected={selected}
            onSelect={select}
            onChange={change}
            onNext={() => walk(1)}
          />
          <p className="soft small">{t.keys}</p>
        </section>
      </div>
    </div>
  );
}

/** Nothing of the file was understood as a measure: a letter, most likely. One press takes it out of the list. */
function NoPlan({ id, saved }: { readonly id: number; readonly saved: SavedDraft }) {
  const t = useText(text);
  const navigate = useNavigate();
  const discard = useContractMutation('POST /api/plan-intakes/:id/discard');
  const takeOut = async (): Promise<void> => {
    const revision = await saved.flush();
    if (revision === null) return;
    discard.mutate({ params: { id }, body: { revision } }, { onSuccess: () => void navigate({ to: '/plans/new' }) });
  };
  return (
    <Notice kind="attention" title={t.noPlan}>
      <p>{t.noPlanNote}</p>
      <Button busy={discard.isPending} onClick={() => void takeOut()}>
        {t.takeOutHere}
      </Button>
      {discard.error ? <p role="alert">{discard.error.message || t.offline}</p> : null}
    </Notice>
  );
}

/** Where the edits are: with the server, on their way, or only here. */
function Saving({ saved }: { readonly saved: SavedDraft }) {
  const t = useText(text);
  const { state, undo, settle } = saved;
  if (state.kind === 'conflict') {
    return (
      <Notice kind="attention" title={state.at === null ? t.conflict : t.found(time(state.at))} live>
        <p>{t.conflictNote}</p>
        <p className={styles.verbs}>
          <Button onClick={() => settle('mine')}>{t.keepMine}</Button>
          <Button onClick={() => settle('theirs')}>{t.takeTheirs}</Button>
        </p>
      </Notice>
    );
  }
  const words =
    state.kind === 'saved'
      ? t.savedAt(time(state.at))
      : state.kind === 'refused'
        ? t.refused(state.why)
        : state.kind === 'offline'
          ? t.offlineDraft
          : state.kind === 'untouched'
            ? t.untouched
            : state.kind === 'saving'
              ? t.saving
              : t.waiting;
  return (
    <p className={styles.saving} data-state={state.kind}>
      <output>{words}</output>
      {undo === null ? null : (
        <Button kind="quiet" onClick={undo}>
          {t.undo}
        </Button>
      )}
    </p>
  );
}
