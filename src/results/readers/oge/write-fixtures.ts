import { type RawCell, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { csv, putFixture, sheet, windows1251 } from '../fixture-writing.ts';

const DENSE = [
  '№',
  'Код ОО',
  'Класс',
  'Код ППЭ',
  'Аудитория',
  'Код регистрации',
  'Фамилия',
  'Имя',
  'Отчество',
  'Серия',
  'Номер',
  'Задания с кратким ответом',
  'Задания с развёрнутым ответом',
  'Первичный балл',
  'Оценка',
];

const SPARSE = [
  '№',
  'Код ОО',
  'Класс',
  null,
  'Код ППЭ',
  null,
  'Аудитория',
  null,
  'Код МСУ',
  null,
  'Фамилия',
  null,
  'Имя',
  'Отчество',
  'Задания с кратким ответом',
  null,
  null,
  'Задания с развёрнутым ответом',
  'Первичный балл',
  null,
  'Оценка',
];

function dense(
  order: number,
  className: string,
  surname: string,
  name: string,
  results: readonly RawCell[],
): RawCell[] {
  return [order, 990101, className, 1316, 203, 99, surname, name, 'Примеровна', 9900, `00000${order}`, ...results];
}

function sparse(order: number, surname: string, results: readonly [string, string, RawCell, RawCell]): RawCell[] {
  const [short, extended, total, mark] = results;
  const person = [surname, null, 'Проба', 'Примеровна'];
  return [
    order,
    990202,
    '9б',
    null,
    1316,
    null,
    203,
    null,
    99,
    null,
    ...person,
    short,
    null,
    null,
    extended,
    total,
    null,
    mark,
  ];
}

/** Input files of OGE protocols; schools, codes and people are invented. */
export async function ogeFixtures(): Promise<void> {
  const blocks: RawCell[][] = [
    ['Протокол проверки результатов ОГЭ 2026 г.'],
    ['99 - Примерный край'],
    [null],
    ['02 - Математика 2026.06.02'],
    DENSE,
    dense(1, '9а', 'Выдумкина', 'Проба', ['++-+', '2(2)0(2)', 5, 4]),
    dense(2, '9а', 'Придумова', 'Сон', ['+--+', '-(2)1(2)', 3, 3]),
    dense(3, '9Б', 'Примерова', 'Даль', ['----', '0(2)0(2)', 0, 2]),
    dense(4, 'Б', 'Сказкина', 'Явь', ['++++', '2(2)2(2)', 7, 5]),
    dense(5, '9Б', 'Небылицына', 'Быль', ['', '', null, null]),
    dense(6, '9Б', 'Выдумкина', 'Сон', ['+++', '2(2)2(2)', 7, 5]),
    dense(7, '9Б', 'Примерова', 'Явь', ['++?+', '2(2)3(2)', 7, 6]),
    ['Всего участников: 7'],
    [null],
    ['12 - Обществознание 2026.06.11'],
    SPARSE,
    sparse(1, 'Выдумкина', ['++2-', '12X', 6, 4]),
    sparse(2, 'Придумова', ['-+1+', '002', 5, 3]),
    ['Председатель ГЭК', null, null, 'подпись'],
  ];
  await putFixture('oge', 'blocks-with-names', 'xlsx', await writeRawWorkbook([sheet('Page 1', blocks)]));

  const fields = [
    'SchoolCode',
    'ClassCode',
    'SurnameCell',
    'NameCell',
    'SecondNameCell',
    'DocumentSeriesCode',
    'DocumentNumberCode',
    'TestResultBCell',
    'TestResultCCell',
    'PrimaryMark',
    'Mark5',
  ];
  const exam = [
    fields,
    ['990101', '9а', 'ВЫДУМКИНА', 'ПРОБА', 'ПРИМЕРОВНА', '9900', '000001', '++-+', '2(2)0(2)', 5, 4],
    ['990101', '9а', 'ПРИМЕРОВ', 'ОБРАЗЕЦ', 'ПРОБОВИЧ', '9900', '000002', '+--+', 'X(2)1(2)', 3, 3],
  ];
  await putFixture('oge', 'fields-with-names-1251', 'csv', windows1251(csv(exam, ';')));

  const appeals: RawCell[][] = [
    ['Протокол проверки результатов государственной итоговой аттестации 2026 г.'],
    ['99 - Примерный край'],
    [null],
    [
      '№',
      'Код ОО',
      'Класс',
      'Код ППЭ',
      'Аудитория',
      'Фамилия',
      'Имя',
      'Отчество',
      'Экзамен',
      'Состояние апелляции',
      'Текущие',
    ],
    [null, null, null, null, null, null, null, null, null, null, 'Первичный балл', 'Оценка'],
    [
      1,
      '990101',
      '9А',
      '503',
      '0204',
      'Выдумкина',
      'Проба',
      'Примеровна',
      'Математика(2026.06.02)',
      'Апелляция удовлетворена',
      '22',
      '5',
    ],
    [
      2,
      '990202',
      '9Б',
      '503',
      '0207',
      'Придумова',
      'Сон',
      'Ильинична',
      'Русский язык(2026.06.05)',
      'Апелляция отклонена',
      '12',
      '3',
    ],
  ];
  await putFixture(
    'oge',
    'appeals-with-names',
    'xlsx',
    await writeRawWorkbook([sheet('Page 1', appeals, { merges: ['K4:L4'] })]),
  );
}
