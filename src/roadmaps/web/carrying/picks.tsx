import { useDeferredValue, useId, useState, type ReactNode } from 'react';
import { SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { RECORD_KINDS, type RecordKind } from '../../carrying/model.ts';
import { carryingText, shortName } from '../../carrying/text.ts';
import styles from './measure.module.css';
import parts from './parts.module.css';
import { submitText } from './submit-text.ts';
import checkStyles from './picks.module.css';

interface PickProps {
  readonly value: number | null;
  readonly onChange: (id: number) => void;
  readonly error: string | undefined;
}

/** A record of the system: its kind, then a search over what this person sees. */
export function RecordPick({
  kind,
  onKind,
  value,
  onChange,
  error,
}: PickProps & { readonly kind: RecordKind; readonly onKind: (kind: RecordKind) => void }) {
  const t = useText(submitText);
  const kinds = useText(carryingText).recordKind;
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const found = useContractQuery(
    'GET /api/evidence-records',
    { query: { kind, search: wanted } },
    { keepPrevious: true },
  );
  return (
    <>
      <SelectField
        label={t.recordKind}
        value={kind}
        options={RECORD_KINDS.map((one) => ({ value: one, label: kinds[one] }))}
        onChange={(chosen) => onKind(chosen as RecordKind)}
      />
      <TextField id="record" label={t.recordSearch} value={search} error={error} onChange={setSearch} />
      <Picks
        legend={kinds[kind]}
        empty={found.data ? t.recordNone : null}
        options={(found.data?.records ?? []).map((row) => ({
          id: row.id,
          label: row.title,
          note: row.on === null ? '' : date(row.on, language),
        }))}
        value={value}
        onChange={onChange}
      />
    </>
  );
}

/** A piece that was handed in before. */
export function ExistingPick({ value, onChange, error }: PickProps) {
  const t = useText(submitText);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const found = useContractQuery('GET /api/evidence', { query: { search: wanted } }, { keepPrevious: true });
  return (
    <>
      <TextField id="existing" label={t.existingSearch} value={search} error={error} onChange={setSearch} />
      <Picks
        legend={t.kinds.existing}
        empty={found.data ? t.existingNone : null}
        options={(found.data?.evidence ?? []).map((row) => ({
          id: row.id,
          label: row.title,
          note: [date(row.createdAt, language), row.submittedBy === null ? '' : shortName(row.submittedBy)]
            .filter(Boolean)
            .join(', '),
        }))}
        value={value}
        onChange={onChange}
      />
    </>
  );
}

interface Option {
  readonly id: number;
  readonly label: string;
  readonly note: string;
}

interface PicksProps {
  readonly legend: string;
  readonly empty: string | null;
  readonly options: readonly Option[];
  readonly value: number | null;
  readonly onChange: (id: number) => void;
}

function Picks({ legend, empty, options, value, onChange }: PicksProps): ReactNode {
  const name = useId();
  if (options.length === 0) return empty === null ? null : <p className="soft">{empty}</p>;
  return (
    <fieldset className={styles.picks}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.id} className={checkStyles.pick}>
          <input type="radio" name={name} checked={option.id === value} onChange={() => onChange(option.id)} />
          <span>
            {option.label} <span className={parts.small}>{option.note}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
