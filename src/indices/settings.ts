/** Thresholds of the indices: what is in force, and a new version. */
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { IndexSettings } from './model.ts';
import { regionIdOf, requireReader, yearsOf } from './region.ts';
import { DEFAULT_SETTINGS } from './rules.ts';
import * as store from './store.ts';

const canEdit = (actor: Actor): boolean => actor.organizationKind === 'region' && can(actor.role, 'editScales');

export async function readSettings(tx: Tx, actor: Actor) {
  requireReader(actor);
  const rows = await store.listSettings(tx, regionIdOf(actor));
  const available = await yearsOf(tx, actor);
  const years = [...new Set([...rows.map(({ year }) => year), ...available.map(({ year }) => year)])].sort(
    (a, b) => b - a,
  );
  return {
    years: years.map((year) => {
      const row = rows.find((candidate) => candidate.year === year);
      return row
        ? { ...row, createdAt: row.createdAt.toISOString() }
        : { year, settings: DEFAULT_SETTINGS, version: 0, note: '', account: null, createdAt: null };
    }),
    editable: canEdit(actor),
  };
}

export async function saveSettings(
  tx: Tx,
  actor: Actor,
  input: { readonly year: number; readonly settings: IndexSettings; readonly note: string },
): Promise<void> {
  requireReader(actor);
  if (!canEdit(actor)) throw refuseCommon('forbidden');
  const row = { ...input, organizationId: regionIdOf(actor), accountId: actor.accountId };
  const version = await store.insertSettings(tx, row);
  await audit(tx, actor, {
    kind: 'change',
    action: 'indices.settings',
    subjectKind: 'indexSetting',
    subjectId: input.year,
    details: { year: input.year, version },
  });
}
