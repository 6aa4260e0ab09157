import { expect, test } from 'vitest';
import { lintPlan, NOTHING_KNOWN } from './lint.ts';
import { applyMend, isPlanMend } from './mend.ts';
import type { LintContext, LintedOccurrence, LintedPlan, Remark, RemarkCode } from './model.ts';
import { planWith } from './plan-fixture.ts';

function found(plan: LintedPlan, code: RemarkCode, context: LintContext = NOTHING_KNOWN): Remark | undefined {
  return lintPlan(plan, context).find((remark) => remark.code === code);
}

test('a measure without a result is remarked only where its section has results', () => {
  expect(found(planWith({}, { result: null }, {}), 'noResult')?.measureId).toBe('m1');
  expect(found(planWith({ result: null }, { result: null }, {}), 'noResult')).toBeUndefined();
});

test('a result repeated word by word is remarked; the name of a document is not', () => {
  const result = 'Обеспечена открытость проверочных работ';
  const repeated = found(planWith({ result }, { result: `${result}.` }), 'resultRepeated');
  expect(repeated).toMatchObject({ measureId: 'm1', facts: { other: 'строка 10' } });
  const document = 'аналитическая справка';
  expect(found(planWith({ result: document }, { result: document }), 'resultRepeated')).toBeUndefined();
});

test.each([
  ['отсутствие адресной помощи школам', 'отсутствие адресной помощи'],
  ['снижение качества обучения', 'снижение качества'],
  ['повышение числа нарушений при проведении', 'повышение числа нарушений'],
])('the result «%s» contradicts any measure', (result, words) => {
  expect(found(planWith({ result }), 'resultContradicts')?.words).toBe(words);
});

test.each([
  'отсутствие нарушений',
  'снижение доли необъективных отметок',
  'повышение качества и доверия',
  'отсутствие школ с признаками',
])('the result «%s» contradicts nothing', (result) =>
  expect(found(planWith({ result }), 'resultContradicts')).toBeUndefined(),
);

test('a result in the words of the next measure is a column that slipped', () => {
  const plan = planWith(
    {
      text: 'Разработать индивидуальные маршруты учителей',
      result: 'пересмотрены планы районных и школьных методических объединений',
    },
    { text: 'Пересмотреть планы районных и школьных методических объединений', result: 'приказ' },
    {},
  );
  expect(found(plan, 'resultOfNeighbour')).toMatchObject({ measureId: 'm0', facts: { other: 'строка 11' } });
});

test('a result that only says the measure again is a note', () => {
  const text = 'Проведение родительских собраний о проверочных работах';
  expect(found(planWith({ text, result: 'Проведение родительских собраний' }), 'resultRestates')?.severity).toBe(
    'note',
  );
  expect(found(planWith({ text, result: 'Протоколы собраний' }), 'resultRestates')).toBeUndefined();
});

test('a quantity in words becomes an indicator', () => {
  const plan = planWith({ result: 'обучено не менее 10 педагогов' });
  const mend = found(plan, 'targetInWords')?.mend;
  expect(mend).toMatchObject({ kind: 'addTarget', target: { value: 10, comparison: 'atLeast' } });
  if (!mend || !isPlanMend(mend)) throw new Error('a mend of the plan is expected');
  expect(found(applyMend(plan, mend), 'targetInWords')).toBeUndefined();
});

test('a kind is proposed by the words, or asked for', () => {
  const plan = planWith({ kind: null, text: 'Открыть горячую линию' });
  const mend = found(plan, 'kindNotTold')?.mend;
  expect(mend).toEqual({ kind: 'setKind', measureId: 'm0', value: 'M59' });
  if (!mend || !isPlanMend(mend)) throw new Error('a mend of the plan is expected');
  expect(found(applyMend(plan, mend), 'kindNotTold')).toBeUndefined();
  expect(found(planWith({ kind: null, text: 'Покрасить забор' }), 'kindNotTold')?.mend).toEqual({
    kind: 'chooseKind',
    measureId: 'm0',
  });
});

function occurrence(changes: Partial<LintedOccurrence> = {}): LintedOccurrence {
  return { id: 'o1', due: '2026-10-20', state: 'open', evidence: 0, ...changes };
}

test('what is called done needs evidence', () => {
  expect(found(planWith({ state: 'done', occurrences: [occurrence()] }), 'doneWithoutEvidence')).toMatchObject({
    severity: 'mend',
    mend: { kind: 'attachEvidence', measureId: 'm0', occurrenceId: 'o1' },
  });
  const accepted = planWith({ state: 'inProgress', occurrences: [occurrence({ state: 'accepted' })] });
  expect(found(accepted, 'doneWithoutEvidence')?.facts.day).toBe('2026-10-20');
  const shown = planWith({ state: 'done', occurrences: [occurrence({ state: 'accepted', evidence: 2 })] });
  expect(found(shown, 'doneWithoutEvidence')).toBeUndefined();
});

test('what is due, past and not handed in is overdue; a condition that has not come is not', () => {
  const context = { ...NOTHING_KNOWN, today: '2026-11-22' };
  const plan = planWith({ state: 'planned', occurrences: [occurrence()] });
  expect(found(plan, 'overdueNotReported', context)?.mend).toEqual({
    kind: 'report',
    measureId: 'm0',
    occurrenceId: 'o1',
  });
  expect(found(plan, 'overdueNotReported', { ...context, today: '2026-10-20' })).toBeUndefined();
  const handedIn = planWith({ state: 'planned', occurrences: [occurrence({ state: 'submitted', evidence: 1 })] });
  expect(found(handedIn, 'overdueNotReported', context)).toBeUndefined();
  const conditional = {
    deadline: 'октябрь 2026 г. (при необходимости)',
    state: 'planned',
    occurrences: [occurrence()],
  } as const;
  expect(found(planWith(conditional), 'overdueNotReported', context)).toBeUndefined();
  expect(found(planWith({ ...conditional, conditionMet: true }), 'overdueNotReported', context)).toBeDefined();
});

test('records of the system that show a measure are offered until evidence is given', () => {
  const context = { ...NOTHING_KNOWN, evidence: [{ kind: 'M14', room: 'objectivity', records: 3 }] };
  const plan = planWith({ kind: 'M14', state: 'planned', occurrences: [occurrence()] });
  expect(found(plan, 'evidenceInSystem', context)?.mend).toEqual({
    kind: 'linkEvidence',
    measureId: 'm0',
    room: 'objectivity',
  });
  const given = planWith({ kind: 'M14', state: 'planned', occurrences: [occurrence({ evidence: 1 })] });
  expect(found(given, 'evidenceInSystem', context)).toBeUndefined();
});

test('what was withdrawn is not looked at', () => {
  expect(lintPlan(planWith({ state: 'withdrawn', deadline: '', responsible: [] }))).toEqual([]);
});
