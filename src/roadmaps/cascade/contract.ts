/** Operations of the cascade: sending a district's plan to schools, proposals, the board of schools. */
import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { PLAN_STATES } from '../model.ts';
import { PROPOSAL_KINDS, PROPOSAL_STATES } from './model.ts';

const tag = 'cascade';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const id = z.coerce.number().int().positive();
const planParams = z.object({ id });
const month = z.string().regex(/^\d{4}-\d{2}$/);

/** What stands over each page of a plan. */
export const planHeadSchema = z.object({
  id: z.number(),
  title: z.string(),
  schoolYear: z.number(),
  state: z.enum(PLAN_STATES),
  organization: z.string(),
  kind: z.enum(['region', 'municipality', 'school']),
});

const originSchema = z.object({
  number: z.string().nullable(),
  text: z.string(),
  deadline: z.string(),
  result: z.string(),
  revision: z.number(),
});
const sentWordsSchema = z.object({
  section: z.string(),
  number: z.string().nullable(),
  text: z.string(),
  deadline: z.string(),
  result: z.string(),
  kind: z.string().nullable(),
});

export const totalsSchema = z.object({
  measures: z.number(),
  due: z.number(),
  onTime: z.number(),
  late: z.number(),
  silent: z.number(),
  accepted: z.number(),
  underReview: z.number(),
  returned: z.number(),
});

export const boardRowSchema = z.object({
  schoolId: z.number(),
  school: z.string(),
  municipality: z.string(),
  /** Plan of the school; null: it has not been sent. */
  planId: z.number().nullable(),
  planState: z.enum(['draft', 'approved', 'closed']).nullable(),
  sentAt: z.string().nullable(),
  ...totalsSchema.shape,
  openProposals: z.number(),
  declined: z.number(),
  /** The monthly report: null where none is due of the school. */
  report: z.enum(['none', 'draft', 'submitted', 'returned', 'accepted']).nullable(),
  reportOn: z.string().nullable(),
  /** Handed in by its due day. */
  reportInTime: z.boolean().nullable(),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

export const readBoard = defineContract({
  method: 'GET',
  path: '/api/plans/:id/schools',
  summary: 'How schools carry out a sent plan: completeness, timeliness, proposals, monthly reports',
  tag,
  params: planParams,
  query: z.object({
    /** Only what was due in this month; without it everything due by today. */
    month: month.optional(),
  }),
  output: z.object({
    plan: planHeadSchema,
    schools: z.array(boardRowSchema),
    /** Day until which due occurrences are counted. */
    day: z.string(),
    reportDueOn: z.string().nullable(),
    canSend: z.boolean(),
  }),
});
export const downloadBoard = defineContract({
  method: 'GET',
  path: '/api/plans/:id/schools.xlsx',
  summary: 'The board of schools as a spreadsheet',
  tag,
  params: planParams,
  query: z.object({ month: month.optional() }),
  file: XLSX,
});

export const consolidatedSchema = z.object({
  measureId: z.number(),
  section: z.string(),
  number: z.string().nullable(),
  text: z.string(),
  deadline: z.string(),
  schools: z.number(),
  done: z.number(),
  underReview: z.number(),
  silent: z.number(),
  evidence: z.number(),
});
export const readConsolidated = defineContract({
  method: 'GET',
  path: '/api/plans/:id/consolidated',
  summary: 'Every measure of a sent plan: how many schools carry it out and how far they are',
  tag,
  params: planParams,
  output: z.object({ plan: planHeadSchema, measures: z.array(consolidatedSchema), day: z.string() }),
});

export const readSendingChoice = defineContract({
  method: 'GET',
  path: '/api/plans/:id/sending',
  summary: 'What may be sent to whom: schools below, measures with a proposal, changes since the last sending',
  tag,
  params: planParams,
  output: z.object({
    plan: planHeadSchema,
    schools: z.array(z.object({ id: z.number(), name: z.string(), municipality: z.string(), sent: z.boolean() })),
    measures: z.array(
      z.object({
        id: z.number(),
        section: z.string(),
        number: z.string().nullable(),
        text: z.string(),
        /** Those of its parties that are schools, in words; all of them where none is. */
        responsible: z.string(),
        /** Some school has it. */
        sent: z.boolean(),
        /** Its responsible parties say that schools carry it out. */
        forSchools: z.boolean(),
      }),
    ),
    changes: z.object({ add: z.number(), change: z.number(), withdraw: z.number(), schools: z.number() }),
    jobId: z.number().nullable(),
    /** What became of the last sending: schools that got the plan, that had it, that were proposed something, and those without it still. */
    last: z
      .object({
        at: z.string(),
        sent: z.number(),
        had: z.number(),
        asked: z.number(),
        missing: z.array(z.string()),
      })
      .nullable(),
  }),
});

export const sendPlan = defineContract({
  method: 'POST',
  path: '/api/plans/:id/send',
  summary:
    'Send the plan: each chosen school gets its own draft, linked measure by measure; schools that have it get proposals',
  tag,
  params: planParams,
  body: z.object({
    schoolIds: z.array(z.number().int().positive()).max(50_000),
    measureIds: z.array(z.number().int().positive()).max(2_000),
  }),
  output: z.object({ jobId: z.number() }),
});

export const proposalSchema = z.object({
  id: z.number(),
  kind: z.enum(PROPOSAL_KINDS),
  state: z.enum(PROPOSAL_STATES),
  measureId: z.number().nullable(),
  before: originSchema.nullable(),
  after: sentWordsSchema.nullable(),
  /** The school's own words now; null for an addition. */
  own: z.object({ text: z.string(), deadline: z.string(), result: z.string() }).nullable(),
  remark: z.string(),
  createdAt: z.string(),
  answeredAt: z.string().nullable(),
});
export const listProposals = defineContract({
  method: 'GET',
  path: '/api/plans/:id/proposals',
  summary: 'What the district proposes to change in a school’s plan, with the answers given',
  tag,
  params: planParams,
  output: z.object({
    plan: planHeadSchema,
    district: z.string().nullable(),
    proposals: z.array(proposalSchema),
    canAnswer: z.boolean(),
  }),
});
export const answerProposal = defineContract({
  method: 'POST',
  path: '/api/proposals/:id/answer',
  summary: 'Accept a proposal into the plan, with the district’s words or one’s own, or decline it with a remark',
  tag,
  params: planParams,
  body: z.object({
    answer: z.enum(['accept', 'keepOwnWords', 'decline']),
    remark: z.string().trim().max(2_000).default(''),
  }),
  output: z.object({ measureId: z.number().nullable() }),
});
