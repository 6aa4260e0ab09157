/** Operations of reports: a school's month, its acceptance, the analytic report of a month. */
import { z } from 'zod';
import { DOCUMENT_FORMATS } from '#src/documents/model.ts';
import { defineContract } from '#src/platform/http/contract.ts';
import { planHeadSchema, totalsSchema } from '../cascade/contract.ts';
import { EVIDENCE_KINDS, OCCURRENCE_STATES } from '../model.ts';
import { MONTH_STATES, REPORT_STATES, REPORT_STEPS } from './model.ts';

const tag = 'reports';
const id = z.coerce.number().int().positive();
const month = z.string().regex(/^\d{4}-\d{2}$/);
const planMonth = z.object({ id, month });
const revision = z.number().int().positive();

const monthMeasureSchema = z.object({
  measureId: z.number(),
  section: z.string(),
  number: z.string().nullable(),
  text: z.string(),
  occurrences: z
    .array(
      z.object({ dueOn: z.string().nullable(), state: z.enum(OCCURRENCE_STATES), submittedOn: z.string().nullable() }),
    )
    .readonly(),
  evidence: z.array(z.object({ id: z.number(), kind: z.enum(EVIDENCE_KINDS), title: z.string() })).readonly(),
  targets: z
    .array(
      z.object({
        measureId: z.number(),
        index: z.number(),
        words: z.string(),
        comparison: z.enum(['atLeast', 'atMost', 'moreThan', 'lessThan', 'equal']),
        value: z.number(),
        reached: z.number().nullable(),
      }),
    )
    .readonly(),
});

export const listReports = defineContract({
  method: 'GET',
  path: '/api/plans/:id/reports',
  summary: 'Months of a plan: what was reported to the district, and the analytic reports',
  tag,
  params: z.object({ id }),
  output: z.object({
    plan: planHeadSchema,
    /** The plan came from a district: its months are reported there. */
    toDistrict: z.boolean(),
    months: z.array(
      z.object({
        month: z.string(),
        dueOn: z.string(),
        /** Its first day has come. */
        begun: z.boolean(),
        report: z
          .object({ id: z.number(), state: z.enum(MONTH_STATES), submittedOn: z.string().nullable() })
          .nullable(),
        analytic: z.object({ id: z.number(), state: z.enum(REPORT_STATES) }).nullable(),
      }),
    ),
    canEdit: z.boolean(),
    canApprove: z.boolean(),
  }),
});

export const readMonth = defineContract({
  method: 'GET',
  path: '/api/plans/:id/months/:month',
  summary: 'A month of a plan as it is reported: measures, times, evidence, countable targets',
  tag,
  params: planMonth,
  output: z.object({
    plan: planHeadSchema,
    month: z.string(),
    dueOn: z.string(),
    state: z.enum(MONTH_STATES),
    totals: totalsSchema,
    measures: z.array(monthMeasureSchema).readonly(),
    note: z.string(),
    remark: z.string(),
    submittedOn: z.string().nullable(),
    reportId: z.number().nullable(),
    /** 0: nothing is stored of this month yet. */
    revision: z.number(),
    toDistrict: z.boolean(),
    canEdit: z.boolean(),
    canAnswer: z.boolean(),
  }),
});
const monthFields = z.object({
  revision: z.number().int().min(0),
  /** «measure:index» -> what was reached. */
  targets: z.record(z.string().regex(/^\d+:\d+$/), z.number().min(0).max(10_000_000)),
  note: z.string().trim().max(10_000),
});
export const saveMonth = defineContract({
  method: 'POST',
  path: '/api/plans/:id/months/:month',
  summary: 'Keep the draft of a month: reached targets and a note',
  tag,
  params: planMonth,
  body: monthFields,
  output: z.object({ revision: z.number() }),
});
export const submitMonth = defineContract({
  method: 'POST',
  path: '/api/plans/:id/months/:month/submit',
  summary: 'Hand the month in to the district, with the figures as they are',
  tag,
  params: planMonth,
  body: monthFields,
  output: z.object({ revision: z.number() }),
});
export const answerMonth = defineContract({
  method: 'POST',
  path: '/api/plans/:id/months/:month/answer',
  summary: 'Accept a school’s month or return it with a remark',
  tag,
  params: planMonth,
  body: z.object({ revision, answer: z.enum(['accept', 'return']), remark: z.string().trim().max(2_000).default('') }),
  output: z.object({ revision: z.number() }),
});

