/** Operations on stored plans. A gesture is a list of changes: applied whole or not at all, and taken back whole. */
import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { MEASURE_STATES, PARTS, PLAN_STATES } from '../model.ts';
import { LONGEST } from './rules.ts';

const tag = 'plans';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const nullableText = (most: number) => z.string().trim().max(most).nullable();
const schoolYear = z.number().int().min(2000).max(2100);
const idParams = z.object({ id: z.coerce.number().int() });
const windowSchema = z.object({ from: z.string().nullable(), to: z.string().nullable() });

export const partySchema = z.object({
  part: z.enum(PARTS),
  post: nullableText(300),
  person: nullableText(300),
  organisation: nullableText(300),
  staffPostId: z.number().int().nullable(),
});
const targetSchema = z.object({
  value: z.number(),
  comparison: z.enum(['atLeast', 'atMost', 'moreThan', 'lessThan', 'equal']),
  words: z.string().max(500),
});
const measureWarning = z.object({
  code: z.string().max(60),
  words: z.string().max(2000).nullable(),
  place: z.string().max(300),
});
const deadlineSchema = z.object({
  verbatim: z.string(),
  type: z.string(),
  windows: z.array(windowSchema).readonly(),
  recurrence: z.string().nullable(),
  reference: z.string().nullable(),
  condition: z.string().nullable(),
  notes: z.array(z.string()).readonly(),
  ambiguous: z.boolean(),
  warnings: z.array(z.object({ code: z.string(), words: z.string().nullable() })).readonly(),
});
const originSchema = z.object({
  number: z.string().nullable(),
  text: z.string(),
  deadline: z.string(),
  result: z.string(),
  revision: z.number(),
});
export const measureSchema = z.object({
  id: z.number(),
  sectionId: z.number(),
  position: z.number(),
  number: z.string().nullable(),
  text: z.string(),
  deadline: deadlineSchema,
  windowsSet: z.array(windowSchema).readonly().nullable(),
  deadlineConfirmed: z.boolean(),
  conditionMet: z.boolean(),
  parties: z.array(partySchema).readonly(),
  result: z.string(),
  kind: z.string().nullable(),
  targets: z.array(targetSchema).readonly(),
  warnings: z.array(measureWarning).readonly(),
  state: z.enum(MEASURE_STATES),
  stateNote: z.string(),
  originMeasureId: z.number().nullable(),
  origin: originSchema.nullable(),
  revision: z.number(),
});
export const planSchema = z.object({
  id: z.number(),
  organizationId: z.number(),
  title: z.string(),
  schoolYear: z.number(),
  state: z.enum(PLAN_STATES),
  approval: z.object({
    post: z.string().nullable(),
    person: z.string().nullable(),
    order: z.string().nullable(),
    on: z.string().nullable(),
  }),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  preamble: z.string(),
  sections: z
    .array(
      z.object({
        id: z.number(),
        position: z.number(),
        title: z.string(),
        measures: z.array(measureSchema).readonly(),
        revision: z.number(),
      }),
    )
    .readonly(),
  revision: z.number(),
});
const organizationKind = z.enum(['region', 'municipality', 'school']);
/** One gesture, as the buttons «Отменить» and «Вернуть» name it. */
const batchBrief = z.object({ batch: z.string(), action: z.string(), count: z.number(), by: z.string().nullable() });

