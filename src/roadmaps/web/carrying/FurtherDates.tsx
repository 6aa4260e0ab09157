import { useDeferredValue, useState } from 'react';
import { TextField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { daysInWords } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import styles from './measure.module.css';
import parts from './parts.module.css';
import { submitText } from './submit-text.ts';
import checkStyles from './picks.module.css';

interface FurtherDatesProps {
  readonly except: number;
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

/** Further measures that the same document serves: folded away, because most documents serve one. */
export function FurtherDates({ except, chosen, onChange }: FurtherDatesProps) {
  const t = useText(submitText);
  const states = useText(roadmapsText).occurrenceState;
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const found = useContractQuery(
    'GET /api/open-occurrences',
    { query: { search: wanted, except } },
    { keepPrevious: true, enabled: open },
  );
  return (
    <details className={styles.further} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t.furtherTitle}
        {chosen.length > 0 ? ` (${t.furtherChosen(chosen.length)})` : ''}
      </summary>
      <div>
        <p className={parts.small}>{t.furtherHint}</p>
        <TextField label={t.furtherSearch} width="full" value={search} onChange={setSearch} />
        {(found.data?.occurrences.length ?? 0) > 0 ? (
          <fieldset className={styles.picks}>
            <legend className="visually-hidden">{t.furtherTitle}</legend>
            {found.data?.occurrences.map((one) => (
              <label key={one.id} className={checkStyles.pick}>
                <input
                  type="checkbox"
                  checked={chosen.includes(one.id)}
                  onChange={(event) =>
                    onChange(event.target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
                  }
                />
                <span>
                  {one.number === null ? one.text : `${one.number}. ${one.text}`}{' '}
                  <span className={parts.small}>
                    {one.planTitle}, {daysInWords(one, language)}
                    {one.state === 'open' ? '' : `, ${states[one.state]}`}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        ) : null}
      </div>
    </details>
  );
}
