import { useState } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { address } from '#src/platform/ui/api.ts';
import { ButtonHref } from '#src/platform/ui/Button.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { schoolYearOf } from '#src/platform/clock.ts';
import { calendarsText } from '../../calendars/text.ts';
import { windowInWords } from '../../deadline/text.ts';
import { PlansSections } from '../PlanNav.tsx';
import './api.ts';
import styles from './calendars.module.css';
import { EventList } from './EventList.tsx';
import { text } from './text.ts';
import { YearForm } from './YearForm.tsx';

type Calendar = Output<'GET /api/calendars/:schoolYear'>['upper'][number];

/** The school year as plans refer to it: parts, holidays, schedules. */
export default function CalendarsPage() {
  const t = useText(text);
  const [present] = useState(() => schoolYearOf(new Date()));
  const [saved, setSaved] = useState<number | null>(null);
  const [{ year, reference }, setFilters] = useFilters(['year', 'reference']);
  const schoolYear = /^20\d\d$/.test(year ?? '') ? Number(year) : present;
  const answer = useContractQuery('GET /api/calendars/:schoolYear', { params: { schoolYear } });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  const { own, upper, events, organization, mayEdit } = answer.data;
  const name = `${schoolYear}/${schoolYear + 1}`;
  const empty = own === null && events.length === 0;
  return (
    <>
      <PageHeading
        above={<PlansSections />}
        title={empty ? t.emptyTitle(name) : t.title(name, own?.terms.length ?? 0, events.length)}
        lead={empty ? t.emptyLead : t.lead}
      />
      <FilterLine>
        <FilterWord
          label={t.year}
          all={name}
          required
          value={String(schoolYear)}
          options={[...new Set([present - 1, present, present + 1, schoolYear])].sort().map((each) => ({
            value: String(each),
            label: `${each}/${each + 1}`,
          }))}
          onChange={(value) => setFilters({ year: value })}
        />
      </FilterLine>
      {mayEdit ? (
        <section className={styles.part} aria-labelledby="year-title">
          <h2 id="year-title">{t.yearTitle}</h2>
          {saved === schoolYear ? <Notice title={t.saved} live /> : null}
          <YearForm
            key={`${schoolYear}-${own?.revision ?? 0}`}
            calendars={answer.data}
            onSaved={() => setSaved(schoolYear)}
          />
        </section>
      ) : own === null ? null : (
        <Calendars title={t.yearTitle} calendars={[own]} />
      )}
      <EventList
        key={schoolYear}
        schoolYear={schoolYear}
        ownId={organization.organizationId}
        events={events}
        mayEdit={mayEdit}
        wanted={reference}
      />
      {upper.length > 0 ? <Calendars title={t.upperTitle} lead={t.upperLead} calendars={upper} /> : null}
      <p className={styles.download}>
        <ButtonHref
          kind="quiet"
          href={address('GET /api/calendars/:schoolYear/year.xlsx', { params: { schoolYear } })}
          download
        >
          {t.download}
        </ButtonHref>
      </p>
    </>
  );
}

interface CalendarsProps {
  readonly title: string;
  readonly lead?: string;
  readonly calendars: readonly Calendar[];
}

/** Calendars that are read and not edited here. */
function Calendars({ title, lead, calendars }: CalendarsProps) {
  const t = useText(text);
  const words = useText(calendarsText);
  const { language } = useLanguage();
  return (
    <section className={styles.part} aria-labelledby="upper-title">
      <h2 id="upper-title">{title}</h2>
      {lead ? <p className="soft">{lead}</p> : null}
      {calendars.map(({ organizationId, organizationName, terms, holidays, lessonsEnd }) => (
        <div key={organizationId} className={styles.upper}>
          <h3>{organizationName}</h3>
          <ul className="figures">
            {terms.map(({ kind, n, from, to }) => (
              <li key={`${kind}${n}`}>
                {n} {words.term[kind]}: {windowInWords({ from, to }, language)}
              </li>
            ))}
            {holidays.map(({ name, from, to }) => (
              <li key={name + from}>
                {name}: {windowInWords({ from, to }, language)}
              </li>
            ))}
            {lessonsEnd === null ? null : (
              <li>
                {t.lessonsEndShort}: {date(lessonsEnd, language)}
              </li>
            )}
          </ul>
        </div>
      ))}
    </section>
  );
}
