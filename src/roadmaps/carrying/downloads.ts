/** Dates of a plan and who answers for them, as spreadsheets. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { FileAnswer } from '#src/platform/http/server.ts';
import { type TableValue, writeTableXlsx } from '#src/platform/tables/write.ts';
import { roadmapsText } from '../text.ts';
import { peopleOf } from './people.ts';
import { planCarrying } from './plan-view.ts';
import { carryingText, daysInWords, partyInWords } from './text.ts';

/** What stands on the sheet of parameters: what of, who downloaded it when. */
export function parametersOf(actor: Actor, more: readonly [string, TableValue][]): [string, TableValue][] {
  const t = carryingText[actor.language].sheet;
  return [...more, [t.by, actor.displayName], [t.on, new Date()]];
}

export async function occurrencesXlsx(tx: Tx, actor: Actor, planId: number): Promise<FileAnswer> {
  const { language } = actor;
  const t = carryingText[language].sheet;
  const states = roadmapsText[language].occurrenceState;
  const { plan, measures } = await planCarrying(tx, actor, planId);
  const content = await writeTableXlsx({
    title: t.occurrences,
    columns: [
      { header: t.section, width: 30 },
      { header: t.number, width: 8 },
      { header: t.measure, width: 60 },
      { header: t.parties, width: 40 },
      { header: t.deadline, width: 30 },
      { header: t.opens, type: 'date', width: 13 },
      { header: t.due, type: 'date', width: 13 },
      { header: t.state, width: 18 },
    ],
    rows: measures.flatMap((measure) =>
      measure.occurrences.map((one) => [
        measure.section,
        measure.number,
        measure.text,
        measure.parties.map(partyInWords).join('; '),
        measure.deadline,
        one.opensOn,
        one.dueOn,
        one.timing === 'overdue' ? `${states[one.state]}, ${roadmapsText[language].timing.overdue}` : states[one.state],
      ]),
    ),
    parameters: parametersOf(actor, [
      [t.plan, plan.title],
      [t.organization, plan.organization],
    ]),
    language,
  });
  return { content, name: t.occurrencesFile };
}

/** One row per person and measure, so that it can be filtered by person and handed out. */
export async function peopleXlsx(tx: Tx, actor: Actor, planId: number): Promise<FileAnswer> {
  const { language } = actor;
  const t = carryingText[language].sheet;
  const words = roadmapsText[language];
  const { plan, measures } = await planCarrying(tx, actor, planId);
  const content = await writeTableXlsx({
    title: t.people,
    columns: [
      { header: t.who, width: 44 },
      { header: t.part, width: 16 },
      { header: t.number, width: 8 },
      { header: t.measure, width: 60 },
      { header: t.deadline, width: 30 },
      { header: t.dates, width: 40 },
      { header: t.overdue, type: 'integer', width: 12 },
      { header: t.finished, type: 'integer', width: 12 },
    ],
    rows: peopleOf(measures).flatMap((person) =>
      person.measures.map(({ measure, part }) => [
        person.party === null ? t.nobody : partyInWords(person.party),
        words.part[part],
        measure.number,
        measure.text,
        measure.deadline,
        measure.occurrences
          .map((one) => `${daysInWords(one, language)}: ${words.occurrenceState[one.state]}`)
          .join('; '),
        measure.occurrences.filter(({ timing }) => timing === 'overdue').length,
        measure.occurrences.filter(({ timing }) => timing === 'finished').length,
      ]),
    ),
    parameters: parametersOf(actor, [
      [t.plan, plan.title],
      [t.organization, plan.organization],
    ]),
    language,
  });
  return { content, name: t.peopleFile };
}
