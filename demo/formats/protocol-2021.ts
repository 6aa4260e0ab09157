/**
 * The consolidated protocol as it was in 2021: logins of the schools, positions instead of task numbers, no maxima, neither
 * subject nor grade. Those who read it must be told the work.
 */
import { type RawRow, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import { demoRegion } from '../region.ts';
import type { DemoClassResult } from '../results.ts';

/** @param results classes of one municipality in one work. */
export function writeProtocol2021(results: readonly DemoClassResult[]): Promise<Buffer> {
  return writeRawWorkbook([{ name: 'Лист1', rows: rowsOf(results) }]);
}

function* rowsOf(results: readonly DemoClassResult[]): Generator<RawRow> {
  const { tasks } = results[0]!.work;
  yield {
    values: [
      'логин школы',
      'регион',
      'номер обучающегося',
      'код обучающегося',
      'отметка за предыдущую четверть/триместр',
      'пол',
      'класс',
      'вариант',
      'всего баллов',
      ...tasks.map((_, index) => `балл за ${index + 1}`),
      'Учебник',
    ],
  };
  let number = 0;
  for (const { school, letter, papers } of results) {
    for (const paper of papers) {
      number += 1;
      const absent = paper.status === 'absent';
      const scores = tasks.map((_, index) => (absent ? null : paper.scores[index]!));
      yield {
        values: [
          school.code,
          demoRegion.shortName,
          number,
          Number(paper.participant),
          absent ? null : (paper.journalMark ?? 'нет отметки'),
          paper.gender,
          letter,
          absent ? 'отсутствовал' : Number(paper.variant),
          paper.total,
          // The keyboard of 2021 was Russian as a rule: the letter «ха», often a small one.
          ...scores.map((score, index) => (score === NOT_ATTEMPTED ? (index % 2 === 0 ? 'Х' : 'х') : score)),
          'Учебник не указан',
        ],
      };
    }
  }
}
