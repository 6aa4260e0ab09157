import { z } from 'zod';
import { idParams, XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';

const tag = 'organizations';
const kind = z.enum(['region', 'municipality', 'school']);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const organizationSchema = z.object({
  id: z.number(),
  parentId: z.number().nullable(),
  kind,
  code: z.string().nullable(),
  name: z.string(),
  shortName: z.string(),
  specialised: z.boolean(),
  closedOn: z.string().nullable(),
  successorId: z.number().nullable(),
  /** Schools below a municipality or region; classes of a school in the current school year. */
  children: z.number(),
});
export const listOrganizations = defineContract({
  method: 'GET',
  path: '/api/organizations',
  summary: 'The visible part of the tree: own organisation, those below, and those above by name',
  tag,
  query: z.object({ search: z.string().max(100).optional(), includeClosed: z.stringbool().optional() }),
  output: z.object({ organizations: z.array(organizationSchema) }),
});
export const downloadOrganizations = defineContract({
  method: 'GET',
  path: '/api/organizations.xlsx',
  summary: 'The tree as a spreadsheet',
  tag,
  file: XLSX,
});
export const classSchema = z.object({
  id: z.number(),
  schoolYear: z.number(),
  grade: z.number(),
  letter: z.string(),
  name: z.string(),
});
export const staffSchema = z.object({
  id: z.number(),
  fullName: z.string(),
  post: z.string(),
  fromDate: z.string(),
  toDate: z.string().nullable(),
  revision: z.number(),
});
export const eventSchema = z.object({
  id: z.number(),
  kind: z.enum(['opened', 'renamed', 'merged', 'closed', 'moved']),
  happenedOn: z.string(),
  oldName: z.string().nullable(),
  newName: z.string().nullable(),
  other: z.object({ id: z.number(), name: z.string() }).nullable(),
});
export const organizationDetailSchema = organizationSchema.extend({
  trail: z.array(z.object({ id: z.number(), kind, name: z.string() })),
  classes: z.array(classSchema),
  staff: z.array(staffSchema),
  history: z.array(eventSchema),
});
export const readOrganization = defineContract({
  method: 'GET',
  path: '/api/organizations/:id',
  summary: 'One organisation with classes, staff and history',
  tag,
  params: idParams,
  output: organizationDetailSchema,
});
export const downloadStaff = defineContract({
  method: 'GET',
  path: '/api/organizations/:id/staff.xlsx',
  summary: 'Staff and posts of an organisation as a spreadsheet',
  tag,
  params: idParams,
  file: XLSX,
});
export const downloadClasses = defineContract({
  method: 'GET',
  path: '/api/organizations/:id/classes.xlsx',
  summary: 'Classes of a school as a spreadsheet',
  tag,
  params: idParams,
  file: XLSX,
});
export const createOrganization = defineContract({
  method: 'POST',
  path: '/api/organizations',
  summary: 'Add a municipality to a region or a school to a municipality',
  tag,
  body: z.object({
    parentId: z.number().int(),
    name: z.string().trim().min(2).max(300),
    shortName: z.string().trim().min(1).max(100),
    code: z.string().trim().max(40).optional(),
    specialised: z.boolean().default(false),
    openedOn: day.optional(),
  }),
  output: organizationDetailSchema,
});
export const renameOrganization = defineContract({
  method: 'POST',
  path: '/api/organizations/:id/rename',
  summary: 'Give a new name from a day on; the old one stays in the history',
  tag,
  params: idParams,
  body: z.object({ name: z.string().trim().min(2).max(300), shortName: z.string().trim().min(1).max(100), on: day }),
  output: organizationDetailSchema,
});
export const mergeOrganization = defineContract({
  method: 'POST',
  path: '/api/organizations/:id/merge',
  summary: 'Merge a school into another of the same municipality: it closes, its results stay under its name',
  tag,
  params: idParams,
  body: z.object({ intoId: z.number().int(), on: day }),
  output: organizationDetailSchema,
});
export const createClass = defineContract({
  method: 'POST',
  path: '/api/organizations/:id/classes',
  summary: 'Add a class to a school',
  tag,
  params: idParams,
  body: z.object({
    schoolYear: z.number().int().min(2000).max(2100),
    grade: z.number().int().min(1).max(11),
    letter: z.string().trim().min(1).max(10),
  }),
  output: classSchema,
});
export const createStaff = defineContract({
  method: 'POST',
  path: '/api/organizations/:id/staff',
  summary: 'Enter a person in a post',
  tag,
  params: idParams,
  body: z.object({
    fullName: z.string().trim().min(2).max(200),
    post: z.string().trim().min(2).max(200),
    fromDate: day,
  }),
  output: staffSchema,
});
export const endStaff = defineContract({
  method: 'PATCH',
  path: '/api/staff/:id',
  summary: 'End a post or correct it',
  tag,
  params: idParams,
  body: z.object({
    revision: z.number().int(),
    toDate: day.nullable().optional(),
    post: z.string().trim().min(2).max(200).optional(),
    fullName: z.string().trim().min(2).max(200).optional(),
  }),
  output: staffSchema,
});
