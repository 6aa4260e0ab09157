/**
 * The calibration of a work over the whole region, as everybody may see it who sees the region's reference: difficulties, and totals of
 * the region, nothing of one school. Left ready by the analysis (kept.ts); counted as the system where papers or tasks have changed
 * since, and kept in memory until they change again.
 */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import { asSystem, type Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { listWorks, type WorkRow } from '#src/results/store.ts';
import { calibrate } from './calibrate.ts';
import { type KnownCalibration, readKept, schoolsOf, stateOf } from './kept.ts';
import type { Calibration, VariantCalibration } from './model.ts';
import { countCells, countOutside, schoolsByVariant, tablesOfCells } from './store.ts';

/** Figures of a variant that fewer schools of others wrote would be figures of those schools. */
export const FEWEST_OTHER_SCHOOLS = 3;

export type ShownVariant =
  | VariantCalibration
  /** Too few schools besides the person's own wrote it. */
  | { readonly kind: 'withheld'; readonly name: string | null; readonly required: number };

export interface ShownCalibration {
  readonly work: WorkRow;
  readonly tasks: Calibration['tasks'];
  readonly variants: readonly ShownVariant[];
}

/** Works kept at a time: their figures take some 50 KB each. */
const MOST_KEPT = 60;
const kept = new Map<number, KnownCalibration>();

/** @throws Refusal forbidden; notFound where the work is not of the person's region. */
export async function readCalibration(tx: Tx, person: Actor, workId: number): Promise<ShownCalibration> {
  requirePermission(person, 'readFindings');
  const [work] = await listWorks(tx, { id: workId });
  if (!work) throw refuseCommon('notFound');
  const { calibration, outside } = await asSystem(tx, person.scope, async () => {
    const known = await calibrationOf(tx, work);
    const counts: number[] = [];
    for (const schools of known.schools) counts.push(await countOutside(tx, schools, person.scope.path));
    return { calibration: known.calibration, outside: counts };
  });
  return {
    work,
    tasks: calibration.tasks,
    variants: calibration.variants.map((variant, index) => {
      const others = outside[index]!;
      // All of the papers are the person's own to see: nobody's figures are given away.
      if (others === 0 || others >= FEWEST_OTHER_SCHOOLS) return variant;
      return { kind: 'withheld', name: variant.name, required: FEWEST_OTHER_SCHOOLS };
    }),
  };
}

async function calibrationOf(tx: Tx, work: WorkRow): Promise<KnownCalibration> {
  const state = stateOf(work);
  const known = kept.get(work.id);
  if (known?.state === state) return known;
  const found = (await readKept(tx, work)) ?? (await count(tx, work, state));
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.delete(work.id);
  kept.set(work.id, found);
  return found;
}

async function count(tx: Tx, work: WorkRow, state: string): Promise<KnownCalibration> {
  const cells = await countCells(tx, work.id);
  const byVariant = await schoolsByVariant(tx, work.id);
  const calibration = calibrate(tablesOfCells(cells, work.tasks));
  return { state, calibration, schools: schoolsOf(calibration, byVariant) };
}
