/**
 * A table as an electronic journal or a teacher makes it: a title, headers of its own, names of pupils beside the scores.
 * No reader knows it; the mapper asks what each column is and drops the names unread. The names are invented.
 */
import { type RawRow, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import { inventPerson } from '../people.ts';
import { randomOf } from '../region.ts';
import type { DemoClassResult } from '../results.ts';

export const NAMES_HEADER = 'ФИО ученика';

/** @param results classes of one school in one work. */
export function writeUnknownTable(results: readonly DemoClassResult[]): Promise<Buffer> {
  return writeRawWorkbook([{ name: 'Ведомость', rows: rowsOf(results) }]);
}

function* rowsOf(results: readonly DemoClassResult[]): Generator<RawRow> {
  const { school, work } = results[0]!;
  const random = randomOf(school.code, 7);
  yield { values: [`${school.shortName}: проверочная работа, ${work.subject.toLowerCase()}, ${work.grade} класс`] };
  yield {
    number: 3,
    values: [
      '№',
      NAMES_HEADER,
      'Шифр',
      'Класс',
      'Вариант',
      ...work.tasks.map(({ id }) => `Зад. ${id}`),
      'Сумма баллов',
      // A header that no list knows: the person says that it is the mark of the journal.
      'Четверть',
    ],
  };
  let number = 0;
  for (const { grade, letter, papers } of results) {
    for (const paper of papers.filter((each) => each.status === 'present')) {
      number += 1;
      const scores = paper.scores.map((score) => (score === NOT_ATTEMPTED ? 'х' : score));
      const pupil = [number, inventPerson(random), Number(paper.participant), `${grade} ${letter.toLowerCase()}`];
      yield { values: [...pupil, Number(paper.variant), ...scores, paper.total, paper.journalMark] };
    }
  }
}
