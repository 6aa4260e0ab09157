import { expect, test } from 'vitest';
import { lintPlan, NOTHING_KNOWN } from './lint.ts';
import { applyMend, isPlanMend } from './mend.ts';
import type { LintedPlan, Mend, Remark, RemarkCode } from './model.ts';
import { planOf, planWith } from './plan-fixture.ts';

function found(plan: LintedPlan, code: RemarkCode): Remark | undefined {
  return lintPlan(plan).find((remark) => remark.code === code);
}

function after(plan: LintedPlan, mend: Mend | null | undefined): LintedPlan {
  expect(mend).toBeTruthy();
  if (!mend || !isPlanMend(mend)) throw new Error('the plan alone cannot make this mend');
  return applyMend(plan, mend);
}

test('a sound plan has no remarks', () => {
  expect(lintPlan(planWith({}, {}, {}, {}))).toEqual([]);
});

test.each<[RemarkCode, string, string | null, string[]]>([
  ['impossibleDate', 'до 31 апреля 2027 г.', 'до 30 апреля 2027 г.', []],
  ['outsidePlan', 'октябрь 2027 г.', 'октябрь 2026 г.', []],
  ['beforeApproval', 'до 15 октября 2025 г.', 'до 15 октября 2026 г.', []],
  ['beforeApproval', 'до 20 августа 2026 г.', null, []],
  ['untilMonth', 'до мая', 'до 30 апреля 2027 г.', ['до конца мая 2027 г.']],
  ['yearMissing', 'Октябрь', 'Октябрь 2026 г.', []],
  ['yearMissing', 'до 31 мая', 'до 31 мая 2027 г.', []],
  ['yearMissing', 'Сентябрь- март', 'Сентябрь 2026 г. – март 2027 г.', []],
  ['yearMissing', 'октябрь, январь, май', 'октябрь 2026 г., январь, май 2027 г.', []],
  ['yearMissing', 'II квартал', 'II квартал 2027 г.', []],
  ['augustOfWhichYear', 'август', 'август 2026 г.', ['август 2027 г.']],
  ['lostDash', 'ноябрь декабрь 2026', 'ноябрь – декабрь 2026 г.', ['ноябрь, декабрь 2026 г.']],
  ['trailingComma', 'ноябрь 2026 г.,', 'ноябрь 2026 г.', []],
  ['dayOff', 'до 1 ноября 2026 г.', 'до 30 октября 2026 г.', ['до 2 ноября 2026 г.']],
  ['dayOff', 'до 4 ноября 2026 г.', 'до 3 ноября 2026 г.', ['до 5 ноября 2026 г.']],
])('%s in «%s» is mended to «%s»', (code, deadline, mended, others) => {
  const plan = planWith({}, { deadline });
  const remark = found(plan, code);
  expect(remark).toMatchObject({ code, measureId: 'm1', sectionId: 's0', field: 'deadline', place: 'строка 11' });
  expect(remark?.words).toContain(deadline);
  if (mended === null) expect(remark?.mend).toMatchObject({ kind: 'writeField', measureId: 'm1', field: 'deadline' });
  else {
    expect(remark?.mend).toEqual({ kind: 'setField', measureId: 'm1', field: 'deadline', value: mended });
    expect(found(after(plan, remark?.mend), code)).toBeUndefined();
  }
  const otherMends = remark?.otherMends.filter(isPlanMend) ?? [];
  expect(otherMends.map((mend) => (mend.kind === 'setField' ? mend.value : mend.kind))).toEqual(others);
  for (const mend of otherMends) expect(found(after(plan, mend), code)).toBeUndefined();
});

test.each([
  'октябрь 2026 г.',
  'ноябрь 2026 г. – май 2027 г.',
  'ежемесячно, последний понедельник месяца',
  '1 раз в квартал',
  'в течение учебного года',
  'постоянно',
  'до 21 ноября 2026 г.',
  'октябрь, декабрь 2026 г.',
])('«%s» has nothing to be remarked', (deadline) => {
  expect(lintPlan(planWith({ deadline }))).toEqual([]);
});

test('no deadline is a defect, except where the order itself carries the item out', () => {
  expect(found(planWith({ deadline: '' }), 'noDeadline')?.severity).toBe('mend');
  expect(found(planWith({ deadline: '—', text: 'Утвердить план мероприятий' }), 'noDeadline')?.severity).toBe('note');
  const person = [{ post: null, person: 'Небывалова А. А.', organisation: null, held: false }];
  const appoints = 'Назначить ответственной Небывалова А. А.';
  expect(found(planWith({ deadline: '', text: appoints, responsible: person }), 'noDeadline')?.severity).toBe('note');
});

test('words that say no time are a defect; a part that was not understood can be confirmed', () => {
  expect(found(planWith({ deadline: 'по желанию коллектива' }), 'deadlineNotUnderstood')?.severity).toBe('mend');
  const plan = planWith({ deadline: 'октябрь 2026 г. кабинет двенадцать' });
  const remark = found(plan, 'deadlinePartNotUnderstood');
  expect(remark?.mend).toEqual({ kind: 'confirmDeadline', measureId: 'm0' });
  expect(lintPlan(after(plan, remark?.mend))).toEqual([]);
});

