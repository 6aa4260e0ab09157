import { z } from 'zod';
import { idParams, XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';

const tag = 'jobs';

export const jobSchema = z.object({
  id: z.number(),
  kind: z.string(),
  /** What the job works on: number of an import or a work. */
  subjectId: z.number().nullable(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** Key of the stage in jobs/text.ts. */
  stage: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  /** Estimate from the pace so far, seconds; null before there is a pace. */
  remainingSeconds: z.number().nullable(),
  failure: z.string().nullable(),
  account: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export const listJobs = defineContract({
  method: 'GET',
  path: '/api/jobs',
  summary: 'Long work, newest first, 100 at most',
  tag,
  output: z.object({ jobs: z.array(jobSchema) }),
});
export const downloadJobs = defineContract({
  method: 'GET',
  path: '/api/jobs.xlsx',
  summary: 'Long work as a spreadsheet',
  tag,
  file: XLSX,
});
export const readJob = defineContract({
  method: 'GET',
  path: '/api/jobs/:id',
  summary: 'One job',
  tag,
  params: idParams,
  output: jobSchema,
});
export const cancelJob = defineContract({
  method: 'POST',
  path: '/api/jobs/:id/cancel',
  summary: 'Ask a job to stop',
  tag,
  params: idParams,
  output: jobSchema,
});
export const retryJob = defineContract({
  method: 'POST',
  path: '/api/jobs/:id/retry',
  summary: 'Put a failed or cancelled job back on the queue',
  tag,
  params: idParams,
  output: jobSchema,
});
