/** Means of a school's works beside the region's. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { RegionReference } from './store.ts';

/** Share of the maximum, per cent. */
export function percent(mean: number | null, maxScore: number): number | null {
  return mean === null ? null : (100 * mean) / maxScore;
}

/** Means of a school beside the region's, the latter from the current analyses: nothing of other schools is read. */
export async function meansBySchool(tx: Tx, schoolId: number) {
  const own = await tx
    .selectFrom('paper')
    .select(['workId'])
    .select((build) => [
      build.fn.countAll<number>().filterWhere('status', '=', 'present').as('participants'),
      build.fn.countAll<number>().filterWhere('status', '=', 'absent').as('absent'),
      build.fn.avg<number>('total').as('mean'),
    ])
    .where('organizationId', '=', schoolId)
    .where('supersededBy', 'is', null)
    .groupBy('workId')
    .execute();
  const references = await tx
    .selectFrom('analysis')
    .select(['workId', 'reference'])
    .where('supersededAt', 'is', null)
    .execute();
  const regionMeans = new Map(
    references.map((row) => {
      const { totals } = row.reference as unknown as RegionReference;
      const papers = totals.reduce((sum, count) => sum + count, 0);
      return [
        row.workId,
        papers === 0 ? null : totals.reduce((sum, count, score) => sum + count * score, 0) / papers,
      ] as const;
    }),
  );
  return { rows: own.map((row) => ({ ...row, regionMean: regionMeans.get(row.workId) ?? null })) };
}
