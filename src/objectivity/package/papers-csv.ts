/** Papers in the open exchange format (docs/guide/exchange-format.md), units by their numbers and participants by their codes. */
import { className } from '#src/organizations/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { writtenHeader } from '#src/results/exchange/columns.ts';
import { NO_VALUE, NOT_ATTEMPTED, NOT_TAUGHT } from '#src/results/model.ts';
import type { WorkRow } from '#src/results/store.ts';

/** Schools read at a time: some thousands of papers. */
const SCHOOLS = 50;

export interface PapersOf {
  /** null: everything the person may see. */
  readonly organizationIds: readonly number[] | null;
  readonly classGroupId: number | null;
}

export function csvHeader(works: readonly WorkRow[]): string {
  const tasks = Math.max(...works.map((work) => work.tasks.length));
  return `${writtenHeader(tasks).join(',')}\n`;
}

/**
 * Rows of one work in the order in which the analysis reads them (analysis/matrix.ts): municipalities, schools, classes and papers by
 * their numbers. The order makes the last digits.
 */
export async function* csvRows(
  tx: Tx,
  work: WorkRow,
  width: number,
  of: PapersOf,
): AsyncGenerator<{ readonly text: string; readonly papers: number }> {
  const schools = (
    await tx.selectFrom('organization').select(['id', 'parentId']).where('kind', '=', 'school').execute()
  )
    .filter(({ id }) => of.organizationIds === null || of.organizationIds.includes(id))
    .sort((a, b) => (a.parentId ?? 0) - (b.parentId ?? 0) || a.id - b.id);
  const municipalityOf = new Map(schools.map(({ id, parentId }) => [id, parentId ?? 0]));
  const place = new Map(schools.map(({ id }, index) => [id, index]));
  for (let from = 0; from < schools.length; from += SCHOOLS) {
    const some = schools.slice(from, from + SCHOOLS).map(({ id }) => id);
    let query = tx
      .selectFrom('paper as p')
      .innerJoin('classGroup as c', 'c.id', 'p.classGroupId')
      .select(['p.id', 'p.organizationId', 'p.classGroupId', 'p.participant', 'p.variant', 'p.status', 'p.scores'])
      .select(['p.journalMark', 'c.grade', 'c.letter'])
      .where('p.workId', '=', work.id)
      .where('p.supersededBy', 'is', null)
      .where('p.organizationId', 'in', some);
    if (of.classGroupId !== null) query = query.where('p.classGroupId', '=', of.classGroupId);
    const papers = (await query.execute()).sort(
      (a, b) =>
        place.get(a.organizationId)! - place.get(b.organizationId)! || a.classGroupId - b.classGroupId || a.id - b.id,
    );
    const lines = papers.map((paper) => {
      const present = paper.status === 'present';
      const cells = [
        work.procedure,
        municipalityOf.get(paper.organizationId)!,
        paper.organizationId,
        work.grade,
        className(paper.grade, paper.letter),
        work.subject,
        paper.participant,
        present ? (paper.variant ?? '') : '',
        paper.journalMark ?? '',
        ...Array.from({ length: width }, (_, task) => (present ? scoreCell(paper.scores[task]) : '')),
      ];
      return `${cells.map((cell) => quoted(String(cell))).join(',')}\n`;
    });
    yield { text: lines.join(''), papers: papers.filter(({ status }) => status === 'present').length };
  }
}

function scoreCell(score: number | undefined): string {
  if (score === undefined || score === NO_VALUE) return '';
  if (score === NOT_ATTEMPTED) return 'X';
  return score === NOT_TAUGHT ? 'N' : String(score);
}

function quoted(cell: string): string {
  return /[",\n\r;]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
