import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { EVIDENCE_KINDS, OCCURRENCE_STATES, SUBMISSION_STATES } from '../../model.ts';
import { RECORD_KINDS } from '../model.ts';
import { NOTE_CHARACTERS, TITLE_CHARACTERS } from '../rules.ts';

const tag = 'carrying';
const id = z.coerce.number().int().positive();
const idParams = z.object({ id });

const evidenceSchema = z.object({
  id: z.number(),
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string(),
  note: z.string(),
  url: z.string().nullable(),
  recordKind: z.enum(RECORD_KINDS).nullable(),
  recordId: z.number().nullable(),
  fileName: z.string().nullable(),
  byteSize: z.number().nullable(),
  fileHash: z.string().nullable(),
  version: z.number(),
  createdAt: z.string(),
  /** This person may open it. */
  open: z.boolean(),
});
export const submissionSchema = z.object({
  id: z.number(),
  state: z.enum(SUBMISSION_STATES),
  remark: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  revision: z.number(),
  mine: z.boolean(),
  /** 'own': another person has to review it; 'onlyOne': it is one's own and nobody else could. */
  review: z.enum(['may', 'onlyOne', 'own', 'no']),
  evidence: evidenceSchema,
  /** Other measures that the same piece serves. */
  serves: z.array(
    z.object({ planId: z.number(), measureId: z.number(), number: z.string().nullable(), text: z.string() }),
  ),
});

const further = z.array(id).max(50).default([]);
const title = z.string().trim().max(TITLE_CHARACTERS).default('');
const note = z.string().trim().max(NOTE_CHARACTERS).default('');
const replaces = id.nullable().default(null);
const seen = z.number().int().min(0).nullable().default(null);
export const submittedSchema = z.object({
  evidenceId: z.number(),
  submissionIds: z.array(z.number()),
  /** The very same had been handed in already: nothing was stored twice. */
  known: z.boolean(),
  /** Somebody replaced the same piece meanwhile: both now wait for review. */
  beside: z.boolean(),
});
export const submitEvidence = defineContract({
  method: 'POST',
  path: '/api/occurrences/:id/evidence',
  summary: 'Hand in a link, a record of the system, a note, or a piece handed in before',
  tag,
  params: idParams,
  body: z.object({
    piece: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('link'), url: z.string().trim().max(2000) }),
      z.object({ kind: z.literal('record'), recordKind: z.enum(RECORD_KINDS), recordId: id }),
      z.object({ kind: z.literal('note') }),
      z.object({ kind: z.literal('existing'), evidenceId: id }),
    ]),
    title,
    note,
    /** The submission whose evidence this is a new version of. */
    replaces,
    /** Further dates that the same piece serves. */
    further,
    /** The newest submission of the date that the person has seen, 0: none. What is newer is told to him first; null: do not ask. */
    seen,
  }),
  output: submittedSchema,
});
/** Fields of the form beside the file: title, note, replaces, further («12,13»), seen. */
export const submitFile = defineContract({
  method: 'POST',
  path: '/api/occurrences/:id/evidence-file',
  summary: 'Hand in a file, kept as received',
  tag,
  params: idParams,
  upload: true,
  output: submittedSchema,
});
export const downloadEvidence = defineContract({
  method: 'GET',
  path: '/api/evidence/:id/file',
  summary: 'The file as it was received',
  tag,
  params: idParams,
  file: 'application/octet-stream',
});
export const listEvidence = defineContract({
  method: 'GET',
  path: '/api/evidence',
  summary: 'Evidence handed in before that may serve once more; newest versions only',
  tag,
  query: z.object({ search: z.string().max(100).optional() }),
  output: z.object({
    evidence: z.array(
      evidenceSchema.extend({
        submittedBy: z.string().nullable(),
        serves: z.array(
          z.object({ planId: z.number(), measureId: z.number(), number: z.string().nullable(), text: z.string() }),
        ),
      }),
    ),
  }),
});
export const listRecords = defineContract({
  method: 'GET',
  path: '/api/evidence-records',
  summary: 'Records of the system that may serve as evidence',
  tag,
  query: z.object({ kind: z.enum(RECORD_KINDS), search: z.string().max(100).optional() }),
  output: z.object({
    records: z.array(z.object({ id: z.number(), title: z.string(), on: z.string().nullable() })),
  }),
});
export const listOpenOccurrences = defineContract({
  method: 'GET',
  path: '/api/open-occurrences',
  summary: 'Dates of the own approved plans that a piece of evidence can be handed in for',
  tag,
  query: z.object({ search: z.string().max(100).optional(), except: id.optional() }),
  output: z.object({
    occurrences: z.array(
      z.object({
        id: z.number(),
        planTitle: z.string(),
        number: z.string().nullable(),
        text: z.string(),
        opensOn: z.string().nullable(),
        dueOn: z.string().nullable(),
        state: z.enum(OCCURRENCE_STATES),
      }),
    ),
  }),
});
