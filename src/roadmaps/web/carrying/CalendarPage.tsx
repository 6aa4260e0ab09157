import { useNavigate } from '@tanstack/react-router';
import { useRef, type KeyboardEvent } from 'react';
import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ScrollBox } from '#src/platform/ui/ScrollBox.tsx';
import { partyInWords } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import { grouped } from './grouped.ts';
import { type Month, monthOf, nameOfMonth, stepMonth, weeksOf } from './month.ts';
import { planText } from './plan-text.ts';
import styles from './plan-views.module.css';
import {
  MeasureLink,
  type PlanCarrying,
  PlanDates,
  type PlanMeasure,
  type PlanOccurrence,
} from './usePlanCarrying.tsx';

interface Due {
  readonly measure: PlanMeasure;
  readonly occurrence: PlanOccurrence;
}

/** The dates of a plan by day: a month as a table, and the same as a list. */
export default function CalendarPage() {
  return <PlanDates>{(plan) => <Calendar plan={plan} />}</PlanDates>;
}

function Calendar({ plan }: { readonly plan: PlanCarrying }) {
  const t = useText(planText);
  const c = t.calendar;
  const [{ month: asked }] = useFilters(['month']);
  const month = monthOf(asked, plan.today);
  const all = plan.measures.flatMap((measure) =>
    measure.occurrences.map((occurrence): Due => ({ measure, occurrence })),
  );
  const name = nameOfMonth(month);
  const due = all.filter(({ occurrence }) => occurrence.dueOn?.startsWith(name));
  const undated = plan.measures.filter(({ occurrences }) => occurrences.some(({ dueOn }) => dueOn === null)).length;
  return (
    <>
      <PageHeading
        title={c.title(c.inMonths.split(' ')[month.month - 1]!, month.year, due.length)}
        lead={plan.plan.title}
      />
      <Steps month={month} />
      <MonthTable plan={plan} month={month} due={due} />
      <section aria-labelledby="as-list" className={styles.section}>
        <h2 id="as-list">{c.listTitle}</h2>
        <DueList plan={plan} due={due} />
      </section>
      {undated > 0 ? <p className="soft">{c.undated(undated)}</p> : null}
    </>
  );
}

function Steps({ month }: { readonly month: Month }) {
  const t = useText(planText).calendar;
  const [, setFilters] = useFilters(['month']);
  const go = (by: number) => setFilters({ month: nameOfMonth(stepMonth(month, by)) });
  return (
    <div className={`${styles.bar} no-print`}>
      <span className={styles.step}>
        <Button onClick={() => go(-1)}>← {t.previous}</Button>
        <Button onClick={() => go(1)}>{t.next} →</Button>
      </span>
      <span className="soft small">{t.keys}</span>
    </div>
  );
}

/** So many measures fit into a day; the list below holds all. */
const SHOWN = 3;

function MonthTable({
  plan,
  month,
  due,
}: {
  readonly plan: PlanCarrying;
  readonly month: Month;
  readonly due: readonly Due[];
}) {
  const t = useText(planText);
  const [, setFilters] = useFilters(['month']);
  const table = useRef<HTMLTableElement>(null);
  const off = new Set(plan.daysOff);
  const weeks = weeksOf(month);
  const days = weeks.flat().filter((day) => day !== null);
  const start = days.includes(plan.today) ? plan.today : days[0];
  const byDay = grouped(due, ({ occurrence }) => occurrence.dueOn ?? '');
  const press = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      setFilters({ month: nameOfMonth(stepMonth(month, event.key === 'PageUp' ? -1 : 1)) });
      return;
    }
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const from = (event.target as HTMLElement).closest('td')?.dataset.day;
    if (by === undefined || from === undefined) return;
    const to = days[days.indexOf(from) + by];
    if (to === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  const monthName = t.months.split(' ')[month.month - 1]!;
  const full = t.weekdaysFull.split(' ');
  return (
    <ScrollBox label={t.calendar.caption(monthName, month.year)} className={styles.scroll}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between days as in a grid */}
      <table ref={table} className={styles.grid} onKeyDown={press}>
        <caption className="visually-hidden">{t.calendar.caption(monthName, month.year)}</caption>
        <thead>
          <tr>
            {t.weekdays.split(' ').map((day, index) => (
              <th key={day} scope="col" abbr={full[index]}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, index) =>
                day === null ? (
                  // oxlint-disable-next-line react/no-array-index-key -- an empty day has nothing else to be known by
                  <td key={index} data-none="true">
                    <span className="visually-hidden">—</span>
                  </td>
                ) : (
                  <Day
                    key={day}
                    day={day}
                    plan={plan}
                    due={byDay.get(day) ?? []}
                    off={off.has(day)}
                    entry={day === start}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface DayProps {
  readonly day: string;
  readonly plan: PlanCarrying;
  readonly due: readonly Due[];
  readonly off: boolean;
  /** The day that the Tab key arrives at. */
  readonly entry: boolean;
}

function Day({ day, plan, due, off, entry }: DayProps) {
  const t = useText(planText).calendar;
  const navigate = useNavigate();
  const today = day === plan.today;
  const open = (event: KeyboardEvent<HTMLTableCellElement>): void => {
    const [first] = due;
    if (event.key !== 'Enter' || event.target !== event.currentTarget || !first) return;
    void navigate({
      to: '/plans/$id/measures/$measureId',
      params: { id: String(plan.plan.id), measureId: String(first.measure.id) },
    });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- days are walked through by arrows
    <td data-day={day} data-off={off} data-today={today} tabIndex={entry ? 0 : -1} onKeyDown={open}>
      <span className={`${styles.number} figures`}>
        {Number(day.slice(8))}
        {today ? <span className="visually-hidden">, {t.today}</span> : null}
        {off ? <span className="visually-hidden">, {t.dayOff}</span> : null}
      </span>
      <ul className={styles.items}>
        {due.slice(0, SHOWN).map(({ measure, occurrence }) => (
          <li
            key={occurrence.id}
            data-late={occurrence.timing === 'overdue'}
            data-done={occurrence.timing === 'finished'}
          >
            <MeasureLink plan={plan} measure={measure} />
          </li>
        ))}
        {due.length > SHOWN ? <li>{t.more(due.length - SHOWN)}</li> : null}
      </ul>
    </td>
  );
}

function DueList({ plan, due }: { readonly plan: PlanCarrying; readonly due: readonly Due[] }) {
  const t = useText(planText).calendar;
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
