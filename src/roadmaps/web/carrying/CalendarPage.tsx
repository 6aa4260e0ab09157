import { Link } from '@tanstack/react-router';
import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { partyInWords } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import styles from './calendar.module.css';
import { calendarText } from './calendar-text.ts';
import { type Due, MonthTable } from './MonthTable.tsx';
import { type Month, monthName, monthOf, nameOfMonth, stepMonth } from './month.ts';
import { MeasureLink, type PlanCarrying, PlanDates } from './PlanDates.tsx';

/** The dates of a plan by day: a month as a table, and the same as a list. */
export default function CalendarPage() {
  return <PlanDates>{(plan) => <Calendar plan={plan} />}</PlanDates>;
}

function Calendar({ plan }: { readonly plan: PlanCarrying }) {
  const t = useText(calendarText);
  const { language } = useLanguage();
  const [{ month: asked }] = useFilters(['month']);
  const month = monthOf(asked, plan.today);
  const name = nameOfMonth(month);
  const due = plan.measures
    .flatMap((measure) => measure.occurrences.map((occurrence): Due => ({ measure, occurrence })))
    .filter(({ occurrence }) => occurrence.dueOn?.startsWith(name));
  const undated = plan.measures.filter(({ occurrences }) => occurrences.every(({ dueOn }) => dueOn === null)).length;
  return (
    <>
      <PageHeading
        above={plan.plan.title}
        title={t.title(monthName(month.month, language), month.year, due.length)}
        action={<Steps month={month} current={plan.today.slice(0, 7)} />}
      />
      <MonthTable plan={plan} month={month} due={due} />
      <p className={`${styles.keys} soft small no-print`}>{t.keys}</p>
      <section aria-labelledby="as-list" className={styles.section}>
        <h2 id="as-list">{t.listTitle}</h2>
        <DueList plan={plan} due={due} />
      </section>
      {undated > 0 ? (
        <p className="soft">
          {t.undated(undated)}{' '}
          <Link to="/plans/$id/timeline" params={{ id: String(plan.plan.id) }} className="no-print">
            {t.timeline}
          </Link>
        </p>
      ) : null}
    </>
  );
}

/** The months beside this one, named, and the way back to the month that it is now. */
function Steps({ month, current }: { readonly month: Month; readonly current: string }) {
  const t = useText(calendarText);
  const { language } = useLanguage();
  const [, setFilters] = useFilters(['month']);
  const before = stepMonth(month, -1);
  const after = stepMonth(month, 1);
  const nameOf = (one: Month) => monthName(one.month, language);
  return (
    <div className={styles.steps}>
      {nameOfMonth(month) === current ? null : (
        <Button kind="quiet" onClick={() => setFilters({ month: current })}>
          {t.current}
        </Button>
      )}
      <Button aria-label={t.previous(nameOf(before))} onClick={() => setFilters({ month: nameOfMonth(before) })}>
        ← {nameOf(before)}
      </Button>
      <Button aria-label={t.next(nameOf(after))} onClick={() => setFilters({ month: nameOfMonth(after) })}>
        {nameOf(after)} →
      </Button>
    </div>
  );
}

function DueList({ plan, due }: { readonly plan: PlanCarrying; readonly due: readonly Due[] }) {
  const t = useText(calendarText);
  const words = useText(roadmapsText);
  const { language } = useLanguage();
  const columns: Column<Due>[] = [
    {
      key: 'due',
      header: t.due,
      short: true,
      value: ({ occurrence }) => occurrence.dueOn,
      cell: ({ occurrence }) => <span className="figures">{date(occurrence.dueOn, language)}</span>,
    },
    {
      key: 'measure',
      header: t.measure,
      naming: true,
      value: ({ measure }) => measure.text,
      cell: ({ measure }) => <MeasureLink plan={plan} measure={measure} />,
    },
    {
      key: 'who',
      header: t.who,
      value: ({ measure }) => measure.parties.map(partyInWords).join('; ') || null,
    },
    {
      key: 'state',
      header: t.state,
      value: ({ occurrence }) =>
        occurrence.timing === 'overdue' ? words.timing.overdue : words.occurrenceState[occurrence.state],
    },
  ];
  return (
    <DataTable
      caption={t.listTitle}
      columns={columns}
      rows={due}
      rowKey={({ occurrence }) => String(occurrence.id)}
      download={address('GET /api/plans/:id/occurrences.xlsx', { params: { id: plan.plan.id } })}
    />
  );
}
