import { z } from 'zod';
import { INDEX_KINDS } from '#src/indices/model.ts';
import { defineContract } from '#src/platform/http/contract.ts';
import { MEASURE_STATES } from '../model.ts';
import { type AimSubject, type Effect, NO_MEASURE_REASONS, type Shown, type UnitSubject } from './model.ts';

const tag = 'effect';
const id = z.coerce.number().int().positive();
const idParams = z.object({ id });

/** What the measure answers to (roadmaps/effect/model.ts). */
const subject = z.custom<AimSubject>();
const figures = z.custom<Shown>();
const effect = z.custom<Effect>();

export const aimSchema = z.object({
  id: z.number(),
  subject,
  /** Short name of the organisation that is meant, where it is not the measure's own. */
  organization: z.string().nullable(),
  /** Why nothing can be measured, in a person's words. */
  reason: z.string(),
  namedOn: z.string(),
  namedBy: z.string().nullable(),
  /** The figures are not for this person. */
  withheld: z.boolean(),
  /** As taken by the system when the aim was named. */
  before: figures.nullable(),
  after: figures.nullable(),
  compared: z.enum(['samePupils', 'sameGrade']).nullable(),
  /** Computed anew at every reading. */
  effect: effect.nullable(),
});
const aims = z.object({
  measureId: z.number(),
  planId: z.number(),
  may: z.object({ edit: z.boolean() }),
  aims: z.array(aimSchema),
});

export const readAims = defineContract({
  method: 'GET',
  path: '/api/measures/:id/aims',
  summary: 'What a measure answers to: first figures, those of now, the difference with its interval',
  tag,
  params: idParams,
  output: aims,
});

export const nameAim = defineContract({
  method: 'POST',
  path: '/api/measures/:id/aims',
  summary:
    'Name a finding, a class or an index, or why nothing can be measured; the first figures are taken by the system',
  tag,
  params: idParams,
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('finding'), findingId: z.number().int().positive() }),
    z.object({ kind: z.literal('class'), findingId: z.number().int().positive() }),
    z.object({ kind: z.literal('index'), index: z.enum(INDEX_KINDS) }),
    z.object({ kind: z.literal('none'), reason: z.enum(NO_MEASURE_REASONS), words: z.string().trim().max(1000) }),
  ]),
  output: aims,
});

export const removeAim = defineContract({
  method: 'DELETE',
  path: '/api/aims/:id',
  summary: 'Take away what a measure answers to; the journal keeps it',
  tag,
  params: idParams,
  output: aims,
});

const unitSubject = z.custom<UnitSubject>();
export const listCandidates = defineContract({
  method: 'GET',
  path: '/api/measures/:id/aim-candidates',
  summary: 'What a measure may name: 30 signs or classes found by words, or the indices that have figures',
  tag,
  params: idParams,
  query: z.object({ kind: z.enum(['finding', 'class', 'index']), search: z.string().max(100).default('') }),
  output: z.object({
    units: z.array(
      z.object({
        findingId: z.number(),
        subject: unitSubject,
        organization: z.string(),
        own: z.boolean(),
        procedure: z.string(),
        heldOn: z.string().nullable(),
        participants: z.number(),
        signalled: z.boolean(),
        strength: z.enum(['none', 'weak', 'noticeable', 'pronounced']),
      }),
    ),
    indices: z.array(z.object({ index: z.enum(INDEX_KINDS), year: z.number(), denominator: z.number() })),
  }),
});

export const listMeasuresOfFinding = defineContract({
  method: 'GET',
  path: '/api/findings/:id/measures',
  summary: 'Measures that answer a sign, of the plans that the person sees',
  tag,
  params: idParams,
  output: z.object({
    measures: z.array(
      z.object({
        measureId: z.number(),
        planId: z.number(),
        number: z.string().nullable(),
        text: z.string(),
        state: z.enum(MEASURE_STATES),
        organization: z.string(),
      }),
    ),
  }),
});

export const downloadEffects = defineContract({
  method: 'GET',
  path: '/api/plans/:id/effects.xlsx',
  summary: 'What the measures of a plan answer to and what has changed, as a spreadsheet',
  tag,
  params: idParams,
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
