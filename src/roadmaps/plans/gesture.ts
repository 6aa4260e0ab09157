/**
 * One gesture of a person: changes that are applied together and can be taken back together. Every change compares with what is
 * stored, checks the state of the plan, and is written into the history with the fields that it changed.
 */
import type { Tx } from '#src/platform/db/scope.ts';
import { refusePlan } from '../errors.ts';
import type { PlanState } from '../model.ts';
import { difference } from './compare.ts';
import { refuseEdit } from './errors.ts';
import type { MeasureFields, NewMeasure, PlanFields } from './model.ts';
import { freePlace, measureAbove, moved, orderSections, placeMeasure } from './order.ts';
import { fieldMayChange, sameWords } from './rules.ts';
import { type Change, recordChanges, type SubjectKind } from './changes.ts';
import { type MeasureRow, measuresOf } from './store.ts';
import { insertMeasures, insertSection, updateMeasures, updatePlan, updateSection } from './write.ts';

export interface PlanHead extends PlanFields {
  readonly id: number;
  readonly organizationId: number;
  readonly state: PlanState;
  readonly revision: number;
}

interface SectionRow {
  readonly id: number;
  readonly title: string;
  readonly position: number;
  readonly removed: boolean;
  readonly revision: number;
}

/** Fields of a measure that its history keeps when it comes or goes. */
const SNAPSHOT = [
  'number',
  'text',
  'deadline',
  'windowsSet',
  'deadlineConfirmed',
  'conditionMet',
  'result',
  'kind',
  'targets',
  'state',
  'stateNote',
  'parties',
] as const satisfies readonly (keyof MeasureFields)[];

export class Gesture {
  readonly added = { sections: [] as number[], measures: [] as number[] };
  readonly #tx: Tx;
  readonly #plan: PlanHead;
  readonly #by: { readonly accountId: number | null; readonly batch: string; readonly undoes: string | null };
  readonly #measures = new Map<number, MeasureRow>();
  readonly #sections = new Map<number, SectionRow>();
  readonly #updates = new Map<number, { revision: number; fields: Partial<MeasureFields> & { removed?: boolean } }>();
  readonly #changes: Change[] = [];

  constructor(
    tx: Tx,
    plan: PlanHead,
    by: { readonly accountId: number | null; readonly batch: string; readonly undoes: string | null },
  ) {
    this.#tx = tx;
    this.#plan = plan;
    this.#by = by;
  }