const paragraphSchema = z.object({
  id: z.string().max(200),
  text: z.string().max(20_000),
  bound: z
    .array(z.object({ fact: z.string().max(100), words: z.string().max(40) }))
    .max(200)
    .readonly(),
  sourced: z
    .array(z.object({ words: z.string().max(40), source: z.string().max(500) }))
    .max(200)
    .readonly(),
});
const signatorySchema = z.object({ post: z.string().trim().max(300), person: z.string().trim().max(200) });
const bodySchema = z.object({
  approver: signatorySchema,
  author: signatorySchema,
  sections: z
    .array(
      z.object({
        id: z.string().max(200),
        title: z.string().trim().max(500),
        paragraphs: z.array(paragraphSchema).max(1_000).readonly(),
      }),
    )
    .max(100)
    .readonly(),
});
const factSchema = z.object({
  id: z.string(),
  value: z.number(),
  unit: z.enum(['count', 'percent']),
  words: z.string(),
});
const problemSchema = z.object({
  kind: z.enum(['disagrees', 'unproved', 'stale']),
  paragraph: z.string(),
  words: z.string(),
  fact: z.string().optional(),
  expected: z.string().optional(),
});
export const reportSchema = z.object({
  id: z.number(),
  plan: planHeadSchema,
  month: z.string(),
  state: z.enum(REPORT_STATES),
  dueOn: z.string(),
  title: z.string(),
  body: bodySchema,
  /** As counted when the text was last brought to them; of a draft they are counted anew at each reading. */
  facts: z.array(factSchema).readonly(),
  problems: z.array(problemSchema).readonly(),
  factsAt: z.string(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  lockedAt: z.string().nullable(),
  documents: z.array(z.object({ id: z.number(), format: z.enum(DOCUMENT_FORMATS), fileName: z.string() })),
  revision: z.number(),
  canEdit: z.boolean(),
  canApprove: z.boolean(),
});
export type Report = z.infer<typeof reportSchema>;

export const makeReport = defineContract({
  method: 'POST',
  path: '/api/plans/:id/analytic',
  summary: 'Assemble the draft of a month’s analytic report from facts',
  tag,
  params: z.object({ id }),
  body: z.object({ month }),
  output: z.object({ id: z.number() }),
});
export const readReport = defineContract({
  method: 'GET',
  path: '/api/reports/:id',
  summary: 'An analytic report with its facts and the numbers that disagree with them',
  tag,
  params: z.object({ id }),
  output: reportSchema,
});
export const saveReport = defineContract({
  method: 'POST',
  path: '/api/reports/:id',
  summary: 'Keep the edited text of a draft',
  tag,
  params: z.object({ id }),
  body: z.object({ revision, title: z.string().trim().min(1).max(500), body: bodySchema }),
  output: reportSchema,
});
export const moveReport = defineContract({
  method: 'POST',
  path: '/api/reports/:id/step',
  summary:
    'Take the numbers of a draft from the data as they are now (refresh); approve, refused while numbers disagree; return to a draft (reopen); lock for ever and issue as documents',
  tag,
  params: z.object({ id }),
  body: z.object({ revision, step: z.enum(REPORT_STEPS) }),
  output: reportSchema,
});
export const downloadReport = defineContract({
  method: 'GET',
  path: '/api/reports/:id/document',
  summary:
    'The report as a document: a locked one as it was issued, another refused while its numbers disagree with the data',
  tag,
  params: z.object({ id }),
  query: z.object({ format: z.enum(DOCUMENT_FORMATS) }),
  file: 'application/octet-stream',
});
