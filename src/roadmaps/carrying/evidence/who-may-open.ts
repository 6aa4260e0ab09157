/** Who may open a piece of evidence: its author, those who review, coordinators and analysts above, and who answers for a measure that it serves. */
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { postsOf } from '../people-store.ts';

/** Evidence may name people; within a school it is open to those whom it concerns. */
export async function evidenceIsOpen(
  tx: Tx,
  actor: Actor,
  evidence: { readonly id: number; readonly organizationId: number; readonly accountId: number | null },
): Promise<boolean> {
  if (evidence.accountId === actor.accountId || sees(actor)) return true;
  return (await openAmong(tx, actor, [evidence.id])).has(evidence.id);
}

/** Everybody but a teacher and the head of an association sees all evidence of what he sees. */
export function sees({ role }: Pick<Actor, 'role'>): boolean {
  return can(role, 'reviewEvidence') || role === 'regionalAnalyst' || role === 'schoolCoordinator';
}

/** Of these pieces, those that serve a measure which names the person, or whom he stands in for. */
export async function openAmong(tx: Tx, actor: Actor, evidenceIds: readonly number[]): Promise<Set<number>> {
  if (evidenceIds.length === 0) return new Set();
  const { own, instead } = await postsOf(tx, actor.accountId, actor.organizationId, dayOf(new Date()));
  const posts = [...own, ...instead.keys()];
  if (posts.length === 0) return new Set();
  const rows = await tx
    .selectFrom('evidenceSubmission as s')
    .innerJoin('occurrence as o', 'o.id', 's.occurrenceId')
    .innerJoin('measureParty as r', 'r.measureId', 'o.measureId')
    .select('s.evidenceId as id')
    .distinct()
    .where('s.evidenceId', 'in', [...evidenceIds])
    .where('r.staffPostId', 'in', posts)
    .execute();
  return new Set(rows.map((row) => row.id));
}
