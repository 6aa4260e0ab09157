import { expect, test } from 'vitest';
import { toDocx } from '#src/documents/docx/render.ts';
import { toPdf } from '#src/documents/pdf/render.ts';
import { pagesOf, wordsOf } from '#src/documents/test-pages.ts';
import { toXlsx } from '#src/documents/xlsx/render.ts';
import { openTable } from '#src/platform/tables/open.ts';
import { openPlan } from '../reading/open.ts';
import { readRoadmap } from '../reading/read.ts';
import { acquaintanceDocument } from './acquaintance.ts';
import type { MonthReportDocument } from './model.ts';
import { approvingOrder, orderDocument } from './order.ts';
import { monthReportDocument } from './report.ts';
import { PLAN } from './test-plan.ts';
import { initialsFirst, titleAsObject, titleOf } from './words.ts';

const MM = 72 / 25.4;

const ORDER = orderDocument(
  approvingOrder(PLAN, {
    signer: { post: 'Директор', person: 'Небывалова А. А.' },
    coordinator: 'заместитель директора по УВР Выдумкина В. В.',
    place: 'г. Небывальск',
  }),
);

test('an order is upright with the wide margin, its plan lies across as the annex and numbers its own pages', async () => {
  const pages = await pagesOf(toPdf(ORDER));
  const sizes = pages.map(({ width, height }) => (width < height ? 'portrait' : 'landscape'));
  expect(sizes).toEqual(['portrait', 'landscape', 'landscape', 'landscape']);
  const words = pages.map(wordsOf);
  expect(words[0]).toMatch(
    /учреждение «Выдуманная средняя школа № 1» ПРИКАЗ 31\.08\.2026 № 112-о г\. Небывальск Об утверждении плана мероприятий .* ПРИКАЗЫВАЮ: 1\. Утвердить план мероприятий .* \(приложение\)\. 2\. Назначить .* Выдумкина В\. В\. 3\. .* 4\. Контроль .* Директор А\. А\. Небывалова$/u,
  );
  expect(words[1]).toMatch(/Приложение к приказу от 31\.08\.2026 № 112-о План мероприятий/u);
  for (const { x } of pages[0].texts) expect(x).toBeGreaterThan(30 * MM - 0.1);
  const numbers = pages.map(({ texts }) => texts.filter(({ y }) => y < 20 * MM).map(({ text }) => text));
  expect(numbers).toEqual([[], [], ['2'], ['3']]);
});

test('the plan in the annex of an order as DOCX is read with its order and its measures', async () => {
  const read = readRoadmap(await openPlan(await toDocx(ORDER)), { presentYear: 2026 });
  expect(read.title).toBe(PLAN.title);
  expect(read.approval).toMatchObject({ order: '112-о', date: '2026-08-31' });
  const texts = read.sections.flatMap(({ measures }) => measures.map(({ text }) => text));
  for (const { measures } of PLAN.sections) for (const { text } of measures) expect(texts).toContain(text);
});

test('a list of acquaintance has room to sign and repeats its header', async () => {
  const people = Array.from({ length: 40 }, (_, index) => ({
    name: `Выдумкин Виктор ${index + 1}`,
    post: 'учитель математики',
    date: index === 0 ? '2026-09-01' : null,
  }));
  const subject = 'с приказом от 31.08.2026 № 112-о «Об утверждении плана»';
  const pages = await pagesOf(
    toPdf(acquaintanceDocument({ organisation: PLAN.organisation, subject, people, day: PLAN.day })),
  );
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(wordsOf(page)).toContain('Должность Дата Подпись');
  expect(wordsOf(pages[0])).toContain(`ЛИСТ ОЗНАКОМЛЕНИЯ ${subject}`);
  expect(wordsOf(pages[0])).toContain('01.09.2026');
  const names = pages[0].texts.filter(({ text }) => text.startsWith('Выдумкин')).map(({ y }) => y);
  for (let index = 1; index < names.length; index += 1) {
    expect(names[index] - names[index - 1]).toBeGreaterThanOrEqual(10 * MM - 0.1);
  }
});

