/** Figures of an index of one organisation by year, in the shape in which an aim keeps them. */
import type { Actor, OrganizationKind } from '#src/access/model.ts';
import { readIndex } from '#src/indices/actions.ts';
import type { IndexKind, IndexSettings } from '#src/indices/model.ts';
import { settingsByYear } from '#src/indices/region.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { IndexFigures } from './model.ts';
import { FEWEST_PAPERS } from './rules.ts';

export interface OrganizationOf {
  readonly id: number;
  readonly path: string;
  readonly kind: OrganizationKind;
  readonly name: string;
}

/**
 * Newest year first; years without anything counted are left out. Rows that the person may not see are in no sum: the sums
 * are of the schools below the organisation, read in the person's own scope.
 */
export async function indexFigures(
  tx: Tx,
  actor: Actor,
  organization: OrganizationOf,
  index: IndexKind,
): Promise<IndexFigures[]> {
  const reader: Actor = {
    ...actor,
    organizationId: organization.id,
    organizationPath: organization.path,
    organizationKind: organization.kind,
    organizationName: organization.name,
  };
  const { history } = await readIndex(tx, reader, { kind: index });
  const settingsOf = await settingsByYear(tx, reader);
  return history.map(({ year, numerator, denominator }) => {
    const { settings } = settingsOf(year);
    return {
      year,
      numerator,
      denominator,
      required: Math.max(FEWEST_PAPERS, settings.minimum),
      rule: ruleOf(settings, index),
    };
  });
}

/** What a case is counted by; two years with different rules are not compared. */
function ruleOf(settings: IndexSettings, index: IndexKind): string {
  if (index !== 'medal') return `gap ${settings.gap[index]}`;
  const degrees = ([1, 2] as const).map((degree) => {
    const { russian, other, baseMathematics } = settings.medal[degree];
    return `${russian}/${other}/${baseMathematics}`;
  });
  return `medal ${degrees.join(' ')}`;
}
