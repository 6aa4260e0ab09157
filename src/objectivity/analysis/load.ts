/** All works of one procedure over the region as the engine sees them. */
import type { Tx } from '#src/platform/db/scope.ts';
import { listScales, type WorkRow } from '#src/results/store.ts';
import type { Administration } from '../engine/administration.ts';
import { loadAdministration, municipalitiesOfSchools, paperRevisions } from './matrix.ts';

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
  const revisions = await paperRevisions(
    tx,
    works.map(({ id }) => id),
  );
  const loaded: Loaded[] = [];
  let before = 0;
  for (const work of works) {
    const thresholds = work.scaleId === null ? null : (scales.get(work.scaleId) ?? null);
    const options = { folder: keptFolder, onPage: (papers: number): Promise<void> => onPapers(before + papers) };
    const own = revisions.get(work.id)!;
    const administration = await loadAdministration(tx, work, thresholds, municipalityOf, own, options);
    before += administration.size;
    loaded.push({ work, administration });
  }
  return loaded;
}
