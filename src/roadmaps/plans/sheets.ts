/** The list of plans and the history of one as spreadsheets. */
import type { Actor } from '#src/access/model.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import { roadmapsText } from '../text.ts';
import type { HistoryChange } from './history.ts';
import type { PlanRow } from './model.ts';
import { editingText, valueInWords } from './text.ts';

export async function plansSheet(rows: readonly PlanRow[], { language, displayName }: Actor) {
  const t = editingText[language].sheet;
  const states = roadmapsText[language].planState;
  const content = await writeTableXlsx({
    title: t.plans,
    columns: [
      { header: t.plan, width: 60 },
      { header: t.organization, width: 30 },
      { header: t.year, width: 12 },
      { header: t.state, width: 12 },
      { header: t.order, width: 12 },
      { header: t.on, type: 'date', width: 12 },
      { header: t.measures, type: 'integer', width: 14 },
      { header: t.finished, type: 'integer', width: 12 },
      { header: t.changed, type: 'datetime' },
    ],
    rows: rows.map((row) => [
      row.title,
      row.organizationName,
      `${row.schoolYear}/${row.schoolYear + 1}`,
      states[row.state],
      row.order,
      row.approvedOn,
      row.measures,
      row.finished,
      new Date(row.changedAt),
    ]),
    parameters: [
      [t.by, displayName],
      [t.date, new Date()],
    ],
    language,
  });
  return { content, name: `${t.plans}.xlsx` };
}

/** One row per changed field: who, when, what it was and became. */
export async function historySheet(
  title: string,
  changes: readonly HistoryChange[],
  { language, displayName }: Actor,
  sections: ReadonlyMap<number, string>,
) {
  const { sheet: t, actions, fields, nobody } = editingText[language];
  const rows = changes.flatMap((change) => {
    const head = [new Date(change.at), change.by ?? nobody, actions[change.action] ?? change.action, change.subject];
    const changed =
      change.before === null || change.after === null ? [] : Object.keys({ ...change.before, ...change.after });
    if (changed.length === 0) return [[...head, null, null, null]];
    return changed.map((field) => [
      ...head,
      fields[field] ?? field,
      valueInWords(field, change.before?.[field], language, sections),
      valueInWords(field, change.after?.[field], language, sections),
    ]);
  });
  const content = await writeTableXlsx({
    title: t.history,
    columns: [
      { header: t.when, type: 'datetime' },
      { header: t.who, width: 30 },
      { header: t.what, width: 26 },
      { header: t.subject, width: 50 },
      { header: t.field, width: 22 },
      { header: t.before, width: 40 },
      { header: t.after, width: 40 },
    ],
    rows,
    parameters: [
      [t.plan, title],
      [t.by, displayName],
      [t.date, new Date()],
    ],
    language,
  });
  return { content, name: `${t.history}.xlsx` };
}
