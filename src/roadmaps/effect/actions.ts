/** Verbs of effect: name what a measure answers to, take it away, read what came of it, offer what can be named. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor, OrganizationKind } from '#src/access/model.ts';
import { INDEX_KINDS, type IndexKind } from '#src/indices/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refusePlan } from '../errors.ts';
import { mayEdit, ownsPlan } from '../plans/rules.ts';
import { refuseEffect } from './errors.ts';
import { indexFigures, type OrganizationOf } from './figures.ts';
import type { AimSubject, Baseline, NoMeasureReason } from './model.ts';
import { aimAnswer } from './read.ts';
import { FEWEST_SHOWN } from './rules.ts';
import * as store from './store.ts';

export type AimInput =
  | { readonly kind: 'finding'; readonly findingId: number }
  | { readonly kind: 'class'; readonly findingId: number }
  | { readonly kind: 'index'; readonly index: IndexKind }
  | { readonly kind: 'none'; readonly reason: NoMeasureReason; readonly words: string };

async function requireMeasure(tx: Tx, id: number) {
  const measure = await store.findMeasure(tx, id);
  if (!measure) throw refusePlan('measureNotFound');
  return measure;
}

type Measure = Awaited<ReturnType<typeof requireMeasure>>;

async function requireEditable(tx: Tx, actor: Actor, id: number): Promise<Measure> {
  requirePermission(actor, 'editPlans');
  const measure = await requireMeasure(tx, id);
  if (!ownsPlan(actor, measure.organizationId)) throw refusePlan('measureNotFound');
  if (measure.planState === 'closed') throw refusePlan('planIsClosed');
  return measure;
}

const organizationOf = (measure: Measure): OrganizationOf => ({
  id: measure.organizationId,
  path: measure.path,
  kind: measure.organizationKind as OrganizationKind,
  name: measure.organization,
});

/** What a measure answers to and what was measured since. */
export async function readAims(tx: Tx, actor: Actor, measureId: number) {
  requirePermission(actor, 'readPlans');
  const measure = await requireMeasure(tx, measureId);
  const aims = [];
  for (const row of await store.listAims(tx, { measureId }))
    aims.push(await aimAnswer(tx, actor, row, organizationOf(measure)));
  return {
    measureId,
    planId: measure.planId,
    may: { edit: mayEdit(actor, measure) && measure.planState !== 'closed' },
    aims,
  };
}

/**
 * Names what the measure answers to; the figures of now are taken by the system and stay.
 * @throws Refusal subjectNotFound, noFigures, notSignalled, alreadyNamed, alreadyMeasured, reasonNeeded
 */
export async function nameAim(tx: Tx, actor: Actor, measureId: number, input: AimInput): Promise<void> {
  const measure = await requireEditable(tx, actor, measureId);
  const named = await store.listAims(tx, { measureId });
  const { subject, baseline, reason } = await taken(tx, actor, measure, input);
  if (subject.kind === 'none') {
    if (named.some(({ kind }) => kind !== 'none')) throw refuseEffect('alreadyMeasured');
  } else if (named.some((one) => keyOf(one.subject, one.baseline) === keyOf(subject, baseline)))
    throw refuseEffect('alreadyNamed');
  // «Cannot be measured» holds until something is measured, and is said once.
  for (const one of named) if (one.kind === 'none') await store.removeAim(tx, one.id);
  const id = await store.insertAim(tx, {
    organizationId: measure.organizationId,
    measureId,
    subject,
    baseline,
    reason,
    accountId: actor.accountId,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'aim.name',
    subjectKind: 'measure',
    subjectId: measureId,
    organizationId: measure.organizationId,
    details: { aim: id, kind: subject.kind, ...detailsOf(subject), ...(reason ? { reason } : {}) },
  });
}

export async function removeAim(tx: Tx, actor: Actor, id: number): Promise<number> {
  const [row] = await store.listAims(tx, { id });
  if (!row) throw refuseEffect('aimNotFound');
  const measure = await requireEditable(tx, actor, row.measureId);
  await store.removeAim(tx, id);
  await audit(tx, actor, {
    kind: 'change',
    action: 'aim.remove',
    subjectKind: 'measure',
    subjectId: row.measureId,
    organizationId: measure.organizationId,
    details: { aim: id, kind: row.kind, ...detailsOf(row.subject) },
  });
  return row.measureId;
}

