import type { ReactNode } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { type MeasureParty, PARTS } from '../../model.ts';
import { roadmapsText } from '../../text.ts';
import styles from './review.module.css';
import { text } from './text.ts';

interface PartyRowsProps {
  readonly parties: readonly MeasureParty[];
  readonly onChange: (parties: readonly MeasureParty[]) => void;
  readonly note: ReactNode;
}

const EMPTY: MeasureParty = { part: 'responsible', post: '', person: null, organisation: null, staffPostId: null };

/** Who answers: post, name, organisation of each, and in which part. */
export function PartyRows({ parties, onChange, note }: PartyRowsProps) {
  const t = useText(text);
  const parts = useText(roadmapsText).part;
  const set = (index: number, change: Partial<MeasureParty>): void =>
    onChange(parties.map((party, at) => (at === index ? { ...party, ...change } : party)));
  return (
    <fieldset className={styles.rows}>
      <legend>{t.responsible}</legend>
      {parties.map((party, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- parties have no other name, and hold no state of their own
        <div key={index} className={styles.party}>
          <input
            type="text"
            className={styles.control}
            aria-label={t.post(index + 1)}
            placeholder={t.postShort}
            value={party.post ?? ''}
            onChange={(event) => set(index, { post: event.target.value || null })}
          />
          <input
            type="text"
            className={styles.control}
            aria-label={t.person(index + 1)}
            placeholder={t.personShort}
            value={party.person ?? ''}
            onChange={(event) => set(index, { person: event.target.value || null })}
          />
          <input
            type="text"
            className={styles.control}
            aria-label={t.organisation(index + 1)}
            placeholder={t.organisationShort}
            value={party.organisation ?? ''}
            onChange={(event) => set(index, { organisation: event.target.value || null })}
          />
          <select
            className={styles.control}
            aria-label={t.part(index + 1)}
            value={party.part}
            onChange={(event) =>
              set(index, { part: PARTS.find((part) => part === event.target.value) ?? 'responsible' })
            }
          >
            {PARTS.map((part) => (
              <option key={part} value={part}>
                {parts[part]}
              </option>
            ))}
          </select>
          <Button
            kind="quiet"
            aria-label={t.removeParty(index + 1)}
            onClick={() => onChange(parties.filter((_, at) => at !== index))}
          >
            {t.remove}
          </Button>
        </div>
      ))}
      {note}
      <Button kind="quiet" className={styles.addRow} onClick={() => onChange([...parties, EMPTY])}>
        {t.addParty}
      </Button>
    </fieldset>
  );
}
