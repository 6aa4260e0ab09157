/** «Что сделать на этой неделе» as a spreadsheet. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { FileAnswer } from '#src/platform/http/server.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import { roadmapsText } from '../../text.ts';
import { parametersOf } from '../downloads.ts';
import { carryingText, partyInWords } from '../text.ts';
import { readWeek } from './week.ts';

export async function weekXlsx(
  tx: Tx,
  actor: Actor,
  query: { organization?: number | undefined; whose?: 'mine' | 'all' | undefined },
): Promise<FileAnswer> {
  const { language } = actor;
  const t = carryingText[language];
  const states = roadmapsText[language].occurrenceState;
  const week = await readWeek(tx, actor, query);
  const content = await writeTableXlsx({
    title: t.sheet.week,
    columns: [
      { header: t.sheet.group, width: 28 },
      { header: t.sheet.number, width: 8 },
      { header: t.sheet.measure, width: 60 },
      { header: t.sheet.parties, width: 40 },
      { header: t.sheet.deadline, width: 30 },
      { header: t.sheet.due, type: 'date', width: 14 },
      { header: t.sheet.state, width: 18 },
      { header: t.sheet.remark, width: 40 },
      { header: t.sheet.plan, width: 40 },
    ],
    rows: week.rows.map((row) => [
      t.group[row.group],
      row.number,
      row.text,
      row.parties.map(partyInWords).join('; '),
      row.deadline,
      row.dueOn,
      states[row.state],
      row.remark,
      row.planTitle,
    ]),
    parameters: parametersOf(actor, [[t.sheet.organization, week.organization.name]]),
    language,
  });
  return { content, name: t.sheet.weekFile };
}
