import { type RawCell, type RawSheet, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { csv, putFixture, sheet, windows1251 } from '../fixture-writing.ts';

const ENGLISH_8 = ['1 (5б)', '2 (5б)', '3 (5б)', '4К1 (3б)', '4К2 (2б)', '4К3 (3б)', '4К4 (2б)'];
const HEADER_2026 = [
  'Код участника',
  'Вариант',
  ...ENGLISH_8,
  'Порядковый номер класса',
  'Отметка за предыдущий триместр/ четверть/полугодие',
  'Итого баллов',
];

const SERVICE = sheet(
  'Служебный',
  [
    [1, 5, 3, 2, 5],
    [2, 4, 2, 1, 4],
    ['отсутствовал', 3, 1, 0, 3],
    [null, 2, 0, 'X', 2],
    [null, 1, 'X', null, 'нет отметки'],
    [null, 0],
    [null, 'X'],
  ],
  { hidden: true },
);

function ordinals(names: Readonly<Record<number, string>> = {}): RawSheet {
  const rows = Array.from({ length: 50 }, (_, index) => [index + 1, names[index + 1] ?? null]);
  return sheet('Порядковый номер класса', rows);
}

/** Rows made in advance: a formula that shows 0, and the lists to the right of the table in the first of them. */
function prepared(filled: readonly (readonly RawCell[])[], count: number): RawCell[][] {
  const lists = [0, 'X', 2, 1];
  return Array.from({ length: count }, (_, index) => {
    const row = [...(filled[index] ?? Array<RawCell>(11).fill(null))].slice(0, 11);
    while (row.length < 11) row.push(null);
    const total = row.slice(2, 9).reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
    row.push({ formula: `SUM(C${index + 2}:I${index + 2})`, value: total });
    if (index < 18) row.push(null, null, null, lists[index % 4], lists[(index + 1) % 4], lists[(index + 2) % 4]);
    return row;
  });
}

/** Input files of the form of 2026; schools, codes and people are invented. */
export async function form2026Fixtures(): Promise<void> {
  const english = [
    [80001, 1, 5, 4, 3, 2, 2, 1, 0, 1, 4],
    [80002, 2, 3, 'X', 2, 'X', 'X', 'X', 'X', 1, 3],
    [80003, 'отсутствовал'],
    [80004, 1, 5, 5, 5, 3, 2, 3, 2, 2, 5],
    [80005, 2, 0, 0, 0, 0, 0, 0, 0, 2, 'нет отметки'],
  ];
  const protocol = sheet('Протокол', [HEADER_2026, ...prepared(english, 1498)]);
  const whole = await writeRawWorkbook([protocol, SERVICE, ordinals()]);
  await putFixture('form-2026', 'english-8', 'xlsx', whole);
  await putFixture('form-2026', 'truncated', 'xlsx', whole.subarray(0, whole.length - 2000));
  await putFixture(
    'form-2026',
    'empty',
    'xlsx',
    await writeRawWorkbook([sheet('Протокол', [HEADER_2026, ...prepared([], 30)]), SERVICE, ordinals()]),
  );

  const swapped = [
    [
      'Порядковый номер класса',
      '2 (3б)',
      '1 (2б)',
      'Итого баллов',
      'Вариант',
      'Код участника',
      'Отметка за предыдущую четверть',
    ],
    [1, 3, 1, { formula: 'SUM(B2:C2)', value: 4 }, 2, 50001, 4],
    [2, 'Х', 2, { formula: 'SUM(B3:C3)', value: 2 }, 1, 50002, 3],
  ];
  await putFixture(
    'form-2026',
    'swapped-columns',
    'xlsx',
    await writeRawWorkbook([sheet('Протокол', swapped), SERVICE, ordinals({ 1: '5 "А"', 2: '5-б' })]),
  );

  const dirty: RawCell[][] = [
    HEADER_2026,
    [80001, 1, 'x', 'Х', ' X', 'х', 'H', 'не пройд.', 0, 1, 4, 0],
    [80002, 1, '?', 1, 1, 1, 1, 1, 1, 1, 4, 6],
    [80003, 1, 6, 5, 5, 3, 2, 3, 2, 1, 4, 26],
    [80004, 2, 1, null, 1, 1, 1, 1, 1, 1, 4, 6],
    [80005, 2, 1, new Date('2026-01-05T00:00:00Z'), 1, 1, 1, 1, 1, 1, 4, 6],
    [80006, 2, 1.5, 1, 1, 1, 1, 1, 1, 1, 4, 7.5],
    [80007, 2, { formula: 'C2+1', value: 2 }, 1, 1, 1, 1, 1, 1, 1, 4, 8],
    [80008, 'отсутствовал', 1, 1, null, null, null, null, null, 1, 4, 2],
    [80009, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6, 7],
    [80010, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 9],
    [80011, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 30],
    [null, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 7],
    [80012, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 7],
    [80012, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 7],
    [80013, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 7],
    [80013, 2, 2, 1, 1, 1, 1, 1, 1, 1, 4, 8],
    [80014, 2, null, null, null, null, null, null, null, 1, 4, 0],
    [70015, 2, 1, 1, 1, 1, 1, 1, 1, 1, 4, 7],
    [80016, 2, 1, 1, 1, 1, 1, 1, 1, null, 4, 0],
  ];
  await putFixture(
    'form-2026',
    'dirty',
    'xlsx',
    await writeRawWorkbook([sheet('Протокол', dirty), SERVICE, ordinals()]),
  );

  const named = [
    [
      'Код участника',
      'Фамилия',
      'Имя',
      'Дата рождения',
      'Вариант',
      '1 (1б)',
      '2 (2б)',
      'Порядковый номер класса',
      'Итого баллов',
    ],
    [60001, 'Выдумкина', 'Проба', '01.02.2014', 1, 1, 2, 1, 3],
    [60002, 'Примеров', 'Образец', '03.04.2014', 2, 0, 'X', 1, 0],
  ];
  await putFixture(
    'form-2026',
    'names',
    'xlsx',
    await writeRawWorkbook([sheet('Протокол', named), SERVICE, ordinals()]),
  );

  const saved = [
    [
      'Код участника',
      'Вариант',
      '1 (1б)',
      '2 (2б)',
      'Порядковый номер класса',
      'Отметка за предыдущую четверть',
      'Итого баллов',
    ],
    [40001, 1, 1, 2, 1, 5, 3],
    [40002, 'отсутствовал', '', '', '', '', 0],
    [40003, 2, 0, 'Х', 1, 'нет отметки', 0],
    ['', '', '', '', '', '', 0],
  ];
  await putFixture('form-2026', 'saved-as-csv-1251', 'csv', windows1251(csv(saved, ';')));
}
