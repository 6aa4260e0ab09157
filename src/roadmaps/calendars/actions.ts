/** Verbs of calendars: permission -> change -> journal. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { refuseCalendar } from './errors.ts';
import type { Defect, EventFields, EventWindow, YearCalendar } from './model.ts';
import { calendarDefects, eventDefects, inOrder } from './rules.ts';
import * as store from './store.ts';
import { defectInWords } from './text.ts';

/** Hears, within the transaction, that deadlines of an organisation and those below it have other days now. */
export type CalendarsChanged = (
  tx: Tx,
  change: { readonly organizationId: number; readonly schoolYear: number; readonly accountId: number },
) => Promise<void>;

export async function saveCalendar(
  tx: Tx,
  actor: Actor,
  input: { schoolYear: number; revision: number; calendar: YearCalendar },
  onChanged: CalendarsChanged,
): Promise<void> {
  requirePermission(actor, 'editPlans');
  const { schoolYear, calendar } = input;
  refuseDefects(calendarDefects(calendar, schoolYear), actor);
  const { organizationId, accountId } = actor;
  if (!(await store.saveCalendar(tx, { ...input, organizationId, accountId }))) throw refuseCommon('changedMeanwhile');
  await audit(tx, actor, {
    kind: 'change',
    action: 'calendar.save',
    subjectKind: 'organization',
    subjectId: organizationId,
    details: { schoolYear, terms: calendar.terms.length, holidays: calendar.holidays.length },
  });
  await onChanged(tx, { organizationId, schoolYear, accountId });
}

export async function createEvent(
  tx: Tx,
  actor: Actor,
  input: EventFields & { schoolYear: number },
  onChanged: CalendarsChanged,
): Promise<store.KeptEvent> {
  requirePermission(actor, 'editPlans');
  refuseDefects(eventDefects(input, input.schoolYear), actor);
  const { organizationId, accountId } = actor;
  const id = await store.insertEvent(tx, { ...input, windows: inOrder(input.windows), organizationId, accountId });
  await journal(tx, actor, 'schedule.create', id, { title: input.title, days: input.windows.length });
  await onChanged(tx, { organizationId, schoolYear: input.schoolYear, accountId });
  return requireEvent(tx, id);
}

export async function changeEvent(
  tx: Tx,
  actor: Actor,
  input: { id: number; revision: number; fields: Partial<EventFields> },
  onChanged: CalendarsChanged,
): Promise<store.KeptEvent> {
  const event = await requireOwnEvent(tx, actor, input.id);
  const fields = {
    ...input.fields,
    ...(input.fields.windows === undefined ? {} : { windows: inOrder(input.fields.windows) }),
  };
  refuseDefects(eventDefects({ ...event, ...fields }, event.schoolYear), actor);
  if (!(await store.updateEvent(tx, { ...input, fields }))) throw refuseCommon('changedMeanwhile');
  await journal(tx, actor, 'schedule.change', event.id, { title: fields.title ?? event.title });
  await onChanged(tx, event.keptBy(actor));
  return requireEvent(tx, event.id);
}

/** A publication has come out, a meeting was held: the day is added, and what waited for it has its window. */
export async function registerEvent(
  tx: Tx,
  actor: Actor,
  input: { id: number; revision: number; on: string; label: string },
  onChanged: CalendarsChanged,
): Promise<store.KeptEvent> {
  const event = await requireOwnEvent(tx, actor, input.id);
  const windows: readonly EventWindow[] = inOrder([
    ...event.windows,
    { from: input.on, to: input.on, label: input.label },
  ]);
  refuseDefects(eventDefects({ ...event, windows }, event.schoolYear), actor);
  if (!(await store.updateEvent(tx, { id: event.id, revision: input.revision, fields: { windows } }))) {
    throw refuseCommon('changedMeanwhile');
  }
  await journal(tx, actor, 'schedule.happened', event.id, { title: event.title, on: input.on });
  await onChanged(tx, event.keptBy(actor));
  return requireEvent(tx, event.id);
}

export async function removeEvent(
  tx: Tx,
  actor: Actor,
  input: { id: number; revision: number },
  onChanged: CalendarsChanged,
): Promise<void> {
  const event = await requireOwnEvent(tx, actor, input.id);
  if (!(await store.updateEvent(tx, { ...input, fields: {}, removed: true }))) throw refuseCommon('changedMeanwhile');
  await journal(tx, actor, 'schedule.remove', event.id, { title: event.title });
  await onChanged(tx, event.keptBy(actor));
}

async function requireEvent(tx: Tx, id: number): Promise<store.KeptEvent> {
  const [event] = await store.listEvents(tx, { id });
  if (!event) throw refuseCalendar('eventNotFound');
  return event;
}

async function requireOwnEvent(tx: Tx, actor: Actor, id: number) {
  requirePermission(actor, 'editPlans');
  const event = await requireEvent(tx, id);
  if (event.organizationId !== actor.organizationId) throw refuseCalendar('notYourCalendar');
  const { organizationId, schoolYear } = event;
  return { ...event, keptBy: ({ accountId }: Actor) => ({ organizationId, schoolYear, accountId }) };
}

function journal(tx: Tx, actor: Actor, action: string, id: number, details: Record<string, unknown>): Promise<void> {
  return audit(tx, actor, { kind: 'change', action, subjectKind: 'calendarEvent', subjectId: id, details });
}

function refuseDefects(defects: readonly Defect[], { language }: Actor): void {
  if (defects.length === 0) return;
  throw refuseCalendar('calendarDefects', {
    found: [...new Set(defects.map(({ code }) => defectInWords(code, language)))].join('; '),
  });
}
