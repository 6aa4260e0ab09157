import { type RawCell, type RawSheet, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { csv, putFixture, sheet } from '../fixture-writing.ts';

/** Input files of unknown tables; schools, codes and people are invented. */
export async function unknownTablesFixtures(): Promise<void> {
  const merged: RawSheet = sheet(
    'Лист1',
    [
      ['Результаты контрольной работы по математике'],
      ['Школа', 'Класс', 'Код', 'Баллы за задания', null, null, 'Сумма'],
      [null, null, null, 1, 2, '3.1'],
      ['Примерная СОШ № 1', '5А', 'M-1', 1, 0, 2, 3],
      [null, null, 'M-2', 0, 'X', 1, 1],
      ['Лицей Образцовый', '5-1', 'M-3', 1, 1, 2, 4],
      [null, null, 'M-4', 1, 1, 0, 2],
      ['Средний балл', null, null, 0.75, 0.5, 1.25, 2.5],
    ],
    { merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:G3', 'A4:A5', 'B4:B5', 'A6:A7', 'B6:B7'] },
  );
  await putFixture('mapper', 'merged-cells', 'xlsx', await writeRawWorkbook([merged]));

  const exam = [
    [
      'SchoolCode',
      'ClassCode',
      'SurnameCell',
      'NameCell',
      'SecondNameCell',
      'DocumentSeriesCode',
      'DocumentNumberCode',
      'Код участника',
      'Класс',
      'Задание 1',
      'Задание 2',
      'Сумма баллов',
      'Оценка',
    ],
    ['990101', '9', 'ВЫДУМКИНА', 'ПРОБА', 'ПРИМЕРОВНА', '9900', '000001', 'u-1', '9А', 1, 2, 3, 5],
    ['990101', '9', 'ПРИМЕРОВ', 'ОБРАЗЕЦ', 'ПРОБОВИЧ', '9900', '000002', 'u-2', '9А', 0, 1, 1, 3],
  ];
  await putFixture('mapper', 'names-and-documents-csv', 'csv', new TextEncoder().encode(`\uFEFF${csv(exam, ';')}`));

  const works = [
    ['Школа', 'Класс', 'Параллель', 'Предмет', 'Код участника', 'Отметка', 'З1', 'З2', 'З3'],
    ['Примерная СОШ № 1', 'А', 5, 'МА', 50001, 4, 1, 2, ''],
    ['Примерная СОШ № 1', 'А', 5, 'МА', 50002, 3, 0, 1, ''],
    ['Примерная СОШ № 1', 'Б', 6, 'русский яз.', 60001, 5, 2, 2, 1],
    ['Примерная СОШ № 1', 'Б', 6, 'Труд', 60001, 5, 2, 2, 1],
  ];
  await putFixture('mapper', 'several-works-tab', 'tsv', new TextEncoder().encode(csv(works, '\t')));

  const named: RawCell[][] = [
    ['Участник', 'Класс', '1 (2б)', '2 (2б)', 'Всего баллов', 'Сдавал'],
    ['Выдумкина Проба Примеровна', '7А', 2, 1, 3, 'Примеров Образец Пробович'],
    ['Придумова А. Б.', '7А', 2, 0, 2, 'Выдумкин Пример Образцович'],
    ['Небылицын Сон', '7А', 1, 1, 2, 'Сказкин Пример Вымыслович'],
  ];
  await putFixture('mapper', 'names-instead-of-codes', 'xlsx', await writeRawWorkbook([sheet('Свод', named)]));
}
