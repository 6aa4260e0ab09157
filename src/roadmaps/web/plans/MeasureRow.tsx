import { memo, type ReactNode } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { MEASURE_STATES } from '../../model.ts';
import { roadmapsText } from '../../text.ts';
import type { DeadlineContext } from '../../deadline/resolve.ts';
import { CellEditor, type Step } from './CellEditor.tsx';
import { DeadlineCell } from './DeadlineCell.tsx';
import { deadlineLines } from './deadline-lines.ts';
import { OriginWords } from '../cascade/OriginWords.tsx';
import { DatesStanding } from './DatesStanding.tsx';
import type { PlanMeasure, Standing } from './merge.ts';
import { PartiesEditor } from './PartiesEditor.tsx';
import { ProposalNote } from './ProposalNote.tsx';
import type { StaffMember } from '../../plans/staff-match.ts';
import { StateSelect } from './StateSelect.tsx';
import styles from './table.module.css';
import { tableText } from './table-text.ts';
import type { Proposal } from './useTableEditing.ts';

export const CELLS = ['number', 'text', 'deadline', 'parties', 'result', 'state'] as const;
export type Cell = (typeof CELLS)[number];

/** What the table does for its rows; the same object as long as the page lives, so that rows stay as they are. */
export interface RowActions {
  readonly open: (id: number, cell: Cell) => void;
  readonly type: (measure: PlanMeasure, cell: Cell, value: unknown) => void;
  readonly save: (measure: PlanMeasure, cell: Cell, step: Step, value?: unknown) => void;
  readonly cancel: (measure: PlanMeasure, cell: Cell) => void;
  readonly select: (id: number, chosen: boolean, range: boolean) => void;
  readonly confirmDeadline: (measure: PlanMeasure) => void;
  /** Days in place of what the words give; null: the words again. */
  readonly setWindows: (measure: PlanMeasure, windows: PlanMeasure['windowsSet']) => void;
}

export interface MeasureRowProps {
  readonly planId: number;
  readonly measure: PlanMeasure;
  /** How its dates stand; absent: it has none. */
  readonly standing: Standing | undefined;
  /** Words may change: the plan is a draft and the person may edit it. */
  readonly words: boolean;
  /** States may change. */
  readonly carried: boolean;
  readonly chosen: boolean;
  /** The cell that is edited, and what is typed in it. */
  readonly cell: Cell | null;
  readonly typed: unknown;
  /** What the cell opens with where nothing was typed; it is not written by itself. */
  readonly proposal: Proposal | null;
  readonly error: string | null;
  /** Values that were typed and are on their way or waiting for the line. */
  readonly waiting: Readonly<Record<string, unknown>> | undefined;
  readonly staff: readonly StaffMember[];
  readonly context: DeadlineContext;
  readonly actions: RowActions;
}

