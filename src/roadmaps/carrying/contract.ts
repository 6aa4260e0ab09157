import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { MEASURE_STATES, OCCURRENCE_STATES, PARTS, PLAN_STATES } from '../model.ts';
import { submissionSchema } from './evidence/contract.ts';
import { NOTE_CHARACTERS } from './rules.ts';
import { UNDATED_REASONS } from './undated.ts';

const tag = 'carrying';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const id = z.coerce.number().int().positive();
const idParams = z.object({ id });
const note = z.string().trim().max(NOTE_CHARACTERS).default('');
const organizationKind = z.enum(['region', 'municipality', 'school']);
const occurrenceState = z.enum(OCCURRENCE_STATES);
const timing = z.enum(['overdue', 'today', 'thisWeek', 'soon', 'later', 'continuous', 'unresolved', 'finished']);

export const partySchema = z.object({
  id: z.number(),
  part: z.enum(PARTS),
  post: z.string().nullable(),
  person: z.string().nullable(),
  organisation: z.string().nullable(),
  staffPostId: z.number().nullable(),
  /** Who holds the post now, where the party is tied to a member of staff. */
  holder: z.string().nullable(),
  /** Who stands in for the holder today, by an order. */
  standIn: z.string().nullable(),
});
export const occurrenceSchema = z.object({
  id: z.number(),
  key: z.string(),
  opensOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  state: occurrenceState,
  timing,
  note: z.string(),
  revision: z.number(),
  submittedAt: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  /** Accepting evidence today ends it by itself. */
  acceptingEnds: z.boolean(),
  /** Newest first. */
  submissions: z.array(submissionSchema),
});
export const measureCarryingSchema = z.object({
  today: z.string(),
  plan: z.object({
    id: z.number(),
    title: z.string(),
    state: z.enum(PLAN_STATES),
    schoolYear: z.number(),
    organizationId: z.number(),
    organization: z.string(),
    organizationKind,
    own: z.boolean(),
  }),
  section: z.string(),
  id: z.number(),
  number: z.string().nullable(),
  text: z.string(),
  result: z.string(),
  kind: z.string().nullable(),
  targets: z.array(z.string()),
  state: z.enum(MEASURE_STATES),
  stateNote: z.string(),
  revision: z.number(),
  deadline: z.string(),
  reference: z.string().nullable(),
  condition: z.string().nullable(),
  conditionMet: z.boolean(),
  /** Words of the district's measure that this one carries out. */
  origin: z.object({ number: z.string().nullable(), text: z.string(), deadline: z.string() }).nullable(),
  parties: z.array(partySchema),
  occurrences: z.array(occurrenceSchema),
  /** What the measure comes to, all its dates being closed; null while one is open. */
  ends: z.enum(['done', 'notNeeded']).nullable(),
  may: z.object({ submit: z.boolean(), review: z.boolean(), manage: z.boolean() }),
  /** Names of those who may review in the organisation. */
  reviewers: z.array(z.string()),
  history: z.array(
    z.object({
      at: z.string(),
      who: z.string().nullable(),
      what: z.enum([
        'submitted',
        'accepted',
        'returned',
        'withdrawn',
        'notNeeded',
        'neededAgain',
        'conditionMet',
        'conditionOff',
        'planned',
        'inProgress',
        'done',
        'measureNotNeeded',
      ]),
      /** Title of the evidence, remark or reason. */
      subject: z.string(),
      /** Which date it is of. */
      opensOn: z.string().nullable(),
      dueOn: z.string().nullable(),
    }),
  ),
});
export const readMeasureCarrying = defineContract({
  method: 'GET',
  path: '/api/measures/:id/carrying',
  summary: 'One measure with its dates, evidence and reviews',
  tag,
  params: idParams,
  output: measureCarryingSchema,
});

