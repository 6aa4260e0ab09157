import { type RawRow, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { putFixture } from '../fixture-writing.ts';

function heading(title: string): RawRow[] {
  return [
    { number: 1, values: [title] },
    { number: 3, values: ['ВПР 2026 Русский язык 4 класс'] },
    { number: 4, values: ['Предмет:', 'Русский язык'] },
    { number: 5, values: ['Максимальный первичный балл:', 24] },
    { number: 6, values: ['Дата:', '20.04.2026'] },
  ];
}

const DISTRICT = 'Озёрный муниципальный район(reg99_m001)';
const SCHOOL = 'МБОУ «Примерная СОШ № 1»(edu990101)';

function share(word: string, sign: string): string {
  return `${word} (Отметка ${sign} по журналу)`;
}

/** Summaries of FIS OKO; regions, schools and figures are invented. */
export async function fisokoF3Fixtures(): Promise<void> {
  const marks: RawRow[] = [
    ...heading('Статистика по отметкам'),
    { number: 8, values: ['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5] },
    { number: 9, values: ['Вся выборка', 30_000, 1_500_000, 5, 33, 44, 18] },
    { number: 10, values: ['Примерный край', 400, 20_000, 10.5, 40.25, 38.25, 11] },
    { number: 11, values: [DISTRICT, 20, 1500, 12.5, 45.5, 33, 9] },
    { number: 12, values: [SCHOOL, 80, 12.5, 52.5, 27.5, 7.5] },
    { number: 13, values: ['МАОУ «Лицей Образцовый»(edu990202)', 40, 10, 52.5, 27.5, 'нет'] },
  ];
  const sheet = { name: 'РУ 4 Статистика по отметкам', rows: marks };
  await putFixture('fisoko-f3', 'marks-shifted', 'xlsx', await writeRawWorkbook([sheet]));

  const words = [share('Понизили', '< Отметка'), share('Подтвердили', '= Отметке'), share('Повысили', '> Отметка')];
  const journal: RawRow[] = [
    ...heading('Сравнение отметок с отметками по журналу'),
    {
      number: 8,
      values: [
        'Группы участников',
        'Кол-во участников(всего)',
        ...words.flatMap((text) => [`${text} %`, `${text} Кол-во участников`]),
      ],
    },
    { number: 9, values: ['Примерный край', 20_000, 37.5, 7500, 60, 12_000, 2.5, 500] },
    { number: 10, values: [DISTRICT, 1500, 40, 600, 56, 840, 4, 60] },
    { number: 11, values: [SCHOOL, 80, 50, 40, 45, 36, 5, 4] },
  ];
  const cut = { name: 'РУ 4 Сравнение отметок с отметк', rows: journal };
  await putFixture('fisoko-f3', 'journal', 'xlsx', await writeRawWorkbook([cut]));
}
