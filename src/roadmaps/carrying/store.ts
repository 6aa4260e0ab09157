/** SQL of occurrences, evidence and its submissions. */
import { sql } from 'kysely';
import { ROLES } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { asSystem, type Scope, type Tx } from '#src/platform/db/scope.ts';
import type { EvidenceKind, MeasureState, OccurrenceState, PlanState, SubmissionState } from '../model.ts';
import type { RecordKind } from './model.ts';

export interface HeldOccurrence {
  readonly id: number;
  readonly organizationId: number;
  readonly planId: number;
  readonly measureId: number;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly state: OccurrenceState;
  readonly revision: number;
  readonly planState: PlanState;
  readonly measureState: MeasureState;
  readonly measureText: string;
}

/** Occurrences with the states above them, held for this transaction in the order of their ids, so that two never wait for each other. */
export async function holdOccurrences(tx: Tx, ids: readonly number[]): Promise<HeldOccurrence[]> {
  if (ids.length === 0) return [];
  await tx
    .selectFrom('occurrence')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  const rows = await tx
    .selectFrom('occurrence as o')
    .innerJoin('plan as p', 'p.id', 'o.planId')
    .innerJoin('measure as m', 'm.id', 'o.measureId')
    .select(['o.id', 'o.organizationId', 'o.planId', 'o.measureId', 'o.opensOn', 'o.dueOn', 'o.state', 'o.revision'])
    .select(['p.state as planState', 'm.state as measureState', 'm.text as measureText'])
    .where('o.id', 'in', [...ids])
    .where('p.removedAt', 'is', null)
    .where('m.removedAt', 'is', null)
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    state: row.state as OccurrenceState,
    planState: row.planState as PlanState,
    measureState: row.measureState as MeasureState,
  }));
}

export interface SubmissionRow {
  readonly id: number;
  readonly occurrenceId: number;
  readonly evidenceId: number;
  readonly state: SubmissionState;
  readonly remark: string;
  readonly submittedBy: number | null;
  readonly revision: number;
}

export async function submissionsOf(tx: Tx, occurrenceIds: readonly number[]): Promise<SubmissionRow[]> {
  if (occurrenceIds.length === 0) return [];
  const rows = await tx
    .selectFrom('evidenceSubmission')
    .select(['id', 'occurrenceId', 'evidenceId', 'state', 'remark', 'submittedBy', 'revision'])
    .where('occurrenceId', 'in', [...occurrenceIds])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as SubmissionState }));
}

export interface NewEvidence {
  readonly organizationId: number;
  readonly accountId: number;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly note: string;
  readonly url?: string | null;
  readonly recordKind?: RecordKind | null;
  readonly recordId?: number | null;
  readonly fileName?: string | null;
  readonly mediaType?: string | null;
  readonly byteSize?: number | null;
  readonly fileHash?: string | null;
  readonly content?: Buffer;
  /** The piece that this one is a new version of: the newest of its line. */
  readonly previous?: { readonly id: number; readonly version: number } | null;
}

