import { z } from 'zod';
import { idParams, XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';
import type { VariantCalibration } from './model.ts';

const tag = 'objectivity';
/** Calibration of one variant (calibration/model.ts), or that it is withheld because too few schools wrote it. */
const variant = z.custom<
  VariantCalibration | { readonly kind: 'withheld'; readonly name: string | null; readonly required: number }
>();

export const readCalibration = defineContract({
  method: 'GET',
  path: '/api/works/:id/calibration',
  summary: "Difficulty of a work's tasks over the region, by variant, on one scale; nothing of a single school",
  tag,
  params: idParams,
  output: z.object({
    work: z.object({
      id: z.number(),
      procedure: z.string(),
      subject: z.string(),
      grade: z.number(),
      advanced: z.boolean(),
    }),
    tasks: z.array(z.object({ id: z.string(), max: z.number(), response: z.enum(['short', 'extended']) })),
    /** Lowest totals of marks 3, 4, 5; null where the work has no scale. */
    thresholds: z.object({ 3: z.number(), 4: z.number(), 5: z.number() }).nullable(),
    /** Empty: the work has no papers yet. */
    variants: z.array(variant),
  }),
});

export const downloadCalibration = defineContract({
  method: 'GET',
  path: '/api/works/:id/calibration.xlsx',
  summary: 'Difficulty of the tasks as a spreadsheet',
  tag,
  params: idParams,
  file: XLSX,
});
