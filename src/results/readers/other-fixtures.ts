import { writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { putFixture, sheet } from './fixture-writing.ts';

/** Input files of files that hold no results; schools, codes and people are invented. */
export async function othersFixtures(): Promise<void> {
  const logins = [
    ['логин', 'название', 'район'],
    ['sch990101', 'Примерная СОШ № 1', 'Озёрный район'],
    ['sch990202', 'Лицей Образцовый', 'город Вымышленск'],
  ];
  await putFixture('.', 'not-results', 'xlsx', await writeRawWorkbook([sheet('Лист1', logins)]));
  await putFixture('.', 'empty-sheet', 'xlsx', await writeRawWorkbook([sheet('Лист1', [])]));
  const page =
    '<html><head><meta charset="utf-8"></head><body><table class="table-print"><tr><td>Предмет</td><td>Итог. оценка</td></tr></table></body></html>';
  await putFixture('.', 'web-page-as-xls', 'xls', new TextEncoder().encode(page));
  await putFixture(
    '.',
    'not-a-table',
    'txt',
    new TextEncoder().encode('Уважаемые коллеги!\nПротокол пришлём завтра.\n'),
  );
}
