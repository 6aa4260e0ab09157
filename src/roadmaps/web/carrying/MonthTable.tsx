import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ScrollBox } from '#src/platform/ui/ScrollBox.tsx';
import { addDays } from '../../deadline/days.ts';
import styles from './calendar.module.css';
import { calendarText } from './calendar-text.ts';
import { grouped } from './grouped.ts';
import { type Month, monthName, nameOfMonth, sameDayIn, stepMonth, weekdayNames, weeksOf } from './month.ts';
import { MeasureLink, type PlanCarrying, type PlanMeasure, type PlanOccurrence } from './PlanDates.tsx';

/** A date of a measure with its last day in the month shown. */
export interface Due {
  readonly measure: PlanMeasure;
  readonly occurrence: PlanOccurrence;
}

interface MonthTableProps {
  readonly plan: PlanCarrying;
  readonly month: Month;
  readonly due: readonly Due[];
}

const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The day that a key leads to; null: the key means nothing here. */
function dayBy(key: string, from: string, week: readonly string[], month: Month): string | null {
  if (key in ARROWS) return addDays(from, ARROWS[key]!);
  if (key === 'Home') return week[0] ?? null;
  if (key === 'End') return week.at(-1) ?? null;
  if (key === 'PageUp') return sameDayIn(stepMonth(month, -1), from);
  if (key === 'PageDown') return sameDayIn(stepMonth(month, 1), from);
  return null;
}

function focusDay(table: HTMLTableElement | null, day: string): void {
  table?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
}

/** A month as a table of weeks. The keyboard goes from day to day, into the neighbouring months, too. */
export function MonthTable({ plan, month, due }: MonthTableProps) {
  const t = useText(calendarText);
  const { language } = useLanguage();
  const [, setFilters] = useFilters(['month']);
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<string | null>(null);
  const name = nameOfMonth(month);
  useEffect(() => {
    // A day of another month stands in the table only after that month is drawn.
    if (wanted.current?.startsWith(name)) focusDay(table.current, wanted.current);
    wanted.current = null;
  }, [name]);
  const off = new Set(plan.daysOff);
  const weeks = weeksOf(month);
  const days = weeks.flat().filter((day) => day !== null);
  const start = days.includes(plan.today) ? plan.today : days[0];
  const byDay = grouped(due, ({ occurrence }) => occurrence.dueOn ?? '');
  const press = (event: KeyboardEvent<HTMLTableElement>): void => {
    const from = (event.target as HTMLElement).closest('td')?.dataset.day;
    if (from === undefined) return;
    const week = weeks.find((each) => each.includes(from))?.filter((day) => day !== null) ?? [];
    const to = dayBy(event.key, from, week, month);
    if (to === null) return;
    event.preventDefault();
    if (to.startsWith(name)) focusDay(table.current, to);
    else {
      wanted.current = to;
      setFilters({ month: to.slice(0, 7) });
    }
  };
  const caption = t.caption(monthName(month.month, language), month.year);
  const full = weekdayNames(language, 'long');
  return (
    <ScrollBox label={caption} className={styles.scroll}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between days as in a grid */}
      <table ref={table} className={styles.grid} onKeyDown={press}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {weekdayNames(language, 'short').map((day, index) => (
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

/** So many lines stand under the number of a day; the list below holds all. */
const LINES = 3;

function Day({ day, plan, due, off, entry }: DayProps) {
  const t = useText(calendarText);
  const navigate = useNavigate();
  const today = day === plan.today;
  const shown = due.length > LINES ? due.slice(0, LINES - 1) : due;
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
        {shown.map(({ measure, occurrence }) => (
          <li
            key={occurrence.id}
            title={measure.text}
            data-late={occurrence.timing === 'overdue'}
            data-done={occurrence.timing === 'finished'}
          >
            <MeasureLink plan={plan} measure={measure} />
            {occurrence.timing === 'overdue' ? <span className="visually-hidden">, {t.late}</span> : null}
            {occurrence.timing === 'finished' ? <span className="visually-hidden">, {t.done}</span> : null}
          </li>
        ))}
        {due.length > shown.length ? (
          <li>
            <a href="#as-list" aria-label={t.moreOf(due.length - shown.length)}>
              {t.more(due.length - shown.length)}
            </a>
          </li>
        ) : null}
      </ul>
    </td>
  );
}
