/** Operations of frozen honest references. */
import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';

const tag = 'references';
const COMPARISON = z.enum(['boundary', 'hardTasks', 'extendedTasks', 'marks']);

export const referenceSchema = z.object({
  id: z.number(),
  name: z.string(),
  procedure: z.string().nullable(),
  madeAt: z.string(),
  madeBy: z.string().nullable(),
  engineVersion: z.string(),
  units: z.number(),
  papers: z.number(),
  /** Analyses are judged by it; there is at most one of a region. */
  current: z.boolean(),
});

export const regionAnswersSchema = z.object({
  workId: z.number(),
  procedure: z.string(),
  subject: z.string(),
  grade: z.number(),
  reference: z.string(),
  kind: z.enum(['compared', 'otherWork']),
  above: z.array(COMPARISON),
  answers: z.array(z.object({ comparison: COMPARISON, value: z.number(), p: z.number() })),
});
export type RegionAnswers = z.infer<typeof regionAnswersSchema>;

export const listReferences = defineContract({
  method: 'GET',
  path: '/api/references',
  summary:
    'Frozen references of the region, procedures that could become one, and what the current one says of the region as a whole',
  tag,
  output: z.object({
    references: z.array(referenceSchema),
    /** Procedures that were run with outside observers. */
    observed: z.array(z.object({ id: z.number(), name: z.string(), papers: z.number() })),
    /** Newest analyses of works against the frozen reference. */
    regions: z.array(regionAnswersSchema),
    /** The person may freeze and retire. */
    canChange: z.boolean(),
  }),
});

export const freezeReference = defineContract({
  method: 'POST',
  path: '/api/references',
  summary:
    'Freeze an observed procedure as the honest reference; the one before is retired, and works are analysed anew',
  tag,
  body: z.object({ procedureId: z.int().positive() }),
  output: z.object({ jobId: z.number() }),
});

export const retireReference = defineContract({
  method: 'POST',
  path: '/api/references/:id/retire',
  summary: 'Stop judging by a frozen reference; works are analysed anew',
  tag,
  params: z.object({ id: z.coerce.number().int().positive() }),
  output: z.object({}),
});
