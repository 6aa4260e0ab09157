/** Who may do what. The first wall; the database's row policies are the second. */
import type { OrganizationKind, Permission, Role } from './model.ts';

const EVERYONE: readonly Role[] = [
  'administrator',
  'regionalAnalyst',
  'municipalCoordinator',
  'schoolHead',
  'deputyHead',
  'schoolCoordinator',
  'associationHead',
  'teacher',
];

const ALLOWED: Readonly<Record<Permission, readonly Role[]>> = {
  importResults: [
    'administrator',
    'regionalAnalyst',
    'municipalCoordinator',
    'schoolHead',
    'deputyHead',
    'schoolCoordinator',
  ],
  editWorks: ['administrator', 'regionalAnalyst'],
  editScales: ['administrator', 'regionalAnalyst'],
  runAnalysis: ['administrator', 'regionalAnalyst', 'municipalCoordinator'],
  readFindings: EVERYONE,
  readPapers: [
    'administrator',
    'regionalAnalyst',
    'municipalCoordinator',
    'schoolHead',
    'deputyHead',
    'associationHead',
    'teacher',
  ],
  editOrganizations: ['administrator', 'municipalCoordinator'],
  editStaff: ['administrator', 'municipalCoordinator', 'schoolHead', 'deputyHead'],
  editAccounts: ['administrator', 'municipalCoordinator', 'schoolHead'],
  readAudit: ['administrator', 'regionalAnalyst', 'municipalCoordinator', 'schoolHead'],
  readJobs: EVERYONE,
  readPlans: EVERYONE,
  editPlans: ['administrator', 'municipalCoordinator', 'schoolHead', 'deputyHead'],
  approvePlans: ['administrator', 'municipalCoordinator', 'schoolHead'],
  submitEvidence: EVERYONE,
  reviewEvidence: ['administrator', 'municipalCoordinator', 'schoolHead', 'deputyHead'],
  sendPlans: ['administrator', 'municipalCoordinator'],
  approveReports: ['administrator', 'municipalCoordinator', 'schoolHead'],
};

export function can(role: Role, permission: Permission): boolean {
  return ALLOWED[permission].includes(role);
}

export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(ALLOWED) as Permission[]).filter((permission) => can(role, permission));
}

/** Kinds of organisation in which a role can be held. */
export function rolesOf(kind: OrganizationKind): readonly Role[] {
  if (kind === 'region') return ['administrator', 'regionalAnalyst'];
  if (kind === 'municipality') return ['administrator', 'municipalCoordinator'];
  return ['schoolHead', 'deputyHead', 'schoolCoordinator', 'associationHead', 'teacher'];
}

/** Nobody hands out more than he holds: a head appoints within the school, a coordinator below the district. */
export function canGrant(giver: Role, given: Role): boolean {
  if (giver === 'administrator') return true;
  const school: readonly Role[] = ['deputyHead', 'schoolCoordinator', 'associationHead', 'teacher'];
  if (giver === 'schoolHead') return school.includes(given);
  if (giver === 'municipalCoordinator') return given === 'schoolHead' || school.includes(given);
  return false;
}

export const PASSWORD_MIN_LENGTH = 12;
/** A session ends after this long without a request (an unattended staff-room computer), minutes. */
export const IDLE_MINUTES = 45;
/** A session ends after this long in any case, hours. */
export const SESSION_HOURS = 12;
/** The token of a session in use is replaced this often, minutes. */
export const ROTATION_MINUTES = 15;
