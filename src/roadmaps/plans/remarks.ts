/** What the linter says of a stored plan today, and its one-click mends as changes of the plan. */
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deadlineContextOf } from '../calendars/store.ts';
import { lintedFromStored } from '../linter/from-stored.ts';
import { lintPlan } from '../linter/lint.ts';
import type { LintedMeasure, LintedPlan, Remark } from '../linter/model.ts';
import type { MeasureParty, StoredMeasure, StoredPlan } from '../model.ts';
import { carriedOf, heldPosts, namesOf } from './carried.ts';
import { canonical } from './compare.ts';
import type { Gesture } from './gesture.ts';
import type { MeasureFields, NewMeasure } from './model.ts';
import { usualMeasures } from './usual.ts';

export interface PlanRemarks {
  readonly linted: LintedPlan;
  readonly remarks: readonly Remark[];
}

/** Remarks on the plan as it is now, with its calendars, staff and evidence: on the screen and on paper the same. */
export async function remarksOf(tx: Tx, plan: StoredPlan, now = new Date()): Promise<PlanRemarks> {
  const linted = lintedFromStored(plan, await carriedOf(tx, plan.id));
  const { calendar, events = [] } = await deadlineContextOf(tx, plan.organizationId, plan.schoolYear);
  const day = dayOf(now);
  const posts = await heldPosts(tx, plan.organizationId, day);
  const own = await namesOf(tx, plan.organizationId);
  const usual = await usualMeasures(tx, plan);
  // Nothing of a draft is due yet.
  const today = plan.state === 'draft' ? null : day;
  return { linted, remarks: lintPlan(linted, { today, calendar, events, posts, own, evidence: [], usual }) };
}

/** Turns the difference between a plan and its mended form into changes of one gesture. */
export async function applyDifference(
  gesture: Gesture,
  plan: StoredPlan,
  before: LintedPlan,
  after: LintedPlan,
): Promise<void> {
  if (before.startsOn !== after.startsOn || before.endsOn !== after.endsOn)
    await gesture.setPlan(plan.revision, { startsOn: after.startsOn, endsOn: after.endsOn });
  const stored = new Map(plan.sections.flatMap(({ measures }) => measures).map((one) => [String(one.id), one]));
  for (const section of after.sections) {
    const was = before.sections.find(({ id }) => id === section.id);
    const kept = plan.sections.find(({ id }) => String(id) === section.id);
    if (!was || !kept) continue;
    if ((section.title ?? '') !== (was.title ?? ''))
      await gesture.setSection(kept.id, kept.revision, section.title ?? '');
    let above: number | null = null;
    for (const measure of section.measures) {
      const known = stored.get(measure.id);
      if (known) {
        const old = was.measures.find(({ id }) => id === measure.id);
        if (old) await gesture.setMeasure(known.id, known.revision, changedFields(known, old, measure));
        above = known.id;
      } else {
        // A row that was split: people and result are those of the row it came from.
        const from = stored.get(measure.id.replace(/-\d+$/u, ''));
        [above] = (await gesture.addMeasures(kept.id, above, [newRow(measure, from)])) as [number];
      }
    }
    for (const old of was.measures) {
      if (!section.measures.some(({ id }) => id === old.id)) gesture.removeMeasure(Number(old.id));
    }
  }
}

function changedFields(stored: StoredMeasure, before: LintedMeasure, after: LintedMeasure): Partial<MeasureFields> {
  const differs = (field: keyof LintedMeasure): boolean => canonical(before[field]) !== canonical(after[field]);
  return {
    ...(differs('number') ? { number: after.number } : {}),
    ...(differs('text') ? { text: after.text } : {}),
    ...(differs('deadline') ? { deadline: after.deadline } : {}),
    ...(differs('windowsSet') ? { windowsSet: after.windowsSet } : {}),
    ...(differs('deadlineConfirmed') ? { deadlineConfirmed: after.deadlineConfirmed } : {}),
    ...(differs('result') ? { result: after.result ?? '' } : {}),
    ...(differs('kind') ? { kind: after.kind } : {}),
    ...(differs('targets') ? { targets: after.targets } : {}),
    ...(differs('warnings') ? { warnings: after.warnings } : {}),
    ...(differs('responsible') ? { parties: partiesOf(after, stored) } : {}),
  };
}

/** Co-executors are not the linter's business and stay; links to staff go on with the words they belong to. */
function partiesOf({ responsible }: LintedMeasure, stored: StoredMeasure | undefined): MeasureParty[] {
  const known = stored?.parties ?? [];
  return [
    ...responsible.map(({ post, person, organisation }): MeasureParty => {
      const same = known.find((one) => one.post === post && one.person === person && one.organisation === organisation);
      return { part: 'responsible', post, person, organisation, staffPostId: same?.staffPostId ?? null };
    }),
    ...known.filter(({ part }) => part === 'coExecutor'),
  ];
}

function newRow(measure: LintedMeasure, from: StoredMeasure | undefined): NewMeasure {
  return {
    number: measure.number,
    text: measure.text,
    deadline: measure.deadline,
    result: measure.result ?? '',
    kind: measure.kind,
    targets: measure.targets,
    warnings: [],
    parties: partiesOf(measure, from),
  };
}
