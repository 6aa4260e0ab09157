import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDocx } from '#src/documents/docx/render.ts';
import { toPdf } from '#src/documents/pdf/render.ts';
import { pagesOf, wordsOf } from '#src/documents/test-pages.ts';
import { toXlsx } from '#src/documents/xlsx/render.ts';
import { STARTER_KINDS, type StarterKind } from '../starters/model.ts';
import { starterRoadmap } from '../starters/starter.ts';
import type { PlanDocument, PrintedMeasure, PrintedParty } from './model.ts';
import { planDocument, planWithRemarks, planWithState, planWorkbook } from './plan.ts';
import { PLAN } from './test-plan.ts';
import { asRead, readBack } from './test-reading.ts';

const MM = 72 / 25.4;

const BARE: PlanDocument = {
  ...PLAN,
  organisation: null,
  title: 'План работы школы на 2026/2027 учебный год',
  approval: { post: null, person: null, order: null, date: null },
  signer: null,
  sections: [{ title: null, measures: PLAN.sections[0].measures }],
};

const DISTRICT: PlanDocument = {
  ...PLAN,
  organisation: 'Управление образования администрации Выдуманного муниципального района',
  title: 'Дорожная карта повышения объективности оценочных процедур в 2026/2027 учебном году',
  approval: { post: 'Начальник Управления образования', person: 'Выдумкин В. В.', order: '429', date: '2026-11-02' },
};

const CASES: readonly (readonly [string, PlanDocument])[] = [
  ['a school with everything', PLAN],
  ['nothing but measures', BARE],
  ['a district', DISTRICT],
  ['an order without its day', { ...PLAN, approval: { ...PLAN.approval, date: null } }],
  ['a day without its order', { ...PLAN, approval: { ...PLAN.approval, order: null } }],
];

test.each(CASES)('%s: written as DOCX and read again it is the same plan', async (_, plan) => {
  expect(await readBack(await toDocx(planDocument(plan)))).toEqual(asRead(plan));
});

test.each(CASES)('%s: written as XLSX and read again it is the same plan', async (_, plan) => {
  expect(await readBack(await toXlsx(planWorkbook(plan)))).toEqual(asRead(plan));
});

test.each(CASES)('%s: written as PDF and read again it is the same plan', async (_, plan) => {
  expect(await readBack(toPdf(planDocument(plan)))).toEqual(asRead(plan));
});

/** A ready plan as a school would print it. */
function starter(kind: StarterKind): PlanDocument {
  const { title, schoolYear, sections } = starterRoadmap(kind, 2026);
  return {
    ...PLAN,
    title: title ?? '',
    schoolYear,
    sections: sections.map((section) => ({
      title: section.title,
      measures: section.measures.map(({ number, text, deadline, responsible, result }) => ({
        number,
        text,
        deadline: deadline.verbatim,
        responsible,
        result: result ?? '',
      })),
    })),
  };
}

test.each(STARTER_KINDS)(
  'the ready plan of a %s written and read again is the same plan in every format',
  async (kind) => {
    const plan = starter(kind);
    expect(await readBack(await toDocx(planDocument(plan)))).toEqual(asRead(plan));
    expect(await readBack(await toXlsx(planWorkbook(plan)))).toEqual(asRead(plan));
    expect(await readBack(toPdf(planDocument(plan)))).toEqual(asRead(plan));
  },
);

const WORDS =
  'анализ результатов всероссийских проверочных работ по математике и русскому языку в 4-х классах учителей-предметников школы № 12 с участием «экспертов» (методистов) на 15 % больше при необходимости A/B Ω < > & " \' ; – —'.split(
    ' ',
  );
const DEADLINES = [
  'до 30 ноября',
  'сентябрь 2026 г.',
  'октябрь – ноябрь',
  'в течение года',
  'постоянно',
  '1 раз в четверть',
  'по графику ВПР',
  'последний понедельник месяца',
  'согласно плана ВШК',
  '',
];
const PARTIES: readonly PrintedParty[] = [
  { post: 'Директор школы', person: null, organisation: null },
  { post: 'Заместитель директора по УВР', person: 'Выдумкина В. В.', organisation: null },
  { post: 'Руководители ШМО', person: null, organisation: null },
  { post: 'Методист', person: 'Небывалова А. А.', organisation: 'МБУ «ИМЦ»' },
  { post: null, person: null, organisation: 'МБОУ «Лицей за рекой»' },
  { post: null, person: 'Небывальцев Б. Б.', organisation: null },
  { post: 'Классные руководители', person: null, organisation: null },
];

const sentence = fc
  .tuple(
    fc.constantFrom('Провести', 'Организовать', 'Изучить', 'Подготовить'),
    fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 40 }),
    fc.nat(9999),
  )
  .map(([verb, words, mark]) => `${verb} ${words.join(' ')} ${mark}`);
