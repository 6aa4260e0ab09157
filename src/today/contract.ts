import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';

/** One thing that waits for this person. The sentence is made by today/text.ts from kind and figures. */
export const taskSchema = z.object({
  kind: z.enum([
    'measuresOverdue', // dates of measures that have passed
    'measuresThisWeek', // dates of measures from today to Sunday
    'evidenceReturned', // evidence came back with a remark
    'evidenceToReview', // evidence that this person is to review
    'importWaitsForAnswers', // an import was read and needs answers or confirmation
    'importFailed', // an import could not be read
    'workWithoutScale', // papers are there, but no scale: no marks can be computed
    'workWithoutAnalysis', // papers changed after the last analysis
    'findingsToOpen', // signals in the person's organisations
    'nothingLoaded', // no results yet: first step
    'jobFailed',
  ]),
  count: z.number(),
  /** What the link names: a file, a work, a school. */
  subject: z.string().nullable(),
  /** Address within the site. */
  href: z.string(),
});
export const readToday = defineContract({
  method: 'GET',
  path: '/api/today',
  summary: 'What waits for this person',
  tag: 'today',
  output: z.object({
    tasks: z.array(taskSchema),
    totals: z.object({ works: z.number(), papers: z.number(), schools: z.number(), signalled: z.number() }),
  }),
});
