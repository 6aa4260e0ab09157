import { type RawCell, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { csv, putFixture, sheet, windows1251 } from '../fixture-writing.ts';

/** Input files of marks of terms; schools and people are invented. */
export async function marksTableFixtures(): Promise<void> {
  const list = [
    ['Школа', 'Класс', 'Ключ ученика', 'Предмет', 'Учебный год', 'Период', 'Отметка'],
    ['990101', '9 "А"', '17-042', 'Алгебра', '2025/2026', '1 четверть', 4],
    ['990101', '9а', '17-042', 'русский яз.', '2025/2026', 'II четверть', 5],
    ['990101', '9а', '17-043', 'Алгебра', '2025/2026', 'год', 'н/а'],
    ['990101', '9а', '', 'Алгебра', '2025/2026', 'год', 3],
    ['990101', '9а', '17-043', 'Алгебра', '2025/2026', 'каникулы', 3],
    ['990101', '9а', '17-043', 'Алгебра', '2025/2026', 'итог', '4,5'],
    ['990101', '9а', '17-043', 'Иностранный язык (английский)', '2025-2026', 'итоговая', 3],
  ];
  await putFixture('marks-table', 'list-1251', 'csv', windows1251(csv(list, ';')));

  const register: RawCell[][] = [
    ['Сводная ведомость успеваемости 9Б класса за 1 четверть 2025/2026 учебного года'],
    [null],
    ['№', 'ФИО/ПРЕДМЕТ', 'Русский язык', 'Алгебра', 'Родной язык (вымышленный)', 'Физическая культура', 'Средний балл'],
    [1, 'Выдумкина Проба Примеровна', 5, 4, 5, 'осв', 4.67],
    [2, 'Придумова Сон Ильинична', 3, 2, 4, 5, 3.5],
    [3, 'Небылицын Примеров Сказкин', 4, 4, null, 5, 4.33],
    ['Качество, %', null, 67, 67, 100, 100, null],
  ];
  await putFixture('marks-table', 'register-with-names', 'xlsx', await writeRawWorkbook([sheet('9Б', register)]));

  const year: RawCell[][] = [
    ['Класс: 11А'],
    ['Учебный год: 2025/2026'],
    ['№', 'Фамилия', 'Имя', 'История России. Всеобщая история', null, null, 'Физика', null],
    [null, null, null, '1 полугодие', '2 полугодие', 'Год', '1 полугодие', 'Год'],
    [1, 'Выдумкин', 'Пример', 5, 5, 5, 4, 4],
    [2, 'Выдумкин', 'Образец', 4, 5, 5, 3, 4],
  ];
  const merges = ['A3:A4', 'B3:B4', 'C3:C4', 'D3:F3', 'G3:H3'];
  await putFixture(
    'marks-table',
    'year-with-names',
    'xlsx',
    await writeRawWorkbook([sheet('Ведомость', year, { merges })]),
  );

  const mixed: RawCell[][] = [
    ['Ключ ученика', 'Класс', 'Предмет', '1 четверть', 'Год'],
    ['17-042', '9А', 'Химия', 5, 5],
    ['Выдумкина Проба', '9А', 'Химия', 4, 4],
    ['Выдумкина Проба', '9А', 'Физика', 3, 4],
    ['Выдумкина Проба', '9Б', 'Физика', 3, 3],
  ];
  await putFixture('marks-table', 'keys-and-names', 'xlsx', await writeRawWorkbook([sheet('Лист1', mixed)]));

  const rows: RawCell[][] = [
    ['Ключ ученика', 'Период', 'Русский язык', 'Математика'],
    ['а-17', '1 четверть', 5, 4],
    [null, '2 четверть', 4, 4],
    ['а-18', '1 четверть', 3, 3],
    [null, '2 четверть', 3, 2],
  ];
  const pupils = sheet('5А', rows, { merges: ['A2:A3', 'A4:A5'] });
  await putFixture('marks-table', 'rows-of-periods', 'xlsx', await writeRawWorkbook([pupils]));
}
