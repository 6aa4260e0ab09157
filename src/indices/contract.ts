import { z } from 'zod';
import { idParams, XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';
import { INDEX_KINDS, PAIRINGS } from './model.ts';

const tag = 'indices';
const kind = z.enum(INDEX_KINDS);
const markedKind = z.enum(['vpr', 'oge', 'dkr']);
const pairing = z.enum(PAIRINGS);
const year = z.coerce.number().int().min(2000).max(2100);

const score = z.number().int().min(0).max(100);
const medal = z.object({ russian: score, other: score, baseMathematics: z.number().int().min(2).max(5) });
export const settingsSchema = z.object({
  gap: z.object({
    vpr: z.number().int().min(1).max(3),
    oge: z.number().int().min(1).max(3),
    dkr: z.number().int().min(1).max(3),
  }),
  minimum: z.number().int().min(5).max(1000),
  medal: z.object({ 1: medal, 2: medal }),
});

export const standingSchema = z.object({
  id: z.string(),
  name: z.string(),
  municipality: z.string().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  /** 0..1; null where nothing was counted. */
  share: z.number().nullable(),
  /** Wilson interval of 95 %, 0..1. */
  low: z.number(),
  high: z.number(),
  z: z.number().nullable(),
  /** null: too little data for a conclusion. */
  position: z.enum(['farAbove', 'above', 'usual', 'below', 'farBelow']).nullable(),
});
const reference = z
  .object({
    numerator: z.number(),
    denominator: z.number(),
    share: z.number(),
    units: z.number(),
    phi: z.number(),
    tau: z.number(),
  })
  .nullable();
const history = z.array(
  z.object({ year: z.number(), numerator: z.number(), denominator: z.number(), low: z.number(), high: z.number() }),
);
const query = z.object({ kind: kind.optional(), year: year.optional() });

export const readIndex = defineContract({
  method: 'GET',
  path: '/api/indices',
  summary:
    'One index of one year: the region, municipalities and schools with numerator, denominator, interval and place',
  tag,
  query,
  output: z.object({
    /** Kinds and years that there are results of, newest first. */
    available: z.array(z.object({ kind, year: z.number() })),
    kind: kind.nullable(),
    year: z.number().nullable(),
    settings: settingsSchema,
    /** The region has set the thresholds of this year itself. */
    ownSettings: z.boolean(),
    reference,
    /** Of the organisation that the person works in. */
    own: standingSchema.nullable(),
    municipalities: z.array(standingSchema),
    schools: z.array(standingSchema),
    /** Claims whose exams are not known: they are in no share. */
    unknown: z.number(),
    history,
  }),
});
export const downloadIndex = defineContract({
  method: 'GET',
  path: '/api/indices.xlsx',
  summary: 'One index of one year as a spreadsheet',
  tag,
  query,
  file: XLSX,
});

const pairSchema = z.object({
  id: z.string(),
  name: z.string(),
  municipality: z.string().nullable(),
  subject: z.string().nullable(),
  pairs: z.number(),
  raised: z.number(),
  confirmed: z.number(),
  lowered: z.number(),
  /** Mean of (second - first mark), marks; null without pairs. */
  meanGap: z.number().nullable(),
  papers: z.number(),
  /** Share of papers for which both marks are known, 0..1. */
  matched: z.number().nullable(),
  small: z.boolean(),
});
const pairQuery = z.object({ pairing: pairing.optional(), kind: markedKind.optional(), year: year.optional() });
export const readPairs = defineContract({
  method: 'GET',
  path: '/api/indices/pupils',
  summary: 'Same pupils: journal, term and outside marks compared, by school',
  tag,
  query: pairQuery,
  output: z.object({
    available: z.array(z.object({ kind: markedKind, year: z.number() })),
    pairing,
    kind: markedKind.nullable(),
    year: z.number().nullable(),
    total: pairSchema.nullable(),
    schools: z.array(pairSchema),
  }),
});
export const downloadPairs = defineContract({
  method: 'GET',
  path: '/api/indices/pupils.xlsx',
  summary: 'Same pupils by school as a spreadsheet',
  tag,
  query: pairQuery,
  file: XLSX,
});

export const readSchoolIndices = defineContract({
  method: 'GET',
  path: '/api/indices/schools/:id',
  summary: "One school: all indices by year against the region's, and same pupils by class",
  tag,
  params: idParams,
  output: z.object({
    id: z.number(),
    name: z.string(),
    municipality: z.string(),
    indices: z.array(z.object({ kind, year: z.number(), standing: standingSchema, reference, minimum: z.number() })),
    pairs: z.array(z.object({ pairing, kind: markedKind, year: z.number(), classes: z.array(pairSchema) })),
  }),
});

const settingAnswer = z.object({
  years: z.array(
    z.object({
      year: z.number(),
      settings: settingsSchema,
      /** 0: nothing was set, these are the product's. */
      version: z.number(),
      note: z.string(),
      account: z.string().nullable(),
      createdAt: z.string().nullable(),
    }),
  ),
  editable: z.boolean(),
});
export const readSettings = defineContract({
  method: 'GET',
  path: '/api/indices/settings',
  summary: 'Thresholds of the indices by year',
  tag,
  output: settingAnswer,
});
export const saveSettings = defineContract({
  method: 'POST',
  path: '/api/indices/settings',
  summary: 'Set the thresholds of a year: a new version, earlier ones stay',
  tag,
  body: z.object({
    year: z.number().int().min(2000).max(2100),
    settings: settingsSchema,
    note: z.string().trim().max(500),
  }),
  output: settingAnswer,
});

const claimsAnswer = z.object({
  year: z.number(),
  claims: z.array(z.object({ pupil: z.string(), degree: z.union([z.literal(1), z.literal(2)]) })),
});
export const readClaims = defineContract({
  method: 'GET',
  path: '/api/indices/medal-claims',
  summary: 'Medal claims that the school has entered for a year',
  tag,
  query: z.object({ year }),
  output: claimsAnswer,
});
export const saveClaims = defineContract({
  method: 'POST',
  path: '/api/indices/medal-claims',
  summary: 'Enter medal claims of a year in place of those entered before: lines «key degree»',
  tag,
  body: z.object({ year: z.number().int().min(2000).max(2100), lines: z.string().max(20_000) }),
  output: claimsAnswer,
});
