/**
 * Calibrations as the analysis left them, so that the first visitor need not wait until the papers are counted. They are read and
 * written by the system alone: which variants a person may see is decided in region-calibration.ts.
 */
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import type { WorkRow } from '#src/results/store.ts';
import type { Administration } from '../engine/administration.ts';
import { Thread } from '../threads/thread.ts';
import type { Calibration } from './model.ts';
import { calibrationTables } from './tables.ts';

export interface KnownCalibration {
  /** What the figures rest on: when the papers changed last, and the tasks. */
  readonly state: string;
  readonly calibration: Calibration;
  /** Numbers of the schools of each variant, in the order of the variants. */
  readonly schools: readonly (readonly number[])[];
}

type CountedWork = Pick<WorkRow, 'id' | 'papersChangedAt' | 'tasks'>;

export function stateOf({ papersChangedAt, tasks }: CountedWork): string {
  return JSON.stringify([papersChangedAt, tasks.map(({ id, max }) => [id, max])]);
}

/** Variants in the order in which people name them. */
export function byName(a: { readonly name: string | null }, b: { readonly name: string | null }): number {
  return (a.name ?? '').localeCompare(b.name ?? '', 'ru', { numeric: true });
}

/** null where the papers or the tasks have changed since, or nothing was kept. */
export async function readKept(tx: Tx, work: CountedWork): Promise<KnownCalibration | null> {
  const row = await tx
    .selectFrom('workCalibration')
    .select(['state', 'content', 'schools'])
    .where('workId', '=', work.id)
    .where('state', '=', stateOf(work))
    .executeTakeFirst();
  if (!row) return null;
  return { state: row.state, calibration: row.content as unknown as Calibration, schools: row.schools as number[][] };
}

/** A work whose papers are at hand; its schools are named by their numbers in the tree (analysis/matrix.ts). */
interface LoadedWork {
  readonly work: CountedWork;
  readonly administration: Administration;
}

/**
 * Keeps the calibrations of works; does nothing where one is kept already, and where the matrix has more variants than it tells apart.
 * Fitted on a thread: the site answers meanwhile.
 */
export async function keepCalibrations(db: Db, loaded: readonly LoadedWork[]): Promise<void> {
  let thread: Thread | null = null;
  try {
    for (const { work, administration } of loaded) {
      if (!hasNamedVariants(administration) || (await inScope(db, SYSTEM, (tx) => isKept(tx, work)))) continue;
      const tables = calibrationTables(administration);
      thread ??= new Thread(new URL('./fitting-thread.ts', import.meta.url));
      const calibration = await thread.ask<Calibration>({ ...tables, variants: tables.variants.toSorted(byName) });
      await inScope(db, SYSTEM, (tx) => keep(tx, work, calibration, schoolsOf(calibration, whoWrote(administration))));
    }
  } finally {
    await thread?.end();
  }
}

function hasNamedVariants({ variants, variantNames }: Administration): boolean {
  const named = variantNames?.length ?? 0;
  return named > 0 && variants.every((variant) => variant < named);
}

async function isKept(tx: Tx, work: CountedWork): Promise<boolean> {
  const known = await tx
    .selectFrom('workCalibration')
    .select('workId')
    .where('workId', '=', work.id)
    .where('state', '=', stateOf(work))
    .executeTakeFirst();
  return known !== undefined;
}

/** Numbers of the schools that wrote a variant, by its name. */
function whoWrote(administration: Administration): Map<string, Set<number>> {
  const { variants, variantNames, classes, classOf, schools, size } = administration;
  const wrote = new Map<string, Set<number>>();
  for (let paper = 0; paper < size; paper++) {
    const variant = variantNames![variants[paper]!]!;
    const own = wrote.get(variant) ?? new Set();
    if (own.size === 0) wrote.set(variant, own);
    own.add(Number(schools[classes[classOf[paper]!]!.school]!.name));
  }
  return wrote;
}

async function keep(
  tx: Tx,
  work: CountedWork,
  calibration: Calibration,
  schools: KnownCalibration['schools'],
): Promise<void> {
  const values = { state: stateOf(work), content: JSON.stringify(calibration), schools: JSON.stringify(schools) };
  await tx
    .insertInto('workCalibration')
    .values({ workId: work.id, ...values })
    .onConflict((conflict) => conflict.column('workId').doUpdateSet(values))
    .execute();
}

/** Schools of each variant of a calibration; where there is one variant, whatever it is called in the papers. */
export function schoolsOf(
  { variants }: Calibration,
  byVariant: ReadonlyMap<string, Iterable<number>>,
): readonly (readonly number[])[] {
  const only = byVariant.size === 1 ? [...[...byVariant.values()][0]!] : [];
  return variants.map(({ name }) => (byVariant.size === 1 ? only : [...(byVariant.get(name ?? '') ?? [])]));
}
