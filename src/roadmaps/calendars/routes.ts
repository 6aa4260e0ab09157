/** contract -> action. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import * as store from './store.ts';
import { calendarsText } from './text.ts';

async function calendarsOf(tx: Tx, person: Actor, schoolYear: number) {
  requirePermission(person, 'readPlans');
  const { organizationId } = person;
  const calendars = await store.listCalendars(tx, organizationId, schoolYear);
  const events = await store.listEvents(tx, { organizationId, schoolYear });
  return {
    schoolYear,
    organization: {
      organizationId,
      organizationName: person.organizationName,
      organizationKind: person.organizationKind,
    },
    own: calendars.find((each) => each.organizationId === organizationId) ?? null,
    upper: calendars.filter((each) => each.organizationId !== organizationId),
    events,
    mayEdit: can(person.role, 'editPlans'),
  };
}

export function registerCalendars(server: HttpServer<Actor>, onChanged: actions.CalendarsChanged): void {
  server.operation(contract.readCalendars, (tx, { person, params }) => calendarsOf(tx, person, params.schoolYear));
  server.operation(contract.saveCalendar, async (tx, { person, params, body }) => {
    const { revision, ...calendar } = body;
    await actions.saveCalendar(tx, person, { ...params, revision, calendar }, onChanged);
    return calendarsOf(tx, person, params.schoolYear);
  });
  server.operation(contract.createCalendarEvent, (tx, { person, params, body }) =>
    actions.createEvent(tx, person, { ...body, ...params }, onChanged),
  );
  server.operation(contract.changeCalendarEvent, (tx, { person, params, body }) => {
    const { revision, ...fields } = body;
    return actions.changeEvent(tx, person, { id: params.id, revision, fields }, onChanged);
  });
  server.operation(contract.registerCalendarEvent, (tx, { person, params, body }) =>
    actions.registerEvent(tx, person, { id: params.id, ...body }, onChanged),
  );
  server.operation(contract.removeCalendarEvent, (tx, { person, params, body }) =>
    actions.removeEvent(tx, person, { id: params.id, ...body }, onChanged),
  );
  server.operation(contract.readDeadlineContext, async (tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const { calendar, events } = await store.deadlineContextOf(tx, person.organizationId, params.schoolYear);
    return {
      schoolYear: params.schoolYear,
      calendar,
      events: [...(events ?? [])],
    };
  });
  server.operation(contract.downloadCalendars, async (tx, { person, params }) => {
    const ru = person.language === 'ru';
    const words = calendarsText[person.language];
    const { own, upper, events } = await calendarsOf(tx, person, params.schoolYear);
    const calendars = own === null ? upper : [own, ...upper];
    const content = await writeTableXlsx({
      title: ru ? 'Календарь' : 'Calendar',
      columns: [
        { header: ru ? 'Чей' : 'Kept by', width: 34 },
        { header: ru ? 'Что это' : 'What it is', width: 44 },
        { header: ru ? 'Пояснение' : 'Note', width: 44 },
        { header: ru ? 'С' : 'From', type: 'date', width: 12 },
        { header: ru ? 'По' : 'To', type: 'date', width: 12 },
        { header: ru ? 'Источник' : 'Source', width: 44 },
      ],
      rows: [
        ...calendars.flatMap(({ organizationName, terms, holidays, lessonsEnd }) => [
          ...terms.map(({ kind, n, from, to }) => [organizationName, `${n} ${words.term[kind]}`, null, from, to, null]),
          ...holidays.map(({ name, from, to }) => [organizationName, name, null, from, to, null]),
          ...(lessonsEnd === null
            ? []
            : [[organizationName, ru ? 'Последний день уроков' : 'Last day of lessons', null, lessonsEnd, null, null]]),
        ]),
        ...events.flatMap(({ organizationName, title, windows, source }) =>
          windows.length === 0
            ? [[organizationName, title, ru ? 'дат пока нет' : 'no dates yet', null, null, source || null]]
            : windows.map(({ from, to, label }) => [organizationName, title, label || null, from, to, source || null]),
        ),
      ],
      parameters: [
        [ru ? 'Учебный год' : 'School year', `${params.schoolYear}/${params.schoolYear + 1}`],
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Календарь.xlsx' : 'Calendar.xlsx' };
  });
}
