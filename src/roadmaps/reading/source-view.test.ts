import { expect, test } from 'vitest';
import { docx, paragraph, table } from './docx-fixture.ts';
import { readPastedPlan, readPlanFile } from './plan-file.ts';
import { keysByPlace } from './source-view.ts';
import { withoutPrograms } from './without-programs.ts';

const OPTIONS = { presentYear: 2026 };

test('a plan stands beside its source: every measure finds the row that it was read from', async () => {
  const bytes = docx(
    paragraph('План мероприятий на 2025/2026 учебный год', { bold: true }),
    table(
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      [{ text: 'Раздел первый', span: 4, bold: true }],
      ['1', 'Составить список наблюдателей', { text: 'март', merge: 'start' }, 'Завуч'],
      ['2', 'Провести инструктаж', { merge: 'continue' }, 'Завуч'],
    ),
  );
  const { roadmap, view } = await readPlanFile(bytes, 'план.docx', OPTIONS);
  const keys = keysByPlace(view!);
  expect(roadmap!.sections.flatMap(({ measures }) => measures.map(({ place }) => keys.get(place)))).toEqual([
    'b2r3',
    'b2r4',
  ]);
  expect(view).toMatchObject({
    format: 'docx',
    blocks: [
      { kind: 'paragraph', key: 'b1', text: 'План мероприятий на 2025/2026 учебный год', bold: true },
      {
        kind: 'table',
        key: 'b2',
        columns: 4,
        rows: [
          { cells: [{ text: '№' }, {}, {}, {}] },
          { cells: [{ text: 'Раздел первый', colspan: 4, rowspan: 1, bold: true }] },
          { place: 'таблица 1, строка 3', cells: [{}, {}, { text: 'март', rowspan: 2 }, { text: 'Завуч' }] },
          { cells: [{ text: '2' }, { text: 'Провести инструктаж' }, { text: 'Завуч' }] },
        ],
      },
    ],
  });
});

test('rows of a text with fewer cells than the others are drawn to the full width', async () => {
  const { view } = await readPastedPlan({ text: '№\tМероприятие\tСрок\n1\tПедсовет\tмай\n2\tСеминар' }, OPTIONS);
  const [block] = view!.blocks;
  expect(block.kind === 'table' && block.rows.map(({ cells }) => cells.length)).toEqual([3, 3, 3]);
});

test('a pasted table is read by its cells, and nothing pasted is refused in words', async () => {
  const html = '<table><tr><td>Мероприятие<td>Срок<tr><td>Педсовет<td>май</table>';
  const { roadmap } = await readPastedPlan({ html, text: 'Мероприятие Срок Педсовет май' }, OPTIONS);
  expect(roadmap!.sections[0].measures).toMatchObject([{ text: 'Педсовет', deadline: { type: 'MONTH' } }]);
  expect((await readPastedPlan({ text: ' ' }, OPTIONS)).refusal).toMatchObject({ code: 'file-empty' });
});

test('a file that cannot be read is a refusal and no exception', async () => {
  const bytes = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]);
  const { refusal, roadmap } = await withoutPrograms(() => readPlanFile(bytes, 'план.doc', OPTIONS));
  expect(roadmap).toBeNull();
  expect(refusal).toMatchObject({ code: 'planDoc' });
});
