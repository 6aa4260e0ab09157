import { z } from 'zod';
import { idParams, XLSX } from '#src/platform/http/common.ts';
import { defineContract } from '#src/platform/http/contract.ts';
import { ROLES } from './model.ts';

const tag = 'access';
export const roleSchema = z.enum(ROLES);
const organizationKind = z.enum(['region', 'municipality', 'school']);

export const sessionSchema = z.object({
  accountId: z.number(),
  login: z.string(),
  displayName: z.string(),
  role: roleSchema,
  post: z.string(),
  language: z.enum(['ru', 'en']),
  organization: z.object({ id: z.number(), kind: organizationKind, name: z.string() }),
  /** From the region down to the person's own organisation. */
  trail: z.array(z.object({ id: z.number(), kind: organizationKind, name: z.string() })),
  schoolYear: z.number(),
  permissions: z.array(z.string()),
  grants: z.array(z.object({ id: z.number(), role: roleSchema, organization: z.string(), current: z.boolean() })),
  idleMinutes: z.number(),
});

export const signIn = defineContract({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in',
  tag,
  open: true,
  body: z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
  output: sessionSchema,
});
export const readSession = defineContract({
  method: 'GET',
  path: '/api/session',
  summary: 'The signed-in person, or null: to ask who is there is no mistake of a visitor',
  tag,
  open: true,
  output: z.object({ person: sessionSchema.nullable() }),
});
export const signOut = defineContract({ method: 'DELETE', path: '/api/session', summary: 'Sign out', tag });
export const chooseGrant = defineContract({
  method: 'PATCH',
  path: '/api/session',
  summary: 'Continue in another of the own roles',
  tag,
  body: z.object({ grantId: z.number().int() }),
  output: sessionSchema,
});
export const changePassword = defineContract({
  method: 'PUT',
  path: '/api/account/password',
  summary: 'Change the own password',
  tag,
  body: z.object({ current: z.string().min(1).max(200), next: z.string().max(200) }),
});
export const changeLanguage = defineContract({
  method: 'PUT',
  path: '/api/account/language',
  summary: 'Change the own language',
  tag,
  body: z.object({ language: z.enum(['ru', 'en']) }),
});

/** Before the first account there is nobody to sign in as. */
export const readSetup = defineContract({
  method: 'GET',
  path: '/api/setup',
  summary: 'Whether the first account is still to be made',
  tag,
  open: true,
  output: z.object({ needed: z.boolean() }),
});
export const performSetup = defineContract({
  method: 'POST',
  path: '/api/setup',
  summary: 'Make the region and its administrator on an empty installation',
  tag,
  open: true,
  body: z.object({
    regionName: z.string().trim().min(2).max(200),
    displayName: z.string().trim().min(2).max(200),
    login: z.string().trim().min(3).max(100),
    password: z.string().max(200),
  }),
  output: sessionSchema,
});

export const accountSchema = z.object({
  id: z.number(),
  login: z.string(),
  displayName: z.string(),
  organization: z.object({ id: z.number(), name: z.string() }),
  grants: z.array(
    z.object({
      id: z.number(),
      role: roleSchema,
      organizationId: z.number(),
      organization: z.string(),
      post: z.string(),
      classIds: z.array(z.number()).nullable(),
    }),
  ),
  disabled: z.boolean(),
  revision: z.number(),
});
export const listAccounts = defineContract({
  method: 'GET',
  path: '/api/accounts',
  summary: 'Accounts of the own organisation and those below',
  tag,
  query: z.object({ search: z.string().max(100).optional(), organizationId: z.coerce.number().int().optional() }),
  output: z.object({ accounts: z.array(accountSchema) }),
});
export const downloadAccounts = defineContract({
  method: 'GET',
  path: '/api/accounts.xlsx',
  summary: 'The accounts as a spreadsheet',
  tag,
  query: z.object({ search: z.string().max(100).optional(), organizationId: z.coerce.number().int().optional() }),
  file: XLSX,
});
const grantInput = z.object({
  role: roleSchema,
  organizationId: z.number().int(),
  post: z.string().trim().max(200).default(''),
  classIds: z.array(z.number().int()).max(40).optional(),
});
export const createAccount = defineContract({
  method: 'POST',
  path: '/api/accounts',
  summary: 'Make an account with one role',
  tag,
  body: z.object({
    login: z.string().trim().min(3).max(100),
    displayName: z.string().trim().min(2).max(200),
    password: z.string().max(200),
    grant: grantInput,
  }),
  output: accountSchema,
});
export const updateAccount = defineContract({
  method: 'PATCH',
  path: '/api/accounts/:id',
  summary: 'Rename, disable or re-enable an account, set a new password, add or end a role',
  tag,
  params: idParams,
  body: z.object({
    revision: z.number().int(),
    displayName: z.string().trim().min(2).max(200).optional(),
    disabled: z.boolean().optional(),
    password: z.string().max(200).optional(),
    addGrant: grantInput.optional(),
    endGrantId: z.number().int().optional(),
  }),
  output: accountSchema,
});

export const auditEntrySchema = z.object({
  id: z.number(),
  happenedAt: z.string(),
  kind: z.enum(['change', 'read', 'access']),
  action: z.string(),
  account: z.string().nullable(),
  organization: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
const auditQuery = z.object({
  kind: z.enum(['change', 'read', 'access']).optional(),
  search: z.string().max(100).optional(),
  before: z.coerce.number().int().optional(),
});
export const listAudit = defineContract({
  method: 'GET',
  path: '/api/audit',
  summary:
    'The append-only journal of changes, of reading pupil-level results and of signing in; newest first, 100 a page',
  tag,
  query: auditQuery,
  output: z.object({ entries: z.array(auditEntrySchema), more: z.boolean() }),
});
export const downloadAudit = defineContract({
  method: 'GET',
  path: '/api/audit.xlsx',
  summary: 'The journal as a spreadsheet',
  tag,
  query: auditQuery,
  file: XLSX,
});