const REPORT: MonthReportDocument = {
  organisation: 'Управление образования администрации Выдуманного муниципального района',
  title: 'Аналитический отчёт о реализации дорожной карты',
  period: 'за октябрь 2026 года',
  countedOn: '2026-11-30',
  approval: { post: 'Начальник Управления образования', person: 'Небывальцев Б. Б.', order: null, date: '2026-10-26' },
  day: '2026-10-26',
  signer: { post: 'Муниципальный координатор', person: 'Выдумкина В. В.' },
  sections: [{ title: '1. Общие сведения', paragraphs: ['Выполнено 48 мероприятий из 62, или 77,4 %.'] }],
  tables: [
    {
      title: 'Выполнение по школам',
      columns: [
        { header: 'Школа' },
        { header: 'Срок наступил', type: 'integer' },
        { header: 'Выполнено', type: 'integer' },
        { header: 'Доля', type: 'percent' },
      ],
      rows: [
        ['МБОУ «Выдуманная СШ № 1»', 1204, 9, 0.75],
        ['МБОУ «Лицей за рекой»', 8, null, null],
      ],
    },
  ],
};

test('a report prints figures as people write them, and what is not known as a dash', async () => {
  const words = (await pagesOf(toPdf(monthReportDocument(REPORT)))).map(wordsOf).join(' ');
  expect(words).toMatch(/УТВЕРЖДАЮ Начальник Управления образования _+ Б\. Б\. Небывальцев 26\.10\.2026 г\./u);
  expect(words).toContain('Аналитический отчёт о реализации дорожной карты за октябрь 2026 года');
  expect(words).toContain('МБОУ «Выдуманная СШ № 1» 1 204 9 75,0 %');
  expect(words).toContain('МБОУ «Лицей за рекой» 8 — —');
  expect(words).toMatch(/Муниципальный координатор В\. В\. Выдумкина$/u);
});

test('a report as a workbook keeps its figures as figures', async () => {
  const { sheets } = await openTable(await toXlsx(monthReportDocument(REPORT)));
  const rows: unknown[] = [];
  for await (const { values } of sheets[0].rows()) rows.push(values);
  expect(rows).toContainEqual(['МБОУ «Выдуманная СШ № 1»', 1204, 9, 0.75]);
  expect(rows).toContainEqual(['МБОУ «Лицей за рекой»', 8, '—', '—']);
});

test('a wide table of a report lies across on pages of its own', async () => {
  const columns = Array.from({ length: 9 }, (_, index) => ({ header: `Столбец ${index}` }));
  const wide = { title: 'Широкая', columns, rows: [columns.map(() => 'да')] };
  const pages = await pagesOf(toPdf(monthReportDocument({ ...REPORT, tables: [wide] })));
  expect(pages.map(({ width, height }) => width > height)).toEqual([false, true]);
});

test.each([
  ['Иванова И. И.', 'И. И. Иванова'],
  ['Иванова И.И.', 'И. И. Иванова'],
  ['Выдумкина Вера Васильевна', 'В. В. Выдумкина'],
  ['Сказочникова-Невозможная Евгения Константиновна', 'Е. К. Сказочникова-Невозможная'],
  ['И. И. Иванова', 'И. И. Иванова'],
  ['Небывальцев Б.', 'Б. Небывальцев'],
  ['Мамедов Али Гасан оглы', 'Мамедов Али Гасан оглы'],
])('%s signs as %s', (person, signed) => {
  expect(initialsFirst(person)).toBe(signed);
});

test.each([
  [
    'План мероприятий («дорожная карта») на год',
    'плана мероприятий («дорожной карты») на год',
    'план мероприятий («дорожная карта») на год',
  ],
  ['План мероприятий школы', 'плана мероприятий школы', 'план мероприятий школы'],
  ['План-график ВПР', 'плана-графика ВПР', 'план-график ВПР'],
  ['Дорожная карта района', 'дорожной карты района', 'дорожную карту района'],
  ['«Дорожная карта» района', '«дорожной карты» района', '«дорожную карту» района'],
  [
    'Муниципальный план мероприятий («дорожная карта»)',
    'муниципального плана мероприятий («дорожной карты»)',
    'муниципальный план мероприятий («дорожная карта»)',
  ],
  ['Общая годовая программа', 'общей годовой программы', 'общую годовую программу'],
  ['Рабочий план школы', 'рабочего плана школы', 'рабочий план школы'],
  ['Меры («первые шаги»)', 'документа «Меры („первые шаги“)»', 'прилагаемый документ «Меры („первые шаги“)»'],
  ['Меры на год', 'документа «Меры на год»', 'прилагаемый документ «Меры на год»'],
])('an order about «%s» is about %s and approves %s', (title, of, what) => {
  expect([titleOf(title), titleAsObject(title)]).toEqual([of, what]);
});
