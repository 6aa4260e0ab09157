import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';

const tag = 'documents';
const idParams = z.object({ id: z.coerce.number().int() });
const OCTETS = 'application/octet-stream';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const words = z.object({ ru: z.string(), en: z.string() });
const leafTag = z.object({ name: z.string(), meaning: words });
const innerTag = leafTag.extend({ inside: z.array(leafTag).optional() });
const tagSchema = leafTag.extend({ inside: z.array(innerTag).optional() });

export const issuedSchema = z.object({
  id: z.number().int(),
  /** Key of the kinds, or another word of the room that issued it. */
  kind: z.string(),
  title: z.string(),
  format: z.enum(['docx', 'pdf', 'xlsx']),
  fileName: z.string(),
  byteSize: z.number().int(),
  organization: z.string(),
  planId: z.number().int().nullable(),
  reportId: z.number().int().nullable(),
  by: z.string().nullable(),
  createdAt: z.string(),
});
export type Issued = z.infer<typeof issuedSchema>;

export const templateSchema = z.object({
  id: z.number().int(),
  kind: z.string(),
  fileName: z.string(),
  byteSize: z.number().int(),
  organizationId: z.number().int(),
  organization: z.string(),
  /** Belongs to the person's own organisation, and he may replace or remove it. */
  own: z.boolean(),
  by: z.string().nullable(),
  createdAt: z.string(),
});
export type StoredTemplate = z.infer<typeof templateSchema>;

export const listDocuments = defineContract({
  method: 'GET',
  path: '/api/documents',
  summary: 'Documents as they left the system, newest first',
  tag,
  query: z.object({
    kind: z.string().max(40).optional(),
    planId: z.coerce.number().int().optional(),
    before: z.coerce.number().int().optional(),
  }),
  output: z.object({
    documents: z.array(issuedSchema),
    total: z.number().int(),
    /** Pass as `before` for the next page; null at the end. */
    next: z.number().int().nullable(),
    kinds: z.array(z.object({ id: z.string(), name: words })),
  }),
});

export const downloadDocument = defineContract({
  method: 'GET',
  path: '/api/documents/:id/file',
  summary: 'A document, byte for byte as it was issued',
  tag,
  params: idParams,
  file: OCTETS,
});

export const listTemplates = defineContract({
  method: 'GET',
  path: '/api/document-templates',
  summary: 'Kinds of document with the tags of their forms, and the forms that hold for the person’s organisation',
  tag,
  output: z.object({
    kinds: z.array(z.object({ id: z.string(), name: words, tags: z.array(tagSchema), blank: z.boolean() })),
    templates: z.array(templateSchema),
  }),
});

export const uploadTemplate = defineContract({
  method: 'POST',
  path: '/api/document-templates',
  summary: 'A form: checked and tried; kept when it has no mistakes. Fields: file, kind, check=yes (only check)',
  tag,
  upload: true,
  output: z.object({
    /** Mistakes in words, each with what to do; the form is kept when there are none. */
    problems: z.array(z.string()),
    used: z.array(z.string()),
    template: templateSchema.nullable(),
  }),
});

export const downloadTemplate = defineContract({
  method: 'GET',
  path: '/api/document-templates/:id/file',
  summary: 'A form as it was uploaded',
  tag,
  params: idParams,
  file: DOCX,
});

export const tryTemplate = defineContract({
  method: 'GET',
  path: '/api/document-templates/:id/sample',
  summary: 'A form filled with invented words',
  tag,
  params: idParams,
  file: DOCX,
});

export const downloadBlank = defineContract({
  method: 'GET',
  path: '/api/document-kinds/:kind/blank',
  summary: 'A ready form with tags, to begin with',
  tag,
  params: z.object({ kind: z.string().max(40) }),
  file: DOCX,
});

export const removeTemplate = defineContract({
  method: 'DELETE',
  path: '/api/document-templates/:id',
  summary: 'A form is used no longer; what was issued with it stays',
  tag,
  params: idParams,
});