export const listPlans = defineContract({
  method: 'GET',
  path: '/api/plans',
  summary: "Plans of one's own organisation and of those below",
  tag,
  query: z.object({
    organizationId: z.coerce.number().int().optional(),
    schoolYear: z.coerce.number().int().optional(),
    state: z.enum(PLAN_STATES).optional(),
  }),
  output: z.object({
    plans: z.array(
      z.object({
        id: z.number(),
        organizationId: z.number(),
        organizationName: z.string(),
        organizationKind,
        title: z.string(),
        schoolYear: z.number(),
        state: z.enum(PLAN_STATES),
        order: z.string().nullable(),
        approvedOn: z.string().nullable(),
        measures: z.number(),
        finished: z.number(),
        changedAt: z.string(),
      }),
    ),
    /** Plans that the person may see in all: tells an empty installation from a filter that nothing matches. */
    total: z.number(),
    years: z.array(z.number()),
    organizations: z.array(z.object({ id: z.number(), name: z.string() })),
  }),
});
export const downloadPlans = defineContract({
  method: 'GET',
  path: '/api/plans.xlsx',
  summary: 'The list of plans as a spreadsheet',
  tag,
  query: listPlans.query,
  file: XLSX,
});
export const createPlan = defineContract({
  method: 'POST',
  path: '/api/plans',
  summary: 'Begin an empty plan of an organisation with one section',
  tag,
  body: z.object({
    organizationId: z.number().int().optional(),
    title: z.string().trim().min(3).max(500),
    schoolYear,
  }),
  output: z.object({ id: z.number() }),
});
export const readPlan = defineContract({
  method: 'GET',
  path: '/api/plans/:id',
  summary: 'A plan with its sections, measures, resolved deadlines, and what the person may do with it',
  tag,
  params: idParams,
  output: z.object({
    plan: planSchema,
    organization: z.object({ id: z.number(), name: z.string(), kind: organizationKind }),
    may: z.object({ edit: z.boolean(), approve: z.boolean() }),
    /** A draft that was approved before: under which order. */
    formerOrder: z.object({ order: z.string(), on: z.string() }).nullable(),
    /** A draft whose approver is the head of another organisation: his words, and the own head where the staff has one. */
    foreignApprover: z
      .object({ words: z.string(), own: z.object({ post: z.string(), person: z.string() }).nullable() })
      .nullable(),
    /** How the dates of each measure stand today; a draft has none. */
    standings: z.array(
      z.object({
        measureId: z.number(),
        /** The earliest day that is past with nothing handed in. */
        lateSince: z.string().nullable(),
        dates: z.object({
          open: z.number(),
          submitted: z.number(),
          accepted: z.number(),
          returned: z.number(),
          notNeeded: z.number(),
        }),
      }),
    ),
    undo: batchBrief.nullable(),
    redo: batchBrief.nullable(),
  }),
});
export const removePlan = defineContract({
  method: 'DELETE',
  path: '/api/plans/:id',
  summary: 'Take away a draft; an approved plan stays',
  tag,
  params: idParams,
});

const number = z.string().trim().max(LONGEST.number).nullable();
const words = z.string().max(LONGEST.text);
export const measureFieldsSchema = z
  .object({
    number,
    text: words,
    deadline: z.string().max(LONGEST.deadline),
    windowsSet: z
      .array(z.object({ from: day.nullable(), to: day.nullable() }))
      .max(60)
      .readonly()
      .nullable(),
    deadlineConfirmed: z.boolean(),
    conditionMet: z.boolean(),
    result: words,
    kind: z
      .string()
      .regex(/^M\d\d$/)
      .nullable(),
    targets: z.array(targetSchema).max(40).readonly(),
    state: z.enum(MEASURE_STATES),
    stateNote: z.string().max(2000),
    parties: z.array(partySchema).max(60).readonly(),
  })
  .partial();
const newMeasureSchema = z.object({
  number: number.default(null),
  text: words.default(''),
  deadline: z.string().max(LONGEST.deadline).default(''),
  result: words.default(''),
  kind: z
    .string()
    .regex(/^M\d\d$/)
    .nullable()
    .default(null),
  targets: z.array(targetSchema).max(40).readonly().default([]),
  warnings: z.array(measureWarning).max(60).readonly().default([]),
  parties: z.array(partySchema).max(60).readonly().default([]),
});
export const planFieldsSchema = z
  .object({
    title: z.string().trim().min(3).max(500),
    schoolYear,
    approvalPost: nullableText(500),
    approvalPerson: nullableText(300),
    orderNumber: nullableText(60),
    approvedOn: day.nullable(),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    preamble: z.string().max(20_000),
  })
  .partial();