export const MeasureRow = memo(function MeasureRow(props: MeasureRowProps) {
  const {
    planId,
    measure,
    standing,
    words,
    carried,
    chosen,
    cell,
    typed,
    proposal,
    error,
    staff,
    actions,
    waiting,
    context,
  } = props;
  const t = useText(tableText);
  const { language } = useLanguage();
  const states = useText(roadmapsText).measureState;
  const name = [measure.number, measure.text].filter(Boolean).join(' ').slice(0, 90);
  const lines = deadlineLines(measure, language);
  const shown = <C extends 'number' | 'text' | 'deadline' | 'result'>(field: C): string =>
    String(waiting?.[field] ?? (field === 'deadline' ? measure.deadline.verbatim : (measure[field as 'text'] ?? '')));

  const text = (field: 'number' | 'text' | 'result', below: ReactNode = null) => (
    <td className={styles[field]}>
      {cell === field ? (
        <CellEditor
          label={`${t[field]}, ${name}`}
          value={String(typed ?? proposal?.value ?? shown(field))}
          proposal={typed === undefined ? proposal : null}
          short={field === 'number'}
          error={error}
          onChange={(value) => actions.type(measure, field, value)}
          onSave={(step, value) => actions.save(measure, field, step, value)}
          onCancel={() => actions.cancel(measure, field)}
        />
      ) : (
        <CellFace
          id={`cell-${measure.id}-${field}`}
          label={t.edit(t[field], name)}
          editable={words}
          first={field === 'text'}
          onOpen={() => actions.open(measure.id, field)}
        >
          {shown(field) || t.empty}
        </CellFace>
      )}
      {below}
    </td>
  );

  return (
    <>
      <tr id={`measure-${measure.id}`} data-chosen={chosen} data-state={measure.state}>
        {carried ? (
          <td className={styles.choose}>
            <input
              type="checkbox"
              checked={chosen}
              aria-label={t.chooseRow(name)}
              onClick={(event) => actions.select(measure.id, !chosen, event.shiftKey)}
              onChange={() => undefined}
            />
          </td>
        ) : null}
        {text('number')}
        {text('text', measure.origin ? <FromDistrict measure={measure} /> : null)}
        <td className={styles.deadline}>
          {cell === 'deadline' ? (
            <DeadlineCell
              label={`${t.deadline}, ${name}`}
              measure={measure}
              value={String(typed ?? proposal?.value ?? shown('deadline'))}
              proposal={typed === undefined ? proposal : null}
              context={context}
              error={error}
              onChange={(value) => actions.type(measure, 'deadline', value)}
              onSave={(step, windows) => {
                actions.save(measure, 'deadline', step, typed ?? proposal?.value);
                if (windows !== undefined) actions.setWindows(measure, windows);
              }}
              onConfirm={() => actions.confirmDeadline(measure)}
              onCancel={() => actions.cancel(measure, 'deadline')}
            />
          ) : (
            <>
              <CellFace
                id={`cell-${measure.id}-deadline`}
                label={t.edit(t.deadline, name)}
                editable={words}
                onOpen={() => actions.open(measure.id, 'deadline')}
              >
                {shown('deadline').replace(/(\d{4}) (г\.?)/gu, '$1\u00a0$2') || t.empty}
              </CellFace>
              {lines.days !== null && lines.days !== measure.deadline.verbatim ? (
                <span className={styles.days}>
                  {lines.days}
                  {lines.more > 0 ? ` ${t.moreWindows(lines.more)}` : null}
                </span>
              ) : null}
              {lines.doubts.map((doubt) => (
                <span key={doubt} className={styles.doubt}>
                  {doubt}
                </span>
              ))}
              {lines.asks && carried ? (
                <Button kind="quiet" className={styles.confirm} onClick={() => actions.confirmDeadline(measure)}>
                  {t.confirmDeadline}
                </Button>
              ) : null}
            </>
          )}
        </td>
        <td className={styles.people}>
          <CellFace
            id={`cell-${measure.id}-parties`}
            label={t.edit(t.parties, name)}
            editable={carried}
            expanded={cell === 'parties'}
            onOpen={() => actions.open(measure.id, 'parties')}
          >
            <Parties
              parties={(waiting?.parties as PlanMeasure['parties'] | undefined) ?? measure.parties}
              staff={staff}
            />
          </CellFace>
        </td>
        {text('result')}
        <td className={styles.state}>
          {cell === 'state' ? (
            <StateSelect
              label={`${t.state}, ${name}`}
              value={measure.state}
              options={MEASURE_STATES.map((value) => ({ value, label: states[value] }))}
              onSave={(value, step) => actions.save(measure, 'state', step, value)}
              onCancel={() => actions.cancel(measure, 'state')}
            />
          ) : (
            <CellFace
              id={`cell-${measure.id}-state`}
              label={t.edit(t.state, name)}
              editable={carried}
              onOpen={() => actions.open(measure.id, 'state')}
            >
              {states[(waiting?.state as PlanMeasure['state'] | undefined) ?? measure.state]}
            </CellFace>
          )}
          {standing ? <DatesStanding planId={planId} standing={standing} /> : null}
          {measure.stateNote ? <span className={styles.days}>{measure.stateNote}</span> : null}
        </td>
      </tr>
      {cell === 'parties' ? (
        <tr className="no-print">
          <td colSpan={7} className={styles.wide}>
            <PartiesEditor
              parties={
                (typed as PlanMeasure['parties'] | undefined) ??
                (proposal === null ? measure.parties : proposedParties(proposal.value))
              }
              staff={staff}
              saveLabel={t.save}
              onChange={(value) => actions.type(measure, 'parties', value)}
              onSave={(value) => actions.save(measure, 'parties', 0, value)}
              onCancel={() => actions.cancel(measure, 'parties')}
            />
            {proposal === null ? null : <ProposalNote source={proposal.source} />}
            {error ? (
              <span role="alert" className={styles.error}>
                {error}
              </span>
            ) : null}
          </td>
        </tr>
      ) : null}
    </>
  );
});

/** Posts of a proposal, each to be tied to a member of staff. */
function proposedParties(value: string): PlanMeasure['parties'] {
  return value
    .split(';')
    .map((post) => ({ part: 'responsible', post: post.trim(), person: null, organisation: null, staffPostId: null }));
}

/** A measure that the district handed down, with its words where the school's differ. */
function FromDistrict({ measure }: { readonly measure: PlanMeasure }) {
  const t = useText(tableText);
  const { origin, text, deadline } = measure;
  if (!origin) return null;
  const own = { text, deadline: deadline.verbatim };
  const differs = origin.text !== own.text || origin.deadline !== own.deadline;
  return (
    <div className="no-print">
      <span className={styles.days}>{t.fromDistrict}</span>
      {differs ? <OriginWords origin={origin} own={own} /> : null}
    </div>
  );
}

interface CellFaceProps {
  readonly id: string;
  readonly label: string;
  readonly editable: boolean;
  /** The one cell of its row that Tab stops at; arrows reach the others. */
  readonly first?: boolean;
  readonly expanded?: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** A cell that is read, and pressed to be edited. */
function CellFace({ id, label, editable, first = false, expanded, onOpen, children }: CellFaceProps) {
  if (!editable) return <span className={styles.face}>{children}</span>;
  return (
    <button
      type="button"
      id={id}
      className={styles.face}
      title={label}
      tabIndex={first ? 0 : -1}
      aria-expanded={expanded}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}

/** Post, person and organisation of each, one under another; whoever is linked to staff shows who it is. */
function Parties({
  parties,
  staff,
}: {
  readonly parties: PlanMeasure['parties'];
  readonly staff: readonly StaffMember[];
}) {
  const t = useText(tableText);
  if (parties.length === 0) return <>{t.empty}</>;
  return (
    <>
      {parties.map((party, index) => {
        const member = staff.find(({ id }) => id === party.staffPostId);
        const person = party.person ?? (member && !party.person ? member.fullName : null);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a party has no name of its own but its place
          <span key={index} className={styles.one}>
            {[party.post, party.organisation].filter(Boolean).join(' ')}
            {person && (party.post || party.organisation) ? ' ' : null}
            {person ? <span className={member ? styles.person : undefined}>{person}</span> : null}
            {party.part === 'coExecutor' ? <span className={styles.part}> ({t.coExecutor})</span> : null}
          </span>
        );
      })}
    </>
  );
}
