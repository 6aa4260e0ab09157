/** What every verb of indices stands on: who may read, the region's sums, its settings and years. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import { asSystem, type Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { IndexSettings } from './model.ts';
import { remembered } from './remembered.ts';
import { DEFAULT_SETTINGS } from './rules.ts';
import * as store from './store.ts';

/** Indices are figures of schools: whoever sees single classes only is not shown them. */
export function requireReader(actor: Actor): void {
  requirePermission(actor, 'readFindings');
  if (actor.scope.classIds !== null || actor.role === 'teacher') throw refuseCommon('forbidden');
}

/** «.1.4.17.» -> «.1.4.»: the first step is the region. */
function regionPathOf(actor: Actor): string {
  return `.${actor.organizationPath.split('.')[1]}.`;
}

export function regionIdOf(actor: Actor): number {
  return Number(actor.organizationPath.split('.')[1]);
}

/** Settings in force for a year, and whether the region has set them. */
export interface SettingsOfYear {
  readonly settings: IndexSettings;
  readonly own: boolean;
}

export async function settingsByYear(tx: Tx, actor: Actor): Promise<(year: number) => SettingsOfYear> {
  const rows = await store.listSettings(tx, regionIdOf(actor));
  return (year) => {
    // Newest version first.
    const row = rows.find((candidate) => candidate.year === year);
    return row ? { settings: row.settings, own: true } : { settings: DEFAULT_SETTINGS, own: false };
  };
}

/** Kinds and years that the region has results of. */
export function yearsOf(tx: Tx, actor: Actor) {
  return ofRegion(tx, actor, 'years', (path) => store.listYears(tx, path));
}

/** One stamp for a request: its answers are of one state. */
const stamps = new WeakMap<Tx, Promise<string>>();

/** Sums of the whole region, whoever asks; what of them he may see is decided by the caller. */
export async function ofRegion<T>(tx: Tx, actor: Actor, what: string, count: (path: string) => Promise<T>): Promise<T> {
  const path = regionPathOf(actor);
  const stamp = stamps.get(tx) ?? asSystem(tx, actor.scope, () => store.stampOf(tx, path));
  stamps.set(tx, stamp);
  return remembered(`${path} ${what}`, await stamp, () => asSystem(tx, actor.scope, () => count(path)));
}