  /** Reads the sections and the measures that the gesture is about. Must come first. */
  async load(measureIds: readonly number[]): Promise<void> {
    const sections = await this.#tx
      .selectFrom('planSection')
      .select(['id', 'title', 'position', 'removedAt', 'revision'])
      .where('planId', '=', this.#plan.id)
      .orderBy('position')
      .orderBy('id')
      .execute();
    for (const { removedAt, ...section } of sections)
      this.#sections.set(section.id, { ...section, removed: removedAt !== null });
    await this.#loadMeasures(measureIds);
  }

  async #loadMeasures(ids: readonly number[]): Promise<void> {
    const missing = ids.filter((id) => !this.#measures.has(id));
    for (const row of await measuresOf(this.#tx, this.#plan.id, { ids: missing })) this.#measures.set(row.id, row);
  }

  /** A measure as the gesture has left it so far. */
  measure(id: number): MeasureRow {
    const row = this.#measures.get(id);
    if (!row) throw refusePlan('measureNotFound');
    return row;
  }

  section(id: number): SectionRow {
    const row = this.#sections.get(id);
    if (!row) throw refuseEdit('sectionNotFound');
    return row;
  }

  get plan(): PlanHead {
    return this.#plan;
  }

  async setPlan(revision: number, fields: Partial<PlanFields>): Promise<void> {
    this.#requireDraft();
    const changed = difference({ ...this.#plan }, fields);
    if (!changed) return;
    const next = { ...this.#plan, ...fields };
    if (next.startsOn && next.endsOn && next.endsOn < next.startsOn) throw refuseEdit('periodReversed');
    if (!(await updatePlan(this.#tx, { id: this.#plan.id, revision, fields: changed.after })))
      throw await this.#conflict('plan', this.#plan.id, { ...this.#plan });
    this.#note('plan.change', 'plan', this.#plan.id, changed.before, changed.after);
  }

  async addSection(title: string, after: number | null | undefined): Promise<number> {
    this.#requireDraft();
    const { id: planId, organizationId } = this.#plan;
    const id = await insertSection(this.#tx, { planId, organizationId, position: this.#sections.size, title });
    const order = moved(this.#order(), id, after);
    this.#sections.set(id, { id, title, position: 0, removed: false, revision: 1 });
    await orderSections(this.#tx, order);
    this.#sort(order);
    this.#note('section.add', 'section', id, null, { title });
    this.added.sections.push(id);
    return id;
  }

  async setSection(id: number, revision: number, title: string): Promise<void> {
    this.#requireDraft();
    const section = this.#live(id);
    if (section.title === title) return;
    if (!(await updateSection(this.#tx, { id, revision, fields: { title } })))
      throw await this.#conflict('section', id, { title: section.title, revision: section.revision });
    this.#sections.set(id, { ...section, title, revision: revision + 1 });
    this.#note('section.change', 'section', id, { title: section.title }, { title });
  }

  async moveSection(id: number, after: number | null | undefined): Promise<void> {
    this.#requireDraft();
    this.#live(id);
    const before = this.#order();
    const order = moved(before, id, after);
    if (before.join() === order.join()) return;
    await orderSections(this.#tx, order);
    this.#sort(order);
    const above = (list: readonly number[]): number | null => list[list.indexOf(id) - 1] ?? null;
    this.#note('section.move', 'section', id, { after: above(before) }, { after: above(order) });
  }

  /** A section goes with its measures. */
  async removeSection(id: number): Promise<void> {
    this.#requireDraft();
    const section = this.#live(id);
    for (const measureId of await this.liveMeasures(id)) this.removeMeasure(measureId);
    await updateSection(this.#tx, { id, revision: section.revision, fields: { removed: true } });
    this.#sections.set(id, { ...section, removed: true, revision: section.revision + 1 });
    this.#note('section.remove', 'section', id, { title: section.title }, null);
  }

  async restoreSection(id: number): Promise<void> {
    this.#requireDraft();
    const section = this.section(id);
    if (!section.removed) return;
    await updateSection(this.#tx, { id, revision: section.revision, fields: { removed: false } });
    this.#sections.set(id, { ...section, removed: false, revision: section.revision + 1 });
    this.#note('section.restore', 'section', id, null, { title: section.title });
  }

  /** Measures of a section that the gesture has not removed. */
  async liveMeasures(sectionId: number): Promise<number[]> {
    const rows = await this.#tx
      .selectFrom('measure')
      .select('id')
      .where('sectionId', '=', sectionId)
      .where('removedAt', 'is', null)
      .orderBy('position')
      .execute();
    await this.#loadMeasures(rows.map((row) => row.id));
    return rows.map((row) => row.id).filter((id) => !this.measure(id).removed);
  }

  async addMeasures(
    sectionId: number,
    after: number | null | undefined,
    measures: readonly NewMeasure[],
  ): Promise<number[]> {
    this.#requireDraft();
    this.#live(sectionId);
    for (const { text } of measures) if (text.trim() === '') throw refuseEdit('wordsMissing');
    await this.#checkParties(measures.flatMap(({ parties }) => parties));
    const { id: planId, organizationId } = this.#plan;
    const from = await freePlace(this.#tx, sectionId, after, measures.length);
    const ids = await insertMeasures(this.#tx, { planId, organizationId, sectionId, from, measures });
    for (const row of await measuresOf(this.#tx, planId, { ids })) {
      this.#measures.set(row.id, row);
      this.#note('measure.add', 'measure', row.id, null, snapshot(row));
    }
    this.added.measures.push(...ids);
    return ids;
  }

  async setMeasure(id: number, revision: number, fields: Partial<MeasureFields>): Promise<void> {
    const current = this.measure(id);
    if (current.removed) throw refusePlan('measureNotFound');
    const stored = this.#updates.get(id)?.revision ?? current.revision;
    if (revision !== stored) throw await this.#conflict('measure', id, { ...snapshot(current), revision: stored });
    const changed = difference({ ...current }, fields);
    if (!changed) return;
    for (const field of Object.keys(changed.after)) {
      const links = field === 'parties' && fields.parties && sameWords(current.parties, fields.parties);
      if (!fieldMayChange(this.#plan.state, field) && !(links && this.#plan.state === 'approved'))
        throw refusePlan(this.#plan.state === 'closed' ? 'planIsClosed' : 'planIsApproved');
    }
    if (fields.text !== undefined && fields.text.trim() === '') throw refuseEdit('wordsMissing');
    if (fields.parties) await this.#checkParties(fields.parties);
    this.#update(id, changed.after as Partial<MeasureFields>);
    this.#note('measure.change', 'measure', id, changed.before, changed.after);
  }

  async moveMeasure(id: number, sectionId: number, after: number | null | undefined): Promise<void> {
    this.#requireDraft();
    const current = this.measure(id);
    this.#live(sectionId);
    const from = { sectionId: current.sectionId, after: await measureAbove(this.#tx, id) };
    if (from.sectionId === sectionId && from.after === after) return;
    await placeMeasure(this.#tx, id, sectionId, after);
    this.#measures.set(id, { ...current, sectionId });
    this.#note('measure.move', 'measure', id, from, { sectionId, after: await measureAbove(this.#tx, id) });
  }

  removeMeasure(id: number): void {
    this.#requireDraft();
    const current = this.measure(id);
    if (current.removed) return;
    this.#note('measure.remove', 'measure', id, snapshot(current), null);
    this.#update(id, { removed: true });
  }

  restoreMeasure(id: number): void {
    this.#requireDraft();
    const current = this.measure(id);
    if (!current.removed) return;
    this.#live(current.sectionId);
    this.#note('measure.restore', 'measure', id, null, snapshot(current));
    this.#update(id, { removed: false });
  }

  /** Writes what was collected. Returns whether anything has changed at all. */
  async finish(): Promise<boolean> {
    const groups = new Map<string, { fields: Partial<MeasureFields>; rows: { id: number; revision: number }[] }>();
    for (const [id, { revision, fields }] of this.#updates) {
      const key = JSON.stringify(fields);
      const group = groups.get(key) ?? { fields, rows: [] };
      group.rows.push({ id, revision });
      groups.set(key, group);
    }
    for (const { fields, rows } of groups.values()) {
      const done = await updateMeasures(this.#tx, rows, fields);
      if (done !== rows.length) throw refusePlan('changedMeanwhile');
    }
    if (this.#changes.length === 0) return false;
    await recordChanges(this.#tx, this.#changes);
    await this.#tx.updateTable('plan').set({ changedAt: new Date() }).where('id', '=', this.#plan.id).execute();
    return true;
  }

  /** Keys of the changes made, in their order. */
  get actions(): readonly string[] {
    return this.#changes.map(({ action }) => action);
  }

  #update(id: number, fields: Partial<MeasureFields> & { removed?: boolean }): void {
    const current = this.measure(id);
    const known = this.#updates.get(id);
    this.#updates.set(id, { revision: known?.revision ?? current.revision, fields: { ...known?.fields, ...fields } });
    this.#measures.set(id, { ...current, ...fields });
  }

  #requireDraft(): void {
    if (this.#plan.state === 'closed') throw refusePlan('planIsClosed');
    if (this.#plan.state === 'approved') throw refusePlan('planIsApproved');
  }

  #live(sectionId: number): SectionRow {
    const section = this.section(sectionId);
    if (section.removed) throw refuseEdit('sectionNotFound');
    return section;
  }

  #order(): number[] {
    return [...this.#sections.values()].filter(({ removed }) => !removed).map(({ id }) => id);
  }

  #sort(order: readonly number[]): void {
    const rows = [...this.#sections.values()].toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    this.#sections.clear();
    for (const row of rows) this.#sections.set(row.id, row);
  }

  #note(
    action: string,
    subjectKind: SubjectKind,
    subjectId: number,
    before: Change['before'],
    after: Change['after'],
  ): void {
    const { id: planId, organizationId } = this.#plan;
    this.#changes.push({ ...this.#by, planId, organizationId, action, subjectKind, subjectId, before, after });
  }

  async #checkParties(parties: MeasureFields['parties']): Promise<void> {
    for (const { post, person, organisation } of parties) {
      if (!post && !person && !organisation) throw refuseEdit('partyEmpty');
    }
    const wanted = [...new Set(parties.flatMap(({ staffPostId }) => staffPostId ?? []))];
    if (wanted.length === 0) return;
    const known = await this.#tx
      .selectFrom('staffPost')
      .select('id')
      .where('id', 'in', wanted)
      .where('organizationId', '=', this.#plan.organizationId)
      .execute();
    if (known.length !== wanted.length) throw refuseEdit('staffElsewhere');
  }

  /** The refusal that carries the stored version, who made it and when, for the merge screen. */
  async #conflict(kind: SubjectKind, id: number, stored: Readonly<Record<string, unknown>>): Promise<Error> {
    const last = await this.#tx
      .selectFrom('planChange as c')
      .leftJoin('account as a', 'a.id', 'c.accountId')
      .select(['a.displayName', 'c.happenedAt'])
      .where('c.subjectKind', '=', kind)
      .where('c.subjectId', '=', id)
      .orderBy('c.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return refusePlan('changedMeanwhile', {
      subjectKind: kind,
      subjectId: id,
      by: last?.displayName ?? '',
      at: last?.happenedAt.toISOString() ?? '',
      stored: JSON.stringify(stored),
    });
  }
}

function snapshot(row: MeasureRow): Record<string, unknown> {
  return Object.fromEntries(SNAPSHOT.map((field) => [field, row[field]]));
}
