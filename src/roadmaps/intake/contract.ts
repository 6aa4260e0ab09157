import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { PARTS } from '../model.ts';
import { INTAKE_ORIGINS, INTAKE_STATES } from './model.ts';

const tag = 'roadmaps';
const idParams = z.object({ id: z.coerce.number().int() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = z.string().max(20_000);
const name = z.string().max(2_000).nullable();
const key = z.string().regex(/^[msn]\d{1,6}$/);
const schoolYear = z.number().int().min(2000).max(2100);

const warningSchema = z.object({
  // Codes of reading/model.ts: what the reading wrote comes back unchanged.
  code: z.enum([
    'inherited',
    'mergeNotSeen',
    'cutByPage',
    'columnsShifted',
    'valueMoved',
    'deadlineFromText',
    'deadlineFromRowAbove',
    'deadlineFromSection',
    'noNumber',
    'duplicateNumber',
    'brokenNumber',
    'noResponsible',
    'foreignLetters',
    'identicalRows',
    'resultRepeated',
    'resultOfNeighbour',
    'targetInWords',
    'recurrenceInText',
    'measureTwice',
  ]),
  words: words.nullable(),
  place: z.string().max(500),
});
export const draftMeasureSchema = z.object({
  id: key,
  number: z.string().max(40).nullable(),
  text: words,
  deadline: words,
  windowsSet: z
    .array(z.object({ from: day.nullable(), to: day.nullable() }))
    .max(100)
    .readonly()
    .nullable(),
  deadlineConfirmed: z.boolean(),
  parties: z
    .array(
      z.object({
        part: z.enum(PARTS),
        post: name,
        person: name,
        organisation: name,
        staffPostId: z.number().int().nullable(),
      }),
    )
    .max(60)
    .readonly(),
  result: words,
  kind: z
    .string()
    .regex(/^M\d\d$/)
    .nullable(),
  targets: z
    .array(
      z.object({
        value: z.number(),
        comparison: z.enum(['atLeast', 'atMost', 'moreThan', 'lessThan', 'equal']),
        words: z.string().max(500),
      }),
    )
    .max(60)
    .readonly(),
  warnings: z.array(warningSchema).max(200).readonly(),
  place: z.string().max(500).nullable(),
  checked: z.boolean(),
});
const draftSectionSchema = z.object({ id: key, title: z.string().max(4_000), measures: z.array(key).readonly() });
const draftHeadSchema = z.object({
  title: z.string().max(4_000),
  schoolYear,
  approval: z.object({ post: name, person: name, order: name, on: day.nullable() }),
});
const answers = z.record(z.string().regex(/^\d{1,5}$/), z.enum(['measure', 'joined', 'leftOut']));
const draftSchema = z.object({
  head: draftHeadSchema,
  sections: z.array(draftSectionSchema).readonly(),
  measures: z.record(key, draftMeasureSchema),
  answers,
});
const patchSchema = z.object({
  head: draftHeadSchema.optional(),
  sections: z.array(draftSectionSchema).max(2_000).readonly().optional(),
  measures: z.record(key, draftMeasureSchema.nullable()).optional(),
  answers: answers.optional(),
});

const viewParagraph = z.object({
  kind: z.literal('paragraph'),
  key: z.string(),
  place: z.string(),
  text: z.string(),
  bold: z.boolean(),
});
const viewTable = z.object({
  kind: z.literal('table'),
  key: z.string(),
  place: z.string(),
  columns: z.number(),
  rows: z
    .array(
      z.object({
        key: z.string(),
        place: z.string(),
        cells: z
          .array(z.object({ text: z.string(), colspan: z.number(), rowspan: z.number(), bold: z.boolean() }))
          .readonly(),
      }),
    )
    .readonly(),
});
const viewSchema = z.object({ format: z.string(), blocks: z.array(z.union([viewParagraph, viewTable])).readonly() });
const problemSchema = z.object({ code: z.string(), place: z.string().nullable(), words: z.string().nullable() });

export const intakeSchema = z.object({
  id: z.number(),
  origin: z.enum(INTAKE_ORIGINS),
  fileName: z.string(),
  byteSize: z.number(),
  state: z.enum(INTAKE_STATES),
  /** Why it could not be read, with what to do. */
  refusal: z.string().nullable(),
  jobId: z.number().nullable(),
  planId: z.number().nullable(),
  account: z.string().nullable(),
  createdAt: z.string(),
  /** Of the draft, or of the reading while nobody has mended it; null before it was read. */
  title: z.string().nullable(),
  /** How many measures it holds; 0: it is no plan, or nothing of it was understood. Null before it was read. */
  measures: z.number().nullable(),
  revision: z.number(),
});
export const intakeDetailSchema = intakeSchema.extend({
  organization: z.object({ id: z.number(), name: z.string(), shortName: z.string() }),
  /** As the document names it. */
  organisation: z.string().nullable(),
  problems: z.array(problemSchema).readonly(),
  view: viewSchema.nullable(),
  draft: draftSchema.nullable(),
});

export const listIntakes = defineContract({
  method: 'GET',
  path: '/api/plan-intakes',
  summary: 'Plan files of the own organisation that are not finished, newest first',
  tag,
  output: z.object({ intakes: z.array(intakeSchema) }),
});
export const uploadPlan = defineContract({
  method: 'POST',
  path: '/api/plan-intakes',
  summary:
    'Take in a plan as a file (field `files`) or pasted (field `pasted` = yes); `schoolYear` and `again` = yes are optional',
  tag,
  upload: true,
  output: z.object({ intake: intakeSchema, /** The same content was taken in before. */ known: z.boolean() }),
});
export const startFromStarter = defineContract({
  method: 'POST',
  path: '/api/plan-intakes/starter',
  summary: 'Begin a plan from a ready one',
  tag,
  body: z.object({ kind: z.enum(['school', 'gymnasium', 'district']), schoolYear }),
  output: intakeSchema,
});
export const readIntake = defineContract({
  method: 'GET',
  path: '/api/plan-intakes/:id',
  summary: 'One plan on its way in: the source, its reading and the draft',
  tag,
  params: idParams,
  output: intakeDetailSchema,
});
export const mendIntake = defineContract({
  method: 'PATCH',
  path: '/api/plan-intakes/:id',
  summary: 'Store what a person has mended since the last time',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int(), patch: patchSchema }),
  output: z.object({ revision: z.number() }),
});
export const saveIntake = defineContract({
  method: 'POST',
  path: '/api/plan-intakes/:id/save',
  summary: 'Make a plan of the draft',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int() }),
  output: z.object({ planId: z.number() }),
});
export const discardIntake = defineContract({
  method: 'POST',
  path: '/api/plan-intakes/:id/discard',
  summary: 'Put a plan file aside',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int() }),
});
export const restoreIntake = defineContract({
  method: 'POST',
  path: '/api/plan-intakes/:id/restore',
  summary: 'Bring back a plan file that was put aside',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int() }),
});
export const downloadIntakeFile = defineContract({
  method: 'GET',
  path: '/api/plan-intakes/:id/file',
  summary: 'The file as it was received',
  tag,
  params: idParams,
  file: 'application/octet-stream',
});