test('days that a person set are not doubted any more', () => {
  const set = [{ from: null, to: '2026-10-20' }];
  expect(lintPlan(planWith({ deadline: 'по графику ВПР', windowsSet: set }))).toEqual([]);
  const late = planWith({ deadline: 'октябрь', windowsSet: [{ from: null, to: '2028-10-20' }] });
  expect(lintPlan(late).map(({ code }) => code)).toEqual(['outsidePlan']);
});

test('a range that ends before it begins is a defect', () => {
  const remark = found(planWith({ deadline: 'с 20.11.2026 по 10.11.2026' }), 'reversedRange');
  expect(remark?.facts).toMatchObject({ day: '2026-11-20', last: '2026-11-10' });
});

test('the whole year is within a plan that ends before it', () => {
  const plan = { ...planWith({ deadline: 'в течение года' }, { deadline: 'июнь 2027 г.' }), endsOn: '2027-05-31' };
  expect(lintPlan(plan).map(({ code, measureId }) => [code, measureId])).toEqual([['outsidePlan', 'm1']]);
});

test('two phases become two measures that follow one another', () => {
  const plan = planWith({ deadline: 'октябрь – ноябрь 2026 г., затем в течение года' }, {});
  const remark = found(plan, 'twoPhases');
  const mended = after(plan, remark?.mend);
  expect(mended.sections[0].measures.map(({ id, deadline }) => [id, deadline])).toEqual([
    ['m0', 'октябрь – ноябрь 2026 г.'],
    ['m0-2', 'в течение учебного года'],
    ['m1', 'до 20 октября 2026 г.'],
  ]);
  expect(found(mended, 'twoPhases')).toBeUndefined();
});

test('a reference asks for its document, and is content when it is attached', () => {
  const plan = planWith({ deadline: 'По графику проведения ВПР' });
  expect(found(plan, 'referenceNotAttached')?.mend).toMatchObject({ kind: 'attachCalendar' });
  const events = [{ names: ['график ВПР'], windows: [{ from: '2027-04-12', to: '2027-05-14' }] }];
  expect(lintPlan(plan, { ...NOTHING_KNOWN, events })).toEqual([]);
});

function mendOf(deadline: string) {
  return lintPlan(planWith({ deadline })).map(({ code, mend }) => [code, mend]);
}

test('an event is told from a document, and terms of the school from both', () => {
  expect(mendOf('по плану ВШК')).toMatchObject([['referenceNotAttached', { of: 'document', reference: 'план ВШК' }]]);
  expect(mendOf('по мере публикации')).toMatchObject([['referenceNotAttached', { of: 'event' }]]);
  expect(mendOf('по итогам четверти')).toMatchObject([['termsNotAttached', { of: 'terms' }]]);
});

test('a reference without a name takes the one procedure that the measure speaks of', () => {
  const plan = planWith({ deadline: 'По графику (при необходимости)', text: 'Перепроверить работы ВПР в школе' });
  const remark = found(plan, 'referenceUnnamed');
  expect(remark?.mend).toMatchObject({ value: 'По графику ВПР (при необходимости)' });
  expect(found(after(plan, remark?.mend), 'referenceUnnamed')).toBeUndefined();
  const unnamed = { kind: 'writeField', field: 'deadline', proposal: null };
  expect(found(planWith({ deadline: 'По плану' }), 'referenceUnnamed')?.mend).toMatchObject(unnamed);
  expect(
    found(planWith({ deadline: 'по графику', text: 'Сверить ВПР с ОГЭ' }), 'referenceUnnamed')?.mend,
  ).toMatchObject(unnamed);
});

test.each([
  ['октябрь 2026 г.', 'октябрь 2026 г.; по итогам четверти'],
  ['в течение года', 'в течение года, по итогам четверти'],
  ['', 'по итогам четверти'],
])('a recurrence in the text beside «%s» goes to the deadline', (deadline, mended) => {
  const plan = planWith({ deadline, text: 'Проводить проверочные работы в конце каждой четверти' });
  const remark = found(plan, 'recurrenceInText');
  expect(remark).toMatchObject({ words: 'в конце каждой четверти', mend: { value: mended } });
  expect(found(after(plan, remark?.mend), 'recurrenceInText')).toBeUndefined();
});

test('a recurrence that the deadline says too, or that is a name, is no remark', () => {
  const text = 'Проводить проверочные работы 1 раз в четверть';
  expect(found(planWith({ text, deadline: 'по итогам четверти' }), 'recurrenceInText')).toBeUndefined();
  const conference = 'Подготовиться к ежегодной конференции';
  expect(found(planWith({ text: conference }), 'recurrenceInText')).toBeUndefined();
});

test('a period that the plan does not name is one remark on the plan', () => {
  const deadline = 'В течение всего периода';
  const plan = planWith({ deadline }, { deadline }, {});
  const [remark, ...rest] = lintPlan(plan);
  expect(rest).toEqual([]);
  expect(remark).toMatchObject({ code: 'periodNotNamed', measureId: null, place: 'строка 10; строка 11' });
  expect(lintPlan(after(plan, remark.mend))).toEqual([]);
});

test('a plan without its order and a school year told from dates are remarks on the plan', () => {
  const plan = planOf([], { approval: { order: null, on: null }, schoolYearGuessed: true });
  const remarks = lintPlan(plan);
  expect(remarks.map(({ code }) => code)).toEqual(['planNotApproved', 'schoolYearGuessed']);
  expect(found(after(plan, remarks[1].mend), 'schoolYearGuessed')).toBeUndefined();
});
