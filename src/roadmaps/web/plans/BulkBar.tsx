import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { KIND_IDS, type KindId, kindTitles } from '../../kinds/text.ts';
import { MEASURE_STATES, type MeasureState } from '../../model.ts';
import { roadmapsText } from '../../text.ts';
import type { Edit, Plan, PlanMeasure } from './merge.ts';
import { PartiesEditor } from './PartiesEditor.tsx';
import styles from './plan.module.css';
import type { StaffMember } from '../../plans/staff-match.ts';
import { tableText } from './table-text.ts';
import type { TableEditing } from './useTableEditing.ts';
import type { PlanEditing } from './usePlanEditing.ts';

type Field = 'parties' | 'deadline' | 'kind' | 'section' | 'state';

export interface BulkBarProps {
  readonly plan: Plan;
  readonly chosen: readonly PlanMeasure[];
  readonly staff: readonly StaffMember[];
  readonly table: TableEditing;
  readonly editing: PlanEditing;
  /** The field that stands open from the first. */
  readonly first?: 'kind' | null;
}

/** What can be done with the chosen rows together: one gesture, taken back as one. */
export function BulkBar({ plan, chosen, staff, table, editing, first = null }: BulkBarProps) {
  const t = useText(tableText);
  const { language } = useLanguage();
  const states = useText(roadmapsText).measureState;
  const [field, setField] = useState<Field | null>(first);
  const [value, setValue] = useState(first === 'kind' ? (chosen[0]?.kind ?? '') : '');
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (first !== null) document.getElementById(`bulk-${first}`)?.focus();
  }, [first]);
  const draft = plan.state === 'draft';
  const single = chosen.length === 1 ? chosen[0] : null;

  const apply = async (edits: readonly Edit[], keepChoice = false): Promise<void> => {
    setFailure(null);
    const sent = await editing.send(edits);
    if (sent.kind === 'failed') setFailure(sent.error.message);
    else {
      setField(null);
      if (!keepChoice) table.select([]);
    }
  };
  const setAll = (fields: Extract<Edit, { op: 'setMeasure' }>['fields']): Promise<void> =>
    apply(chosen.map(({ id, revision }): Edit => ({ op: 'setMeasure', id, revision, fields })));
  const open = (next: Field): void => {
    setField(field === next ? null : next);
    setFailure(null);
    setNote('');
    setValue(
      next === 'deadline'
        ? (single?.deadline.verbatim ?? '')
        : next === 'state'
          ? (single?.state ?? 'inProgress')
          : next === 'kind'
            ? (single?.kind ?? '')
            : String(plan.sections[0]?.id ?? ''),
    );
  };
  const save = (): void => {
    if (field === 'deadline') void setAll({ deadline: value.trim() });
    else if (field === 'kind') void setAll({ kind: value || null });
    else if (field === 'state') void setAll({ state: value as MeasureState, stateNote: note.trim() });
    else if (field === 'section')
      void apply(chosen.map(({ id }): Edit => ({ op: 'moveMeasure', id, sectionId: Number(value) })));
  };
  const siblings = single ? (plan.sections.find(({ id }) => id === single.sectionId)?.measures ?? []) : [];
  const at = siblings.findIndex(({ id }) => id === single?.id);
  const move = (after: number | null): void => {
    if (single) void apply([{ op: 'moveMeasure', id: single.id, sectionId: single.sectionId, after }], true);
  };

  return (
    <section className={`${styles.bulk} no-print`} aria-label={t.selected(chosen.length)}>
      <div className={styles.bulkLine}>
        <output className={styles.bulkCount}>{t.selected(chosen.length)}</output>
        {(draft ? (['parties', 'deadline', 'kind', 'section', 'state'] as const) : (['kind', 'state'] as const)).map(
          (one) => (
            <Button key={one} kind="quiet" aria-expanded={field === one} onClick={() => open(one)}>
              {t.bulk[one]}
            </Button>
          ),
        )}
        {single && draft ? (
          <>
            <Button
              kind="quiet"
              onClick={() => {
                table.select([]);
                table.open({ kind: 'new', sectionId: single.sectionId, after: single.id });
              }}
            >
              {t.bulk.below}
            </Button>
            {at > 0 ? (
              <Button kind="quiet" onClick={() => move(siblings[at - 2]?.id ?? null)}>
                {t.bulk.up}
              </Button>
            ) : null}
            {at < siblings.length - 1 ? (
              <Button kind="quiet" onClick={() => move(siblings[at + 1]!.id)}>
                {t.bulk.down}
              </Button>
            ) : null}
          </>
        ) : null}
        {single?.kind ? <span className="soft">{kindTitles[language][single.kind as KindId]}</span> : null}
        {single ? (
          <Link
            to="/plans/$id/history"
            params={{ id: String(plan.id) }}
            search={{ measure: String(single.id) } as never}
          >
            {t.bulk.history}
          </Link>
        ) : null}
        {draft ? (
          <Button kind="quiet" onClick={() => void apply(chosen.map(({ id }): Edit => ({ op: 'removeMeasure', id })))}>
            {t.bulk.remove}
          </Button>
        ) : null}
        <Button kind="quiet" className={styles.bulkEnd} onClick={() => table.select([])}>
          {t.clearSelection}
        </Button>
      </div>
      {failure ? (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      ) : null}
      {field === 'parties' ? (
        <PartiesEditor
          parties={single?.parties ?? []}
          staff={staff}
          saveLabel={t.apply(chosen.length)}
          onSave={(parties) => void setAll({ parties })}
          onCancel={() => setField(null)}
        />
      ) : field === null ? null : (
        <form
          className={styles.bulkForm}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {field === 'deadline' ? (
            <TextField label={t.newDeadline} maxLength={2000} value={value} onChange={setValue} />
          ) : field === 'kind' ? (
            <SelectField
              id="bulk-kind"
              label={t.newKind}
              placeholder={t.noKind}
              value={value}
              options={KIND_IDS.map((kind) => ({ value: kind, label: kindTitles[language][kind] }))}
              onChange={setValue}
            />
          ) : field === 'section' ? (
            <SelectField
              label={t.newSection}
              value={value}
              options={plan.sections.map(({ id, title }) => ({ value: String(id), label: title || t.unsectioned }))}
              onChange={setValue}
            />
          ) : (
            <>
              <SelectField
                label={t.newState}
                value={value}
                options={MEASURE_STATES.map((state) => ({ value: state, label: states[state] }))}
                onChange={setValue}
              />
              <TextField
                label={t.stateNote}
                maxLength={2000}
                value={note}
                onChange={setNote}
                optional
                placeholder={t.stateNoteHint}
              />
            </>
          )}
          <Button kind="main" type="submit" busy={editing.busy}>
            {t.apply(chosen.length)}
          </Button>
          <Button kind="quiet" onClick={() => setField(null)}>
            {t.cancel}
          </Button>
        </form>
      )}
    </section>
  );
}
