/** The board of schools as a spreadsheet. */
import type { Actor } from '#src/access/model.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import { roadmapsText } from '../text.ts';
import type { readBoard } from './board.ts';
import { cascadeText } from './text.ts';

export async function boardXlsx(
  board: Awaited<ReturnType<typeof readBoard>>,
  asked: { readonly plan: string; readonly month: string | null },
  person: Actor,
): Promise<{ content: Buffer; name: string }> {
  const t = cascadeText[person.language];
  const states = roadmapsText[person.language].planState;
  const content = await writeTableXlsx({
    title: t.boardTitle,
    columns: [
      { header: t.municipality, width: 24 },
      { header: t.school, width: 32 },
      { header: t.plan, width: 16 },
      { header: t.measures, type: 'integer', width: 14 },
      { header: t.due, type: 'integer', width: 14 },
      { header: t.onTime, type: 'integer', width: 14 },
      { header: t.late, type: 'integer', width: 14 },
      { header: t.silent, type: 'integer', width: 14 },
      { header: t.accepted, type: 'integer', width: 12 },
      { header: t.underReview, type: 'integer', width: 14 },
      { header: t.returned, type: 'integer', width: 14 },
      { header: t.openProposals, type: 'integer', width: 16 },
      { header: t.declined, type: 'integer', width: 12 },
      { header: t.report, width: 16 },
      { header: t.reportOn, type: 'date', width: 16 },
    ],
    rows: board.schools.map((row) => [
      row.municipality,
      row.school,
      row.planState === null ? t.notSent : states[row.planState],
      row.measures,
      row.due,
      row.onTime,
      row.late,
      row.silent,
      row.accepted,
      row.underReview,
      row.returned,
      row.openProposals,
      row.declined,
      row.report === null ? null : t.reportState[row.report],
      row.reportOn,
    ]),
    parameters: [
      [t.parameters.plan, asked.plan],
      [t.parameters.day, board.day],
      ...(asked.month === null ? [] : [[t.parameters.month, asked.month] as const]),
      [t.parameters.person, person.displayName],
    ],
    language: person.language,
  });
  return { content, name: `${t.boardTitle}.xlsx` };
}
