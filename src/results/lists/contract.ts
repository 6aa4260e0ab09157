/** Operations on published lists and on summaries of classes. */
import { z } from 'zod';
import { XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';
import { TERMS } from '../model.ts';

const tag = 'results';
const year = z.coerce.number().int().min(2000).max(2100);
const id = z.coerce.number().int();
const term = z.enum(TERMS);

const listQuery = z.object({
  year: year.optional(),
  list: z.string().max(500).optional(),
  municipality: id.optional(),
  subject: z.string().max(100).optional(),
});

export const readOfficialLists = defineContract({
  method: 'GET',
  path: '/api/official-lists',
  summary: "Published lists of schools with signs, and the reader's own schools in them",
  tag,
  query: listQuery,
  output: z.object({
    /** False: the person sees single classes, and lists name whole schools. */
    open: z.boolean(),
    lists: z.array(
      z.object({
        year: z.number(),
        name: z.string(),
        source: z.string(),
        /** Told by the name; null where it tells nothing. */
        procedure: z.enum(['vpr', 'oge', 'ege', 'dkr', 'own']).nullable(),
        schools: z.number(),
        entries: z.number(),
      }),
    ),
    entries: z.array(
      z.object({
        id: z.string(),
        schoolId: z.number(),
        school: z.string(),
        municipalityId: z.number(),
        municipality: z.string(),
        year: z.number(),
        list: z.string(),
        source: z.string(),
        subject: z.string().nullable(),
        grade: z.number().nullable(),
        note: z.string(),
      }),
    ),
    /** Rows without the filter, and schools in them. */
    total: z.number(),
    schools: z.number(),
    municipalities: z.array(z.object({ id: z.number(), name: z.string() })),
    subjects: z.array(z.string()),
  }),
});
export const downloadOfficialLists = defineContract({
  method: 'GET',
  path: '/api/official-lists.xlsx',
  summary: "The reader's own schools in published lists as a spreadsheet",
  tag,
  query: listQuery,
  file: XLSX,
});

const share = z.object({ numerator: z.number(), denominator: z.number() }).nullable();
const amount = z.object({ rows: z.number(), classes: z.number(), schools: z.number() });
const summaryQuery = z.object({
  schoolYear: year.optional(),
  term: term.optional(),
  subject: z.string().max(100).optional(),
  municipality: id.optional(),
  school: id.optional(),
});

export const readMarkSummaries = defineContract({
  method: 'GET',
  path: '/api/mark-summaries',
  summary: 'Summaries of marks by class, subject and term; classes with fewer than five marks without figures',
  tag,
  query: summaryQuery,
  output: z.object({
    years: z.array(z.number()),
    /** 2025 is 2025/26; null where nothing was loaded. */
    schoolYear: z.number().nullable(),
    terms: z.array(term),
    subjects: z.array(z.string()),
    schools: z.array(
      z.object({ id: z.number(), name: z.string(), municipalityId: z.number(), municipality: z.string() }),
    ),
    summaries: z.array(
      z.object({
        id: z.string(),
        schoolId: z.number(),
        school: z.string(),
        municipality: z.string(),
        className: z.string(),
        subject: z.string(),
        schoolYear: z.number(),
        term,
        data: z.enum(['suppressed', 'little', 'enough']),
        pupils: z.number().nullable(),
        marks: z.number().nullable(),
        unmarked: z.number().nullable(),
        counts: z.object({ 2: z.number(), 3: z.number(), 4: z.number(), 5: z.number() }).nullable(),
        /** Marks 4 and 5 of the marks given. */
        quality: share,
        /** Marks 3, 4 and 5 of the marks given. */
        progress: share,
      }),
    ),
    /** All that fits the filter; `summaries` may hold fewer. */
    total: amount,
    /** All of the school year. */
    all: amount,
  }),
});
export const downloadMarkSummaries = defineContract({
  method: 'GET',
  path: '/api/mark-summaries.xlsx',
  summary: 'Summaries of marks as a spreadsheet',
  tag,
  query: summaryQuery,
  file: XLSX,
});
