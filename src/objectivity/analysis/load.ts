/** All works of one procedure over the region as the engine sees them. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { MarkThresholds } from '#src/results/model.ts';
import { listScales, type WorkRow } from '#src/results/store.ts';
import type { Administration } from '../engine/administration.ts';
import {
  loadAdministration,
  municipalitiesOfSchools,
  paperRevisions,
  unchangedAdministration,
  workStamps,
} from './matrix.ts';

export interface Loaded {
  readonly work: WorkRow;
  readonly administration: Administration;
}

/**
 * @param keptFolder where loaded papers are kept for the next time (kept-papers.ts); null keeps none.
 * @param onPapers is told how many papers were read so far; what it throws stops the reading.
 */
export async function loadWorks(
  tx: Tx,
  works: readonly WorkRow[],
  keptFolder: string | null,
  onPapers: (papers: number) => Promise<void>,
): Promise<Loaded[]> {
  const scales = new Map((await listScales(tx, {})).map((scale) => [scale.id, scale.thresholds]));
  const municipalityOf = await municipalitiesOfSchools(tx);
  const stamps = await workStamps(
    tx,
    works.map(({ id }) => id),
  );
  const thresholdsOf = ({ scaleId }: WorkRow): MarkThresholds | null =>
    scaleId === null ? null : (scales.get(scaleId) ?? null);
  const unchanged = works.map((work) =>
    keptFolder === null
      ? null
      : unchangedAdministration(keptFolder, work, stamps.get(work.id)!, thresholdsOf(work), municipalityOf),
  );
  const revisions = await paperRevisions(
    tx,
    works.filter((_, index) => unchanged[index] === null).map(({ id }) => id),
  );
  const loaded: Loaded[] = [];
  let before = 0;
  for (const [index, work] of works.entries()) {
    const onPage = (papers: number): Promise<void> => onPapers(before + papers);
    const options = { folder: keptFolder, onPage, stamp: stamps.get(work.id) };
    const administration =
      unchanged[index] ??
      (await loadAdministration(tx, work, thresholdsOf(work), municipalityOf, revisions.get(work.id)!, options));
    before += administration.size;
    loaded.push({ work, administration });
  }
  return loaded;
}
