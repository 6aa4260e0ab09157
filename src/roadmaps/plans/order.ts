/** Places of measures in sections and of sections in a plan: told by the neighbour above, since numbers shift. */
import type { Tx } from '#src/platform/db/scope.ts';
import { endOfSection, makeRoom } from './write.ts';

/** Puts a measure into a section after another; `after` null: first, undefined: last. Its revision stays. */
export async function placeMeasure(
  tx: Tx,
  id: number,
  sectionId: number,
  after: number | null | undefined,
): Promise<void> {
  const position = await freePlace(tx, sectionId, after, 1);
  await tx.updateTable('measure').set({ sectionId, position }).where('id', '=', id).execute();
}

/** The first of `count` free positions after a measure of the section; those below move down. */
export async function freePlace(
  tx: Tx,
  sectionId: number,
  after: number | null | undefined,
  count: number,
): Promise<number> {
  if (after === undefined) return endOfSection(tx, sectionId);
  if (after === null) {
    await makeRoom(tx, sectionId, 0, count);
    return 0;
  }
  const above = await tx
    .selectFrom('measure')
    .select('position')
    .where('id', '=', after)
    .where('sectionId', '=', sectionId)
    .executeTakeFirst();
  if (!above) return endOfSection(tx, sectionId);
  await makeRoom(tx, sectionId, above.position + 1, count);
  return above.position + 1;
}

/** The measure that stands above this one in its section; null: it is the first. */
export async function measureAbove(tx: Tx, id: number): Promise<number | null> {
  const own = await tx
    .selectFrom('measure')
    .select(['sectionId', 'position'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const above = await tx
    .selectFrom('measure')
    .select('id')
    .where('sectionId', '=', own.sectionId)
    .where('position', '<', own.position)
    .where('removedAt', 'is', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return above?.id ?? null;
}

/** Gives sections the positions of their order. */
export async function orderSections(tx: Tx, ids: readonly number[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx
      .updateTable('planSection')
      .set({ position })
      .where('id', '=', id)
      .where('position', '<>', position)
      .execute();
  }
}

/** An order with one of its items after another; null: first, undefined: last. */
export function moved(ids: readonly number[], id: number, after: number | null | undefined): number[] {
  const rest = ids.filter((each) => each !== id);
  if (after === null) return [id, ...rest];
  const at = after === undefined ? -1 : rest.indexOf(after);
  return at === -1 ? [...rest, id] : rest.toSpliced(at + 1, 0, id);
}
