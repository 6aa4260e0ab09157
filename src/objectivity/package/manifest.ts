/** What a package says of itself: which finding, computed with what. Pure. */
import { z } from 'zod';
import type { MarkerResult } from '../model.ts';

/** Names of the files inside. */
export const FILES = {
  manifest: 'finding.json',
  papers: 'papers.csv',
  spec: 'spec.json',
  tables: 'reference-tables.json',
  /** The frozen honest reference, where the analysis had one. */
  frozen: 'frozen-reference.json',
  units: 'units.csv',
  readme: 'README.md',
} as const;

export const PACKAGE_VERSION = 1;

const strength = z.enum(['none', 'weak', 'noticeable', 'pronounced']);

export const manifestSchema = z.object({
  format: z.literal('obektiv-package'),
  version: z.literal(PACKAGE_VERSION),
  engineVersion: z.string(),
  analysedAt: z.string(),
  /** region: all papers of the procedure are inside, everything can be computed again; unit: those of the unit alone. */
  scope: z.enum(['region', 'unit']),
  /** Papers came or went after the analysis: the figures are those of the papers before. */
  papersChanged: z.boolean(),
  parameters: z.object({ rate: z.number() }),
  reference: z.object({
    kind: z.enum(['estimated', 'frozen']),
    name: z.string().nullable(),
    madeAt: z.string(),
    units: z.number().nullable(),
  }),
  procedure: z.string(),
  /** The unit as the matrix names it: municipality and school by their numbers (units.csv says who they are). */
  unit: z.object({
    level: z.enum(['class', 'school', 'municipality']),
    municipality: z.string(),
    school: z.string().nullable(),
    className: z.string().nullable(),
    subject: z.string(),
    grade: z.number(),
  }),
  figures: z.object({
    participants: z.number(),
    absent: z.number(),
    p: z.number().nullable(),
    localFdr: z.number().nullable(),
    signalled: z.boolean(),
    strength,
    mechanisms: z.array(z.string()),
    markers: z.array(z.custom<MarkerResult>()),
  }),
});

export type Manifest = z.output<typeof manifestSchema>;
