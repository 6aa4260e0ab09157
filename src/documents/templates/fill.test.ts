import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openPlan } from '#src/roadmaps/reading/open.ts';
import { toDocx } from '../docx/render.ts';
import type { Block } from '../model.ts';
import { documentOf, HOSTILE, row } from '../test-document.ts';
import { checkTemplate, fillTemplate } from './fill.ts';
import type { TemplateData, TemplateTag } from './model.ts';
import { templateProblemInWords } from './text.ts';

const meaning = { ru: 'смысл', en: 'meaning' };
const TAGS: readonly TemplateTag[] = [
  { name: 'название', meaning },
  {
    name: 'мероприятия',
    meaning,
    inside: [
      { name: 'номер', meaning },
      { name: 'мероприятие', meaning },
    ],
  },
];
const DATA: TemplateData = {
  название: 'План школы',
  мероприятия: [
    { номер: '1', мероприятие: 'Педсовет' },
    { номер: '2', мероприятие: 'Семинар' },
  ],
};
const WITH = { tags: TAGS, day: '2026-11-22', language: 'ru' } as const;

function formOf(...blocks: readonly Block[]): Promise<Uint8Array> {
  return toDocx(documentOf(blocks));
}

function line(words: string): Block {
  return { kind: 'paragraph', words };
}

const LIST_IN_A_ROW: Block = {
  kind: 'table',
  fontSize: 12,
  columns: [{ width: 1 }, { width: 3 }],
  header: [row('№', 'Мероприятие')],
  rows: [row('{#мероприятия}{номер}', '{мероприятие}{/мероприятия}')],
};

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { blocks } = await openPlan(bytes);
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | ')),
  );
}

test('tags become words, and a row with a list is repeated for each', async () => {
  const filled = await fillTemplate(await formOf(line('Название: {название}.'), LIST_IN_A_ROW), DATA, WITH);
  expect(await textsOf(filled)).toEqual(['Название: План школы.', '№ | Мероприятие', '1 | Педсовет', '2 | Семинар']);
});

test('a tag of an outer list is found inside a list, and an empty list leaves nothing', async () => {
  const form = await formOf(line('{#мероприятия}'), line('{номер}. {мероприятие}: {название}'), line('{/мероприятия}'));
  expect(await textsOf(await fillTemplate(form, DATA, WITH))).toEqual([
    '1. Педсовет: План школы',
    '2. Семинар: План школы',
  ]);
  expect(await textsOf(await fillTemplate(form, { ...DATA, мероприятия: [] }, WITH))).toEqual([]);
});

