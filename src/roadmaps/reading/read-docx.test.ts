import { expect, test } from 'vitest';
import { docx, paragraph, table } from './docx-fixture.ts';
import type { Roadmap } from './model.ts';
import { openPlan } from './open.ts';
import { readRoadmap } from './read.ts';
import { withoutPrograms } from './without-programs.ts';

async function read(...content: readonly string[]): Promise<Roadmap> {
  return readRoadmap(await openPlan(docx(...content)), { presentYear: 2026 });
}

const HEADER = ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'];

test('a document of Word gives its title, approval, sections and measures', async () => {
  const plan = await read(
    table(
      ['СОГЛАСОВАНО', 'УТВЕРЖДАЮ'],
      ['Председатель совета', 'Директор МБОУ «Школа Выдуманная»'],
      ['Протокол от 28.08.2024 № 3', 'В. В. Небывалов'],
      ['', 'приказ № 41-од от 30.08.2024'],
    ),
    paragraph('План мероприятий', { bold: true }),
    paragraph('по повышению объективности оценивания на 2024/2025 учебный год', { bold: true }),
    table(
      HEADER,
      [{ text: '1. Организация', span: 5, bold: true }],
      ['1.1', 'Назначить координатора ВПР', 'до 15 сентября', 'Директор', 'Приказ'],
      [
        '1.2',
        'Провести семинар для учителей',
        'октябрь',
        'Зам. директора по УВР\nНебывалова А. А.',
        'не менее 10 педагогов',
      ],
    ),
  );
  expect(plan).toMatchObject({
    title: 'План мероприятий по повышению объективности оценивания на 2024/2025 учебный год',
    organisation: 'МБОУ «Школа Выдуманная»',
    approval: { by: 'Директор МБОУ «Школа Выдуманная» В. В. Небывалов', order: '41-од', date: '2024-08-30' },
    schoolYear: '2024/2025',
    problems: [],
  });
  expect(plan.sections.map(({ title }) => title)).toEqual(['1. Организация']);
  expect(plan.sections[0].measures).toMatchObject([
    {
      number: '1.1',
      text: 'Назначить координатора ВПР',
      deadline: { type: 'DEADLINE(date, no year)', windows: [{ from: '2024-08-30', to: '2024-09-15' }] },
      responsible: [{ post: 'Директор', person: null, organisation: null }],
      result: 'Приказ',
      kind: 'M06',
    },
    {
      number: '1.2',
      responsible: [{ post: 'Зам. директора по УВР', person: 'Небывалова А. А.', organisation: null }],
      targets: [{ value: 10, comparison: 'atLeast', words: 'не менее 10 педагогов' }],
    },
  ]);
});

test('a merged cell gives its value to the rows it covers, and they say so', async () => {
  const { sections } = await read(
    table(
      HEADER,
      ['1', 'Разработать план', { text: 'ноябрь', merge: 'start' }, { text: 'Завуч', merge: 'start' }, 'План'],
      ['2', 'Собрать материалы', { merge: 'continue' }, { merge: 'continue' }, 'Папка'],
      ['3', 'Провести собрание', '', 'Классный руководитель', 'Протокол'],
    ),
  );
  const [, second, third] = sections[0].measures;
  expect(second.deadline.verbatim).toBe('ноябрь');
  expect(second.warnings).toMatchObject([
    { code: 'inherited', words: 'deadline', place: 'таблица 1, строка 3' },
    { code: 'inherited', words: 'responsible' },
  ]);
  // Not merged is not inherited: Word shows the difference.
  expect(third.deadline.type).toBe('NONE');
  expect(third.deadline.warnings).toMatchObject([{ code: 'noDeadline' }]);
});

test('numbers that Word writes itself are the numbers of the measures', async () => {
  const { sections } = await read(
    table(
      HEADER,
      [{ text: 'Организация', span: 5, list: [1, 0] }],
      [{ list: [1, 1] }, 'Изучить порядок проведения ВПР', 'сентябрь', 'Завуч', ''],
      [{ list: [1, 1] }, 'Собрать наблюдателей', 'октябрь', 'Завуч', ''],
      [{ text: 'Итоги', span: 5, list: [1, 0] }],
      [{ list: [1, 1] }, 'Обсудить на педсовете', 'май', 'Директор', ''],
    ),
  );
  expect(sections.map(({ title }) => title)).toEqual(['1. Организация', '2. Итоги']);
  expect(sections.map(({ measures }) => measures.map(({ number }) => number))).toEqual([['1.1', '1.2'], ['2.1']]);
});

