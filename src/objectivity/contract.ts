import { z } from 'zod';
import { idParams, XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';
import type { MarkerId, MarkerResult } from './model.ts';
import type { OfficialReading } from './official/model.ts';
import type { ParticipationAnswer } from './participation/participation.ts';

const tag = 'objectivity';
const strength = z.enum(['none', 'weak', 'noticeable', 'pronounced']);
const levelSchema = z.enum(['class', 'school', 'municipality']);
const mechanism = z.enum(['boundary', 'help', 'copying', 'level', 'marks']);
/** A marker's answer as the engine gives it (objectivity/model.ts, MarkerResult). */
const markerResult = z.custom<MarkerResult>();
/** A published official reading, computed as published (objectivity/official/model.ts). */
const officialReading = z.custom<OfficialReading>();

/** Signs checked, strongest first; confirmed ones expected among them, with the 95 % interval. */
const expectedYield = z.object({ first: z.number(), expected: z.number(), low: z.number(), high: z.number() });
/** Who wrote and who was absent (objectivity/participation/participation.ts). */
const participation = z.custom<ParticipationAnswer>();

export const findingSchema = z.object({
  id: z.number(),
  level: levelSchema,
  workId: z.number(),
  procedure: z.string(),
  subject: z.string(),
  grade: z.number(),
  municipality: z.object({ id: z.number(), name: z.string() }),
  school: z.object({ id: z.number(), name: z.string() }).nullable(),
  className: z.string().nullable(),
  participants: z.number(),
  absent: z.number(),
  strength,
  signalled: z.boolean(),
  /** «Вероятность, что сигнал ложный», 0..1; null where the sample is too small. */
  localFdr: z.number().nullable(),
  p: z.number().nullable(),
  mechanisms: z.array(mechanism),
});
const findingQuery = z.object({
  level: levelSchema.optional(),
  workId: z.coerce.number().int().optional(),
  municipalityId: z.coerce.number().int().optional(),
  schoolId: z.coerce.number().int().optional(),
  mechanism: mechanism.optional(),
  /** signalled: units with a signal (default); all: every unit; insufficient: too few papers. */
  show: z.enum(['signalled', 'all', 'insufficient']).default('signalled'),
  search: z.string().max(100).optional(),
});
export const listFindings = defineContract({
  method: 'GET',
  path: '/api/findings',
  summary: 'Units with signs, by municipality, school, class: an order of names, never a ranking; 500 at most',
  tag,
  query: findingQuery,
  output: z.object({
    findings: z.array(findingSchema),
    total: z.number(),
    /** Counts by level under the same filters. */
    levels: z.object({ class: z.number(), school: z.number(), municipality: z.number() }),
    /** Signs under the same filters that are expected to be confirmed when the first so many are checked. */
    yields: z.array(expectedYield),
    analysedAt: z.string().nullable(),
  }),
});
export const downloadFindings = defineContract({
  method: 'GET',
  path: '/api/findings.xlsx',
  summary: 'Findings as a spreadsheet',
  tag,
  query: findingQuery,
  file: XLSX,
});

const distribution = z.object({
  /** Papers by raw score 0..max. */
  totals: z.array(z.number()),
  /** Papers by mark 2..5. */
  marks: z.array(z.number()),
  /** journal mark (rows 2..5) x work mark (columns 2..5). */
  transition: z.array(z.array(z.number())),
});
export const findingDetailSchema = findingSchema.extend({
  tasks: z.array(
    z.object({ id: z.string(), max: z.number(), response: z.enum(['short', 'extended']), difficulty: z.number() }),
  ),
  thresholds: z.object({ 3: z.number(), 4: z.number(), 5: z.number() }).nullable(),
  markers: z.array(markerResult),
  distribution,
  region: distribution.extend({ name: z.string(), papers: z.number() }),
  /** Observed and expected points per pupil and task; low and high are the 95 % interval of the observed mean. */
  profile: z.array(
    z.object({ id: z.string(), observed: z.number(), expected: z.number(), low: z.number(), high: z.number() }),
  ),
  /** Of the unit's school in this work; kept apart from our own markers. */
  official: z.array(officialReading),
  neighbours: z.array(findingSchema),
  /** The honest reference that the unit was judged by. */
  reference: z.object({
    kind: z.enum(['estimated', 'frozen']),
    /** null: the reference is this administration itself. */
    name: z.string().nullable(),
    madeAt: z.string(),
    /** Units that it was learnt from; null where the analysis did not say. */
    units: z.number().nullable(),
  }),
  /** null where it was not asked for. */
  participation: participation.nullable(),
  engineVersion: z.string(),
  analysedAt: z.string(),
  /** The person may open the pupil x task matrix. */
  canReadPapers: z.boolean(),
});
export const readFinding = defineContract({
  method: 'GET',
  path: '/api/findings/:id',
  summary: 'One finding with its reasons',
  tag,
  params: idParams,
  output: findingDetailSchema,
});
export const readFindingChange = defineContract({
  method: 'GET',
  path: '/api/findings/:id/change',
  summary: 'What would change a finding: counts only, no participant',
  tag,
  params: idParams,
  output: z.object({
    /** Markers whose papers can be ranked; empty where none can. */
    markers: z.array(z.custom<MarkerId>()),
    papers: z.number(),
    /** Papers found right that take the unit below the limit of a signal; null where it cannot be said. */
    untilBelow: z.number().nullable(),
    /** So many only because of the rest nothing could be said. */
    tooFewLeft: z.boolean(),
    /** Of the signs of this level in this procedure that the person may see. */
    yields: z.array(expectedYield),
  }),
});
export const readFindingOrder = defineContract({
  method: 'GET',
  path: '/api/findings/:id/change/papers',
  summary: 'Papers in the order in which re-reading them tells most about the sign; written to the journal',
  tag,
  params: idParams,
  output: z.object({
    papers: z.array(
      z.object({
        participant: z.string(),
        className: z.string(),
        total: z.number(),
        /** Share of the sign that the paper carries; negative where it speaks against it. */
        share: z.number(),
      }),
    ),
  }),
});
export const readFindingPapers = defineContract({
  method: 'GET',
  path: '/api/findings/:id/papers',
  summary: 'The pupil x task matrix of a class or school; reading it is written to the journal',
  tag,
  params: idParams,
  output: z.object({
    tasks: z.array(
      z.object({ id: z.string(), max: z.number(), response: z.enum(['short', 'extended']), difficulty: z.number() }),
    ),
    papers: z.array(
      z.object({
        participant: z.string(),
        className: z.string(),
        variant: z.string().nullable(),
        scores: z.array(z.number()),
        total: z.number(),
        mark: z.number().nullable(),
        journalMark: z.number().nullable(),
      }),
    ),
    absent: z.number(),
  }),
});
export const downloadFinding = defineContract({
  method: 'GET',
  path: '/api/findings/:id/table.xlsx',
  summary: 'Figures of one finding as a spreadsheet, without papers',
  tag,
  params: idParams,
  file: XLSX,
});
export const downloadPackage = defineContract({
  method: 'GET',
  path: '/api/findings/:id/package.zip',
  summary: 'What the figures were computed from, to be computed again by `obektiv reproduce`; written to the journal',
  tag,
  params: idParams,
  file: 'application/zip',
});
export const readSchoolFindings = defineContract({
  method: 'GET',
  path: '/api/schools/:id/findings',
  summary: "A school's works: school-level unit, its classes, official readings",
  tag,
  params: idParams,
  output: z.object({
    school: z.object({ id: z.number(), name: z.string(), code: z.string().nullable(), specialised: z.boolean() }),
    municipality: z.object({ id: z.number(), name: z.string() }),
    works: z.array(
      z.object({
        workId: z.number(),
        procedure: z.string(),
        subject: z.string(),
        grade: z.number(),
        participants: z.number(),
        absent: z.number(),
        meanPercent: z.number().nullable(),
        regionMeanPercent: z.number().nullable(),
        school: findingSchema.nullable(),
        classes: z.array(findingSchema),
      }),
    ),
    official: z.array(z.object({ workId: z.number(), reading: officialReading })),
  }),
});
export const startAnalysis = defineContract({
  method: 'POST',
  path: '/api/works/:id/analyses',
  summary: "Analyse the region's papers of a work, by a job",
  tag,
  params: idParams,
  output: z.object({ jobId: z.number() }),
});
export const readMethod = defineContract({
  method: 'GET',
  path: '/api/methods/:id',
  summary: 'A method: its formulas as MathML, and the clearest finding in view that shows it at work',
  tag,
  params: z.object({ id: z.string().max(20) }),
  output: z.object({
    /** MathML, in the order of the method's formulas and symbols. */
    formulas: z.array(z.string()),
    symbols: z.array(z.string()),
    example: z.object({ finding: findingSchema, markers: z.array(markerResult) }).nullable(),
    /** Classes in view: decided, signalled, and how many of the signals are expected to be false. */
    classes: z.object({ looked: z.number(), signalled: z.number(), expectedFalse: z.number() }),
  }),
});
