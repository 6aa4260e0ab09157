import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { PROCEDURE_KINDS, TERMS } from './model.ts';

const tag = 'results';
const idParams = z.object({ id: z.coerce.number().int() });
const level = z.enum(['base', 'advanced']);
const procedureKind = z.enum(PROCEDURE_KINDS);
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const taskSchema = z.object({
  id: z.string().trim().min(1).max(20),
  max: z.number().int().min(1).max(100),
  response: z.enum(['short', 'extended']),
  level: z.enum(['basic', 'raised', 'high']).optional(),
});
export const thresholdsSchema = z.object({ 3: z.number().int(), 4: z.number().int(), 5: z.number().int() });

export const scaleSchema = z.object({
  id: z.number(),
  year: z.number(),
  grade: z.number(),
  subject: z.string(),
  level,
  version: z.number(),
  maxScore: z.number(),
  thresholds: thresholdsSchema,
  source: z.string(),
  note: z.string(),
  /** Shipped with the product from an official description. */
  shipped: z.boolean(),
});
const scaleQuery = z.object({
  year: z.coerce.number().int().optional(),
  grade: z.coerce.number().int().optional(),
  subject: z.string().max(60).optional(),
});
export const listScales = defineContract({
  method: 'GET',
  path: '/api/scales',
  summary: 'Scales of marks',
  tag,
  query: scaleQuery,
  output: z.object({ scales: z.array(scaleSchema) }),
});
export const downloadScales = defineContract({
  method: 'GET',
  path: '/api/scales.xlsx',
  summary: 'Scales as a spreadsheet',
  tag,
  query: scaleQuery,
  file: XLSX,
});
export const createScale = defineContract({
  method: 'POST',
  path: '/api/scales',
  summary: 'Add a scale or a new version of one; ranges must cover 0..max without gap or overlap',
  tag,
  body: z.object({
    year: z.number().int().min(2000).max(2100),
    grade: z.number().int().min(1).max(11),
    subject: z.string().trim().min(1).max(60),
    level,
    maxScore: z.number().int().min(1).max(400),
    /** First and last score of each mark, as printed. */
    ranges: z.object({
      2: z.tuple([z.number().int(), z.number().int()]),
      3: z.tuple([z.number().int(), z.number().int()]),
      4: z.tuple([z.number().int(), z.number().int()]),
      5: z.tuple([z.number().int(), z.number().int()]),
    }),
    source: z.string().trim().min(3).max(500),
    note: z.string().trim().max(500).default(''),
  }),
  output: scaleSchema,
});

export const workSchema = z.object({
  id: z.number(),
  /** Analyses cover a procedure: their jobs carry this number. */
  procedureId: z.number(),
  procedure: z.string(),
  kind: procedureKind,
  /** The procedure was run in the presence of outside observers. */
  observed: z.boolean(),
  year: z.number(),
  subject: z.string(),
  grade: z.number(),
  level,
  heldOn: z.string().nullable(),
  tasks: z.array(taskSchema),
  maxScore: z.number(),
  scale: scaleSchema.nullable(),
  papers: z.number(),
  absent: z.number(),
  schools: z.number(),
  /** Time of the current analysis; null before the first. */
  analysedAt: z.string().nullable(),
  /** Papers were committed or reverted after the current analysis. */
  outdated: z.boolean(),
  revision: z.number(),
});
export const listWorks = defineContract({
  method: 'GET',
  path: '/api/works',
  summary: 'Works of all procedures',
  tag,
  output: z.object({ works: z.array(workSchema) }),
});
export const downloadWorks = defineContract({
  method: 'GET',
  path: '/api/works.xlsx',
  summary: 'Works as a spreadsheet',
  tag,
  file: XLSX,
});
export const readWork = defineContract({
  method: 'GET',
  path: '/api/works/:id',
  summary: 'One work with its scale and the figures of the visible papers',
  tag,
  params: idParams,
  output: workSchema.extend({
    /** Visible papers by raw score 0..max. */
    histogram: z.array(z.number()),
    /** Share of the maximum per task over visible papers, 0..1; null where nobody wrote it. */
    taskMeans: z.array(z.number().nullable()),
    suitableScales: z.array(scaleSchema),
  }),
});
export const downloadWorkTasks = defineContract({
  method: 'GET',
  path: '/api/works/:id/tasks.xlsx',
  summary: 'Tasks of a work with the results of the visible papers, as a spreadsheet',
  tag,
  params: idParams,
  file: XLSX,
});
export const createWork = defineContract({
  method: 'POST',
  path: '/api/works',
  summary: 'Describe a work before or while its results are imported',
  tag,
  body: z.object({
    procedure: z.string().trim().min(2).max(200),
    kind: procedureKind.optional(),
    year: z.number().int().min(2000).max(2100),
    subject: z.string().trim().min(1).max(60),
    grade: z.number().int().min(1).max(11),
    level,
    heldOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable()
      .default(null),
    tasks: z.array(taskSchema).min(1).max(60),
    scaleId: z.number().int().nullable().default(null),
  }),
  output: workSchema,
});
export const updateWork = defineContract({
  method: 'PATCH',
  path: '/api/works/:id',
  summary: 'Correct response types, levels, date or scale; maxima cannot change once papers are there',
  tag,
  params: idParams,
  body: z.object({
    revision: z.number().int(),
    heldOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable()
      .optional(),
    tasks: z.array(taskSchema).min(1).max(60).optional(),
    scaleId: z.number().int().nullable().optional(),
  }),
  output: workSchema,
});

