import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { EVIDENCE_KINDS, MEASURE_STATES, OCCURRENCE_STATES, PARTS, PLAN_STATES, SUBMISSION_STATES } from '../model.ts';
import { RECORD_KINDS } from './model.ts';
import { WEEK_GROUPS } from './rules.ts';

const tag = 'carrying';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const id = z.coerce.number().int().positive();
const idParams = z.object({ id });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
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

const standing = z.object({
  overdue: z.number(),
  thisWeek: z.number(),
  review: z.number(),
  returned: z.number(),
  accepted: z.number(),
  all: z.number(),
});

export const weekRowSchema = z.object({
  group: z.enum(WEEK_GROUPS),
  occurrenceId: z.number(),
  measureId: z.number(),
  planId: z.number(),
  planTitle: z.string(),
  number: z.string().nullable(),
  text: z.string(),
  result: z.string(),
  deadline: z.string(),
  opensOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  state: occurrenceState,
  parties: z.array(partySchema.omit({ id: true })),
  /** How it is this person's: by his post, as a co-executor, in another's place; null: somebody else's. */
  mine: z.enum(['responsible', 'coExecutor', 'standIn']).nullable(),
  /** Whom he stands in for. */
  insteadOf: z.string().nullable(),
  /** Last remark with which evidence was returned. */
  remark: z.string().nullable(),
  /** Pieces that wait for review, and who handed in the first of them when. */
  waiting: z.number(),
  submittedBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
});
const weekQuery = z.object({
  organization: id.optional(),
  whose: z.enum(['mine', 'all']).optional(),
});
export const readWeek = defineContract({
  method: 'GET',
  path: '/api/week',
  summary: 'What is to be done this week in one organisation, and how the organisations below stand',
  tag,
  query: weekQuery,
  output: z.object({
    today: z.string(),
    weekEnds: z.string(),
    organization: z.object({ id: z.number(), name: z.string(), own: z.boolean() }),
    whose: z.enum(['mine', 'all']),
    /** The account holds a post on the staff; without it nothing can be «mine». */
    linked: z.boolean(),
    mine: z.number(),
    /** Approved plans of the organisation. */
    plans: z.number(),
    rows: z.array(weekRowSchema),
    below: z.array(standing.extend({ id: z.number(), name: z.string(), kind: z.enum(['municipality', 'school']) })),
  }),
});
export const downloadWeek = defineContract({
  method: 'GET',
  path: '/api/week.xlsx',
  summary: 'What is to be done this week, as a spreadsheet',
  tag,
  query: weekQuery,
  file: XLSX,
});

