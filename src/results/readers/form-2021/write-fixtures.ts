import { type RawCell, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { csv, putFixture, sheet, windows1251 } from '../fixture-writing.ts';

/** Input files of the protocols of 2020 and 2021; schools, codes and people are invented. */
export async function form2021Fixtures(): Promise<void> {
  const header = [
    'логин школы',
    'регион',
    'номер обучающегося',
    'код обучающегося',
    'отметка за предыдущую четверть/триместр',
    'пол',
    'класс',
    'вариант',
    'всего баллов',
    'балл за 1',
    'балл за 2',
    'балл за 3',
    'Учебник',
    'Др.уч. автор',
    'Др.уч. название',
  ];
  const book = 'Выдуманный учебник 7 класс';
  const rows = [
    header,
    ['sch990101', 'СПО Примерная область', 1, 70001, 4, 'м', 'НЕТ', 1, 5, 3, 1, 1, book, '', ''],
    ['sch990101', 'СПО Примерная область', 2, 70002, '', '', '', 'отсутствовал', '', '', '', '', '', '', ''],
    ['sch990202', 'СПО Примерная область', 1, 70001, 3, 'ж', 'а', 2, 2, 1, 'х', 1, book, '', ''],
    ['sch990202', 'СПО Примерная область', 2, 70002, 5, 'ж', 'A', 2, 3, 2, 'не пройд.', 1, book, '', ''],
    ['sch990202', 'СПО Примерная область', 3, 70003, 5, 'ж', '7 Б', 1, 4, 2, 1, '', book, '', ''],
    ['sch990202', 'СПО Примерная область', 4, 70004, 'нет отметки', 'м', 'а(1)', 1, 2, 1, 1, 0, book, '', ''],
  ];
  await putFixture('form-2021', 'region-csv-1251', 'csv', windows1251(csv(rows, ';')));

  const shifted: RawCell[][] = [
    header,
    ['sch990101', 'Р', '1', '70001', '4', 'м', 'А', '1', '4', '2', '1', '1', book],
    ['sch990101', 'Р', '2', '70002', '4', 'м', 'А', '1', '4', '2', '0', '1', '1', book],
    ['sch990101', 'Р', '3', '70003', '3', 'ж', 'А', '1', '9', '2', '1', '0', 'А', 'ж', '3'],
  ];
  await putFixture('form-2021', 'shifted-rows', 'xlsx', await writeRawWorkbook([sheet('Sheet', shifted)]));

  const codes: RawCell[][] = [
    [
      'groups',
      'user',
      'id',
      'code',
      'otc',
      'gender',
      'klass',
      'var-1',
      'var-2',
      'sum',
      'a-1-grade',
      'a-2-grade',
      'Учебник',
      'a-4-grade',
      'a-5-grade',
    ],
    ['99-RU-PRM,vpr_99', 'sch990101', 1, 50001, '4', 'м', 'а', '1', null, 2, '1', '1', book],
    ['99-RU-PRM,vpr_99', 'sch990101', 2, 50002, '3', 'ж', '5Б', '2', null, 1, '1', 'X', book],
  ];
  await putFixture('form-2021', 'region-2020', 'xlsx', await writeRawWorkbook([sheet('Sheet1', codes)]));
}
