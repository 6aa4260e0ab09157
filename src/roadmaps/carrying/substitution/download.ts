/** Who stands in for whom, as a spreadsheet. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { FileAnswer } from '#src/platform/http/server.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import { parametersOf } from '../downloads.ts';
import { carryingText } from '../text.ts';
import { readSubstitutions } from './substitution.ts';

export async function substitutionsXlsx(tx: Tx, actor: Actor): Promise<FileAnswer> {
  const { language } = actor;
  const t = carryingText[language].sheet;
  const { substitutions, organization } = await readSubstitutions(tx, actor);
  const content = await writeTableXlsx({
    title: t.substitutions,
    columns: [
      { header: t.absent, width: 40 },
      { header: t.post, width: 36 },
      { header: t.substitute, width: 40 },
      { header: t.from, type: 'date', width: 13 },
      { header: t.to, type: 'date', width: 13 },
      { header: t.order, width: 16 },
      { header: t.orderDate, type: 'date', width: 14 },
      { header: t.ended, type: 'datetime', width: 18 },
    ],
    rows: substitutions.map((row) => [
      row.absent,
      row.absentPost,
      row.substitute,
      row.from,
      row.to,
      row.orderNumber,
      row.orderDate,
      row.endedAt === null ? null : new Date(row.endedAt),
    ]),
    parameters: parametersOf(actor, [[t.organization, organization]]),
    language,
  });
  return { content, name: t.substitutionsFile };
}
