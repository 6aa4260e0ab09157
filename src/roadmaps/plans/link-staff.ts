/** Parties of a plan linked to the members of staff who alone can be meant, so that the work reaches them. */
import type { Tx } from '#src/platform/db/scope.ts';
import { namesOf } from './carried.ts';
import { soleHolder } from './staff-match.ts';

/** Links what nobody has linked yet; where two fit, a person names one. Answers how many parties were linked. */
export async function linkSoleHolders(
  tx: Tx,
  plan: { readonly id: number; readonly organizationId: number },
): Promise<number> {
  const staff = await tx
    .selectFrom('staffPost')
    .select(['id', 'fullName', 'post', 'toDate'])
    .where('organizationId', '=', plan.organizationId)
    .where('toDate', 'is', null)
    .execute();
  const parties = await tx
    .selectFrom('measureParty as r')
    .innerJoin('measure as m', 'm.id', 'r.measureId')
    .select(['r.id', 'r.post', 'r.person', 'r.organisation'])
    .where('m.planId', '=', plan.id)
    .where('r.staffPostId', 'is', null)
    .execute();
  const own = await namesOf(tx, plan.organizationId);
  const found = parties.flatMap((party) => {
    const holder = soleHolder(party, staff, own);
    return holder === null ? [] : [{ party: party.id, holder: holder.id }];
  });
  for (const [holder, links] of Map.groupBy(found, (link) => link.holder)) {
    await tx
      .updateTable('measureParty')
      .set({ staffPostId: holder })
      .where(
        'id',
        'in',
        links.map(({ party }) => party),
      )
      .execute();
  }
  return found.length;
}