const id = z.number().int();
const revision = z.number().int();
/** The measure or section that it comes to stand after; null: first; absent: last. */
const after = z.number().int().nullable().optional();
export const changeSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('setPlan'), revision, fields: planFieldsSchema }),
  z.object({ op: z.literal('addSection'), title: z.string().trim().max(LONGEST.sectionTitle), after }),
  z.object({ op: z.literal('setSection'), id, revision, title: z.string().trim().max(LONGEST.sectionTitle) }),
  z.object({ op: z.literal('moveSection'), id, after }),
  z.object({ op: z.literal('removeSection'), id }),
  z.object({ op: z.literal('restoreSection'), id }),
  z.object({
    op: z.literal('addMeasure'),
    /** «added»: the section that an earlier change of the same gesture adds. */
    sectionId: z.union([id, z.literal('added')]),
    after,
    measure: newMeasureSchema,
  }),
  z.object({ op: z.literal('setMeasure'), id, revision, fields: measureFieldsSchema }),
  z.object({ op: z.literal('moveMeasure'), id, sectionId: id, after }),
  z.object({ op: z.literal('removeMeasure'), id }),
  z.object({ op: z.literal('restoreMeasure'), id }),
]);
export type PlanEdit = z.output<typeof changeSchema>;

export const changePlan = defineContract({
  method: 'POST',
  path: '/api/plans/:id/changes',
  summary:
    'One gesture: changes that are applied together; refused as changedMeanwhile, with the stored version, where a revision is old',
  tag,
  params: idParams,
  body: z.object({ changes: z.array(changeSchema).min(1).max(1000) }),
  output: z.object({
    /** Null: nothing differed from what is stored. */
    batch: z.string().nullable(),
    added: z.object({ sections: z.array(z.number()), measures: z.array(z.number()) }),
  }),
});
export const undoChanges = defineContract({
  method: 'POST',
  path: '/api/plans/:id/undo',
  summary: 'Take back a gesture whose fields nothing has touched since; taking back that brings it again',
  tag,
  params: idParams,
  body: z.object({ batch: z.uuid() }),
  output: z.object({ batch: z.string() }),
});
export const setPlanState = defineContract({
  method: 'POST',
  path: '/api/plans/:id/state',
  summary: 'Approve a plan by an order, return it to a draft with a reason, close it or open it again',
  tag,
  params: idParams,
  body: z.object({
    revision,
    to: z.enum(PLAN_STATES),
    order: nullableText(60).optional(),
    on: day.nullable().optional(),
    post: nullableText(500).optional(),
    person: nullableText(300).optional(),
    reason: z.string().trim().max(2000).optional(),
  }),
  output: z.object({ state: z.enum(PLAN_STATES) }),
});
export const listPlanStaff = defineContract({
  method: 'GET',
  path: '/api/plans/:id/staff',
  summary: "Posts and persons of the plan's organisation, for linking who is responsible",
  tag,
  params: idParams,
  output: z.object({
    staff: z.array(z.object({ id: z.number(), fullName: z.string(), post: z.string(), toDate: z.string().nullable() })),
  }),
});
export const readHistory = defineContract({
  method: 'GET',
  path: '/api/plans/:id/history',
  summary: 'Everything that happened to a plan or to one of its measures, newest first, by gesture',
  tag,
  params: idParams,
  query: z.object({ measureId: z.coerce.number().int().optional(), before: z.coerce.number().int().optional() }),
  output: z.object({
    title: z.string(),
    batches: z.array(
      z.object({
        batch: z.string(),
        at: z.string(),
        by: z.string().nullable(),
        undoes: z.string().nullable(),
        undone: z.boolean(),
        undoable: z.boolean(),
        changes: z.array(
          z.object({
            id: z.number(),
            action: z.string(),
            subjectKind: z.string(),
            subjectId: z.number(),
            /** What it is called now: number and text of a measure, title of a section. */
            subject: z.string(),
            before: z.record(z.string(), z.unknown()).nullable(),
            after: z.record(z.string(), z.unknown()).nullable(),
          }),
        ),
      }),
    ),
    /** Ask for older ones with `before`; null: there are none. */
    next: z.number().nullable(),
    sections: z.array(z.object({ id: z.number(), title: z.string() })),
  }),
});
export const downloadHistory = defineContract({
  method: 'GET',
  path: '/api/plans/:id/history.xlsx',
  summary: 'The history of a plan as a spreadsheet',
  tag,
  params: idParams,
  file: XLSX,
});
export const readPasted = defineContract({
  method: 'POST',
  path: '/api/plans/:id/pasted',
  summary: 'How a pasted table is read; nothing is stored',
  tag,
  params: idParams,
  body: z.object({ content: z.string().min(1).max(900_000), html: z.boolean().default(false) }),
  output: z.object({
    sections: z.array(z.object({ title: z.string(), measures: z.array(newMeasureSchema) })),
    problems: z.array(z.object({ code: z.string(), place: z.string().nullable(), words: z.string().nullable() })),
  }),
});

