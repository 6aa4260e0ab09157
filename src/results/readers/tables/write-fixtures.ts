import { type RawCell, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { csv, putFixture, sheet, windows1251 } from '../fixture-writing.ts';

/** Input files of class summaries, official lists and keys of pupils; schools, codes and people are invented. */
export async function roleTablesFixtures(): Promise<void> {
  const summary = `<h3>Итоги успеваемости класса за учебный период</h3><p>Класс: 9А</p><p>Период: 1 четверть</p>
<p>Учебный год: 2025/2026</p><table><tr><th>Предмет</th><th>Учитель</th><th>Кол-во учащихся</th><th>«5»</th><th>«4»</th>
<th>«3»</th><th>«2»</th><th>н/а</th><th>% качества</th><th>Ср. балл</th></tr>
<tr><td>Русский язык</td><td>Примеров П. П.</td><td>25</td><td>4</td><td>10</td><td>10</td><td>1</td><td></td><td>56</td><td>3,68</td></tr>
<tr><td>Алгебра</td><td></td><td>25</td><td>3</td><td>9</td><td>14</td><td></td><td>0</td><td>48</td><td>3,6</td></tr>
<tr><td>Химия</td><td></td><td>двадцать</td><td>3</td><td>9</td><td>8</td><td>-</td><td></td><td></td><td></td></tr>
<tr><td>Итого</td><td></td><td>75</td><td>10</td><td>28</td><td>32</td><td>1</td><td></td><td></td><td></td></tr></table>`;
  await putFixture('class-summary', 'one-class', 'xls', new TextEncoder().encode(summary));
  const classes: RawCell[][] = [
    [
      'Класс',
      'Предмет',
      'Учебный год',
      'Период',
      'Количество учащихся',
      'отл.',
      'хор.',
      'уд.',
      'неуд.',
      'Успеваемость, %',
    ],
    ['5А', 'Математика', '2025/2026', 'год', 24, 5, 10, 9, 0, 100],
    ['5 "Б"', 'Математика', '2025/2026', 'год', 20, 5, 10, 6, 0, 100],
  ];
  await putFixture('class-summary', 'classes', 'xlsx', await writeRawWorkbook([sheet('Свод', classes)]));

  const wide: RawCell[][] = [
    ['Год', 'Логин', 'Муниципалитет', 'ОО', '4 РУ', '4 МА', '5 РУ', '5 МА', 'Количество маркеров'],
    ['2025', 'edu990101', 'Озёрный район', 'МБОУ «Примерная СОШ № 1»', null, 1, 1, null, 2],
    ['2025', 'edu990202', 'город Вымышленск', 'МАОУ «Лицей Образцовый»', '+', null, null, '?', 2],
    ['2024', 'edu990303', 'Озёрный район', 'МБОУ «Выдуманная ООШ»', null, null, null, null, 0],
  ];
  const named = sheet('Признаки необъективности', wide);
  await putFixture('official-list', 'marker-columns', 'xlsx', await writeRawWorkbook([named]));
  const long = [
    ['Перечень школ с признаками необъективных результатов ВПР 2026', '', '', '', ''],
    ['Источник: письмо регионального центра от 01.09.2026 № 1', '', '', '', ''],
    ['Код ОО', 'Муниципалитет', 'Предмет', 'Класс', 'Признак'],
    ['edu990101', 'Озёрный район', 'РУ', '4', 'завышенный средний балл'],
    ['edu990202', 'город Вымышленск', 'Математика', '5 класс', 'несоответствие отметкам'],
    ['edu990303', 'Озёрный район', 'Труд', '15', ''],
  ];
  await putFixture('official-list', 'rows-1251', 'csv', windows1251(csv(long, ';')));

  const keys: RawCell[][] = [
    ['Код участника', 'ФИО', 'Ключ ученика'],
    [40001, 'Выдумкина Проба', '17-042'],
    [40002, 'Придумова Сон', ''],
    [40003, 'Сказкина Явь', 'Сказкина Явь'],
  ];
  await putFixture('pupil-keys', 'with-names', 'xlsx', await writeRawWorkbook([sheet('Ключи', keys)]));
}
