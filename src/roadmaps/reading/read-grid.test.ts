import { expect, test } from 'vitest';
import { writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import type { Measure } from './model.ts';
import { openPlan } from './open.ts';
import { readRoadmap } from './read.ts';

async function measuresOf(bytes: Uint8Array): Promise<readonly Measure[]> {
  const plan = readRoadmap(await openPlan(bytes), { presentYear: 2026 });
  return plan.sections.flatMap(({ measures }) => measures);
}

test('a workbook gives its measures, merged cells inherited and hidden sheets named', async () => {
  const rows = [
    ['План мероприятий на 2025/2026 учебный год'],
    ['№', 'Мероприятие', 'Срок', 'Ответственный'],
    ['Организация'],
    [1.1, 'Издать приказ о проведении ВПР', 'до 1 марта', 'Директор'],
    [1.2, 'Сформировать список наблюдателей', null, 'Завуч'],
  ].map((values) => ({ values }));
  const bytes = await writeRawWorkbook([
    { name: 'План', rows, merges: ['A1:D1', 'A3:D3', 'C4:C5'] },
    { name: 'Черновик', hidden: true, rows: [{ values: ['секрет'] }] },
  ]);
  const plan = readRoadmap(await openPlan(bytes), { presentYear: 2026 });
  expect(plan.schoolYear).toBe('2025/2026');
  expect(plan.problems).toMatchObject([{ code: 'hiddenSheet', place: 'Черновик' }]);
  expect(plan.sections).toMatchObject([
    {
      title: 'Организация',
      measures: [
        { number: '1.1', deadline: { verbatim: 'до 1 марта' }, warnings: [], place: 'План, строка 4' },
        {
          number: '1.2',
          deadline: { verbatim: 'до 1 марта' },
          warnings: [{ code: 'inherited', words: 'deadline', place: 'План, строка 5' }],
        },
      ],
    },
  ]);
});

test('a web page gives its measures', async () => {
  const page = `<!doctype html><html><body><h1>Дорожная карта на 2025/2026 учебный год</h1>
<table><tr><th>Мероприятие</th><th>Срок</th><th>Исполнитель</th></tr>
<tr><td colspan="3">Раздел</td></tr>
<tr><td>1. Посетить уроки</td><td rowspan="2">ноябрь</td><td>Завуч</td></tr>
<tr><td>2. Провести педсовет</td><td>Директор</td></tr></table></body></html>`;
  const measures = await measuresOf(new TextEncoder().encode(page));
  expect(measures).toMatchObject([
    { number: '1', text: 'Посетить уроки', deadline: { verbatim: 'ноябрь' }, responsible: [{ post: 'Завуч' }] },
    { number: '2', text: 'Провести педсовет', deadline: { verbatim: 'ноябрь' }, responsible: [{ post: 'Директор' }] },
  ]);
});

test('a page without a table is read as text', async () => {
  const page =
    '<html><body><p>ПРИКАЗЫВАЮ:</p><p>1. Провести самоанализ.</p><p>Срок: до 1 мая 2026 г.</p></body></html>';
  expect(await measuresOf(new TextEncoder().encode(page))).toMatchObject([
    { number: '1', deadline: { type: 'DEADLINE(date)' } },
  ]);
});

test('«Начало» and «Окончание» under one row of names are one span of dates', async () => {
  const rows = [
    ['№', 'Мероприятие', 'Начало', 'Окончание', 'Исполнитель'],
    [1, 'Педсовет', '01.09.2026', '15.09.2026', 'Директор'],
    [2, 'Семинар', 'ноябрь', 'декабрь', 'Директор'],
  ].map((values) => ({ values }));
  expect(await measuresOf(await writeRawWorkbook([{ name: 'План', rows }]))).toMatchObject([
    { deadline: { type: 'DATE_RANGE', windows: [{ from: '2026-09-01', to: '2026-09-15' }] } },
    { deadline: { type: 'MONTH_RANGE', windows: [{ from: '2026-11-01', to: '2026-12-31' }] } },
  ]);
});
