/** What the operations on imports answer and take: an import, its parts and tables, the mapping of an unknown table. */
import { z } from 'zod';
import { TERMS } from '../model.ts';
import { procedureKind, thresholdsSchema } from '../works/contract.ts';

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
const importStates = z.enum(['received', 'read', 'unreadable', 'committing', 'committed', 'reverted', 'discarded']);
const blocker = z.enum([
  'chooseWork',
  'chooseSchool',
  'describeWork',
  'unknownSchools',
  'errors',
  'mapColumns',
  'answerTable',
]);
const importPartSchema = z.object({
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
export const tableAnswersSchema = z.object({
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
const tablePartSchema = z.object({
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
const COLUMN_ROLES = [
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
const TABLE_CONTENTS = ['papers', 'termMarks', 'termSummaries', 'officialList', 'pupilKeys'] as const;
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
