/** One aim with its first figures, those of now and what they come to; computed anew whenever it is read. */
import type { Actor } from '#src/access/model.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { indexFigures, type OrganizationOf } from './figures.ts';
import type { Baseline, Compared, Effect, Later, Shown } from './model.ts';
import { effectOf, FEWEST_SHOWN, isUnit, nextWork, nextYear } from './rules.ts';
import * as store from './store.ts';

export async function aimAnswer(tx: Tx, actor: Actor, row: store.AimRow, organization: OrganizationOf) {
  const { subject, baseline } = row;
  const [about, account] = [await organizationName(tx, row, organization), await accountName(tx, row.accountId)];
  const head = {
    id: row.id,
    subject,
    organization: about,
    reason: row.reason,
    namedOn: dayOf(row.createdAt),
    namedBy: account,
  };
  const open = await isOpen(tx, actor, row);
  if (!open) return { ...head, withheld: true, before: null, after: null, compared: null, effect: null };
  if (subject.kind === 'none') {
    const effect = effectOf(baseline, null, subject.reason);
    return { ...head, withheld: false, before: null, after: null, compared: null, effect };
  }
  const { later, findingIds } = await laterOf(tx, actor, row, organization);
  const effect = effectOf(baseline, later);
  return {
    ...head,
    withheld: false,
    before: shown(baseline, findingIds),
    after: later === null ? null : shown(later, findingIds),
    compared: later?.kind === 'unit' ? later.compared : (null as Compared | null),
    effect: withoutCount(effect, { before: hidden(baseline), after: later !== null && hidden(later) }),
  };
}

async function laterOf(tx: Tx, actor: Actor, row: store.AimRow, organization: OrganizationOf) {
  const { subject, baseline } = row;
  const nothing = { later: null as Later | null, findingIds: new Map<number, number>() };
  if (subject.kind === 'index' && baseline.kind === 'index') {
    const figures = nextYear(baseline.figures, await indexFigures(tx, actor, organization, subject.index));
    return { ...nothing, later: figures === null ? null : ({ kind: 'index', figures } as const) };
  }
  if (!isUnit(subject) || baseline.kind !== 'unit') return nothing;
  const works = await store.listUnitWorks(tx, subject, baseline.figures.marker?.id ?? null);
  const figures = works.map((work) => work.figures);
  return {
    later: nextWork(subject, baseline, figures, dayOf(row.createdAt)),
    findingIds: new Map(works.map((work) => [work.figures.workId, work.findingId])),
  };
}

/** Whoever sees single classes only is shown figures of those alone, and none of a school. */
async function isOpen(tx: Tx, actor: Actor, { subject }: store.AimRow): Promise<boolean> {
  if (subject.kind === 'none' || (actor.scope.classIds === null && actor.role !== 'teacher')) return true;
  if (subject.kind === 'index' || subject.classGroup === null) return false;
  const { grade, letter, schoolYear } = subject.classGroup;
  const own = await tx
    .selectFrom('classGroup')
    .select('id')
    .where('organizationId', '=', subject.organizationId)
    .where('grade', '=', grade)
    .where('letter', '=', letter)
    .where('schoolYear', '=', schoolYear)
    .executeTakeFirst();
  return own !== undefined && (actor.scope.classIds ?? []).includes(own.id);
}

const sizeOf = (one: Exclude<Baseline, { kind: 'none' }> | Later): number =>
  one.kind === 'unit' ? one.figures.participants : one.figures.denominator;

const hidden = (one: Baseline | Later): boolean => one.kind !== 'none' && sizeOf(one) < FEWEST_SHOWN;

function shown(one: Baseline | Later, findingIds: ReadonlyMap<number, number>): Shown | null {
  if (one.kind === 'none') return null;
  if (hidden(one)) return { kind: one.kind, suppressed: true, year: one.figures.year };
  if (one.kind === 'index') return { kind: 'index', suppressed: false, ...one.figures };
  const findingId = findingIds.get(one.figures.workId) ?? null;
  return { kind: 'unit', suppressed: false, ...one.figures, findingId };
}

/** How many there are of a group under five is not told either. */
function withoutCount(effect: Effect, isHidden: { readonly before: boolean; readonly after: boolean }): Effect {
  return effect.kind === 'tooSmall' && isHidden[effect.when] ? { ...effect, given: null } : effect;
}

async function organizationName(tx: Tx, { subject }: store.AimRow, own: OrganizationOf): Promise<string | null> {
  if (subject.kind === 'none' || subject.organizationId === own.id) return null;
  const row = await tx
    .selectFrom('organization')
    .select('shortName')
    .where('id', '=', subject.organizationId)
    .executeTakeFirst();
  return row?.shortName ?? null;
}

async function accountName(tx: Tx, id: number | null): Promise<string | null> {
  if (id === null) return null;
  const row = await tx.selectFrom('account').select('displayName').where('id', '=', id).executeTakeFirst();
  return row?.displayName ?? null;
}
