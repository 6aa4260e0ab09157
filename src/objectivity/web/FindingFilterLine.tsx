import { useEffect, useId, useState } from 'react';
import { useSession } from '#src/access/web/session.tsx';
import { FilterLine, FilterWord, type FilterOption } from '#src/platform/ui/FilterWord.tsx';
import { formatNumber } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import type { UnitLevel } from '../model.ts';
import { mechanismName } from '../text.ts';
import styles from './FindingFilterLine.module.css';
import { isNarrowed, MECHANISMS, SHOWS, type FilterChanges, type FindingFilters } from './filters.ts';
import { text } from './text.ts';

export interface FindingFilterLineProps {
  readonly filters: FindingFilters;
  readonly onChange: (changes: FilterChanges) => void;
  /** Rows by level under the same conditions; absent while they load. */
  readonly levels?: Readonly<Record<UnitLevel, number>>;
}

/** The list's conditions as words. Offers only what this person's organisation has. */
export function FindingFilterLine({ filters, onChange, levels }: FindingFilterLineProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const { organization, role } = useSession();
  const works = useContractQuery('GET /api/works', undefined);
  const inRegion = organization.kind === 'region';
  const tree = useContractQuery('GET /api/organizations', undefined, { enabled: inRegion });
  const offered: readonly UnitLevel[] =
    role === 'teacher'
      ? []
      : organization.kind === 'school'
        ? ['class', 'school']
        : ['class', 'school', 'municipality'];
  const workOptions = (works.data?.works ?? [])
    .filter((work) => work.analysedAt !== null)
    .map((work) => ({ value: String(work.id), label: t.work(work.subject, work.grade) }));
  const municipalities: FilterOption[] = (tree.data?.organizations ?? [])
    .filter((each) => each.kind === 'municipality')
    .map((each) => ({ value: String(each.id), label: each.shortName }));
  return (
    <FilterLine
      onClear={
        isNarrowed(filters)
          ? () => onChange({ work: undefined, municipality: undefined, sign: undefined, search: undefined })
          : undefined
      }
    >
      {offered.length ? (
        <FilterWord
          label={t.level}
          value={filters.level}
          required
          all=""
          options={offered.map((level) => ({
            value: level,
            label: levels ? `${t.levels[level]} (${formatNumber(levels[level], language)})` : t.levels[level],
          }))}
          onChange={(level) => onChange({ level: level === 'class' ? undefined : level })}
        />
      ) : null}
      <FilterWord
        label={t.show}
        value={filters.show}
        required
        all=""
        options={SHOWS.map((show) => ({ value: show, label: t.shows[show] }))}
        onChange={(show) => onChange({ show: show === 'signalled' ? undefined : show })}
      />
      {workOptions.length > 1 || filters.workId ? (
        <FilterWord
          label={t.ofWork}
          value={filters.workId === undefined ? undefined : String(filters.workId)}
          all={t.allWorks}
          options={workOptions}
          onChange={(work) => onChange({ work })}
        />
      ) : null}
      {inRegion ? (
        <FilterWord
          label={t.municipality}
          value={filters.municipalityId === undefined ? undefined : String(filters.municipalityId)}
          all={t.allMunicipalities}
          options={municipalities}
          onChange={(municipality) => onChange({ municipality })}
        />
      ) : null}
      {filters.show === 'insufficient' ? null : (
        <FilterWord
          label={t.mechanism}
          value={filters.mechanism}
          all={t.anyMechanism}
          options={MECHANISMS.map((mechanism) => ({ value: mechanism, label: mechanismName(mechanism, language) }))}
          onChange={(sign) => onChange({ sign })}
        />
      )}
      {organization.kind === 'school' ? null : (
        <SearchWord
          label={t.search}
          value={filters.search ?? ''}
          onChange={(search) => onChange({ search: search || undefined })}
        />
      )}
    </FilterLine>
  );
}

const PAUSE = 250;

/** A search among the words: asks when typing pauses. */
function SearchWord({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed by itself (conditions cleared, a step back): the field follows.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const later = setTimeout(() => {
      setKnown(typed.trim());
      onChange(typed.trim());
    }, PAUSE);
    return () => clearTimeout(later);
  }, [typed, value, onChange]);
  return (
    <span className={styles.search}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input
        id={id}
        type="search"
        className={styles.input}
        value={typed}
        placeholder={label}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}
