/** Papers in the open exchange format (docs/guide/exchange-format.md), units by their numbers and participants by their codes. */
import { className } from '#src/organizations/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { NO_VALUE, NOT_ATTEMPTED, NOT_TAUGHT } from '#src/results/model.ts';
import type { WorkRow } from '#src/results/store.ts';

/** Papers read at a time. */
const PAGE = 20_000;

export interface PapersOf {
  /** null: everything the person may see. */
  readonly organizationIds: readonly number[] | null;
  readonly classGroupId: number | null;
}

export function csvHeader(works: readonly WorkRow[]): string {
  const tasks = Math.max(...works.map((work) => work.tasks.length));
  const columns = [
    'procedure',
    'municipality',
    'school',
    'grade',
    'class',
    'subject',
    'participant',
    'variant',
    'journal_mark',
  ];
  return `${[...columns, ...Array.from({ length: tasks }, (_, task) => `t${task + 1}`)].join(',')}\n`;
}

/** Rows of one work in the order in which the analysis reads them; the order makes the last digits. */
export async function* csvRows(
  tx: Tx,
  work: WorkRow,
  width: number,
  of: PapersOf,
): AsyncGenerator<{ readonly text: string; readonly papers: number }> {
  const schools = await tx.selectFrom('organization').select(['id', 'parentId']).where('kind', '=', 'school').execute();
  const municipalityOf = new Map(schools.map(({ id, parentId }) => [id, parentId ?? 0]));
  let last = 0;
  for (;;) {
    let query = tx
      .selectFrom('paper as p')
      .innerJoin('classGroup as c', 'c.id', 'p.classGroupId')
      .select(['p.id', 'p.organizationId', 'p.participant', 'p.variant', 'p.status', 'p.scores', 'p.journalMark'])
      .select(['c.grade', 'c.letter'])
      .where('p.workId', '=', work.id)
      .where('p.supersededBy', 'is', null)
      .where('p.id', '>', last)
      .orderBy('p.id')
      .limit(PAGE);
    if (of.organizationIds !== null) query = query.where('p.organizationId', 'in', [...of.organizationIds]);
    if (of.classGroupId !== null) query = query.where('p.classGroupId', '=', of.classGroupId);
    const page = await query.execute();
    const lines = page.map((paper) => {
      const present = paper.status === 'present';
      const cells = [
        work.procedure,
        municipalityOf.get(paper.organizationId) ?? 0,
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
    yield { text: lines.join(''), papers: page.filter(({ status }) => status === 'present').length };
    if (page.length < PAGE) return;
    last = page.at(-1)!.id;
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