const planMeasureSchema = z.object({
  id: z.number(),
  section: z.string(),
  number: z.string().nullable(),
  text: z.string(),
  deadline: z.string(),
  state: z.enum(MEASURE_STATES),
  parties: z.array(partySchema),
  occurrences: z.array(
    z.object({
      id: z.number(),
      opensOn: z.string().nullable(),
      dueOn: z.string().nullable(),
      state: occurrenceState,
      timing,
    }),
  ),
  /** Why no occurrence has a day, and the words of the plan that say so; null: one has. */
  undated: z.object({ why: z.enum(UNDATED_REASONS), words: z.string() }).nullable(),
});
export const readPlanCarrying = defineContract({
  method: 'GET',
  path: '/api/plans/:id/carrying',
  summary: 'All dates of a plan with who answers for them: for the calendar, the timeline and the list by person',
  tag,
  params: idParams,
  output: z.object({
    today: z.string(),
    plan: z.object({
      id: z.number(),
      title: z.string(),
      state: z.enum(PLAN_STATES),
      schoolYear: z.number(),
      organization: z.string(),
      organizationKind,
      own: z.boolean(),
    }),
    measures: z.array(planMeasureSchema),
    /** Days without work within the school year, ISO. */
    daysOff: z.array(z.string()),
    staff: z.array(z.object({ id: z.number(), fullName: z.string(), post: z.string() })),
  }),
});
export const downloadOccurrences = defineContract({
  method: 'GET',
  path: '/api/plans/:id/occurrences.xlsx',
  summary: 'All dates of a plan with their state, as a spreadsheet',
  tag,
  params: idParams,
  file: XLSX,
});
export const downloadPeople = defineContract({
  method: 'GET',
  path: '/api/plans/:id/people.xlsx',
  summary: 'Who has what in a plan, as a spreadsheet',
  tag,
  params: idParams,
  file: XLSX,
});

export const reviewEvidence = defineContract({
  method: 'POST',
  path: '/api/occurrences/:id/review',
  summary: 'Accept pieces of evidence or return them with a remark',
  tag,
  params: idParams,
  body: z.object({
    verdict: z.enum(['accepted', 'returned']),
    /** What was looked at, as it stood then. */
    submissions: z
      .array(z.object({ id, revision: z.number().int() }))
      .min(1)
      .max(50),
    remark: note,
    /** Accepting ends the date, or what lasts goes on; by default as the date asks. */
    ends: z.boolean().optional(),
  }),
  output: measureCarryingSchema,
});
export const withdrawEvidence = defineContract({
  method: 'POST',
  path: '/api/submissions/:id/withdraw',
  summary: 'Take back the own evidence before it is accepted',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int() }),
  output: measureCarryingSchema,
});
export const setNeeded = defineContract({
  method: 'POST',
  path: '/api/occurrences/:id/needed',
  summary: 'Say that a date was not needed, with the reason, or that it is needed after all',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int(), needed: z.boolean(), reason: note }),
  output: measureCarryingSchema,
});
export const setMeasureState = defineContract({
  method: 'POST',
  path: '/api/measures/:id/state',
  summary: 'Say that a measure is done, not needed as a whole, or under way again',
  tag,
  params: idParams,
  body: z.object({ state: z.enum(['inProgress', 'done', 'notNeeded']), reason: note }),
  output: measureCarryingSchema,
});
export const setCondition = defineContract({
  method: 'POST',
  path: '/api/measures/:id/condition',
  summary: 'Say that the condition of a measure («при необходимости») has come about, or has not',
  tag,
  params: idParams,
  body: z.object({ met: z.boolean() }),
  output: measureCarryingSchema,
});
export const setHolder = defineContract({
  method: 'PUT',
  path: '/api/parties/:id/holder',
  summary: 'Say which member of staff a party of a measure is',
  tag,
  params: idParams,
  body: z.object({ staffPostId: id.nullable(), everywhere: z.boolean().default(false) }),
  output: z.object({ changed: z.number() }),
});
