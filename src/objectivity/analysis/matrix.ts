/** From the database to the engine's matrix: papers of one work over a region. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { WorkRow } from '#src/results/store.ts';
import type { MarkThresholds } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { AdministrationBuilder } from '../engine/builder.ts';

/** Papers read at a time: a page of them fits the memory of an old machine many times over. */
const PAGE = 20_000;

/**
 * The matrix of one work. Municipalities, schools and classes are named by their numbers in the tree, so that what the
 * engine says of a unit finds its row again whatever it is called.
 */
export async function loadAdministration(
  tx: Tx,
  work: WorkRow,
  thresholds: MarkThresholds | null,
  onPage?: (papers: number) => Promise<void>,
): Promise<Administration> {
  const municipalityOf = new Map(
    (await tx.selectFrom('organization').select(['id', 'parentId']).where('kind', '=', 'school').execute()).map(
      (row) => [row.id, row.parentId ?? 0],
    ),
  );
  const builder = new AdministrationBuilder({
    procedure: work.procedure,
    subject: work.subject,
    grade: work.grade,
    tasks: work.tasks,
    thresholds,
  });
  let last = 0;
  let seen = 0;
  for (;;) {
    const page = await tx
      .selectFrom('paper')
      .select(['id', 'organizationId', 'classGroupId', 'participant', 'variant', 'status', 'scores', 'journalMark'])
      .where('workId', '=', work.id)
      .where('supersededBy', 'is', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const paper of page) {
      const index = builder.classIndex(
        String(municipalityOf.get(paper.organizationId) ?? 0),
        String(paper.organizationId),
        String(paper.classGroupId),
        null,
      );
      if (paper.status === 'absent') builder.addAbsent(index);
      else builder.addTo(index, paper);
    }
    seen += page.length;
    last = page.at(-1)?.id ?? last;
    await onPage?.(seen);
    if (page.length < PAGE) return builder.build();
  }
}