const evidenceSchema = z.object({
  id: z.number(),
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string(),
  note: z.string(),
  url: z.string().nullable(),
  recordKind: z.enum(RECORD_KINDS).nullable(),
  recordId: z.number().nullable(),
  fileName: z.string().nullable(),
  byteSize: z.number().nullable(),
  fileHash: z.string().nullable(),
  version: z.number(),
  createdAt: z.string(),
  /** This person may open it. */
  open: z.boolean(),
});
export const submissionSchema = z.object({
  id: z.number(),
  state: z.enum(SUBMISSION_STATES),
  remark: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  revision: z.number(),
  mine: z.boolean(),
  /** 'own': another person has to review it; 'onlyOne': it is one's own and nobody else could. */
  review: z.enum(['may', 'onlyOne', 'own', 'no']),
  evidence: evidenceSchema,
  /** Other measures that the same piece serves. */
  serves: z.array(
    z.object({ planId: z.number(), measureId: z.number(), number: z.string().nullable(), text: z.string() }),
  ),
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

const further = z.array(id).max(50).default([]);
const title = z.string().trim().max(300).default('');
const note = z.string().trim().max(4000).default('');
const replaces = id.nullable().default(null);
export const submittedSchema = z.object({
  evidenceId: z.number(),
  submissionIds: z.array(z.number()),
  /** The very same had been handed in already: nothing was stored twice. */
  known: z.boolean(),
  /** Somebody replaced the same piece meanwhile: both now wait for review. */
  beside: z.boolean(),
});
export const submitEvidence = defineContract({
  method: 'POST',
  path: '/api/occurrences/:id/evidence',
  summary: 'Hand in a link, a record of the system, a note, or a piece handed in before',
  tag,
  params: idParams,
  body: z.object({
    piece: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('link'), url: z.string().trim().max(2000) }),
      z.object({ kind: z.literal('record'), recordKind: z.enum(RECORD_KINDS), recordId: id }),
      z.object({ kind: z.literal('note') }),
      z.object({ kind: z.literal('existing'), evidenceId: id }),
    ]),
    title,
    note,
    /** The submission whose evidence this is a new version of. */
    replaces,
    /** Further dates that the same piece serves. */
    further,
  }),
  output: submittedSchema,
});
/** Fields of the form beside the file: title, note, replaces, further («12,13»). */
export const submitFile = defineContract({
  method: 'POST',
  path: '/api/occurrences/:id/evidence-file',
  summary: 'Hand in a file, kept as received',
  tag,
  params: idParams,
  upload: true,
  output: submittedSchema,
});
export const downloadEvidence = defineContract({
  method: 'GET',
  path: '/api/evidence/:id/file',
  summary: 'The file as it was received',
  tag,
  params: idParams,
  file: 'application/octet-stream',
});
export const listEvidence = defineContract({
  method: 'GET',
  path: '/api/evidence',
  summary: 'Evidence handed in before that may serve once more; newest versions only',
  tag,
  query: z.object({ search: z.string().max(100).optional() }),
  output: z.object({
    evidence: z.array(
      evidenceSchema.extend({
        submittedBy: z.string().nullable(),
        serves: z.array(
          z.object({ planId: z.number(), measureId: z.number(), number: z.string().nullable(), text: z.string() }),
        ),
      }),
    ),
  }),
});
export const listRecords = defineContract({
  method: 'GET',
  path: '/api/evidence-records',
  summary: 'Records of the system that may serve as evidence',
  tag,
  query: z.object({ kind: z.enum(RECORD_KINDS), search: z.string().max(100).optional() }),
  output: z.object({
    records: z.array(z.object({ id: z.number(), title: z.string(), on: z.string().nullable() })),
  }),
});
export const listOpenOccurrences = defineContract({
  method: 'GET',
  path: '/api/open-occurrences',
  summary: 'Dates of the own approved plans that a piece of evidence can be handed in for',
  tag,
  query: z.object({ search: z.string().max(100).optional(), except: id.optional() }),
  output: z.object({
    occurrences: z.array(
      z.object({
        id: z.number(),
        planTitle: z.string(),
        number: z.string().nullable(),
        text: z.string(),
        opensOn: z.string().nullable(),
        dueOn: z.string().nullable(),
      }),
    ),
  }),
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

export const substitutionSchema = z.object({
  id: z.number(),
  absentId: z.number(),
  absent: z.string(),
  absentPost: z.string(),
  substituteId: z.number(),
  substitute: z.string(),
  substitutePost: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  orderNumber: z.string(),
  orderDate: z.string(),
  endedAt: z.string().nullable(),
  /** Holds today. */
  holds: z.boolean(),
});
export const staffLinkSchema = z.object({
  id: z.number(),
  fullName: z.string(),
  post: z.string(),
  accountId: z.number().nullable(),
  account: z.string().nullable(),
  /** Measures under way that name this member of staff. */
  measures: z.number(),
});
const substitutionsOutput = z.object({
  today: z.string(),
  organization: z.string(),
  staff: z.array(staffLinkSchema),
  accounts: z.array(z.object({ id: z.number(), name: z.string(), login: z.string() })),
  substitutions: z.array(substitutionSchema),
  mayManage: z.boolean(),
});
export const readSubstitutions = defineContract({
  method: 'GET',
  path: '/api/substitutions',
  summary: 'Staff with their accounts, and who stands in for whom by which order',
  tag,
  output: substitutionsOutput,
});
export const downloadSubstitutions = defineContract({
  method: 'GET',
  path: '/api/substitutions.xlsx',
  summary: 'Who stands in for whom, as a spreadsheet',
  tag,
  file: XLSX,
});
export const createSubstitution = defineContract({
  method: 'POST',
  path: '/api/substitutions',
  summary: 'Enter who stands in for whom by an order',
  tag,
  body: z.object({
    absentId: id,
    substituteId: id,
    from: day,
    to: day.nullable(),
    orderNumber: z.string().trim().min(1).max(60),
    orderDate: day,
  }),
  output: substitutionsOutput,
});
export const endSubstitution = defineContract({
  method: 'POST',
  path: '/api/substitutions/:id/end',
  summary: 'End a substitution before its last day',
  tag,
  params: idParams,
  output: substitutionsOutput,
});
export const linkAccount = defineContract({
  method: 'PUT',
  path: '/api/staff/:id/account',
  summary: 'Say which account a member of staff works under',
  tag,
  params: idParams,
  body: z.object({ accountId: id.nullable() }),
  output: substitutionsOutput,
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
