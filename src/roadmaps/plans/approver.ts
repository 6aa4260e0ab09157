/** Whose words approve a plan: those that another organisation's head signed are not taken over, the own head is proposed. */
import type { Tx } from '#src/platform/db/scope.ts';
import { mayBeSame } from '../intake/organisation.ts';
import { holdersOf } from '../linter/posts.ts';
import type { StoredPlan } from '../model.ts';
import { namesOf } from './carried.ts';

export interface ForeignApprover {
  /** As the plan names him: post, then person. */
  readonly words: string;
  /** The head of the own organisation, where the staff has exactly one. */
  readonly own: { readonly post: string; readonly person: string } | null;
}

/** Offices say who signs, not where; «организация» stands in every name. */
const OFFICES =
  /(?<!\p{L})(?:исполняющ\p{L}*|обязанност\p{L}*|временно|директор\p{L}*|заместител\p{L}*|заведующ\p{L}*|начальник\p{L}*|руководител\p{L}*|председател\p{L}*|глав[аы]|организац\p{L}*)(?!\p{L})/giu;

/** Whether the post names an organisation that cannot be the own one. */
export function namesAnother(post: string | null, own: readonly string[]): boolean {
  return post !== null && !mayBeSame(post.replace(OFFICES, ' '), own);
}

/** Null where the plan names nobody, or somebody who may be of the organisation. */
export async function foreignApprover(
  tx: Tx,
  organizationId: number,
  approval: Pick<StoredPlan['approval'], 'post' | 'person'>,
): Promise<ForeignApprover | null> {
  if (!namesAnother(approval.post, await namesOf(tx, organizationId))) return null;
  const staff = await tx
    .selectFrom('staffPost')
    .select(['fullName', 'post'])
    .where('organizationId', '=', organizationId)
    .where('toDate', 'is', null)
    .execute();
  const heads = ['директор', 'начальник', 'заведующий'].flatMap((head) => holdersOf(head, staff));
  const [head] = heads;
  return {
    words: [approval.post, approval.person].filter(Boolean).join(' '),
    own: heads.length === 1 && head ? { post: capital(head.post), person: signed(head.fullName) } : null,
  };
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** «Выдумкина Анна Андреевна» as a signature has it: «А. А. Выдумкина». */
function signed(fullName: string): string {
  const [family = '', ...names] = fullName.split(/\s+/u).filter(Boolean);
  return [...names.map((name) => `${name[0]}.`), family].join(' ');
}