export async function insertEvidence(tx: Tx, { content, previous, ...row }: NewEvidence): Promise<number> {
  const { id } = await tx
    .insertInto('evidence')
    .values({ ...row, previousId: previous?.id ?? null, version: (previous?.version ?? 0) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (content) {
    await tx
      .insertInto('evidenceFile')
      .values({ evidenceId: id, organizationId: row.organizationId, content })
      .execute();
  }
  return id;
}

/** The newest version in the line of a piece of evidence. The line is held: two new versions follow one another. */
export async function newestVersion(tx: Tx, evidenceId: number): Promise<{ id: number; version: number }> {
  const line = () =>
    sql<{ id: number; version: number; previousId: number | null }>`
      with recursive back as (
        select id, previous_id from evidence where id = ${evidenceId}
        union all select e.id, e.previous_id from evidence e join back on e.id = back.previous_id
      ), line as (
        select e.id, e.version, e.previous_id from evidence e join back on back.id = e.id where back.previous_id is null
        union all select e.id, e.version, e.previous_id from evidence e join line on e.previous_id = line.id
      ) select id, version, previous_id from line order by version`.execute(tx);
  const { rows } = await line();
  await sql`select pg_advisory_xact_lock(8002, ${rows[0]!.id})`.execute(tx);
  return (await line()).rows.at(-1)!;
}

/** Newest evidence of an account with the very same content; what a second click or a repeated request would store again. */
export async function sameContent(
  tx: Tx,
  wanted: Pick<
    NewEvidence,
    'organizationId' | 'accountId' | 'kind' | 'note' | 'url' | 'recordKind' | 'recordId' | 'fileHash' | 'title'
  >,
): Promise<number[]> {
  let query = tx
    .selectFrom('evidence')
    .select('id')
    .where('organizationId', '=', wanted.organizationId)
    .where('kind', '=', wanted.kind)
    .orderBy('id', 'desc')
    .limit(50);
  if (wanted.kind === 'file') query = query.where('fileHash', '=', wanted.fileHash ?? '');
  else if (wanted.kind === 'link') query = query.where('url', '=', wanted.url ?? '');
  else if (wanted.kind === 'record')
    query = query.where('recordKind', '=', wanted.recordKind ?? '').where('recordId', '=', wanted.recordId ?? 0);
  else
    query = query
      .where('title', '=', wanted.title)
      .where('note', '=', wanted.note)
      .where('accountId', '=', wanted.accountId);
  return (await query.execute()).map((row) => row.id);
}

export async function setOccurrence(
  tx: Tx,
  id: number,
  change: { state: OccurrenceState; submitted?: boolean; accepted?: boolean; note?: string },
): Promise<void> {
  const now = new Date();
  await tx
    .updateTable('occurrence')
    .set((build) => ({
      state: change.state,
      revision: build('revision', '+', 1),
      acceptedAt: change.state === 'accepted' ? sql<Date>`coalesce(accepted_at, ${now})` : null,
      ...(change.submitted ? { submittedAt: sql<Date>`coalesce(submitted_at, ${now})` } : {}),
      ...(change.note === undefined ? {} : { note: change.note }),
    }))
    .where('id', '=', id)
    .execute();
}

/** A state that follows from what happened. The revision stays: nobody who is editing the words is disturbed by it. */
export async function setMeasure(tx: Tx, id: number, change: { state: MeasureState; note?: string }): Promise<void> {
  await tx
    .updateTable('measure')
    .set({ state: change.state, ...(change.note === undefined ? {} : { stateNote: change.note }) })
    .where('id', '=', id)
    .execute();
}

/** Accounts of an organisation that may review its evidence, by name. Home organisations of accounts may lie elsewhere. */
export async function reviewersOf(
  tx: Tx,
  scope: Scope,
  organizationId: number,
): Promise<{ id: number; name: string }[]> {
  const roles = ROLES.filter((role) => can(role, 'reviewEvidence'));
  return asSystem(tx, scope, () =>
    tx
      .selectFrom('account as a')
      .innerJoin('roleGrant as g', 'g.accountId', 'a.id')
      .select(['a.id', 'a.displayName as name'])
      .distinct()
      .where('g.organizationId', '=', organizationId)
      .where('g.endedAt', 'is', null)
      .where('g.role', 'in', roles)
      .where('a.disabledAt', 'is', null)
      .orderBy('a.displayName')
      .execute(),
  );
}

/** Names of accounts, of upper organisations too: whoever reviewed a school's evidence is named to the school. */
export async function accountNames(
  tx: Tx,
  scope: Scope,
  ids: readonly (number | null)[],
): Promise<Map<number, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await asSystem(tx, scope, () =>
    tx.selectFrom('account').select(['id', 'displayName']).where('id', 'in', wanted).execute(),
  );
  return new Map(rows.map((row) => [row.id, row.displayName]));
}

/** Posts that an account holds on a day in an organisation, and those it stands in for by an order. */
export async function postsOf(
  tx: Tx,
  accountId: number,
  organizationId: number,
  day: string,
): Promise<{ own: number[]; instead: Map<number, string> }> {
  const own = await tx
    .selectFrom('staffPost')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('accountId', '=', accountId)
    .where('fromDate', '<=', day)
    .where((where) => where.or([where('toDate', 'is', null), where('toDate', '>=', day)]))
    .execute();
  const ids = own.map((row) => row.id);
  if (ids.length === 0) return { own: ids, instead: new Map() };
  const instead = await tx
    .selectFrom('substitution as s')
    .innerJoin('staffPost as a', 'a.id', 's.staffPostId')
    .select(['s.staffPostId as id', 'a.fullName'])
    .where('s.substituteId', 'in', ids)
    .where('s.endedAt', 'is', null)
    .where('s.fromDate', '<=', day)
    .where((where) => where.or([where('s.toDate', 'is', null), where('s.toDate', '>=', day)]))
    .execute();
  return { own: ids, instead: new Map(instead.map((row) => [row.id, row.fullName])) };
}

export interface PartyRow {
  readonly id: number;
  readonly measureId: number;
  readonly part: 'responsible' | 'coExecutor';
  readonly post: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly staffPostId: number | null;
  readonly holder: string | null;
  readonly standIn: string | null;
}

/** Who answers for measures, with the holders of their posts and those who stand in for them on a day. */
export async function partiesOf(
  tx: Tx,
  of: { readonly measureIds: readonly number[] } | { readonly planId: number },
  day: string,
): Promise<Map<number, PartyRow[]>> {
  const which =
    'planId' in of
      ? sql`r.measure_id in (select id from measure where plan_id = ${of.planId})`
      : sql`r.measure_id = any(${[...of.measureIds]}::int[])`;
  const { rows } = await sql<PartyRow>`
    select r.id, r.measure_id, r.part, r.post, r.person, r.organisation, r.staff_post_id,
      case when h.to_date is null or h.to_date >= ${day} then h.full_name end as holder,
      (select n.full_name from substitution s join staff_post n on n.id = s.substitute_id
        where s.staff_post_id = r.staff_post_id and s.ended_at is null and s.from_date <= ${day}
          and (s.to_date is null or s.to_date >= ${day}) order by s.id desc limit 1) as stand_in
    from measure_party r left join staff_post h on h.id = r.staff_post_id
    where ${which} order by r.measure_id, r.part desc, r.position, r.id`.execute(tx);
  const byMeasure = new Map<number, PartyRow[]>();
  for (const row of rows) {
    const list = byMeasure.get(row.measureId);
    if (list) list.push(row);
    else byMeasure.set(row.measureId, [row]);
  }
  return byMeasure;
}

export async function readEvidenceFile(tx: Tx, evidenceId: number): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('evidenceFile')
    .select('content')
    .where('evidenceId', '=', evidenceId)
    .executeTakeFirst();
  return row?.content ?? null;
}
