/** The regional consolidated workbook of 2022: the sheet «Классы» about the classes and «Протокол» with the papers. */
import { type RawRow, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import { demoRegion } from '../region.ts';
import type { DemoClassResult } from '../results.ts';
import { russianDate } from './f1.ts';

const ORGANISATION_COLUMNS = ['Пользователь', 'Код региона', 'Регион', 'Муниципалитет', 'Школа'];
const REGION_CODE = 99;

/** @param results classes of one municipality in one work. */
export function writeProtocol2022(results: readonly DemoClassResult[]): Promise<Buffer> {
  return writeRawWorkbook([
    { name: 'Классы', rows: classRows(results) },
    { name: 'Протокол', rows: protocolRows(results) },
  ]);
}

/** Municipality and school are printed as «код | название». */
function organisation({ school, municipality }: DemoClassResult): (string | number)[] {
  const printed = [`${municipality.code} | ${municipality.name}`, `${school.code} | ${school.name}`];
  return [school.code, REGION_CODE, demoRegion.shortName, ...printed];
}

function* classRows(results: readonly DemoClassResult[]): Generator<RawRow> {
  const textbook = ['Дата загрузки', 'Буква класса', 'Основной учебник', 'Другое автор', 'Другое название'];
  yield { values: [...ORGANISATION_COLUMNS, ...textbook] };
  for (const result of results) {
    const uploaded = russianDate(result.work.heldOn);
    yield { values: [...organisation(result), uploaded, result.letter, 'Учебник не указан', null, null] };
  }
}

function* protocolRows(results: readonly DemoClassResult[]): Generator<RawRow> {
  const { tasks } = results[0]!.work;
  yield {
    values: [
      ...ORGANISATION_COLUMNS,
      'Дата загрузки',
      'Код',
      'Вариант',
      ...tasks.map((task) => `${task.id.replace(/\.(\d+)$/u, '($1)')} (${task.max}б)`),
      'Наименование класса',
      'Пол м/ж',
      'Отметка за предыдущий триместр/четверть/полугодие',
      'Итого баллов',
    ],
  };
  for (const result of results) {
    for (const paper of result.papers) {
      const absent = paper.status === 'absent';
      const scores = tasks.map((_, index) => (absent ? null : paper.scores[index]!));
      yield {
        values: [
          ...organisation(result),
          russianDate(result.work.heldOn),
          Number(paper.participant),
          absent ? 'отсутствовал' : Number(paper.variant),
          ...scores.map((score) => (score === NOT_ATTEMPTED ? 'X' : score)),
          `${result.grade}${result.letter}`,
          paper.gender,
          absent ? null : (paper.journalMark ?? 'нет отметки'),
          paper.total ?? 0,
        ],
      };
    }
  }
}