const mendSchema = z.object({
  kind: z.string(),
  words: z.string(),
  /** What `mendPlan` calls it; null: it is made elsewhere. */
  at: z.number().nullable(),
  /** The page that opens the field or form; null beside `at` null: only others can do it. */
  way: z.object({ path: z.string(), search: z.record(z.string(), z.string()) }).nullable(),
});
export const readRemarks = defineContract({
  method: 'GET',
  path: '/api/plans/:id/remarks',
  summary: 'What the linter says of a plan today: place, reason, what can be done about it',
  tag,
  params: idParams,
  output: z.object({
    counts: z.object({ mend: z.number(), look: z.number(), note: z.number() }),
    remarks: z.array(
      z.object({
        key: z.string(),
        code: z.string(),
        severity: z.enum(['mend', 'look', 'note']),
        field: z.string(),
        measureId: z.number().nullable(),
        sectionId: z.number().nullable(),
        /** Number and text of the measure, or the title of the section. */
        subject: z.string().nullable(),
        place: z.string().nullable(),
        title: z.string(),
        reason: z.string(),
        todo: z.string(),
        /** One-click mends that the plan takes by itself, and those that lead elsewhere. */
        mends: z.array(mendSchema),
      }),
    ),
  }),
});
export const mendPlan = defineContract({
  method: 'POST',
  path: '/api/plans/:id/mend',
  summary: 'Make mends of remarks as one gesture, which can be taken back',
  tag,
  params: idParams,
  body: z.object({
    mends: z
      .array(z.object({ key: z.string().max(500), at: z.number().int().min(0).max(20) }))
      .min(1)
      .max(500),
  }),
  output: z.object({ batch: z.string().nullable(), done: z.number() }),
});
export const readAcquaintance = defineContract({
  method: 'GET',
  path: '/api/plans/:id/acquaintance',
  summary: 'Who of the staff has read the plan',
  tag,
  params: idParams,
  output: z.object({
    people: z.array(
      z.object({ staffPostId: z.number(), fullName: z.string(), post: z.string(), on: z.string().nullable() }),
    ),
  }),
});
export const markAcquaintance = defineContract({
  method: 'POST',
  path: '/api/plans/:id/acquaintance',
  summary: 'Note on which day members of staff read the plan',
  tag,
  params: idParams,
  body: z.object({
    marks: z
      .array(z.object({ staffPostId: z.number().int(), on: day.nullable() }))
      .min(1)
      .max(1000),
  }),
});
