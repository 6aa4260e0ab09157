/** All about one measure: words, parties, dates with evidence and reviews, what has happened. */
import { sql } from 'kysely';
import { requirePermission } from '#src/access/actions.ts';
import type { Actor, OrganizationKind } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deadlineContextOf } from '../calendars/store.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { refusePlan } from '../errors.ts';
import type { EvidenceKind, MeasureState, OccurrenceState, Origin, PlanState, SubmissionState } from '../model.ts';
import type { Target } from '../reading/model.ts';
import { timingOf } from '../rules.ts';
import { measureHistory } from './history.ts';
import type { RecordKind } from './model.ts';
import { acceptingEnds } from './occurrences.ts';
import { endOfMeasure, reviewRight } from './rules.ts';
import * as people from './people-store.ts';
import { openAmong, sees } from './evidence/who-may-open.ts';

export async function measureCarrying(tx: Tx, actor: Actor, id: number) {
  requirePermission(actor, 'readPlans');
  const measure = await findMeasure(tx, id);
  const today = dayOf(new Date());
  const own = measure.organizationId === actor.organizationId;
  const reviewers = await people.reviewersOf(tx, actor.scope, measure.organizationId);
  const occurrences = await tx
    .selectFrom('occurrence')
    .select(['id', 'key', 'opensOn', 'dueOn', 'state', 'note', 'revision', 'submittedAt', 'acceptedAt'])
    .where('measureId', '=', id)
    .orderBy(sql`coalesce(due_on, '9999-12-31')`)
    .orderBy('opensOn')
    .orderBy('id')
    .execute();
  const submissions = await submissionsOf(tx, actor, id, reviewers);
  const shown = occurrences
    // A dropped date without a trace of work is of no interest to anybody.
    .filter((one) => one.state !== 'cancelled' || submissions.has(one.id))
    .map((one) => {
      const state = one.state as OccurrenceState;
      return {
        ...one,
        state,
        timing: timingOf({ ...one, state }, today),
        submittedAt: one.submittedAt?.toISOString() ?? null,
        acceptedAt: one.acceptedAt?.toISOString() ?? null,
        acceptingEnds: acceptingEnds(one, today),
        submissions: submissions.get(one.id) ?? [],
      };
    });
  const parties = await people.partiesOf(tx, { measureIds: [id] }, today);
  const context = await deadlineContextOf(tx, measure.organizationId, measure.schoolYear, {
    approvedOn: measure.approvedOn,
    planEnds: measure.endsOn,
  });
  const resolved = resolveDeadline(parseDeadline(measure.deadline), context);
  const open = measure.planState === 'approved';
  return {
    today,
    plan: {
      id: measure.planId,
      title: measure.planTitle,
      state: measure.planState as PlanState,
      schoolYear: measure.schoolYear,
      organizationId: measure.organizationId,
      organization: measure.organization,
      organizationKind: measure.organizationKind as OrganizationKind,
      own,
    },
    section: measure.section,
    id,
    number: measure.number,
    text: measure.text,
    result: measure.result,
    kind: measure.kind,
    targets: (measure.targets as unknown as Target[]).map(({ words }) => words),
    state: measure.state as MeasureState,
    stateNote: measure.stateNote,
    revision: measure.revision,
    deadline: measure.deadline,
    reference: measure.windowsSet === null ? resolved.reference : null,
    condition: resolved.condition,
    conditionMet: measure.conditionMet,
    origin: originWords(measure.origin as unknown as Origin | null),
    parties: (parties.get(id) ?? []).map(({ measureId: _measure, ...party }) => party),
    occurrences: shown,
    ends: endOfMeasure(shown.map(({ state }) => state)),
    may: {
      submit: open && own && can(actor.role, 'submitEvidence'),
      review: open && can(actor.role, 'reviewEvidence'),
      manage: open && can(actor.role, 'editPlans'),
    },
    reviewers: reviewers.map(({ name }) => name),
    history: await measureHistory(tx, actor, id),
  };
}

async function findMeasure(tx: Tx, id: number) {
  const measure = await tx
    .selectFrom('measure as m')
    .innerJoin('plan as p', 'p.id', 'm.planId')
    .innerJoin('planSection as s', 's.id', 'm.sectionId')
    .innerJoin('organization as o', 'o.id', 'm.organizationId')
    .selectAll('m')
    .select(['p.title as planTitle', 'p.state as planState', 'p.schoolYear', 'p.approvedOn', 'p.startsOn', 'p.endsOn'])
    .select(['s.title as section', 'o.shortName as organization', 'o.kind as organizationKind'])
    .where('m.id', '=', id)
    .where('m.removedAt', 'is', null)
    .where('p.removedAt', 'is', null)
    .executeTakeFirst();
  if (!measure) throw refusePlan('measureNotFound');
  return measure;
}

