/**
 * Evidence of the demo's approved plans in every state that the screens know: accepted, waiting for review, returned with a
 * remark, mended, not needed, and dates that have passed with nothing handed in. Rows are written with the days on which things
 * would have happened; the same plan always gets the same evidence.
 */
import { createHash, randomUUID } from 'node:crypto';
import { Document, Packer, Paragraph } from 'docx';
import { dayOf } from '#src/platform/clock.ts';
import type { Database } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { addDays } from '#src/roadmaps/deadline/days.ts';

interface DemoOccurrence {
  readonly id: number;
  readonly measureId: number;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly text: string;
  readonly number: string | null;
}

interface People {
  /** Hands in: the deputy head and a colleague in turn. */
  readonly authors: readonly number[];
  readonly reviewer: number;
}

type Fate = 'accepted' | 'waiting' | 'returned' | 'mended' | 'notNeeded' | 'nothing';

/** What becomes of dates in their order, over and over. */
const FATES: readonly Fate[] = [
  'accepted',
  'mended',
  'nothing',
  'accepted',
  'waiting',
  'returned',
  'accepted',
  'notNeeded',
];

const KINDS = ['file', 'link', 'note', 'file'] as const;
const REMARKS = {
  file: 'В справке выводы по двум классам из трёх. Добавьте 6Б и подпись директора.',
  link: 'Ссылка открывает главную страницу сайта. Дайте адрес самой публикации.',
  note: 'Приложите протокол: по словам не видно, какие решения приняты.',
} as const;
const REASON = 'В этом периоде процедура в школе не проводилась.';

/** @returns how many pieces of evidence were stored now. */
export async function loadEvidence({ db }: Database): Promise<number> {
  return inScope(db, SYSTEM, async (tx) => {
    const organizations = await tx
      .selectFrom('plan')
      .select('organizationId')
      .distinct()
      .where('state', '=', 'approved')
      .where('removedAt', 'is', null)
      .orderBy('organizationId')
      .execute();
    let made = 0;
    for (const { organizationId } of organizations) made += await evidenceOf(tx, organizationId, new Date());
    return made;
  });
}

/** Evidence for every approved plan of an organisation that has accounts; nothing where there is some already. */
async function evidenceOf(tx: Tx, organizationId: number, now: Date): Promise<number> {
  const people = await peopleOf(tx, organizationId);
  if (people === null) return 0;
  const known = await tx
    .selectFrom('evidence')
    .select('id')
    .where('organizationId', '=', organizationId)
    .limit(1)
    .executeTakeFirst();
  if (known) return 0;
  const plans = await tx
    .selectFrom('plan')
    .select(['id', 'approvedOn'])
    .where('organizationId', '=', organizationId)
    .where('state', '=', 'approved')
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  let made = 0;
  for (const plan of plans) {
    const writer = new Writer(tx, { organizationId, planId: plan.id, people, now });
    const dates = await datesOf(tx, plan.id, addDays(dayOf(now), 6));
    for (const [index, one] of dates.entries()) made += await writer.give(one, index);
  }
  return made;
}

async function peopleOf(tx: Tx, organizationId: number): Promise<People | null> {
  const rows = await tx
    .selectFrom('roleGrant')
    .select(['accountId', 'role'])
    .where('organizationId', '=', organizationId)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute();
  const of = (role: string) => rows.find((row) => row.role === role)?.accountId;
  const reviewer = of('schoolHead') ?? of('municipalCoordinator');
  const deputy = of('deputyHead') ?? reviewer;
  if (reviewer === undefined || deputy === undefined) return null;
  return { authors: [deputy, of('schoolCoordinator') ?? deputy, of('associationHead') ?? deputy], reviewer };
}

