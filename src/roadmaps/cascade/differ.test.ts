import { expect, test } from 'vitest';
import { proposalsFor } from './differ.ts';
import type { DistrictMeasure, LinkedMeasure } from './model.ts';

const measure = (id: number, text: string, more: Partial<DistrictMeasure> = {}): DistrictMeasure => ({
  id,
  revision: 1,
  section: 'Контроль',
  number: String(id),
  text,
  deadline: 'октябрь',
  result: 'Справка',
  kind: null,
  targets: [],
  parties: [],
  ...more,
});
const link = (id: number, of: DistrictMeasure, withdrawn = false): LinkedMeasure => ({
  id,
  districtMeasureId: of.id,
  origin: { number: of.number, text: of.text, deadline: of.deadline, result: of.result, revision: of.revision },
  withdrawn,
});
const nothing = new Map();

test('what stands as it was sent asks nothing, whatever the school made of it', () => {
  const one = measure(1, 'Провести сверку отметок');
  expect(proposalsFor([one], [link(11, one)], nothing)).toEqual([]);
});

test('a new measure is proposed with its section and people', () => {
  const [proposal] = proposalsFor([measure(2, 'Открыть горячую линию')], [], nothing);
  expect(proposal).toMatchObject({ kind: 'add', districtMeasureId: 2, measureId: null, before: null });
  expect(proposal!.after).toMatchObject({ section: 'Контроль', text: 'Открыть горячую линию' });
});

test('changed words, deadline or result are proposed with what was before; a new number alone is not', () => {
  const before = measure(3, 'Посетить уроки');
  const linked = [link(13, before)];
  expect(proposalsFor([{ ...before, deadline: 'ноябрь' }], linked, nothing)).toMatchObject([
    { kind: 'change', measureId: 13, before: { deadline: 'октябрь' }, after: { deadline: 'ноябрь' } },
  ]);
  expect(proposalsFor([{ ...before, number: '7' }], linked, nothing)).toEqual([]);
});

test('what the district took out is proposed for withdrawal once', () => {
  const gone = measure(4, 'Анкета для родителей');
  const linked = [link(14, gone)];
  expect(proposalsFor([], linked, nothing)).toMatchObject([{ kind: 'withdraw', measureId: 14, after: null }]);
  expect(proposalsFor([], linked, new Map([[4, { after: null }]]))).toEqual([]);
  expect(proposalsFor([], [link(14, gone, true)], nothing)).toEqual([]);
});

test('what was asked is not asked again until the words change once more', () => {
  const sent = measure(5, 'Собрание о ВПР');
  const changed = { ...sent, text: 'Собрание о ВПР и ОГЭ' };
  const asked = new Map([[5, { after: changed }]]);
  expect(proposalsFor([changed], [link(15, sent)], asked)).toEqual([]);
  expect(proposalsFor([{ ...changed, result: 'Протокол' }], [link(15, sent)], asked)).toHaveLength(1);
});