const measure = fc.record({
  text: sentence,
  deadline: fc.constantFrom(...DEADLINES),
  responsible: fc.uniqueArray(fc.constantFrom(...PARTIES), { maxLength: 3 }).filter(namesFollowPosts),
  result: fc.oneof(
    fc.constant(''),
    sentence.map((words) => words.replace(/^\S+/u, 'Справка:')),
  ),
});
const randomPlan = fc
  .array(
    fc.tuple(
      fc.constantFrom('Организация', 'Контроль', 'Работа с кадрами'),
      fc.array(measure, { minLength: 1, maxLength: 8 }),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map(
    (sections): PlanDocument => ({
      ...PLAN,
      signer: null,
      sections: sections.map(([title, measures], section) => ({
        title: `${section + 1}. ${title}`,
        measures: measures.map((each, index): PrintedMeasure => ({ number: `${section + 1}.${index + 1}`, ...each })),
      })),
    }),
  );

/** A name in a line of its own is read as that of the post above it. */
function namesFollowPosts(parties: readonly PrintedParty[]): boolean {
  return parties.every(({ post, organisation }, index) => {
    const above = parties[index - 1];
    return (
      post !== null || organisation !== null || above === undefined || above.post === null || above.person !== null
    );
  });
}

test('any plan written as DOCX or XLSX and read again is the same plan', async () => {
  await fc.assert(
    fc.asyncProperty(randomPlan, async (plan) => {
      expect(await readBack(await toDocx(planDocument(plan)))).toEqual(asRead(plan));
      expect(await readBack(await toXlsx(planWorkbook(plan)))).toEqual(asRead(plan));
    }),
    { numRuns: 25, seed: 20261122 },
  );
});

test('the pages of the plan: landscape, header on each, numbers from the second, no row split, nothing lost', async () => {
  const pages = await pagesOf(toPdf(planDocument(PLAN)));
  expect(pages.length).toBe(3);
  const words = pages.map(wordsOf);
  for (const [index, page] of pages.entries()) {
    expect([Math.round(page.width / MM), Math.round(page.height / MM)]).toEqual([297, 210]);
    expect(words[index]).toMatch(/№ Мероприятие Сроки Ответственные Ожидаемый результат/u);
    expect(page.texts.filter(({ y }) => y < 20 * MM).map(({ text }) => text)).toEqual(
      index === 0 ? [] : [`${index + 1}`],
    );
  }
  expect(words[0]).toContain('УТВЕРЖДАЮ');
  expect(words[0]).toMatch(/приказ от 31\.08\.2026 № 112-о/u);
  expect(words.at(-1)).toMatch(/Заместитель директора по учебно-воспитательной работе В\. В\. Выдумкина$/u);
  for (let part = 1; part <= 12; part += 1) {
    const begins = words.findIndex((text) => text.includes(`3.${part} Посещение`));
    const ends = words.findIndex((text) => new RegExp(`Справка ${part} о посещении`, 'u').test(text));
    expect(begins).toBeGreaterThan(-1);
    expect(ends).toBe(begins);
  }
});

test('the head of a section is never alone at the foot of a page', async () => {
  for (let count = 1; count < 12; count += 1) {
    const plan = {
      ...PLAN,
      sections: [{ ...PLAN.sections[2], measures: PLAN.sections[2].measures.slice(0, count) }, PLAN.sections[3]],
    };
    const words = (await pagesOf(toPdf(planDocument(plan)))).map(wordsOf);
    const page = words.find((text) => text.includes('4. Работа с родителями'))!;
    expect(page).toContain('4.1 Родительские собрания');
  }
});

test('remarks are numbered notes below the table, each led to by its number', async () => {
  const words = (await pagesOf(toPdf(planWithRemarks(PLAN)))).map(wordsOf).join(' ');
  expect(words).toMatch(/критериями оценивания 1\)/u);
  expect(words).toMatch(/отметки» 2\) 3\)/u);
  expect(words).toMatch(/Замечания к плану 1\) Срок «постоянно» .* 2\) Между .* 3\) Показатель .* 4\) В плане нет/u);
});

test('the state of carrying out is a sixth column, and the plan under it is still the same plan', async () => {
  const words = (await pagesOf(toPdf(planWithState(PLAN)))).map(wordsOf).join(' ');
  expect(words).toContain('Отметка о выполнении');
  expect(words).toContain('выполнено 28.09.2026: положение');
  expect(await readBack(await toDocx(planWithState(PLAN)))).toEqual(asRead(PLAN));
});

test('the workbook opens at its header, prints it on every page and keeps numbers of measures as words', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await toXlsx(planWorkbook(PLAN))).buffer);
  const [sheet] = workbook.worksheets;
  const header = sheet.views[0].state === 'frozen' ? sheet.views[0].ySplit! : 0;
  expect(sheet.name).toBe('План');
  expect(sheet.getRow(header).getCell(2).value).toBe('Мероприятие');
  expect(sheet.pageSetup.printTitlesRow).toBe(`${header}:${header}`);
  expect(sheet.getRow(header + 2).getCell(1).value).toBe('1.1');
  expect(sheet.getColumn(2).width).toBeGreaterThan(40);
});