interface Taken {
  readonly subject: AimSubject;
  readonly baseline: Baseline;
  readonly reason: string;
}

async function taken(tx: Tx, actor: Actor, measure: Measure, input: AimInput): Promise<Taken> {
  if (input.kind === 'none') {
    if (input.reason === 'other' && input.words === '') throw refuseEffect('reasonNeeded');
    return { subject: { kind: 'none', reason: input.reason }, baseline: { kind: 'none' }, reason: input.words };
  }
  if (input.kind === 'index') {
    const [newest] = await indexFigures(tx, actor, organizationOf(measure), input.index);
    if (!newest) throw refuseEffect('noFigures');
    const { organizationId } = measure;
    const subject = { kind: 'index', organizationId, index: input.index } as const;
    return { subject, baseline: { kind: 'index', figures: newest }, reason: '' };
  }
  const found = await store.findUnit(tx, input.findingId);
  // A school's measure answers its own results, a district's those below it.
  if (!found?.path.startsWith(measure.path)) throw refuseEffect('subjectNotFound');
  const { subject, figures } = found;
  if (input.kind === 'finding' && !figures.signalled) throw refuseEffect('notSignalled');
  if (input.kind === 'class' && subject.level !== 'class') throw refuseEffect('subjectNotFound');
  const works = await store.listUnitWorks(tx, subject, null);
  const baseline = { kind: 'unit', figures, known: works.map((work) => work.figures.workId) } as const;
  return { subject: { kind: input.kind, ...subject }, baseline, reason: '' };
}

function detailsOf(subject: AimSubject): Record<string, unknown> {
  if (subject.kind === 'none') return {};
  if (subject.kind === 'index') return { index: subject.index };
  const { level, classGroup } = subject;
  return {
    level,
    subject: subject.subject,
    ...(classGroup ? { class: `${classGroup.grade}${classGroup.letter}` } : {}),
  };
}

/** What is named; of a sign the work belongs to it, so that the same class may be named by signs of two works. */
function keyOf(subject: AimSubject, baseline: Baseline): string {
  if (subject.kind === 'none') return 'none';
  if (subject.kind === 'index') return `index ${subject.index}`;
  const { kind, organizationId, level, classGroup: group } = subject;
  const work = kind === 'finding' && baseline.kind === 'unit' ? baseline.figures.workId : '';
  return [kind, organizationId, level, group?.grade, group?.letter, group?.schoolYear, subject.subject, work].join(' ');
}

/** What the measure may name: signs and classes found by words, indices that have figures. */
export async function listCandidates(
  tx: Tx,
  actor: Actor,
  measureId: number,
  asked: { readonly kind: 'finding' | 'class' | 'index'; readonly search: string },
) {
  const measure = await requireEditable(tx, actor, measureId);
  const wanted = { path: measure.path, search: asked.search };
  if (asked.kind === 'index') {
    const indices = [];
    for (const index of INDEX_KINDS) {
      const [newest] = await indexFigures(tx, actor, organizationOf(measure), index);
      if (newest) indices.push({ index, year: newest.year, denominator: newest.denominator });
    }
    return { units: [], indices };
  }
  const rows = await (asked.kind === 'finding' ? store.listSigns(tx, wanted) : store.listClasses(tx, wanted));
  return {
    units: rows
      .filter(({ participants }) => participants >= FEWEST_SHOWN)
      .map((row) => ({
        findingId: row.id,
        subject: store.subjectOf(row),
        organization: row.organization,
        own: row.organizationId === measure.organizationId,
        procedure: row.procedure,
        heldOn: row.heldOn,
        participants: row.participants,
        signalled: row.signalled,
        strength: row.strength as 'none' | 'weak' | 'noticeable' | 'pronounced',
      })),
    indices: [],
  };
}

/** Measures that answer a sign, as far as the person sees plans. */
export async function measuresOfFinding(tx: Tx, actor: Actor, findingId: number) {
  requirePermission(actor, 'readFindings');
  requirePermission(actor, 'readPlans');
  const found = await store.findUnit(tx, findingId);
  if (!found) throw refuseEffect('subjectNotFound');
  return { measures: await store.listAnsweringMeasures(tx, found.subject, found.figures.workId) };
}
