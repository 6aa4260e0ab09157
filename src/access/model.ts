/** Accounts, roles and sessions: who a person is, and where on the organisation tree. */
import type { Language } from '#src/platform/errors.ts';

export const ROLES = [
  'administrator',
  'regionalAnalyst',
  'municipalCoordinator',
  'schoolHead',
  'deputyHead',
  'schoolCoordinator',
  'associationHead',
  'teacher',
] as const;

export type Role = (typeof ROLES)[number];

export type OrganizationKind = 'region' | 'municipality' | 'school';

/** A signed-in person in one of his roles. */
export interface Actor {
  readonly accountId: number;
  readonly grantId: number;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly post: string;
  readonly organizationId: number;
  readonly organizationKind: OrganizationKind;
  readonly organizationName: string;
  /** «.1.4.17.» */
  readonly organizationPath: string;
  readonly language: Language;
  readonly scope: {
    readonly accountId: number;
    readonly path: string;
    readonly classIds: readonly number[] | null;
  };
}

/** Every verb a role may be allowed; rules.ts decides. */
export type Permission =
  | 'importResults'
  | 'editWorks'
  | 'editScales'
  | 'runAnalysis'
  | 'readFindings'
  | 'readPapers'
  | 'editOrganizations'
  | 'editStaff'
  | 'editAccounts'
  | 'readAudit'
  | 'readJobs'
  | 'readPlans'
  | 'editPlans'
  | 'approvePlans'
  | 'submitEvidence'
  | 'reviewEvidence'
  | 'sendPlans'
  | 'approveReports';
