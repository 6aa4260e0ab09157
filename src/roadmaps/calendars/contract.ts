import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { EVENT_KINDS } from './model.ts';

const tag = 'roadmaps';
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const schoolYear = z.coerce.number().int().min(2000).max(2100);
const idParams = z.object({ id: z.coerce.number().int() });
const yearParams = z.object({ schoolYear });

export const termSchema = z.object({
  kind: z.enum(['quarterTerm', 'trimester', 'halfYearTerm', 'module']),
  n: z.number().int().min(1).max(12),
  from: day,
  to: day,
});
export const holidaySchema = z.object({ name: z.string().trim().min(1).max(120), from: day, to: day });
export const eventWindowSchema = z.object({ from: day, to: day, label: z.string().trim().max(200) });

const keeper = z.object({
  organizationId: z.number(),
  organizationName: z.string(),
  organizationKind: z.enum(['region', 'municipality', 'school']),
});
export const yearCalendarSchema = keeper.extend({
  lessonsEnd: day.nullable(),
  terms: z.array(termSchema).readonly(),
  holidays: z.array(holidaySchema).readonly(),
  revision: z.number(),
});
export const calendarEventSchema = keeper.extend({
  id: z.number(),
  kind: z.enum(EVENT_KINDS),
  title: z.string(),
  names: z.array(z.string()).readonly(),
  windows: z.array(eventWindowSchema).readonly(),
  source: z.string(),
  revision: z.number(),
});

const calendarsAnswer = z.object({
  schoolYear: z.number(),
  organization: keeper,
  /** Null: the organisation has set nothing for this year. */
  own: yearCalendarSchema.nullable(),
  /** Calendars of the municipality and the region, nearest first. */
  upper: z.array(yearCalendarSchema).readonly(),
  /** Own schedules first, then those from above. */
  events: z.array(calendarEventSchema).readonly(),
  mayEdit: z.boolean(),
});

export const readCalendars = defineContract({
  method: 'GET',
  path: '/api/calendars/:schoolYear',
  summary: 'Terms, holidays and schedules of the own organisation and of those above it',
  tag,
  params: yearParams,
  output: calendarsAnswer,
});
export const saveCalendar = defineContract({
  method: 'PUT',
  path: '/api/calendars/:schoolYear',
  summary: 'Set the terms, the holidays and the last day of lessons of the own organisation',
  tag,
  params: yearParams,
  body: z.object({
    /** 0: there is none yet. */
    revision: z.number().int(),
    lessonsEnd: day.nullable(),
    terms: z.array(termSchema).max(60),
    holidays: z.array(holidaySchema).max(40),
  }),
  output: calendarsAnswer,
});

const eventBody = z.object({
  kind: z.enum(EVENT_KINDS),
  title: z.string().trim().min(1).max(200),
  names: z.array(z.string().trim().min(1).max(120)).max(20),
  windows: z.array(eventWindowSchema).max(500),
  source: z.string().trim().max(300),
});
export const createCalendarEvent = defineContract({
  method: 'POST',
  path: '/api/calendars/:schoolYear/events',
  summary: 'Add a schedule, plan or occasion that deadlines refer to',
  tag,
  params: yearParams,
  body: eventBody,
  output: calendarEventSchema,
});
export const changeCalendarEvent = defineContract({
  method: 'PATCH',
  path: '/api/calendar-events/:id',
  summary: 'Change a schedule of the own organisation',
  tag,
  params: idParams,
  body: eventBody.partial().extend({ revision: z.number().int() }),
  output: calendarEventSchema,
});
export const registerCalendarEvent = defineContract({
  method: 'POST',
  path: '/api/calendar-events/:id/happened',
  summary: 'Note that an occasion has happened: deadlines that wait for it get their day',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int(), on: day, label: z.string().trim().max(200).default('') }),
  output: calendarEventSchema,
});
export const removeCalendarEvent = defineContract({
  method: 'POST',
  path: '/api/calendar-events/:id/remove',
  summary: 'Take a schedule of the own organisation away; deadlines that refer to it wait again',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int() }),
});

export const readDeadlineContext = defineContract({
  method: 'GET',
  path: '/api/calendars/:schoolYear/deadlines',
  summary: 'What deadlines of the own organisation are laid upon: a form explains them while one types',
  tag,
  params: yearParams,
  output: z.object({
    schoolYear: z.number(),
    calendar: z.object({
      terms: z.array(termSchema).readonly(),
      holidays: z.array(z.object({ from: day, to: day })).readonly(),
      lessonsEnd: day.nullable(),
    }),
    events: z.array(
      z.object({
        names: z.array(z.string()).readonly(),
        windows: z.array(z.object({ from: day.nullable(), to: day.nullable() })).readonly(),
      }),
    ),
  }),
});
export const downloadCalendars = defineContract({
  method: 'GET',
  path: '/api/calendars/:schoolYear/year.xlsx',
  summary: 'Terms, holidays and schedules of the year as a spreadsheet',
  tag,
  params: yearParams,
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
