/** What every verb of indices stands on: who may read, the region's sums, its settings and years. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import { asSystem, type Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import * as counts from './counts.ts';
import type { IndexSettings, MarkedKind } from './model.ts';
import { remembered, rememberedParts } from './remembered.ts';
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

/** One state for a request: its answers are of one moment. */
const states = new WeakMap<Tx, Promise<counts.RegionState>>();

/** Sums are the whole region's, whoever asks; what of them he may see is decided by the caller. */
function stateOf(tx: Tx, actor: Actor): Promise<counts.RegionState> {
  const state = states.get(tx) ?? asSystem(tx, actor.scope, () => counts.readState(tx, regionPathOf(actor)));
  states.set(tx, state);
  return state;
}

/** Kinds and years that the region has results of, newest first. */
export async function yearsOf(tx: Tx, actor: Actor) {
  const path = regionPathOf(actor);
  const { works } = await stateOf(tx, actor);
  const stamp = works.map((work) => `${work.id} ${work.stamp}`).join();
  return remembered(`${path} years`, stamp, () => asSystem(tx, actor.scope, () => counts.listYears(tx, path)));
}

/** Pupils who lay claim to a medal, with their exams. */
export async function claimsOf(tx: Tx, actor: Actor): Promise<counts.ClaimRow[]> {
  const path = regionPathOf(actor);
  const { works, marks, claims } = await stateOf(tx, actor);
  const exams = works.filter(({ kind }) => kind === 'medal').map((work) => `${work.id} ${work.stamp}`);
  const stamp = `${marks} ${claims} ${exams.join()}`;
  return remembered(`${path} claims`, stamp, () => asSystem(tx, actor.scope, () => counts.listClaims(tx, path)));
}

export interface CountedWork {
  readonly work: counts.MarkedWork;
  readonly classes: readonly counts.ClassMarks[];
}

/** Marks of every work of a kind, of one year or all; after an import only the works that it changed are counted anew. */
export async function countedWorks(tx: Tx, actor: Actor, kind: MarkedKind, year?: number): Promise<CountedWork[]> {
  const path = regionPathOf(actor);
  const { works, marks } = await stateOf(tx, actor);
  return rememberedParts(
    works.filter((work) => work.kind === kind && (year === undefined || work.year === year)),
    ({ id, stamp }) => ({ key: `${path} work ${id}`, stamp: `${stamp} ${marks}` }),
    async (changed) => {
      const ids = changed.map(({ id }) => id);
      const byWork = Map.groupBy(
        await asSystem(tx, actor.scope, () => counts.countMarks(tx, ids)),
        ({ workId }) => workId,
      );
      return changed.map((work) => ({ work, classes: byWork.get(work.id) ?? [] }));
    },
  );
}
