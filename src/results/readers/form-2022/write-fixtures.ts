import { type RawCell, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { putFixture, sheet } from '../fixture-writing.ts';

/** Input files of the consolidated protocol of 2022; schools, codes and people are invented. */
export async function form2022Fixtures(): Promise<void> {
  const classes = [
    [
      'Пользователь',
      'Код региона',
      'Регион',
      'Муниципалитет',
      'Школа',
      'Дата загрузки',
      'Буква (цифра) класса',
      'Основной учебник',
    ],
    [
      'edu990101',
      99,
      'reg990000 | Примерная область',
      'reg99_m001 | Озёрный район',
      'edu990101 | МБОУ "Примерная СОШ № 1"',
      '17.03.2022 05:33:20',
      'А',
      'ma4.8 | Выдуманный учебник',
    ],
  ];
  const first = place('edu990101', 'reg99_m001 | Озёрный район', 'МБОУ "Примерная СОШ № 1"');
  const second = place('edu990202', 'reg99_m002 | город Вымышленск', 'МАОУ "Лицей Образцовый"');
  const protocol: RawCell[][] = [
    [
      'Пользователь',
      'Код региона',
      'Регион',
      'Муниципалитет',
      'Школа',
      'Дата загрузки',
      'Код',
      'Вариант',
      '1 (1б)',
      '2 (2б)',
      '5(1) (1б)',
      '5(2) (1б)',
      'Наименование класса',
      'Пол',
      'Отметка за предыдущий триместр/ четверть/полугодие',
      'Итого баллов',
    ],
    [...first, 40001, 'отсутствовал', null, null, null, null, null, null, null, 0],
    [...first, 40002, '2', '1', '2', '0', 'X', '4А', 'ж', '4', 3],
    [...first, 40003, '1', '0', '1', '1', '1', 'a', 'м', 'нет отметки', 3],
    [...second, 40001, 1, 1, 1, 0, 1, 'нет', 'ж', 5, 0],
    [...second, 40002, 2, 1, 2, 1, 1, 'нет', 'м', 4, 0],
    [...second, 40003, 2, 1, 3, 1, 1, 'нет', 'м', 4, 6],
  ];
  await putFixture(
    'form-2022',
    'region',
    'xlsx',
    await writeRawWorkbook([sheet('Классы', classes), sheet('Протокол', protocol)]),
  );
}

function place(login: string, district: string, school: string): readonly RawCell[] {
  return [login, 99, 'reg990000 | Примерная область', district, `${login} | ${school}`, '17.03.2022 05:33:20'];
}
