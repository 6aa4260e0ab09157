/** Plans of the demo: the approved ones of a district and of one of its schools, and a draft of another school; from the starters, once. */
import type { Actor } from '#src/access/model.ts';
import { listGrants } from '#src/access/store.ts';
import { schoolYearOf } from '#src/platform/clock.ts';
import type { Database } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { setPlanState, storePlan } from '#src/roadmaps/plans/actions.ts';
import { newPlanOf } from '#src/roadmaps/plans/from-reading.ts';
import type { NewPlan } from '#src/roadmaps/plans/model.ts';
import { type StaffMember, staffFor } from '#src/roadmaps/plans/staff-match.ts';
import type { StarterKind } from '#src/roadmaps/starters/model.ts';
import { starterRoadmap } from '#src/roadmaps/starters/starter.ts';
import { nameAims } from './aims.ts';

interface DemoPlan {
  /** Who enters it, and approves it where an order is given. */
  readonly login: string;
  readonly starter: StarterKind;
  readonly order: string | null;
  readonly post: string;
}

const DEMO_PLANS: readonly DemoPlan[] = [
  { login: 'coordinator', starter: 'district', order: '112-д', post: 'Начальник управления образования' },
  { login: 'head', starter: 'school', order: '87-од', post: 'Директор' },
  { login: 'head2', starter: 'gymnasium', order: null, post: 'Директор' },
];

/** @returns how many plans were stored now. */
export async function loadRoadmaps({ db }: Database): Promise<number> {
  let stored = 0;
  for (const wanted of DEMO_PLANS) {
    const actor = await inScope(db, SYSTEM, (tx) => actorOf(tx, wanted.login));
    stored += await inScope(db, actor.scope, (tx) => storeOnce(tx, actor, wanted));
  }
  return stored;
}

async function actorOf(tx: Tx, login: string): Promise<Actor> {
  const account = await tx.selectFrom('account').select('id').where('login', '=', login).executeTakeFirstOrThrow();
  return (await listGrants(tx, account.id))[0]!;
}

async function storeOnce(tx: Tx, actor: Actor, { starter, order, post }: DemoPlan): Promise<number> {
  const { organizationId } = actor;
  const known = await tx
    .selectFrom('plan')
    .select('id')
    .where('organizationId', '=', organizationId)
    .executeTakeFirst();
  if (known) return 0;
  const schoolYear = schoolYearOf(new Date());
  const staff = await tx
    .selectFrom('staffPost')
    .select(['id', 'fullName', 'post', 'toDate'])
    .where('organizationId', '=', organizationId)
    .execute();
  const plan = linked(newPlanOf(starterRoadmap(starter, schoolYear)), staff);
  const head = staff.find(({ post: held, toDate }) => toDate === null && /^(директор|начальник)/u.test(held));
  const approval = {
    post,
    person: head?.fullName ?? actor.displayName,
    order,
    on: order ? `${schoolYear}-08-28` : null,
  };
  const id = await storePlan(tx, actor, { organizationId, plan: { ...plan, approval } });
  if (approval.on !== null)
    await setPlanState(tx, actor, id, { revision: 1, to: 'approved', ...approval, on: approval.on });
  await nameAims(tx, actor, id);
  return 1;
}

/** Parties whose post is held by one member of staff are linked to him. */
function linked(plan: NewPlan, staff: readonly StaffMember[]): NewPlan {
  return {
    ...plan,
    sections: plan.sections.map((section) => ({
      ...section,
      measures: section.measures.map((measure) => ({
        ...measure,
        parties: measure.parties.map((party) => {
          const found = staffFor(party, staff);
          return found.length === 1 ? { ...party, staffPostId: found[0]!.id } : party;
        }),
      })),
    })),
  };
}
