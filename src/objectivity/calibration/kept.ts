/**
 * Calibrations as the analysis left them, so that the first visitor need not wait until the papers are counted. They are read and
 * written by the system alone: which variants a person may see is decided in region-calibration.ts.
 */
import type { Tx } from '#src/platform/db/scope.ts';
import type { WorkRow } from '#src/results/store.ts';
import type { Administration } from '../engine/administration.ts';
import { calibrate } from './calibrate.ts';
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

/**
 * Keeps the calibration of a work whose papers are at hand; does nothing where it is kept already, and where the matrix has more
 * variants than it tells apart.
 * @param administration with schools named by their numbers in the tree (analysis/matrix.ts).
 */
export async function keepCalibration(tx: Tx, work: CountedWork, administration: Administration): Promise<void> {
  const { variants, variantNames, classes, classOf, schools, size } = administration;
  const named = variantNames?.length ?? 0;
  if (named === 0 || variants.some((variant) => variant >= named)) return;
  const known = await tx
    .selectFrom('workCalibration')
    .select('workId')
    .where('workId', '=', work.id)
    .where('state', '=', stateOf(work))
    .executeTakeFirst();
  if (known) return;
  const tables = calibrationTables(administration);
  const content = calibrate({ ...tables, variants: tables.variants.toSorted(byName) });
  const wrote = new Map<string, Set<number>>();
  for (let paper = 0; paper < size; paper++) {
    const variant = variantNames![variants[paper]!]!;
    const own = wrote.get(variant) ?? new Set();
    if (own.size === 0) wrote.set(variant, own);
    own.add(Number(schools[classes[classOf[paper]!]!.school]!.name));
  }
  const values = {
    state: stateOf(work),
    content: JSON.stringify(content),
    schools: JSON.stringify(schoolsOf(content, wrote)),
  };
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
