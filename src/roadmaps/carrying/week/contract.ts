import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { OCCURRENCE_STATES } from '../../model.ts';
import { partySchema } from '../contract.ts';
import { WEEK_GROUPS } from '../rules.ts';

const tag = 'carrying';
const id = z.coerce.number().int().positive();
const occurrenceState = z.enum(OCCURRENCE_STATES);

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
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
