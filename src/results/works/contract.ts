/** Operations on works and scales. */
import { z } from 'zod';
import { idParams, XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';
import { PROCEDURE_KINDS } from '../model.ts';

const tag = 'results';
export const level = z.enum(['base', 'advanced']);
export const procedureKind = z.enum(PROCEDURE_KINDS);

export const taskSchema = z.object({
  id: z.string().trim().min(1).max(20),
  max: z.number().int().min(1).max(100),
  response: z.enum(['short', 'extended']),
  level: z.enum(['basic', 'raised', 'high']).optional(),
});
export const thresholdsSchema = z.object({ 3: z.number().int(), 4: z.number().int(), 5: z.number().int() });

export const scaleSchema = z.object({
  id: z.number(),
  year: z.number(),
  grade: z.number(),
  subject: z.string(),
  level,
  version: z.number(),
  maxScore: z.number(),
  thresholds: thresholdsSchema,
  source: z.string(),
  note: z.string(),
  /** Shipped with the product from an official description. */
  shipped: z.boolean(),
});
const scaleQuery = z.object({
  year: z.coerce.number().int().optional(),
  grade: z.coerce.number().int().optional(),
  subject: z.string().max(60).optional(),
});
export const listScales = defineContract({
  method: 'GET',
  path: '/api/scales',
  summary: 'Scales of marks',
  tag,
  query: scaleQuery,
  output: z.object({ scales: z.array(scaleSchema) }),
});
export const downloadScales = defineContract({
  method: 'GET',
  path: '/api/scales.xlsx',
  summary: 'Scales as a spreadsheet',
  tag,
  query: scaleQuery,
  file: XLSX,
});
export const createScale = defineContract({
  method: 'POST',
  path: '/api/scales',
  summary: 'Add a scale or a new version of one; ranges must cover 0..max without gap or overlap',
  tag,
  body: z.object({
    year: z.number().int().min(2000).max(2100),
    grade: z.number().int().min(1).max(11),
    subject: z.string().trim().min(1).max(60),
    level,
    maxScore: z.number().int().min(1).max(400),
    /** First and last score of each mark, as printed. */
    ranges: z.object({
      2: z.tuple([z.number().int(), z.number().int()]),
      3: z.tuple([z.number().int(), z.number().int()]),
      4: z.tuple([z.number().int(), z.number().int()]),
      5: z.tuple([z.number().int(), z.number().int()]),
    }),
    source: z.string().trim().min(3).max(500),
    note: z.string().trim().max(500).default(''),
  }),
  output: scaleSchema,
});

export const workSchema = z.object({
  id: z.number(),
  /** Analyses cover a procedure: their jobs carry this number. */
  procedureId: z.number(),
  procedure: z.string(),
  kind: procedureKind,
  /** The procedure was run in the presence of outside observers. */
  observed: z.boolean(),
  year: z.number(),
  subject: z.string(),
  grade: z.number(),
  level,
  heldOn: z.string().nullable(),
  tasks: z.array(taskSchema),
  maxScore: z.number(),
  scale: scaleSchema.nullable(),
  papers: z.number(),
  absent: z.number(),
  schools: z.number(),
  /** Time of the current analysis; null before the first. */
  analysedAt: z.string().nullable(),
  /** Papers were committed or reverted after the current analysis. */
  outdated: z.boolean(),
  revision: z.number(),
});
export const listWorks = defineContract({
  method: 'GET',
  path: '/api/works',
  summary: 'Works of all procedures',
  tag,
  output: z.object({ works: z.array(workSchema) }),
});
export const downloadWorks = defineContract({
  method: 'GET',
  path: '/api/works.xlsx',
  summary: 'Works as a spreadsheet',
  tag,
  file: XLSX,
});
export const readWork = defineContract({
  method: 'GET',
  path: '/api/works/:id',
  summary: 'One work with its scale and the figures of the visible papers',
  tag,
  params: idParams,
  output: workSchema.extend({
    /** Visible papers by raw score 0..max. */
    histogram: z.array(z.number()),
    /** Share of the maximum per task over visible papers, 0..1; null where nobody wrote it. */
    taskMeans: z.array(z.number().nullable()),
    suitableScales: z.array(scaleSchema),
  }),
});
export const downloadWorkTasks = defineContract({
  method: 'GET',
  path: '/api/works/:id/tasks.xlsx',
  summary: 'Tasks of a work with the results of the visible papers, as a spreadsheet',
  tag,
  params: idParams,
  file: XLSX,
});
export const createWork = defineContract({
  method: 'POST',
  path: '/api/works',
  summary: 'Describe a work before or while its results are imported',
  tag,
  body: z.object({
    procedure: z.string().trim().min(2).max(200),
    kind: procedureKind.optional(),
    year: z.number().int().min(2000).max(2100),
    subject: z.string().trim().min(1).max(60),
    grade: z.number().int().min(1).max(11),
    level,
    heldOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable()
      .default(null),
    tasks: z.array(taskSchema).min(1).max(60),
    scaleId: z.number().int().nullable().default(null),
  }),
  output: workSchema,
});
export const updateWork = defineContract({
  method: 'PATCH',
  path: '/api/works/:id',
  summary: 'Correct response types, levels, date or scale; maxima cannot change once papers are there',
  tag,
  params: idParams,
  body: z.object({
    revision: z.number().int(),
    heldOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable()
      .optional(),
    tasks: z.array(taskSchema).min(1).max(60).optional(),
    scaleId: z.number().int().nullable().optional(),
  }),
  output: workSchema,
});

export const updateProcedure = defineContract({
  method: 'PATCH',
  path: '/api/procedures/:id',
  summary: 'Correct the kind of a procedure, or say that outside observers were present',
  tag,
  params: idParams,
  body: z.object({ kind: procedureKind.optional(), observed: z.boolean().optional() }),
  output: z.object({ id: z.number(), name: z.string(), year: z.number(), kind: procedureKind, observed: z.boolean() }),
});
