import { type RawRow, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { putFixture } from '../fixture-writing.ts';

/** Input files of the F1 export; schools, codes and people are invented. */
export async function fisokoF1Fixtures(): Promise<void> {
  const district = 'Озёрный муниципальный район(reg99_m001)';
  const one = 'МБОУ «Примерная СОШ № 1»(edu990101)';
  const two = 'МАОУ «Лицей Образцовый»(edu990202)';
  const header = [
    'ОО',
    'Муниципалитет',
    'Название ОО',
    'Код участника',
    'Класс',
    'Вариант',
    '1 (2б)',
    '2 (1б)',
    '3 (3б)',
    'Первичный балл',
    'Отметка',
    'Отметка по журналу',
  ];
  const russian: RawRow[] = [
    { number: 1, values: ['Индивидуальные результаты'] },
    { number: 3, values: ['ВПР 2026 Русский язык 4 класс'] },
    { number: 4, values: ['Предмет:', 'Русский язык'] },
    { number: 5, values: ['Максимальный первичный балл:', 6] },
    { number: 6, values: ['Дата:', '20.04.2026'] },
    { number: 7, values: [null, null, 'Уровень сложности задания', null, null, null, 'Б', 'Б', 'П'] },
    { number: 8, values: header },
    { number: 9, values: [`${one} / Кол-во участников: 2`] },
    { number: 10, values: ['edu990101', district, one, 40001, 1, 1, 2, 1, 3, 6, 5, 4] },
    { number: 11, values: ['edu990101', district, one, 40002, 2, 2, 1, 0, 'X', 1, 2, 3] },
    { number: 12, values: [`${two} | Кол-во участников: 3`] },
    { number: 13, values: ['edu990202', district, two, 40001, 'Б', 1, 2, 1, 0, 3, 3, 3] },
    { number: 14, values: ['edu990202', district, two, 40002, 'Б', 2, 2, 1, 2, 5, 4, 'нет отметки'] },
  ];
  const workbook = [{ name: 'РУ 4 Индивидуальные результаты', rows: russian, merges: ['C7:F7', 'A9:L9', 'A12:L12'] }];
  await putFixture('fisoko-f1', 'two-schools', 'xlsx', await writeRawWorkbook(workbook));

  const unusual: RawRow[] = [
    { number: 1, values: ['Индивидуальные результаты'] },
    { number: 3, values: ['ВПР 2026 Астрономия 12 класс'] },
    { number: 4, values: ['Предмет:', 'Астрономия'] },
    { number: 5, values: ['Максимальный первичный балл:', 9] },
    { number: 6, values: ['Дата:', '31.02.2026'] },
    { number: 8, values: header },
    { number: 9, values: ['edu990101', district, one, 40001, 1, 1, 2, 1, 3, 5, 5, 4] },
  ];
  const mathematics: RawRow[] = [
    { number: 1, values: ['Индивидуальные результаты'] },
    { number: 3, values: ['ВПР 2026 Математика (углубленный уровень) 7 класс'] },
    { number: 4, values: ['Предмет:', 'Математика (углубленный уровень)'] },
    { number: 5, values: ['Максимальный первичный балл:', 6] },
    { number: 6, values: ['Дата:', '22.04.2026'] },
    { number: 8, values: header },
    { number: 9, values: [`${one} / Кол-во участников: 1`] },
    { number: 10, values: ['edu990101', district, one, 70001, 1, 1, 2, 1, 3, 6, 5, 5] },
  ];
  await putFixture(
    'fisoko-f1',
    'two-sheets',
    'xlsx',
    await writeRawWorkbook([
      { name: 'АС 12 Индивидуальные результат', rows: unusual },
      { name: 'МА 7 Индивидуальные результаты', rows: mathematics },
    ]),
  );
}
