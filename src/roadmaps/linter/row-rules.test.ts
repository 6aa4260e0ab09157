import { expect, test } from 'vitest';
import { lintPlan, NOTHING_KNOWN } from './lint.ts';
import { applyMend, isPlanMend } from './mend.ts';
import type { LintContext, LintedPlan, Mend, Remark, RemarkCode } from './model.ts';
import { measureOf, planOf, planWith, sectionOf } from './plan-fixture.ts';

function found(plan: LintedPlan, code: RemarkCode, context: LintContext = NOTHING_KNOWN): Remark | undefined {
  return lintPlan(plan, context).find((remark) => remark.code === code);
}

function after(plan: LintedPlan, mend: Mend | null | undefined): LintedPlan {
  if (!mend || !isPlanMend(mend)) throw new Error('the plan alone cannot make this mend');
  return applyMend(plan, mend);
}

function post(name: string, held = false) {
  return { post: name, person: null, organisation: null, held };
}

test('a measure of nobody takes the people of its section where they are the same throughout', () => {
  const plan = planWith({}, { responsible: [] }, {});
  const remark = found(plan, 'noResponsible');
  expect(remark).toMatchObject({ severity: 'mend', measureId: 'm1', field: 'responsible' });
  expect(found(after(plan, remark?.mend), 'noResponsible')).toBeUndefined();
  const mixed = planWith({}, { responsible: [] }, { responsible: [post('Директор школы')] });
  expect(found(mixed, 'noResponsible')?.mend).toMatchObject({
    kind: 'writeField',
    field: 'responsible',
    proposal: null,
  });
});

test('posts that nobody holds are told once each, with the rows they answer for', () => {
  const plan = planWith(
    { responsible: [post('Зам. директора по УВР')] },
    { responsible: [post('Школьный координатор'), post('Руководители ШМО')] },
    { responsible: [post('школьный координатор')] },
    { responsible: [post('Педагог-библиотекарь', true)] },
  );
  const posts = ['Заместитель директора по учебно-воспитательной работе', 'Директор'];
  const remarks = lintPlan(plan, { ...NOTHING_KNOWN, posts });
  expect(remarks.map(({ code, words, place }) => [code, words, place])).toEqual([
    ['postHeldByNobody', 'Школьный координатор', 'строка 11; строка 12'],
  ]);
  expect(remarks[0].mend).toMatchObject({ kind: 'writeField', measureId: 'm1', field: 'responsible' });
  expect(remarks[0].otherMends).toContainEqual({ kind: 'assignPost', post: 'Школьный координатор' });
  expect(lintPlan(plan)).toEqual([]);
});

test('a deputy is not the head whose post is in the name of the deputy’s', () => {
  const plan = planWith({ responsible: [post('Директор')] });
  expect(found(plan, 'postHeldByNobody', { ...NOTHING_KNOWN, posts: ['Заместитель директора'] })).toBeDefined();
});

/** Six measures of one person with one deadline. */
function sixOf(responsible: string, deadline: string): LintedPlan {
  return planWith(
    ...Array.from({ length: 6 }, (_, at) => ({ deadline, responsible: [post(responsible)], text: `Дело ${at}` })),
  );
}

test('six measures of one person due in one week are a note; long windows and groups are not counted', () => {
  expect(found(sixOf('Методист', 'октябрь 2026 г.'), 'manyInOneWeek')).toMatchObject({
    severity: 'note',
    facts: { count: '6', day: '2026-10-26', last: '2026-11-01' },
  });
  expect(found(sixOf('Методист', 'ноябрь 2026 г. – май 2027 г.'), 'manyInOneWeek')).toBeUndefined();
  expect(found(sixOf('Классные руководители', 'октябрь 2026 г.'), 'manyInOneWeek')).toBeUndefined();
});

test('what the reading left doubtful stands until a person confirms it', () => {
  const plan = planWith({
    warnings: [
      { code: 'inherited', words: 'deadline', place: 'строка 3' },
      { code: 'mergeNotSeen', words: 'deadline', place: 'строка 3' },
      { code: 'cutByPage', words: null, place: 'строка 4' },
      { code: 'deadlineFromRowAbove', words: 'май', place: 'строка 5' },
    ],
  });
  const remarks = lintPlan(plan);
  expect(remarks.map(({ code, place }) => [code, place])).toEqual([
    ['valueInherited', 'строка 3'],
    ['valueMoved', 'строка 5'],
    ['cutByPage', 'строка 4'],
  ]);
  expect(lintPlan(remarks.reduce((mended, { mend }) => after(mended, mend), plan))).toEqual([]);
});

test.each([
  'выданы удостоверения государ-',
  'разбор заданий (математика',
  'сведения о готовности школы к',
  'порядок ГИА-202',
])('«%s» breaks off', (result) => expect(found(planWith({ result }), 'textCutOff')?.field).toBe('result'));

test.each(['справка, протокол', 'разбор заданий (математика)', 'итоги ГИА-2027', 'школа № 202'])(
  '«%s» is whole',
  (result) => expect(found(planWith({ result }), 'textCutOff')).toBeUndefined(),
);