function originWords(origin: Origin | null) {
  return origin === null ? null : { number: origin.number, text: origin.text, deadline: origin.deadline };
}

/** Submissions of a measure by occurrence, newest first. */
async function submissionsOf(tx: Tx, actor: Actor, measureId: number, reviewers: readonly { id: number }[]) {
  const rows = await tx
    .selectFrom('evidenceSubmission as s')
    .innerJoin('occurrence as o', 'o.id', 's.occurrenceId')
    .innerJoin('evidence as e', 'e.id', 's.evidenceId')
    .select(['s.id', 's.occurrenceId', 's.state', 's.remark', 's.submittedBy', 's.submittedAt', 's.reviewedBy'])
    .select([
      's.reviewedAt',
      's.revision',
      'e.id as evidenceId',
      'e.kind',
      'e.title',
      'e.note',
      'e.url',
      'e.recordKind',
    ])
    .select(['e.recordId', 'e.fileName', 'e.byteSize', 'e.fileHash', 'e.version', 'e.createdAt', 'e.accountId'])
    .where('o.measureId', '=', measureId)
    .orderBy('s.id', 'desc')
    .execute();
  const names = await people.accountNames(
    tx,
    actor.scope,
    rows.flatMap((row) => [row.submittedBy, row.reviewedBy]),
  );
  const evidenceIds = rows.map((row) => row.evidenceId);
  const open = sees(actor) ? null : await openAmong(tx, actor, evidenceIds);
  const serves = await servesOf(tx, evidenceIds, measureId);
  const person = { accountId: actor.accountId, mayReview: can(actor.role, 'reviewEvidence') };
  const ids = reviewers.map(({ id }) => id);
  const byOccurrence = new Map<number, ReturnType<typeof answer>[]>();
  const answer = (row: (typeof rows)[number]) => ({
    id: row.id,
    state: row.state as SubmissionState,
    remark: row.remark,
    submittedBy: names.get(row.submittedBy ?? 0) ?? null,
    submittedAt: row.submittedAt.toISOString(),
    reviewedBy: names.get(row.reviewedBy ?? 0) ?? null,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    revision: row.revision,
    mine: row.submittedBy === actor.accountId,
    review: reviewRight(person, row.submittedBy, ids),
    evidence: {
      id: row.evidenceId,
      kind: row.kind as EvidenceKind,
      title: row.title,
      note: row.note,
      url: row.url,
      recordKind: row.recordKind as RecordKind | null,
      recordId: row.recordId,
      fileName: row.fileName,
      byteSize: row.byteSize,
      fileHash: row.fileHash,
      version: row.version,
      createdAt: row.createdAt.toISOString(),
      open: open === null || row.accountId === actor.accountId || open.has(row.evidenceId),
    },
    serves: serves.get(row.evidenceId) ?? [],
  });
  for (const row of rows) {
    const list = byOccurrence.get(row.occurrenceId) ?? [];
    list.push(answer(row));
    byOccurrence.set(row.occurrenceId, list);
  }
  return byOccurrence;
}

export interface ServedMeasure {
  readonly planId: number;
  readonly measureId: number;
  readonly number: string | null;
  readonly text: string;
}

/** Measures that pieces of evidence serve, but for one. */
export async function servesOf(
  tx: Tx,
  evidenceIds: readonly number[],
  except: number | null,
): Promise<Map<number, ServedMeasure[]>> {
  const serves = new Map<number, ServedMeasure[]>();
  if (evidenceIds.length === 0) return serves;
  const rows = await tx
    .selectFrom('evidenceSubmission as s')
    .innerJoin('occurrence as o', 'o.id', 's.occurrenceId')
    .innerJoin('measure as m', 'm.id', 'o.measureId')
    .innerJoin('plan as p', 'p.id', 'm.planId')
    .select(['s.evidenceId', 'm.planId', 'm.id as measureId', 'm.number', 'm.text'])
    .distinct()
    .where('s.evidenceId', 'in', [...new Set(evidenceIds)])
    .where('s.state', '<>', 'withdrawn')
    .where('m.removedAt', 'is', null)
    .where('p.removedAt', 'is', null)
    .orderBy('m.id')
    .execute();
  for (const { evidenceId, ...measure } of rows) {
    if (measure.measureId === except) continue;
    serves.set(evidenceId, [...(serves.get(evidenceId) ?? []), measure]);
  }
  return serves;
}