/** Dates that have come or come this week, and those without one, in the order of their days. */
function datesOf(tx: Tx, planId: number, until: string): Promise<DemoOccurrence[]> {
  return tx
    .selectFrom('occurrence as o')
    .innerJoin('measure as m', 'm.id', 'o.measureId')
    .select(['o.id', 'o.measureId', 'o.opensOn', 'o.dueOn', 'm.text', 'm.number'])
    .where('o.planId', '=', planId)
    .where('o.state', '=', 'open')
    .where('m.removedAt', 'is', null)
    .where((where) => where.or([where('o.dueOn', '<=', until), where('o.opensOn', '<=', until)]))
    .orderBy('o.dueOn')
    .orderBy('o.id')
    .execute();
}

class Writer {
  readonly #tx: Tx;
  readonly #plan: { organizationId: number; planId: number; people: People; now: Date };

  constructor(tx: Tx, plan: { organizationId: number; planId: number; people: People; now: Date }) {
    this.#tx = tx;
    this.#plan = plan;
  }

  /** Writes what becomes of one date; returns how many pieces of evidence it got. */
  async give(one: DemoOccurrence, index: number): Promise<number> {
    const lasting = one.dueOn === null || (one.opensOn !== null && addDays(one.opensOn, 60) < one.dueOn);
    // What lasts has evidence of some months and goes on.
    const fate = lasting
      ? index % 3 === 0
        ? 'waiting'
        : index % 3 === 1
          ? 'accepted'
          : 'nothing'
      : FATES[index % FATES.length]!;
    if (fate === 'nothing') return 0;
    const author = this.#plan.people.authors[index % this.#plan.people.authors.length]!;
    const handed = this.#dayBefore(one.dueOn, 3 + (index % 4));
    if (fate === 'notNeeded') {
      await this.#occurrence(one, { state: 'notNeeded', note: REASON });
      await this.#history('occurrence.needed', 'occurrence', one.id, this.#plan.people.reviewer, handed, {
        state: 'notNeeded',
        reason: REASON,
      });
      return 0;
    }
    const evidence = await this.#evidence(one, index, author, handed, null);
    const submission = await this.#submit(one, evidence, author, handed);
    await this.#measure(one, author, handed);
    if (fate === 'waiting') {
      await this.#occurrence(one, { state: 'submitted', submittedAt: handed });
      return 1;
    }
    const reviewed = later(handed, 1);
    if (fate === 'accepted') {
      await this.#review(submission, 'accepted', '', reviewed);
      await this.#occurrence(one, {
        state: lasting ? 'open' : 'accepted',
        submittedAt: handed,
        acceptedAt: lasting ? null : reviewed,
      });
      return 1;
    }
    const remark = REMARKS[KINDS[index % KINDS.length]!];
    await this.#review(submission, 'returned', remark, reviewed);
    if (fate === 'returned') {
      await this.#occurrence(one, { state: 'returned', submittedAt: handed });
      return 1;
    }
    const again = later(reviewed, 1);
    const version = await this.#evidence(one, index, author, again, evidence);
    await this.#tx
      .updateTable('evidenceSubmission')
      .set({ state: 'superseded', revision: 3 })
      .where('id', '=', submission)
      .execute();
    const second = await this.#submit(one, version, author, again);
    await this.#review(second, 'accepted', '', later(again, 1));
    await this.#occurrence(one, { state: 'accepted', submittedAt: handed, acceptedAt: later(again, 1) });
    return 2;
  }

  /** A working hour some days before the date, and never in the future. */
  #dayBefore(dueOn: string | null, days: number): Date {
    const today = dayOf(this.#plan.now);
    const due = dueOn === null || dueOn > today ? today : dueOn;
    return new Date(`${addDays(due, -days)}T10:${String(10 + days * 5)}:00`);
  }

  async #evidence(
    one: DemoOccurrence,
    index: number,
    accountId: number,
    createdAt: Date,
    previousId: number | null,
  ): Promise<number> {
    const { organizationId } = this.#plan;
    const number = one.number === null ? '' : ` ${one.number}`;
    const base = { organizationId, accountId, createdAt, previousId, version: previousId === null ? 1 : 2 };
    const kind = previousId === null ? KINDS[index % KINDS.length]! : 'file';
    if (kind === 'link') {
      return this.#insert({
        ...base,
        kind,
        title: `Публикация на сайте школы: мероприятие${number}`,
        url: `https://school.example/news/${one.id}`,
      });
    }
    if (kind === 'note') {
      return this.#insert({
        ...base,
        kind,
        title: 'Проведено на совещании при завуче',
        note: 'Проведено на совещании при завуче. Присутствовали все учителя, работающие в параллели; решение занесено в протокол.',
      });
    }
    const words = previousId === null ? 'Справка' : 'Справка с подписью';
    const content = await documentOf(`${words} о выполнении мероприятия${number}`, one.text);
    const id = await this.#insert({
      ...base,
      kind,
      title: `${words} о выполнении мероприятия${number}`,
      note: previousId === null ? '' : 'Исправлено по замечанию.',
      fileName: `${words}${number}.docx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      byteSize: content.length,
      fileHash: createHash('sha256').update(content).digest('hex'),
    });
    await this.#tx.insertInto('evidenceFile').values({ evidenceId: id, organizationId, content }).execute();
    return id;
  }

  async #insert(row: {
    organizationId: number;
    accountId: number;
    createdAt: Date;
    previousId: number | null;
    version: number;
    kind: string;
    title: string;
    note?: string;
    url?: string;
    fileName?: string;
    mediaType?: string;
    byteSize?: number;
    fileHash?: string;
  }): Promise<number> {
    const { id } = await this.#tx.insertInto('evidence').values(row).returning('id').executeTakeFirstOrThrow();
    return id;
  }

  async #submit(one: DemoOccurrence, evidenceId: number, accountId: number, at: Date): Promise<number> {
    const { id } = await this.#tx
      .insertInto('evidenceSubmission')
      .values({
        organizationId: this.#plan.organizationId,
        evidenceId,
        occurrenceId: one.id,
        submittedBy: accountId,
        submittedAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await this.#history('evidence.submit', 'submission', id, accountId, at, { occurrenceId: one.id, evidenceId });
    return id;
  }

  async #review(id: number, state: 'accepted' | 'returned', remark: string, at: Date): Promise<void> {
    const { reviewer } = this.#plan.people;
    await this.#tx
      .updateTable('evidenceSubmission')
      .set({ state, remark, reviewedBy: reviewer, reviewedAt: at, revision: 2 })
      .where('id', '=', id)
      .execute();
    await this.#history('evidence.review', 'submission', id, reviewer, at, { state, remark });
  }

  async #measure(one: DemoOccurrence, accountId: number, at: Date): Promise<void> {
    const changed = await this.#tx
      .updateTable('measure')
      .set({ state: 'inProgress' })
      .where('id', '=', one.measureId)
      .where('state', '=', 'planned')
      .executeTakeFirst();
    if (changed.numUpdatedRows > 0n)
      await this.#history('measure.state', 'measure', one.measureId, accountId, at, { state: 'inProgress' });
  }

  async #occurrence(
    one: DemoOccurrence,
    change: { state: string; submittedAt?: Date; acceptedAt?: Date | null; note?: string },
  ): Promise<void> {
    await this.#tx
      .updateTable('occurrence')
      .set((build) => ({ ...change, revision: build('revision', '+', 1) }))
      .where('id', '=', one.id)
      .execute();
  }

  async #history(
    action: string,
    subjectKind: 'submission' | 'occurrence' | 'measure',
    subjectId: number,
    accountId: number,
    happenedAt: Date,
    after: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { organizationId, planId } = this.#plan;
    await this.#tx
      .insertInto('planChange')
      .values({
        organizationId,
        planId,
        accountId,
        happenedAt,
        batch: randomUUID(),
        action,
        subjectKind,
        subjectId,
        before: null,
        after: JSON.stringify(after),
      })
      .execute();
  }
}

function later(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * 86_400_000);
}

async function documentOf(title: string, text: string): Promise<Buffer> {
  const lines = [title, text, 'Демонстрационный документ: организация и события вымышлены.'];
  const document = new Document({
    title,
    sections: [{ children: lines.map((line) => new Paragraph(line)) }],
  });
  return Packer.toBuffer(document);
}
