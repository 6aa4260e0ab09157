import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { PLAN_DOCUMENTS } from './model.ts';

export const issuePlanDocument = defineContract({
  method: 'POST',
  path: '/api/plans/:id/documents',
  summary: 'Sets a document of a plan and keeps it in the archive; the same content is kept once',
  tag: 'documents',
  params: z.object({ id: z.coerce.number().int() }),
  body: z.object({ kind: z.enum(PLAN_DOCUMENTS), format: z.enum(['docx', 'pdf', 'xlsx']) }),
  output: z.object({ id: z.number().int(), fileName: z.string() }),
});
