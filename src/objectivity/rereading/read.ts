/** From a stored finding to what would change it: its papers, its analysis' tables, its limit. */
import { className } from '#src/organizations/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { readOne } from '../finding-answer.ts';
import type { MarkerResult, Mechanism, UnitLevel } from '../model.ts';
import { type AnalysisParameters, listPapers, type RegionReference } from '../store.ts';
import { changeOf, type FindingChange } from './change.ts';
import type { Computed, ReadPaper } from './contributions.ts';
import { expectationsOf } from './reference-tables.ts';

export interface ChangeOfFinding {
  readonly papers: readonly ReadPaper[];
  /** null: nothing that the papers could be ranked by. */
  readonly change: FindingChange | null;
}

/** Only for a signal of a class or school whose analysis kept its tables; else there is nothing to change. */
export async function readChange(tx: Tx, one: Awaited<ReturnType<typeof readOne>>): Promise<ChangeOfFinding> {
  const { answer, body, work } = one;
  const { tables } = body.reference as unknown as RegionReference;
  if (!answer.signalled || answer.p === null || answer.level === 'municipality' || tables === undefined) {
    return { papers: [], change: null };
  }
  const papers = await papersOf(tx, body);
  const { limits } = body.parameters as unknown as AnalysisParameters;
  const markers = body.markers as unknown as MarkerResult[];
  return {
    papers,
    change: changeOf({
      p: answer.p,
      mechanisms: answer.mechanisms as Mechanism[],
      markers: markers.filter((marker): marker is Computed => marker.kind === 'computed'),
      papers,
      taskIds: work.tasks.map(({ id }) => id),
      expectations: expectationsOf(tables),
      limit: limits?.[answer.level as UnitLevel].limit ?? null,
    }),
  };
}

async function papersOf(
  tx: Tx,
  body: { readonly workId: number; readonly organizationId: number; readonly classGroupId: number | null },
): Promise<ReadPaper[]> {
  const rows = await listPapers(tx, body);
  return rows
    .filter(({ status }) => status === 'present')
    .map((row) => ({
      participant: row.participant,
      className: className(row.grade, row.letter),
      variant: row.variant ?? '',
      scores: row.scores,
      total: row.total ?? 0,
      journalMark: row.journalMark,
    }));
}
