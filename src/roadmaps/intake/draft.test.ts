import { assert, constantFrom, array, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { openPasted } from '../reading/open.ts';
import { readRoadmap } from '../reading/read.ts';
import {
  applyPatch,
  draftDefects,
  draftOf,
  measuresInOrder,
  mergedPatch,
  patchBetween,
  planOfDraft,
  rebased,
} from './draft.ts';
import { sharedDoubts } from './doubts.ts';
import * as edits from './edits.ts';
import type { PlanDraft } from './model.ts';

const source = await openPasted({
  text: [
    'План мероприятий на 2026/2027 учебный год',
    '№\tМероприятие\tСрок\tОтветственный\tРезультат',
    'I. Анализ\t\t\t\t',
    '1\tАнализ результатов ВПР\tоктябрь\tЗам. директора\tСправка',
    '2\tСеминар для учителей\tноябрь\tМетодист\tПрограмма',
    'II. Контроль\t\t\t\t',
    '3\tПосещение уроков\tежемесячно\tАдминистрация\tСправка',
  ].join('\n'),
});
const draft = draftOf(readRoadmap(source, { presentYear: 2026 }));
const texts = (of: PlanDraft) => measuresInOrder(of).map(({ text }) => text);

test('a reading becomes a draft with a place for every measure', () => {
  expect(texts(draft)).toEqual(['Анализ результатов ВПР', 'Семинар для учителей', 'Посещение уроков']);
  expect(measuresInOrder(draft).every(({ place }) => place !== null)).toBe(true);
  expect(planOfDraft(draft).sections.map(({ title }) => title)).toEqual(['I. Анализ', 'II. Контроль']);
});

test('a row splits into two and the two join into one again', () => {
  const { draft: split, id } = edits.splitMeasure(draft, 'm1', 7);
  expect(texts(split).slice(0, 2)).toEqual(['Анализ', 'результатов ВПР']);
  expect(split.measures[id]!.deadline).toBe('октябрь');
  expect(texts(edits.joinWithPrevious(split, id))).toEqual(texts(draft));
});

test('a removed section leaves its measures with the one before', () => {
  const joined = edits.removeSection(draft, 's2');
  expect(joined.sections).toHaveLength(1);
  expect(texts(joined)).toEqual(texts(draft));
  expect(texts(edits.removeSection(draft, 's1'))).toEqual(texts(draft));
});

test('a row that was not understood becomes a measure where it stands', () => {
  const order = new Map(measuresInOrder(draft).map(({ place }, index) => [place!, index * 2]));
  order.set('где-то', 3);
  expect(edits.measureBefore(draft, 'где-то', order)?.id).toBe('m2');
  expect(edits.measureOfRow(null, '7. Разослать письма')).toMatchObject({ number: '7', text: 'Разослать письма' });
});

test('what keeps a draft from being a plan is told with its row', () => {
  const { draft: added, id } = edits.addMeasure(draft, { after: 'm1' });
  expect(draftDefects({ ...added, head: { ...added.head, title: '' } })).toEqual([
    { code: 'noTitle', id: null },
    { code: 'emptyMeasure', id },
  ]);
});

test('a kind of doubt that many rows share is answered for all of them, and for nothing else', () => {
  const warned = ['m1', 'm2', 'm3'].reduce(
    (of, id) =>
      edits.changeMeasure(of, id, {
        warnings: [
          { code: 'mergeNotSeen', words: 'deadline', place: 'строка 1' },
          { code: 'columnsShifted', words: null, place: 'строка 1' },
        ],
      }),
    draft,
  );
  expect(sharedDoubts(measuresInOrder(warned)).map(({ code, count }) => `${code} ${count}`)).toEqual([
    'mergeNotSeen 3',
    'columnsShifted 3',
  ]);
  const settled = edits.settleKind(warned, 'mergeNotSeen');
  expect(sharedDoubts(measuresInOrder(settled)).map(({ code }) => code)).toEqual(['columnsShifted']);
});

const step = tuple(
  constantFrom('add', 'remove', 'split', 'join', 'move', 'title', 'change', 'section'),
  nat(9),
  nat(30),
);

function edited(of: PlanDraft, [verb, which, at]: readonly [string, number, number]): PlanDraft {
  const ids = measuresInOrder(of).map(({ id }) => id);
  const id = ids[which % Math.max(1, ids.length)];
  const section = of.sections[which % of.sections.length]!.id;
  if (verb === 'section') return at % 2 === 0 ? edits.addSection(of, 'Ещё') : edits.removeSection(of, section);
  if (verb === 'title') return edits.renameSection(of, section, `Раздел ${at}`);
  if (id === undefined || verb === 'add') return edits.addMeasure(of, { section }, { text: `Новое ${at}` }).draft;
  if (verb === 'remove') return edits.removeMeasure(of, id);
  if (verb === 'split') return edits.splitMeasure(of, id, at).draft;
  if (verb === 'join') return edits.joinWithPrevious(of, id);
  if (verb === 'move') return edits.moveToSection(of, id, section);
  return edits.changeMeasure(of, id, { deadline: `${at} марта` });
}

function expectWhole(of: PlanDraft): void {
  const placed = of.sections.flatMap(({ measures }) => measures);
  expect(placed.toSorted()).toEqual(Object.keys(of.measures).toSorted());
}

test('whatever is done to a draft, every measure stands in one section, and patches repeat it', () => {
  assert(
    property(array(step, { maxLength: 12 }), array(step, { maxLength: 6 }), (first, second) => {
      const one = first.reduce(edited, draft);
      const two = second.reduce(edited, one);
      expectWhole(two);
      const a = patchBetween(draft, one);
      const b = patchBetween(one, two);
      const both = a === null ? b : b === null ? a : mergedPatch(a, b);
      const repeated = both === null ? draft : applyPatch(draft, both);
      expect(JSON.parse(JSON.stringify(planOfDraft(repeated)))).toEqual(JSON.parse(JSON.stringify(planOfDraft(two))));
    }),
  );
});

test('edits over an older draft are laid over a newer one without losing a measure', () => {
  assert(
    property(array(step, { maxLength: 8 }), array(step, { maxLength: 8 }), (mine, theirs) => {
      const newest = theirs.reduce(edited, draft);
      const patch = patchBetween(draft, mine.reduce(edited, draft));
      if (patch !== null) expectWhole(rebased(newest, patch));
    }),
  );
});
