/** What measures of the demo's plans answer to: a sign, a class, an index, and one of which nothing can be measured. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type AimInput, listCandidates, nameAim } from '#src/roadmaps/effect/actions.ts';

/** By the kind of a measure, as far as the plan has it. */
const AIMS: Readonly<Record<string, AimInput['kind']>> = { M47: 'finding', M27: 'class', M14: 'index', M25: 'none' };

/** Figures are those of the results as loaded; where the organisation has none, nothing is named. */
export async function nameAims(tx: Tx, actor: Actor, planId: number): Promise<void> {
  const measures = await tx
    .selectFrom('measure')
    .select(['id', 'kind'])
    .distinctOn('kind')
    .where('planId', '=', planId)
    .where('kind', 'in', Object.keys(AIMS))
    .orderBy('kind')
    .orderBy('id')
    .execute();
  for (const { id, kind } of measures) {
    const input = await inputOf(tx, actor, id, AIMS[kind!]!);
    if (input !== null) await nameAim(tx, actor, id, input);
  }
}

async function inputOf(tx: Tx, actor: Actor, measureId: number, kind: AimInput['kind']): Promise<AimInput | null> {
  if (kind === 'none') return { kind, reason: 'training', words: '' };
  const { units, indices } = await listCandidates(tx, actor, measureId, { kind, search: '' });
  if (kind === 'index') return indices[0] ? { kind, index: indices[0].index } : null;
  return units[0] ? { kind, findingId: units[0].findingId } : null;
}
