import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PARTS, type MeasureParty } from '../../model.ts';
import { roadmapsText } from '../../text.ts';
import { staffFor, type StaffMember } from '../../plans/staff-match.ts';
import styles from './table.module.css';
import { tableText } from './table-text.ts';

export interface PartiesEditorProps {
  readonly parties: readonly MeasureParty[];
  readonly staff: readonly StaffMember[];
  /** «Сохранить», or how many rows it goes to. */
  readonly saveLabel: string;
  readonly onChange?: (parties: readonly MeasureParty[]) => void;
  readonly onSave: (parties: readonly MeasureParty[]) => void;
  readonly onCancel: () => void;
}

const NEW: MeasureParty = { part: 'responsible', post: '', person: '', organisation: '', staffPostId: null };

/** Who answers: posts, persons and organisations as printed, each linked to a member of staff where there is one. */
export function PartiesEditor({ parties, staff, saveLabel, onChange, onSave, onCancel }: PartiesEditorProps) {
  const t = useText(tableText);
  const parts = useText(roadmapsText).part;
  const [list, setList] = useState<readonly MeasureParty[]>(parties);
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const present = staff.filter(({ toDate }) => toDate === null);
  const listed = present.length > 0;
  useEffect(() => {
    // Where nobody is named yet the list of staff is the first field, and it may come after the form.
    if (box.current?.contains(document.activeElement)) return;
    box.current?.querySelector<HTMLElement>(listed ? 'input, select' : 'input')?.focus();
  }, [listed]);

  const change = (next: readonly MeasureParty[]): void => {
    setList(next);
    setError(null);
    onChange?.(next);
  };
  const set = (at: number, fields: Partial<MeasureParty>): void =>
    change(list.map((party, index) => (index === at ? { ...party, ...fields } : party)));
  const save = (): void => {
    const trimmed = list.map((party) => ({
      ...party,
      post: party.post?.trim() || null,
      person: party.person?.trim() || null,
      organisation: party.organisation?.trim() || null,
    }));
    if (trimmed.some(({ post, person, organisation }) => !post && !person && !organisation)) setError(t.party.empty);
    else onSave(trimmed);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      save();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields inside: Enter saves, Escape leaves
    <div ref={box} className={styles.parties} onKeyDown={press}>
      {list.length === 0 ? <p className="soft">{t.party.nobody}</p> : null}
      {list.map((party, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a party has no name of its own but its place
        <div key={at} className={styles.party}>
          <TextField
            id={`${id}-${at}-post`}
            label={t.party.post}
            maxLength={300}
            value={party.post ?? ''}
            onChange={(post) => set(at, { post })}
            width="full"
          />
          <TextField
            label={t.party.person}
            maxLength={300}
            value={party.person ?? ''}
            onChange={(person) => set(at, { person })}
            width="full"
          />
          <TextField
            label={t.party.organisation}
            maxLength={300}
            value={party.organisation ?? ''}
            onChange={(organisation) => set(at, { organisation })}
            width="full"
          />
          <SelectField
            label={t.party.part}
            value={party.part}
            options={PARTS.map((value) => ({ value, label: parts[value] }))}
            onChange={(part) => set(at, { part: part as MeasureParty['part'] })}
            width="full"
          />
          <Button kind="quiet" onClick={() => change(list.filter((_, index) => index !== at))}>
            {t.party.remove}
          </Button>
          <Link party={party} staff={staff} onLink={(staffPostId) => set(at, { staffPostId })} />
        </div>
      ))}
      {error ? (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      ) : null}
      <div className={styles.partyAdd}>
        <Button onClick={() => change([...list, NEW])}>{t.party.add}</Button>
        {present.length ? (
          <SelectField
            label={t.party.fromStaff}
            placeholder={t.party.chooseStaff}
            value=""
            options={present.map((member) => ({
              value: String(member.id),
              label: `${member.fullName}, ${member.post}`,
            }))}
            onChange={(chosen) => {
              const member = present.find((one) => String(one.id) === chosen);
              if (!member) return;
              change([
                ...list,
                {
                  part: 'responsible',
                  post: member.post,
                  person: member.fullName,
                  organisation: null,
                  staffPostId: member.id,
                },
              ]);
            }}
          />
        ) : null}
      </div>
      <div className={styles.partyEnd}>
        <Button kind="main" onClick={save}>
          {saveLabel}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}

function Link({
  party,
  staff,
  onLink,
}: {
  readonly party: MeasureParty;
  readonly staff: readonly StaffMember[];
  readonly onLink: (id: number | null) => void;
}) {
  const t = useText(tableText).party;
  const linked = staff.find(({ id }) => id === party.staffPostId);
  if (linked)
    return (
      <p className={styles.link}>
        {t.linked(`${linked.fullName}, ${linked.post}`)}
        {linked.toDate === null ? null : ` (${t.left})`}
        <Button kind="quiet" onClick={() => onLink(null)}>
          {t.unlink}
        </Button>
      </p>
    );
  const proposed = staffFor({ post: party.post || null, person: party.person || null }, staff);
  if (proposed.length === 0) return null;
  return (
    <p className={styles.link}>
      {proposed.map((member) => (
        <Button key={member.id} kind="quiet" onClick={() => onLink(member.id)}>
          {t.link(`${member.fullName}, ${member.post}`)}
        </Button>
      ))}
    </p>
  );
}
