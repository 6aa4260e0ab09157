/** Operations on imports. */
import { z } from 'zod';
import { idParams, XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';
import { level, procedureKind, taskSchema } from '../works/contract.ts';
import { importDetailSchema, importSchema, tableAnswersSchema, tableMappingSchema } from './schemas.ts';

const tag = 'results';

export const uploadImports = defineContract({
  method: 'POST',
  path: '/api/imports',
  summary:
    'Send result files (multipart field «files», 50 at most, 64 MB each); each becomes an import that is read by a job',
  tag,
  upload: true,
  output: z.object({ imports: z.array(importSchema) }),
});
export const listImports = defineContract({
  method: 'GET',
  path: '/api/imports',
  summary: 'Imports, newest first, 200 at most',
  tag,
  output: z.object({ imports: z.array(importSchema) }),
});
export const downloadImports = defineContract({
  method: 'GET',
  path: '/api/imports.xlsx',
  summary: 'Imports as a spreadsheet',
  tag,
  file: XLSX,
});
export const readImport = defineContract({
  method: 'GET',
  path: '/api/imports/:id',
  summary: 'One import with its parts, problems and preview',
  tag,
  params: idParams,
  output: importDetailSchema,
});
export const answerImport = defineContract({
  method: 'PATCH',
  path: '/api/imports/:id',
  summary: 'Answer what the file does not say: work, school, new work, columns of an unknown table',
  tag,
  params: idParams,
  body: z.object({
    revision: z.number().int(),
    part: z
      .object({
        id: z.number().int(),
        workId: z.number().int().nullable().optional(),
        schoolId: z.number().int().nullable().optional(),
        /** Adds the schools that the tree lacks when the import is committed. */
        addSchools: z.boolean().optional(),
        /** Stores the part without its rows that carry errors. */
        skipFlawed: z.boolean().optional(),
        /** Makes the work from the header with these answers. */
        describe: z
          .object({
            procedure: z.string().trim().min(2).max(200),
            kind: procedureKind.optional(),
            year: z.number().int().min(2000).max(2100),
            subject: z.string().trim().min(1).max(60),
            grade: z.number().int().min(1).max(11),
            level,
            tasks: z.array(taskSchema).min(1).max(60),
            scaleId: z.number().int().nullable(),
          })
          .optional(),
      })
      .optional(),
    table: tableAnswersSchema
      .extend({
        id: z.number().int(),
        schoolId: z.number().int().nullable().optional(),
        skipFlawed: z.boolean().optional(),
      })
      .optional(),
    /** Reads an unknown table again by this mapping, by a job. */
    mapping: tableMappingSchema.optional(),
    saveMappingAs: z.string().trim().min(2).max(100).optional(),
    useMappingId: z.number().int().optional(),
  }),
  output: importDetailSchema,
});
export const commitImport = defineContract({
  method: 'POST',
  path: '/api/imports/:id/commit',
  summary: 'Store the papers in one transaction, by a job',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int() }),
  output: importSchema,
});
export const revertImport = defineContract({
  method: 'POST',
  path: '/api/imports/:id/revert',
  summary: 'Take the papers of an import out again; papers that it had replaced come back',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int() }),
  output: importSchema,
});
export const discardImport = defineContract({
  method: 'POST',
  path: '/api/imports/:id/discard',
  summary: 'Put an import that was not committed aside',
  tag,
  params: idParams,
  body: z.object({ revision: z.number().int() }),
  output: importSchema,
});
export const downloadImportFile = defineContract({
  method: 'GET',
  path: '/api/imports/:id/file',
  summary: 'The file as received',
  tag,
  params: idParams,
  file: 'application/octet-stream',
});
export const downloadProblems = defineContract({
  method: 'GET',
  path: '/api/imports/:id/problems.xlsx',
  summary: 'All problems of an import as a spreadsheet',
  tag,
  params: idParams,
  file: XLSX,
});