export const updateProcedure = defineContract({
  method: 'PATCH',
  path: '/api/procedures/:id',
  summary: 'Correct the kind of a procedure, or say that outside observers were present',
  tag,
  params: idParams,
  body: z.object({ kind: procedureKind.optional(), observed: z.boolean().optional() }),
  output: z.object({ id: z.number(), name: z.string(), year: z.number(), kind: procedureKind, observed: z.boolean() }),
});

export const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  sheet: z.string().nullable(),
  row: z.number().nullable(),
  column: z.string().nullable(),
  found: z.string().nullable(),
  allowed: z.string().nullable(),
  /** Stands for this many further cells with the same problem. */
  count: z.number().optional(),
});
export const importStates = z.enum([
  'received',
  'read',
  'unreadable',
  'committing',
  'committed',
  'reverted',
  'discarded',
]);
const blocker = z.enum([
  'chooseWork',
  'chooseSchool',
  'describeWork',
  'unknownSchools',
  'errors',
  'mapColumns',
  'answerTable',
]);
export const importPartSchema = z.object({
  id: z.number(),
  position: z.number(),
  procedure: z.string().nullable(),
  /** As the work, the file or the name of the procedure tells it. */
  procedureKind: procedureKind.nullable(),
  year: z.number().nullable(),
  subject: z.string().nullable(),
  grade: z.number().nullable(),
  heldOn: z.string().nullable(),
  tasks: z.array(
    z.object({ id: z.string(), max: z.number().nullable(), level: z.enum(['basic', 'raised', 'high']).nullable() }),
  ),
  maxScore: z.number(),
  counts: z.object({
    papers: z.number(),
    absent: z.number(),
    schools: z.number(),
    classes: z.number(),
    replaced: z.number(),
    unchanged: z.number(),
  }),
  /** Papers by raw score 0..max, present pupils only. */
  histogram: z.array(z.number()),
  /** Lowest scores of marks by the chosen work's scale; null where there is none. */
  thresholds: thresholdsSchema.nullable(),
  problems: z.array(problemSchema),
  errors: z.number(),
  warnings: z.number(),
  workId: z.number().nullable(),
  workName: z.string().nullable(),
  /** Works that fit, best first; several mean that a person chooses. */
  candidates: z.array(z.object({ workId: z.number(), name: z.string() })),
  /** The file does not say which school it is from. */
  needsSchool: z.boolean(),
  schoolId: z.number().nullable(),
  /** School names or codes of the file that are not in the tree. */
  unknownSchools: z.array(z.string()),
  /** The person may have the unknown schools added to the tree. */
  canAddSchools: z.boolean(),
  addSchools: z.boolean(),
  /** Rows that carry errors, and whether the person chose to store the part without them. */
  flawedRows: z.number(),
  skipFlawed: z.boolean(),
  /** No work fits: the work will be made from the header when this is committed. */
  newWork: z.boolean(),
  /** What still has to be answered or mended before this part can be committed. */
  blockers: z.array(blocker),
});
/** What a person may say once of all rows of a table that is no papers. */
const tableAnswersSchema = z.object({
  schoolYear: z.number().int().min(2000).max(2100).optional(),
  term: z.enum(TERMS).optional(),
  className: z.string().trim().min(1).max(20).optional(),
  pupil: z.string().trim().min(1).max(60).optional(),
  subject: z.string().trim().min(1).max(60).optional(),
  procedureId: z.number().int().optional(),
  year: z.number().int().min(2000).max(2100).optional(),
  listName: z.string().trim().min(2).max(300).optional(),
  listSource: z.string().trim().min(2).max(500).optional(),
});
/** A table of the file that is no papers: marks of terms, class summaries, a published list, keys of pupils. */
export const tablePartSchema = z.object({
  id: z.number(),
  position: z.number(),
  kind: z.enum(['termMarks', 'termSummaries', 'officialList', 'pupilKeys']),
  counts: z.object({
    rows: z.number(),
    schools: z.number(),
    classes: z.number(),
    pupils: z.number(),
    subjects: z.number(),
    replaced: z.number(),
    unchanged: z.number(),
  }),
  /** What the table leaves unsaid, answered or not. */
  questions: z.array(tableAnswersSchema.keyof()),
  answers: tableAnswersSchema,
  /** Procedures that keys may belong to. */
  procedures: z.array(z.object({ id: z.number(), name: z.string(), year: z.number(), kind: procedureKind })),
  problems: z.array(problemSchema),
  errors: z.number(),
  warnings: z.number(),
  needsSchool: z.boolean(),
  schoolId: z.number().nullable(),
  flawedRows: z.number(),
  skipFlawed: z.boolean(),
  blockers: z.array(blocker),
});
export const importSchema = z.object({
  id: z.number(),
  fileName: z.string(),
  byteSize: z.number(),
  state: importStates,
  reader: z.string().nullable(),
  organization: z.string(),
  account: z.string().nullable(),
  createdAt: z.string(),
  committedAt: z.string().nullable(),
  revertedAt: z.string().nullable(),
  sameAsId: z.number().nullable(),
  jobId: z.number().nullable(),
  papers: z.number(),
  /** Rows of tables that are no papers. */
  rows: z.number(),
  errors: z.number(),
  warnings: z.number(),
  works: z.array(z.string()),
  ready: z.boolean(),
  revision: z.number(),
});
export const COLUMN_ROLES = [
  'municipality',
  'school',
  'schoolName',
  'grade',
  'className',
  'classOrdinal',
  'subject',
  'date',
  'participant',
  'variant',
  'teacher',
  'journalMark',
  'mark',
  'total',
  'task',
  'testScore',
  'pupil',
  'year',
  'schoolYear',
  'term',
  'termMark',
  'pupils',
  'count2',
  'count3',
  'count4',
  'count5',
  'note',
  'personal',
  'ignored',
] as const;
/** What the rows of a table are. */
export const TABLE_CONTENTS = ['papers', 'termMarks', 'termSummaries', 'officialList', 'pupilKeys'] as const;
/** How an unknown table is read (results/model.ts, TableMapping). */
export const tableMappingSchema = z.object({
  sheet: z.string().nullable(),
  headerRow: z.number().int().min(1),
  columns: z
    .array(
      z.object({
        header: z.string().max(300),
        role: z.enum(COLUMN_ROLES),
        task: z.object({ id: z.string().max(20), max: z.number().int().min(1).max(100).nullable() }).optional(),
      }),
    )
    .max(200),
  content: z.enum(TABLE_CONTENTS).optional(),
  constants: z.object({
    schoolYear: z.number().int().nullable().optional(),
    term: z.enum(TERMS).nullable().optional(),
    procedure: z.string().max(200).nullable().optional(),
    year: z.number().int().nullable().optional(),
    subject: z.string().max(60).nullable().optional(),
    grade: z.number().int().nullable().optional(),
    municipality: z.string().max(300).nullable().optional(),
    school: z.string().max(300).nullable().optional(),
    className: z.string().max(20).nullable().optional(),
  }),
});
export const importDetailSchema = importSchema.extend({
  parts: z.array(importPartSchema),
  tables: z.array(tablePartSchema),
  /** Problems of the file as a whole. */
  problems: z.array(problemSchema),
  droppedColumns: z.array(z.string()),
  /** For tables of unknown shape: the first rows, the mapping guessed or chosen, and saved ones that fit. */
  table: z
    .object({
      mapping: tableMappingSchema,
      /** Values of the first rows below the header, personal columns blanked. */
      rows: z.array(z.array(z.string())),
      saved: z.array(z.object({ id: z.number(), name: z.string() })),
    })
    .nullable(),
});
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
