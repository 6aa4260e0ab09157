import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { toDocx } from '#src/documents/docx/render.ts';
import type { Block, Row } from '#src/documents/model.ts';
import { checkTemplate, fillTemplate } from '#src/documents/templates/fill.ts';
import type { TemplateData, TemplateTag } from '#src/documents/templates/model.ts';
import { planTemplateData, PLAN_TEMPLATE, ROADMAP_TEMPLATES } from './templates.ts';
import { PLAN } from './test-plan.ts';
import { asRead, readBack } from './test-reading.ts';

function row(...words: readonly string[]): Row {
  return { cells: words.map((each) => ({ words: each })) };
}

function formOf(blocks: readonly Block[]): Promise<Uint8Array> {
  return toDocx({
    title: '',
    author: null,
    day: '2026-11-22',
    parts: [{ orientation: 'landscape', leftMargin: 20, fontSize: 12, lineSpacing: 1, blocks }],
  });
}

const PLAN_FORM: readonly Block[] = [
  { kind: 'paragraph', words: '{организация}' },
  { kind: 'paragraph', words: 'УТВЕРЖДАЮ' },
  { kind: 'paragraph', words: '{утвердил_должность}' },
  { kind: 'paragraph', words: '______________ {утвердил_имя}' },
  { kind: 'paragraph', words: 'приказ от {приказ_дата} № {приказ_номер}' },
  { kind: 'heading', level: 1, align: 'center', words: '{название}' },
  {
    kind: 'table',
    fontSize: 12,
    columns: [{ width: 1 }, { width: 4 }, { width: 2 }, { width: 2 }, { width: 3 }],
    header: [row('№ п/п', 'Наименование мероприятия', 'Срок исполнения', 'Ответственный', 'Результат')],
    rows: [row('{#мероприятия}{номер}', '{мероприятие}', '{срок}', '{ответственные}', '{результат}{/мероприятия}')],
  },
];

test("a plan in the organisation's own form, read again, is the same plan", async () => {
  const plan = { ...PLAN, sections: [{ title: null, measures: PLAN.sections.flatMap(({ measures }) => measures) }] };
  const filled = await fillTemplate(await formOf(PLAN_FORM), planTemplateData(plan), {
    tags: PLAN_TEMPLATE.tags,
    day: plan.day,
    language: 'ru',
  });
  expect(await readBack(filled)).toEqual(asRead(plan));
});

test('sections are a list with the list of their measures inside', async () => {
  const form = await formOf(
    ['{#разделы}', '{раздел}', '{#мероприятия}', '{номер} {мероприятие}', '{/мероприятия}', '{/разделы}'].map(
      (words) => ({ kind: 'paragraph', words }) as const,
    ),
  );
  expect((await checkTemplate(form, PLAN_TEMPLATE.tags)).problems).toEqual([]);
});

function missing(tags: readonly TemplateTag[], data: TemplateData): readonly string[] {
  return tags.flatMap(({ name, inside }): readonly string[] => {
    const value = data[name];
    if (value === undefined) return [name];
    if (inside === undefined) return typeof value === 'string' ? [] : [name];
    return typeof value === 'string' || value.length === 0 ? [name] : missing(inside, value[0]);
  });
}

test.each(ROADMAP_TEMPLATES.map((kind) => [kind.id, kind] as const))(
  'every tag of the form «%s» has its words, and no word is without its tag',
  async (_, { tags, sample }) => {
    expect(missing(tags, sample)).toEqual([]);
    expect(Object.keys(sample).toSorted()).toEqual(tags.map(({ name }) => name).toSorted());
    const form = await formOf(
      tags.map(({ name, inside }) => ({
        kind: 'paragraph',
        words: inside === undefined ? `{${name}}` : `{#${name}}{/${name}}`,
      })),
    );
    expect(await checkTemplate(form, tags)).toMatchObject({ problems: [] });
  },
);

test.each(ROADMAP_TEMPLATES.map((kind) => [kind.id, kind] as const))(
  'the form to begin with for «%s» has no mistakes and is filled',
  async (_, { tags, sample, blank }) => {
    const form = await toDocx(blank!);
    const { problems, used } = await checkTemplate(form, tags);
    expect(problems).toEqual([]);
    expect(used.length).toBeGreaterThan(5);
    const filled = strFromU8(
      unzipSync(await fillTemplate(form, sample, { tags, day: '2026-11-22', language: 'ru' }))['word/document.xml'],
    );
    expect(filled).toContain('МБОУ «Выдуманная средняя школа');
    expect(filled).not.toMatch(/[{}]/u);
  },
);