test('the same form with the same data is the same bytes', async () => {
  const form = await formOf(line('{название}'), LIST_IN_A_ROW);
  const [first, second] = [await fillTemplate(form, DATA, WITH), await fillTemplate(form, DATA, WITH)];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test.each([...HOSTILE, '{название} {#мероприятия}', '{@название}', 'а\u0000б'])(
  'the words %j are filled in as words',
  async (words) => {
    const filled = await fillTemplate(await formOf(line('{название}')), { ...DATA, название: words }, WITH);
    expect((await textsOf(filled)).join('\n').replace(/\s+/gu, ' ')).toBe(
      words.replaceAll('\u0000', '').replace(/\s+/gu, ' '),
    );
  },
);

test.each([
  ['{название', 'tagNotClosed', 'название', 'Поставьте после неё «}»'],
  ['название}', 'tagNotOpened', '', 'Поставьте «{»'],
  ['{#мероприятия}{номер}', 'listNotClosed', 'мероприятия', 'Поставьте «{/мероприятия}»'],
  ['{номер}{/мероприятия}', 'listNotOpened', 'мероприятия', 'удалите'],
  ['{#мероприятия}{/название}', 'listClosedByAnother', 'мероприятия', '«{/название}»'],
  ['{назание}', 'tagUnknown', 'назание', 'Может быть, «{название}»?'],
  ['{constructor}', 'tagUnknown', 'constructor', 'Исправьте имя'],
  ['{__proto__}', 'tagUnknown', '__proto__', 'Исправьте имя'],
  ['{мероприятия}', 'listExpected', 'мероприятия', 'Пишите «{#мероприятия}»'],
  ['{#название}а{/название}', 'textExpected', 'название', 'без «#»'],
  ['{номер}', 'tagOutsideList', 'номер', 'между «{#мероприятия}»'],
  ['{=[[ ]]=}[[название]]', 'tagUnknown', '=[[ ]]=', 'Исправьте имя'],
  ['{@название}', 'tagKindUnknown', 'название', 'не поддерживаются'],
  ['{^мероприятия}нет{/мероприятия}', 'tagKindUnknown', 'мероприятия', 'не поддерживаются'],
  ['Просто текст', 'noTags', '', 'ни одной метки'],
])('the form %j is told what to do: %s', async (words, code, tag, said) => {
  const { problems } = await checkTemplate(await formOf(line(words)), TAGS);
  expect(problems[0]).toMatchObject({ code });
  if (tag !== '') expect(problems[0].tag).toBe(tag);
  expect(templateProblemInWords(problems[0], 'ru')).toContain(said);
  expect(templateProblemInWords(problems[0], 'en')).not.toMatch(/[а-я]{3,}(?![^“{]*[”}])/u);
  await expect(fillTemplate(await formOf(line(words)), DATA, WITH)).rejects.toMatchObject({ code: 'templateProblems' });
});

test('all mistakes of a form are told at once, and the tags it uses', async () => {
  const { problems, used } = await checkTemplate(
    await formOf(line('{назание} {номер}'), line('{название}'), line('{другое}'), line('{назание}')),
    TAGS,
  );
  expect(problems.map(({ tag }) => tag)).toEqual(['назание', 'номер', 'другое']);
  expect(used).toEqual(['название']);
});

test('tags in the header of the page are filled too', async () => {
  const parts = unzipSync(await formOf(line('{название}')));
  const header = Object.keys(parts).find(
    (name) => /^word\/header\d+\.xml$/u.test(name) && strFromU8(parts[name]).includes('PAGE'),
  )!;
  parts[header] = strToU8(
    strFromU8(parts[header]).replace('</w:hdr>', '<w:p><w:r><w:t>{название}</w:t></w:r></w:p></w:hdr>'),
  );
  const filled = unzipSync(await fillTemplate(zipSync(parts), DATA, WITH));
  expect(strFromU8(filled[header])).toContain('План школы');
});

test('a form with macros is refused, whatever it is called', async () => {
  const parts = unzipSync(await formOf(line('{название}')));
  const types = strFromU8(parts['[Content_Types].xml']);
  const enabled = types.replace(/wordprocessingml\.document\.main\+xml/u, 'ms-word.document.macroEnabled.main+xml');
  for (const changed of [
    { ...parts, 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) },
    { ...parts, '[Content_Types].xml': strToU8(enabled) },
  ]) {
    await expect(checkTemplate(zipSync(changed), TAGS)).rejects.toMatchObject({ code: 'templateMacros' });
  }
});

test('a form that grows without measure is refused before it grows', async () => {
  const parts = unzipSync(await formOf(line('{название}')));
  const bomb = zipSync({ ...parts, 'word/media/image1.xml': new Uint8Array(48 * 1024 * 1024) });
  await expect(checkTemplate(bomb, TAGS)).rejects.toMatchObject({ code: 'archive-part-too-large' });
  await expect(checkTemplate(new Uint8Array(9 * 1024 * 1024), TAGS)).rejects.toMatchObject({
    code: 'templateTooLarge',
  });
});

test.each([
  ['a text', strToU8('Просто текст')],
  ['a PDF', strToU8('%PDF-1.7')],
  ['an archive of something else', zipSync({ 'a.txt': strToU8('a') })],
])('%s is refused as no form of Word', async (_, bytes) => {
  await expect(checkTemplate(bytes, TAGS)).rejects.toMatchObject({ code: 'templateNotDocx' });
});
