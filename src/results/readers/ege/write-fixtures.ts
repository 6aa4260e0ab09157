import { type RawCell, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { putFixture, sheet } from '../fixture-writing.ts';

const COMPACT = [
  '№',
  'Код ППЭ',
  'Код ОО',
  'Класс',
  'Код ООП',
  'Профиль',
  'Фамилия',
  'Имя',
  'Отчество',
  'Вариант',
  'Код участника',
  '№ бланка',
  'Ответы в краткой форме',
  'Ответы в развернутой форме',
  'Первичный балл',
  'Итоговый балл',
];

const REGIONAL = [
  '№',
  null,
  'Код МСУ',
  null,
  'Код ОО',
  null,
  'Класс',
  null,
  'Код ППЭ',
  null,
  'Аудитория',
  null,
  'ФИО',
  null,
  null,
  null,
  'Задания с кратким ответом',
  null,
  'Задания с развёрнутым ответом',
  null,
  'Первичный балл',
  null,
  'Тестовый балл',
  null,
];

function regional(
  order: number,
  person: readonly string[],
  results: readonly [string, string, RawCell, RawCell],
): RawCell[] {
  const [short, extended, total, score] = results;
  const place = [order, null, 213, null, 990101, null, '11', null, 1301, null, 108, null];
  return [...place, ...person, null, short, null, extended, null, total, null, score, null];
}

/** Input files of EGE protocols; schools, codes and people are invented. */
export async function egeFixtures(): Promise<void> {
  const compact: RawCell[][] = [
    ['01 - Русский язык 2025.05.30'],
    COMPACT,
    [
      1,
      100,
      990101,
      '11А',
      101,
      102,
      'Выдумкина',
      'Проба',
      'Примеровна',
      1,
      'u-000017',
      'b-1',
      '++-2',
      '1(1)2(3)0(2)',
      7,
      58,
    ],
    [
      2,
      100,
      990101,
      '11А',
      101,
      102,
      'Придумова',
      'Сон',
      'Ильинична',
      2,
      'u-000018',
      'b-2',
      '+++1',
      '1(1)3(3)2(2)',
      10,
      101,
    ],
    ['22 - Математика базовая 2025.06.02'],
    COMPACT,
    [1, 100, 990101, '11А', 101, 102, 'Выдумкина', 'Проба', 'Примеровна', 1, 'u-000017', 'b-3', '++-+', '', 3, 4],
  ];
  await putFixture('ege', 'compact-with-names', 'xlsx', await writeRawWorkbook([sheet('Протокол', compact)]));

  const blocks: RawCell[][] = [
    ['Протокол проверки'],
    ['99 - Примерный край'],
    [null],
    ['04 - Химия 2026.06.01'],
    [null],
    REGIONAL,
    regional(1, ['Выдумкина', 'Проба', 'Примеровна'], ['++---', '1(1)2(3)1(2)', 6, 45]),
    regional(2, ['Придумова', 'Сон', 'Ильинична'], ['+++-+', '1(1)3(3)2(2)', 10, 70]),
  ];
  const merges = ['M6:O6', 'Q6:R6'];
  await putFixture('ege', 'regional-with-names', 'xlsx', await writeRawWorkbook([sheet('Page 1', blocks, { merges })]));
}
