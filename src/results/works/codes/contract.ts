/** Operations on codes of subjects. */
import { z } from 'zod';
import { idParams, XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';

const tag = 'results';

export const subjectCodeSchema = z.object({
  id: z.number(),
  system: z.string(),
  code: z.string(),
  subject: z.string(),
  note: z.string(),
  /** Shipped with the product; a row of the region for the same code wins. */
  shipped: z.boolean(),
  /** A shipped row that a row of the region replaces. */
  overridden: z.boolean(),
});
const subjectCodeBody = z.object({
  system: z.string().trim().min(1).max(40),
  code: z.string().trim().min(1).max(20),
  subject: z.string().trim().min(1).max(60),
  note: z.string().trim().max(300).default(''),
});
export const listSubjectCodes = defineContract({
  method: 'GET',
  path: '/api/subject-codes',
  summary: 'Codes of subjects by system: shipped rows and those of the region',
  tag,
  output: z.object({ codes: z.array(subjectCodeSchema), editable: z.boolean() }),
});
export const createSubjectCode = defineContract({
  method: 'POST',
  path: '/api/subject-codes',
  summary: "Add the region's own row; for a shipped code it replaces the shipped row",
  tag,
  body: subjectCodeBody,
  output: z.object({ codes: z.array(subjectCodeSchema), editable: z.boolean() }),
});
export const updateSubjectCode = defineContract({
  method: 'PATCH',
  path: '/api/subject-codes/:id',
  summary: "Change the region's own row",
  tag,
  params: idParams,
  body: z.object({ subject: z.string().trim().min(1).max(60), note: z.string().trim().max(300) }),
  output: z.object({ codes: z.array(subjectCodeSchema), editable: z.boolean() }),
});
export const removeSubjectCode = defineContract({
  method: 'POST',
  path: '/api/subject-codes/:id/remove',
  summary: "Remove the region's own row; the shipped one counts again",
  tag,
  params: idParams,
  output: z.object({ codes: z.array(subjectCodeSchema), editable: z.boolean() }),
});
export const downloadSubjectCodes = defineContract({
  method: 'GET',
  path: '/api/subject-codes.xlsx',
  summary: 'Codes of subjects as a spreadsheet',
  tag,
  file: XLSX,
});
