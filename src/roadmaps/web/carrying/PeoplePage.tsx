import { address } from '#src/platform/ui/api.ts';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { EmptyState } from '#src/platform/ui/states.tsx';
import { type PersonOf, peopleOf } from '../../carrying/people.ts';
import { daysInWords, partyInWords, shortName } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import { peopleText } from './people-text.ts';
import styles from './people.module.css';
import { MeasureLink, type PlanCarrying, PlanDates, type PlanMeasure } from './PlanDates.tsx';

type Person = PersonOf<PlanMeasure>;

/** Who has what: counts by person, then everybody with his measures, to be read out and handed out. */
export default function PeoplePage() {
  return <PlanDates>{(plan) => <People plan={plan} />}</PlanDates>;
}

function People({ plan }: { readonly plan: PlanCarrying }) {
  const t = useText(peopleText);
  const people = peopleOf(plan.measures);
  const named = people.filter(({ party }) => party !== null);
  const late = named.filter(({ overdue }) => overdue > 0).length;
  if (named.length === 0) {
    return (
      <EmptyState
        title={t.empty}
        action={
          <ButtonLink to="/plans/$id" params={{ id: String(plan.plan.id) }}>
            {t.openPlan}
          </ButtonLink>
        }
      >
        <p>{t.emptyText}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeading
        title={t.title(named.length, late)}
        lead={t.lead}
        action={<Button onClick={() => window.print()}>{t.print}</Button>}
      />
      <Counts plan={plan} people={people} />
      <section aria-labelledby="by-name" className={styles.section}>
        <h2 id="by-name">{t.listTitle}</h2>
        {people.map((person) => (
          <OnePerson key={person.key} plan={plan} person={person} />
        ))}
      </section>
    </>
  );
}

function useName(): (person: Person) => string {
  const t = useText(peopleText);
  return ({ party }) => (party === null ? t.nobody : partyInWords(party));
}

function figure(
  key: 'dates' | 'overdue' | 'thisWeek' | 'review' | 'returned' | 'finished',
  header: string,
): Column<Person> {
  return { key, header, figures: true, value: (person) => person[key] };
}

function Counts({ plan, people }: { readonly plan: PlanCarrying; readonly people: readonly Person[] }) {
  const t = useText(peopleText);
  const name = useName();
  const columns: Column<Person>[] = [
    {
      key: 'who',
      header: t.who,
      naming: true,
      value: name,
      cell: (person) => (
        <>
          <a href={`#${anchor(person)}`}>{name(person)}</a>
          {person.party?.standIn ? (
            <span className="soft small"> {t.standIn(shortName(person.party.standIn))}</span>
          ) : null}
        </>
      ),
    },
    { key: 'measures', header: t.measures, figures: true, value: (person) => person.measures.length },
    figure('dates', t.dates),
    figure('overdue', t.overdue),
    figure('thisWeek', t.thisWeek),
    figure('review', t.review),
    figure('returned', t.returned),
    figure('finished', t.finished),
  ];
  return (
    <DataTable
      caption={t.caption}
      columns={columns}
      rows={people}
      rowKey={({ key }) => key}
      download={address('GET /api/plans/:id/people.xlsx', { params: { id: plan.plan.id } })}
    />
  );
}

function anchor({ key }: Person): string {
  return `person-${key.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

function OnePerson({ plan, person }: { readonly plan: PlanCarrying; readonly person: Person }) {
  const t = useText(peopleText);
  const words = useText(roadmapsText);
  const { language } = useLanguage();
  const name = useName();
  type Row = Person['measures'][number];
  const columns: Column<Row>[] = [
    {
      key: 'measure',
      header: t.measure,
      naming: true,
      sortable: false,
      value: ({ measure }) => measure.text,
      cell: ({ measure, part }) => (
        <>
          <MeasureLink plan={plan} measure={measure} />
          {part === 'coExecutor' ? <span className="soft small"> {t.coExecutor}</span> : null}
        </>
      ),
    },
    { key: 'deadline', header: t.deadline, sortable: false, value: ({ measure }) => measure.deadline || null },
    {
      key: 'state',
      header: t.state,
      sortable: false,
      value: ({ measure }) =>
        measure.occurrences
          .map(
            (one) =>
              `${daysInWords(one, language)}: ${one.timing === 'overdue' ? words.timing.overdue : words.occurrenceState[one.state]}`,
          )
          .join('; ') || null,
    },
  ];
  return (
    <div className={styles.person} id={anchor(person)}>
      <h3>
        {name(person)}
        {person.party !== null && person.party.staffPostId === null ? (
          <span className={styles.personNote}>, {t.notStaff}</span>
        ) : null}
      </h3>
      <DataTable
        caption={name(person)}
        columns={columns}
        rows={person.measures}
        rowKey={({ measure }) => String(measure.id)}
      />
    </div>
  );
}
