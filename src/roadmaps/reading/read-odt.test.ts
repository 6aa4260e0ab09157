import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openPlan } from './open.ts';
import { readRoadmap } from './read.ts';

const p = (text: string, style = ''): string => `<text:p${style && ` text:style-name="${style}"`}>${text}</text:p>`;
const td = (inside: string, spans = ''): string => `<table:table-cell ${spans}>${inside}</table:table-cell>`;
const tr = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const item = `<text:list text:style-name="L1"><text:list-item>${p('')}</text:list-item></text:list>`;

function odt(body: string): Uint8Array {
  const styles =
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>' +
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>';
  const xml = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="a" xmlns:style="s" xmlns:fo="f"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(xml),
  });
}

test('an OpenDocument text gives its sections, merged cells and list numbers', async () => {
  const bytes = odt(
    p('План мероприятий на 2025/2026 учебный год', 'B') +
      `<table:table>${[
        tr(td(p('№')), td(p('Мероприятие')), td(p('Срок')), td(p('Ответственный'))),
        tr(
          td(p('Раздел первый', 'B'), 'table:number-columns-spanned="4"'),
          '<table:covered-table-cell table:number-columns-repeated="3"/>',
        ),
        tr(
          td(item),
          td(p('Изучить<text:s/>порядок')),
          td(p('октябрь'), 'table:number-rows-spanned="2"'),
          td(p('Завуч') + p('Директор')),
        ),
        tr(td(item), td(p('Собрать<text:line-break/>списки')), '<table:covered-table-cell/>', td(p('Завуч'))),
      ].join('')}</table:table>`,
  );
  const source = await openPlan(bytes, 'план.odt');
  expect(source.format).toBe('odt');
  const { title, sections } = readRoadmap(source, { presentYear: 2026 });
  expect(title).toBe('План мероприятий на 2025/2026 учебный год');
  expect(sections).toMatchObject([
    {
      title: 'Раздел первый',
      measures: [
        {
          number: '1',
          text: 'Изучить порядок',
          deadline: { verbatim: 'октябрь' },
          responsible: [{ post: 'Завуч' }, { post: 'Директор' }],
        },
        { number: '2', text: 'Собрать списки', deadline: { verbatim: 'октябрь' }, place: 'таблица 1, строка 4' },
      ],
    },
  ]);
  expect(sections[0].measures[1].warnings.map(({ code }) => code)).toContain('inherited');
});
