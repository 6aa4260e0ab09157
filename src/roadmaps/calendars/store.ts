/** SQL of calendars and schedules, and what deadlines of an organisation are laid upon. */
import { sql } from 'kysely';
import type { OrganizationKind } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { SchoolTerm } from '../deadline/calendar.ts';
import type { DeadlineContext } from '../deadline/resolve.ts';
import type { EventFields, EventKind, EventWindow, Holiday, YearCalendar } from './model.ts';
import { lookedUpNames } from './names.ts';
import { effectiveCalendar } from './rules.ts';

interface Keeper {
  readonly organizationId: number;
  readonly organizationName: string;
  readonly organizationKind: OrganizationKind;
}

export interface KeptCalendar extends YearCalendar, Keeper {
  readonly revision: number;
}

export interface KeptEvent extends EventFields, Keeper {
  readonly id: number;
  readonly schoolYear: number;
  readonly revision: number;
}

/** The organisation and those above it that are seen, as a condition on `o`. */
function aboveOf(organizationId: number) {
  return sql<boolean>`starts_with((select path from organization where id = ${organizationId}), o.path)`;
}

/** Calendars of one year: the organisation's own, then those above it. */
export async function listCalendars(tx: Tx, organizationId: number, schoolYear: number): Promise<KeptCalendar[]> {
  const rows = await tx
    .selectFrom('schoolCalendar as c')
    .innerJoin('organization as o', 'o.id', 'c.organizationId')
    .select(['c.organizationId', 'o.shortName as organizationName', 'o.kind as organizationKind'])
    .select(['c.lessonsEnd', 'c.terms', 'c.holidays', 'c.revision'])
    .where('c.schoolYear', '=', schoolYear)
    .where(aboveOf(organizationId))
    .orderBy(sql`length(o.path)`, 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    organizationKind: row.organizationKind as OrganizationKind,
    terms: row.terms as unknown as SchoolTerm[],
    holidays: row.holidays as unknown as Holiday[],
  }));
}

/** Schedules of one year: the organisation's own, then those above it; a single one by its id. */
export async function listEvents(
  tx: Tx,
  filter: { organizationId: number; schoolYear: number } | { id: number },
): Promise<KeptEvent[]> {
  let query = tx
    .selectFrom('calendarEvent as e')
    .innerJoin('organization as o', 'o.id', 'e.organizationId')
    .select(['e.id', 'e.organizationId', 'o.shortName as organizationName', 'o.kind as organizationKind'])
    .select(['e.schoolYear', 'e.kind', 'e.title', 'e.names', 'e.windows', 'e.source', 'e.revision'])
    .where('e.removedAt', 'is', null)
    .orderBy(sql`length(o.path)`, 'desc')
    .orderBy('e.title')
    .orderBy('e.id');
  query =
    'id' in filter
      ? query.where('e.id', '=', filter.id)
      : query.where('e.schoolYear', '=', filter.schoolYear).where(aboveOf(filter.organizationId));
  return (await query.execute()).map((row) => ({
    ...row,
    kind: row.kind as EventKind,
    organizationKind: row.organizationKind as OrganizationKind,
    windows: row.windows as unknown as EventWindow[],
  }));
}

/** Sets the calendar of a year. False: it was changed meanwhile. */
export async function saveCalendar(
  tx: Tx,
  input: { organizationId: number; schoolYear: number; accountId: number; revision: number; calendar: YearCalendar },
): Promise<boolean> {
  const { organizationId, schoolYear, accountId, revision, calendar } = input;
  const values = {
    lessonsEnd: calendar.lessonsEnd,
    terms: JSON.stringify(calendar.terms),
    holidays: JSON.stringify(calendar.holidays),
    accountId,
  };
  if (revision === 0) {
    const added = await tx
      .insertInto('schoolCalendar')
      .values({ organizationId, schoolYear, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const changed = await tx
    .updateTable('schoolCalendar')
    .set((build) => ({ ...values, changedAt: new Date(), revision: build('revision', '+', 1) }))
    .where('organizationId', '=', organizationId)
    .where('schoolYear', '=', schoolYear)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export async function insertEvent(
  tx: Tx,
  input: EventFields & { organizationId: number; schoolYear: number; accountId: number },
): Promise<number> {
  const { windows, names, ...plain } = input;
  const { id } = await tx
    .insertInto('calendarEvent')
    .values({ ...plain, names: [...names], windows: JSON.stringify(windows) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False: it was changed meanwhile. */
export async function updateEvent(
  tx: Tx,
  change: { id: number; revision: number; fields: Partial<EventFields>; removed?: boolean },
): Promise<boolean> {
  const { windows, names, ...plain } = change.fields;
  const done = await tx
    .updateTable('calendarEvent')
    .set((build) => ({
      ...plain,
      ...(names === undefined ? {} : { names: [...names] }),
      ...(windows === undefined ? {} : { windows: JSON.stringify(windows) }),
      ...(change.removed ? { removedAt: new Date() } : {}),
      revision: build('revision', '+', 1),
    }))
    .where('id', '=', change.id)
    .where('revision', '=', change.revision)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/**
 * What the deadlines of an organisation are laid upon: its own terms, holidays and schedules, and those that come down to it.
 * @param plan bounds of the plan that the deadlines stand in, where there is one
 */
export async function deadlineContextOf(
  tx: Tx,
  organizationId: number,
  schoolYear: number,
  plan: { readonly approvedOn?: string | null; readonly planEnds?: string | null } = {},
): Promise<DeadlineContext & { readonly calendar: NonNullable<DeadlineContext['calendar']> }> {
  const calendars = await listCalendars(tx, organizationId, schoolYear);
  const events = await listEvents(tx, { organizationId, schoolYear });
  const { terms, holidays, lessonsEnd } = effectiveCalendar(calendars);
  return {
    schoolYear,
    approvedOn: plan.approvedOn ?? null,
    planEnds: plan.planEnds ?? null,
    calendar: { terms, holidays: holidays.map(({ from, to }) => ({ from, to })), lessonsEnd },
    // Without days a schedule resolves nothing: the deadline goes on waiting for it.
    events: events
      .filter(({ windows }) => windows.length > 0)
      .map(({ title, names, windows }) => ({
        names: lookedUpNames(title, names, schoolYear),
        windows: windows.map(({ from, to }) => ({ from, to })),
      })),
  };
}
