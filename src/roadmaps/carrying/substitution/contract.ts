import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';

const tag = 'carrying';
const id = z.coerce.number().int().positive();
const idParams = z.object({ id });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const substitutionSchema = z.object({
  id: z.number(),
  absentId: z.number(),
  absent: z.string(),
  absentPost: z.string(),
  substituteId: z.number(),
  substitute: z.string(),
  substitutePost: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  orderNumber: z.string(),
  orderDate: z.string(),
  endedAt: z.string().nullable(),
  /** Holds today. */
  holds: z.boolean(),
});
export const staffLinkSchema = z.object({
  id: z.number(),
  fullName: z.string(),
  post: z.string(),
  accountId: z.number().nullable(),
  account: z.string().nullable(),
  /** Measures under way that name this member of staff. */
  measures: z.number(),
});
const substitutionsOutput = z.object({
  today: z.string(),
  organization: z.string(),
  staff: z.array(staffLinkSchema),
  accounts: z.array(z.object({ id: z.number(), name: z.string(), login: z.string() })),
  substitutions: z.array(substitutionSchema),
  mayManage: z.boolean(),
});
export const readSubstitutions = defineContract({
  method: 'GET',
  path: '/api/substitutions',
  summary: 'Staff with their accounts, and who stands in for whom by which order',
  tag,
  output: substitutionsOutput,
});
export const downloadSubstitutions = defineContract({
  method: 'GET',
  path: '/api/substitutions.xlsx',
  summary: 'Who stands in for whom, as a spreadsheet',
  tag,
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
export const createSubstitution = defineContract({
  method: 'POST',
  path: '/api/substitutions',
  summary: 'Enter who stands in for whom by an order',
  tag,
  body: z.object({
    absentId: id,
    substituteId: id,
    from: day,
    to: day.nullable(),
    orderNumber: z.string().trim().min(1).max(60),
    orderDate: day,
  }),
  output: substitutionsOutput,
});
export const endSubstitution = defineContract({
  method: 'POST',
  path: '/api/substitutions/:id/end',
  summary: 'End a substitution before its last day',
  tag,
  params: idParams,
  output: substitutionsOutput,
});
export const linkAccount = defineContract({
  method: 'PUT',
  path: '/api/staff/:id/account',
  summary: 'Say which account a member of staff works under',
  tag,
  params: idParams,
  body: z.object({ accountId: id.nullable() }),
  output: substitutionsOutput,
});
