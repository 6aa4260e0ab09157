import type { Input } from '#src/platform/ui/api.ts';
import type { OrganizationKind, Role } from '../../model.ts';
import { canGrant, rolesOf } from '../../rules.ts';

/** The part of a form that gives a role. */
export interface GrantForm {
  readonly organizationId: string;
  readonly role: Role | '';
  readonly post: string;
  readonly classIds: readonly number[];
}

export const NO_GRANT: GrantForm = { organizationId: '', role: '', post: '', classIds: [] };

/** Roles that this person may give in an organisation of this kind. */
export function offeredRoles(giver: Role, kind: OrganizationKind): readonly Role[] {
  return rolesOf(kind).filter((role) => canGrant(giver, role));
}

export type GrantField = 'organization' | 'role' | 'classes';

/** What is missing. */
export function grantFaults({ organizationId, role, classIds }: GrantForm): readonly GrantField[] {
  const faults: GrantField[] = [];
  if (organizationId === '') faults.push('organization');
  if (role === '') faults.push('role');
  if (role === 'teacher' && classIds.length === 0) faults.push('classes');
  return faults;
}

/** The role as the server takes it; call it on a form without faults. */
export function grantInput({
  organizationId,
  role,
  post,
  classIds,
}: GrantForm): Input<'POST /api/accounts'>['body']['grant'] {
  return {
    organizationId: Number(organizationId),
    role: role as Role,
    post,
    ...(role === 'teacher' ? { classIds: [...classIds] } : {}),
  };
}
