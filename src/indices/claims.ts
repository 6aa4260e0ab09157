/** Medal claims that a school enters by hand. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { looksLikeName } from '#src/results/readers/personal.ts';
import { refuse } from './errors.ts';
import { requireReader } from './region.ts';
import * as store from './store.ts';

/** «1107 1» in lines: key and degree, apart by spaces, a tab, a comma or a semicolon. */
function readClaimLines(lines: string): { pupil: string; degree: 1 | 2 }[] {
  const seen = new Set<string>();
  return lines.split(/\r?\n/u).flatMap((line, index) => {
    const found = line.trim();
    if (found === '') return [];
    const row = index + 1;
    const [, pupil, degree] = /^(\S.{0,59}?)[\s,;]+(1|2|I|II)$/u.exec(found) ?? [];
    if (pupil === undefined || degree === undefined)
      throw refuse('claimUnreadable', { row, found: found.slice(0, 60) });
    if (looksLikeName(pupil)) throw refuse('claimNames', { row });
    if (seen.has(pupil)) throw refuse('claimRepeated', { row, found: pupil });
    seen.add(pupil);
    return [{ pupil, degree: degree === '1' || degree === 'I' ? 1 : 2 }];
  });
}

function requireSchool(actor: Actor): void {
  requireReader(actor);
  requirePermission(actor, 'importResults');
  if (actor.organizationKind !== 'school') throw refuse('notSchool');
}

export async function readClaims(tx: Tx, actor: Actor, year: number) {
  requireSchool(actor);
  const claims = await store.listEnteredClaims(tx, actor.organizationId, year);
  return {
    year,
    claims: claims.map(({ pupil, degree }) => ({ pupil, degree: degree === 1 ? (1 as const) : (2 as const) })),
  };
}

export async function saveClaims(
  tx: Tx,
  actor: Actor,
  input: { readonly year: number; readonly lines: string },
): Promise<void> {
  requireSchool(actor);
  const claims = readClaimLines(input.lines);
  await store.replaceClaims(tx, {
    organizationId: actor.organizationId,
    year: input.year,
    accountId: actor.accountId,
    claims,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'indices.claims',
    subjectKind: 'organization',
    subjectId: actor.organizationId,
    details: { year: input.year, claims: claims.length },
  });
}