test('numbers that are missing, doubled or out of order are put right by numbering the section anew', () => {
  const plan = planWith({ number: '2.1' }, { number: null }, { number: '2.1' }, { number: '2.7' });
  expect(lintPlan(plan).map(({ code, measureId }) => [code, measureId])).toEqual([
    ['noNumber', 'm1'],
    ['duplicateNumber', 'm2'],
    ['brokenNumber', 'm3'],
  ]);
  const mended = after(plan, found(plan, 'noNumber')?.mend);
  expect(mended.sections[0].measures.map(({ number }) => number)).toEqual(['2.1', '2.2', '2.3', '2.4']);
  expect(lintPlan(mended)).toEqual([]);
});

test('numbers of several depths keep their depth, and headings between them their step', () => {
  const printed = ['1', '2', '2.1', '3.1', '3.2', '2.4', '2.3', '3.1', '3.2', '4'];
  const plan = planWith(...printed.map((number, at) => ({ number, text: `Пункт ${at}`, result: null })));
  const mended = after(plan, { kind: 'renumber', sectionId: 's0' });
  expect(mended.sections[0].measures.map(({ number }) => number)).toEqual([
    '1',
    '2',
    '2.1',
    '3.1',
    '3.2',
    '3.3',
    '3.4',
    '4.1',
    '4.2',
    '5',
  ]);
});

test('a plan without any numbers, and sections that begin again at 1, are sound', () => {
  expect(lintPlan(planWith({ number: null }, { number: null }))).toEqual([]);
  const twice = planOf([sectionOf('a', [measureOf(0)]), sectionOf('b', [measureOf(1, { number: '1' })])]);
  expect(lintPlan(twice)).toEqual([]);
});

test('Latin letters are given back in Cyrillic in every field', () => {
  const plan = planOf([
    sectionOf(
      's0',
      [
        measureOf(0, {
          text: 'Разбор нeобъективности',
          result: 'без неobjективных отметок',
          deadline: 'Maй 2027 г.',
          responsible: [post('Дирeктор')],
        }),
      ],
      'Рaбота с учителями',
    ),
  ]);
  const remarks = lintPlan(plan).filter(({ code }) => code === 'foreignLetters');
  expect(remarks.map(({ field }) => field)).toEqual(['section', 'text', 'deadline', 'result', 'responsible']);
  const mended = remarks.reduce((now, { mend }) => after(now, mend), plan);
  expect(found(mended, 'foreignLetters')).toBeUndefined();
  expect(mended.sections[0].measures[0]).toMatchObject({
    text: 'Разбор необъективности',
    result: 'без необъективных отметок',
    deadline: 'Май 2027 г.',
    responsible: [{ post: 'Директор' }],
  });
});

test('words of one alphabet beside the other, and Roman figures, are no foreign letters', () => {
  expect(found(planWith({ text: 'Разобрать задания PISA и VPR-класса XIХ века' }), 'foreignLetters')).toBeUndefined();
});

test('two identical rows become one', () => {
  const plan = planWith({}, { text: measureOf(0).text, result: measureOf(0).result });
  const remark = found(plan, 'identicalRows');
  expect(remark).toMatchObject({ measureId: 'm1', mend: { kind: 'mergeRows', keep: 'm0', remove: ['m1'] } });
  expect(found(plan, 'measureTwice')).toBeUndefined();
  expect(after(plan, remark?.mend).sections[0].measures.map(({ id }) => id)).toEqual(['m0']);
});

test('the same measure in two sections is found in other forms of its words, and merging keeps what either says', () => {
  const plan = planOf([
    sectionOf(
      'a',
      [measureOf(0, { text: 'Проведение родительских собраний о порядке проверочных работ', result: null })],
      'Первый',
    ),
    sectionOf('b', [
      measureOf(1, { text: 'Организация и проведение родительских собраний о порядке проверочных работ' }),
    ]),
  ]);
  const remark = found(plan, 'measureTwice');
  expect(remark).toMatchObject({ measureId: 'm1', facts: { value: 'Первый' } });
  const mended = after(plan, remark?.mend);
  expect(found(mended, 'measureTwice')).toBeUndefined();
  expect(mended.sections[0].measures[0].result).toBe(measureOf(1).result);
});

test.each([
  [
    'Провести вебинар для учителей о критериях проверки развёрнутых ответов по математике',
    'Провести вебинар для учителей о критериях проверки развёрнутых ответов по физике',
  ],
  [
    'Провести собрание родителей девятых классов о порядке ГИА',
    'Провести собрание родителей одиннадцатых классов о порядке ГИА',
  ],
  [
    'Сверить отметки с результатами работ за 1 полугодие в 5 классах',
    'Сверить отметки с результатами работ за 2 полугодие в 5 классах',
  ],
])('«%s» and a like measure of another subject, grade or half-year are two', (one, other) => {
  expect(found(planWith({ text: one }, { text: other }), 'measureTwice')).toBeUndefined();
});

test('the same measure further down the same section is told too', () => {
  const plan = planWith({}, {}, { text: measureOf(0).text, result: measureOf(0).result });
  expect(found(plan, 'measureTwice')).toMatchObject({ measureId: 'm2', mend: { keep: 'm0', remove: ['m2'] } });
});
