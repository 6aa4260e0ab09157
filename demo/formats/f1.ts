/**
 * Ф1 «Индивидуальные результаты» as the federal system exports it for a municipality: a heading, the row of levels, the
 * header, and for every school a row with its number of participants. Pupils who did not come are not in it.
 */
import { type RawCell, type RawRow, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { NOT_ATTEMPTED, type TaskLevel } from '#src/results/model.ts';
import type { DemoClassResult, DemoPaper } from '../results.ts';
import { DEMO_PROCEDURE, maxScoreOf } from '../works.ts';

const LEVEL_LETTERS: Readonly<Record<TaskLevel, string>> = { basic: 'Б', raised: 'П', high: 'В' };
/** Columns before the tasks: ОО, Муниципалитет, Название ОО, Код участника, Класс, Вариант. */
const LEADING = 6;

/** @param results classes of one municipality in one work. */
export function writeF1(results: readonly DemoClassResult[]): Promise<Buffer> {
  const { work } = results[0]!;
  const name = `${work.abbreviation} ${work.grade} Индивидуальные результаты`;
  return writeRawWorkbook([{ name, rows: rowsOf(results) }]);
}

function* rowsOf(results: readonly DemoClassResult[]): Generator<RawRow> {
  const { work } = results[0]!;
  const { tasks } = work;
  yield { values: ['Индивидуальные результаты'] };
  yield { number: 3, values: [`${DEMO_PROCEDURE.titleInFiles} ${work.subject} ${work.grade} класс`] };
  yield { values: ['Предмет:', work.subject] };
  yield { values: ['Максимальный первичный балл:', maxScoreOf(work)] };
  yield { values: ['Дата:', russianDate(work.heldOn)] };
  yield { values: levels(tasks.map((task) => LEVEL_LETTERS[task.level ?? 'basic'])) };
  yield {
    values: [
      'ОО',
      'Муниципалитет',
      'Название ОО',
      'Код участника',
      'Класс',
      'Вариант',
      ...tasks.map((task) => `${task.id} (${task.max}б)`),
      'Первичный балл',
      'Отметка',
      'Отметка по журналу',
    ],
  };
  const schools = Map.groupBy(results, (result) => result.school);
  for (const [school, classes] of schools) {
    const printed = `${school.name}(${school.code})`;
    const present = classes.flatMap((result) =>
      result.papers.filter((paper) => paper.status === 'present').map((paper) => ({ result, paper })),
    );
    if (present.length === 0) continue;
    yield { values: [`${printed} / Кол-во участников: ${present.length}`] };
    for (const { result, paper } of present) {
      yield {
        values: [
          school.code,
          result.municipality.name,
          printed,
          Number(paper.participant),
          `${result.grade}${result.letter}`,
          Number(paper.variant),
          ...paper.scores.map(scoreCell),
          paper.total,
          paper.mark,
          journalCell(paper),
        ],
      };
    }
  }
}

function levels(letters: readonly string[]): RawCell[] {
  const cells: RawCell[] = Array.from({ length: LEADING }, () => null);
  cells[2] = 'Уровень сложности задания';
  return [...cells, ...letters];
}

function scoreCell(score: number): RawCell {
  return score === NOT_ATTEMPTED ? 'X' : score;
}

function journalCell(paper: DemoPaper): RawCell {
  return paper.journalMark ?? 'нет отметки';
}

/** «2026-04-21» as «21.04.2026». */
export function russianDate(iso: string): string {
  return iso.split('-').toReversed().join('.');
}