test('a table split in two with its header repeated is one plan, and a table without a header goes on', async () => {
  const { sections, problems } = await read(
    table(HEADER, ['1', 'Первое дело', 'январь', 'Директор', '']),
    table(HEADER, ['1', '2', '3', '4', '5'], ['2', 'Второе дело', 'февраль', 'Директор', '']),
    table(['3', 'Третье дело', 'март', 'Директор', '']),
  );
  expect(sections.flatMap(({ measures }) => measures.map(({ number, text }) => [number, text]))).toEqual([
    ['1', 'Первое дело'],
    ['2', 'Второе дело'],
    ['3', 'Третье дело'],
  ]);
  expect(problems.filter(({ code }) => !code.startsWith('schoolYear'))).toEqual([]);
});

test('a plan inside a cell of a layout table is read, and the document says where it stood', async () => {
  const { sections, problems } = await read(
    table([{ text: '', inside: table(HEADER, ['1', 'Дело в рамке', 'март 2025', 'Завуч', 'Справка']) }]),
  );
  expect(sections[0].measures).toMatchObject([{ number: '1', text: 'Дело в рамке' }]);
  expect(problems.map(({ code }) => code)).toContain('nestedTable');
});

test('another document of Office is refused in words', async () => {
  await expect(openPlan(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]))).rejects.toMatchObject({
    code: 'planPdfDamaged',
  });
  await expect(openPlan(new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0]))).rejects.toMatchObject({ code: 'planTiff' });
  const slides = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('PowerPoint Document', 'utf16le')]);
  await expect(openPlan(slides)).rejects.toMatchObject({ code: 'planOtherOffice' });
  await withoutPrograms(async () => {
    await expect(openPlan(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).rejects.toMatchObject({ code: 'planDoc' });
    await expect(openPlan(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).rejects.toMatchObject({ code: 'planScan' });
  });
});

test.each([
  ['п/п', 'Что делаем', 'Когда', 'Кто отвечает', 'Чем подтверждается'],
  ['Позиция', 'Шаги', 'Крайний день', 'Команда', 'След'],
])('a header that Word marks is a header whatever its words: «%s», «%s», «%s»', async (first, ...names) => {
  const { sections, problems } = await read(
    table(
      [{ text: first, header: true }, ...names],
      [{ text: 'Раздел 1. Организация', span: 5 }],
      ['1.1', 'Издать приказ о проведении работ', 'до 1 октября 2026 г.', 'Директор', 'Приказ по школе подписан'],
      ['1.2', 'Обучить экспертов школы', 'ноябрь', 'Завуч', 'Список обученных экспертов'],
      ['1.3', 'Проверить журналы классов', 'ежемесячно', 'Завуч', 'Справка о проверке журналов'],
    ),
  );
  expect(sections.map(({ title }) => title)).toEqual(['Раздел 1. Организация']);
  expect(sections[0].measures).toMatchObject([
    { number: '1.1', text: 'Издать приказ о проведении работ', result: 'Приказ по школе подписан' },
    { number: '1.2', deadline: { verbatim: 'ноябрь' }, responsible: [{ post: 'Завуч' }] },
    { number: '1.3', result: 'Справка о проверке журналов' },
  ]);
  expect(problems.filter(({ code }) => !code.startsWith('schoolYear'))).toEqual([]);
});

test('every text of a column that is not understood is said', async () => {
  const { problems } = await read(
    table(
      ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Ярлык'],
      ['1', 'Первое дело', 'январь 2027', 'Директор', 'синий'],
      ['2', 'Второе дело', 'февраль 2027', 'Директор', 'зелёный'],
      ['3', 'Третье дело', 'март 2027', 'Директор', 'синий'],
    ),
  );
  const said = problems.filter(({ code }) => code === 'columnNotUnderstood').map(({ words }) => words);
  expect(said).toEqual(['синий', 'зелёный']);
});
