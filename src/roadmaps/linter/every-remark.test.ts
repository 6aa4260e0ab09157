/** Every remark that the linter can make, and that each has a mend or a way to the field that works. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintPlan, mendsOf, NOTHING_KNOWN, remarkKey } from './lint.ts';
import { applyMend, isPlanMend } from './mend.ts';
import type { LintContext, LintedMeasure, LintedPlan, OutsideMend, RemarkCode } from './model.ts';
import { REMARK_CODES } from './model.ts';
import { planWith } from './plan-fixture.ts';
import { mendInWords } from './text.ts';
import { wayOf } from './ways.ts';

const post = (name: string) => ({ post: name, person: null, organisation: null, held: false });
const told = (code: LintedMeasure['warnings'][number]['code']) => [{ code, words: null, place: 'строка 10' }];
const date = { id: '5', due: '2026-10-20', evidence: 0 };
const plain = (changes: Partial<LintedMeasure>): LintedPlan => planWith(changes);
const usual = {
  source: 'starter',
  kind: 'M40',
  text: 'Другое',
  deadline: 'до 1 декабря 2026 г.',
  responsible: 'Директор',
  result: 'справка о ходе',
} as const;

const CASES: Readonly<Record<RemarkCode, readonly [LintedPlan, Partial<LintContext>?]>> = {
  planNotApproved: [{ ...plain({}), approval: { order: null, on: null } }],
  schoolYearGuessed: [{ ...plain({}), schoolYearGuessed: true }],
  periodNotNamed: [plain({ deadline: 'в течение всего периода' })],
  noDeadline: [plain({ deadline: '' }), { usual: [usual] }],
  deadlineNotUnderstood: [plain({ deadline: 'когда будет готово' })],
  deadlinePartNotUnderstood: [plain({ deadline: 'октябрь 2026 г. ы' })],
  impossibleDate: [plain({ deadline: 'до 31 апреля 2027 г.' })],
  reversedRange: [plain({ deadline: 'ноябрь 2026 г. – октябрь 2026 г.' })],
  outsidePlan: [plain({ deadline: 'октябрь 2027 г.' })],
  beforeApproval: [plain({ deadline: 'до 20 августа 2026 г.' })],
  untilMonth: [plain({ deadline: 'до мая' })],
  yearMissing: [plain({ deadline: 'октябрь' })],
  augustOfWhichYear: [plain({ deadline: 'август' })],
  lostDash: [plain({ deadline: 'ноябрь декабрь 2026' })],
  trailingComma: [plain({ deadline: 'ноябрь 2026 г.,' })],
  twoPhases: [plain({ deadline: 'декабрь 2026 г., затем постоянно' })],
  referenceNotAttached: [plain({ deadline: 'по графику ВПР' })],
  referenceUnnamed: [plain({ deadline: 'по плану' })],
  termsNotAttached: [plain({ deadline: '1 раз в четверть' })],
  dayOff: [plain({ deadline: 'до 1 ноября 2026 г.' })],
  recurrenceInText: [plain({ text: 'Ежемесячно проверять журналы оценок' })],
  noResponsible: [plain({ responsible: [] })],
  postHeldByNobody: [plain({ responsible: [post('Школьный координатор')] }), { posts: ['Директор'] }],
  manyInOneWeek: [planWith(...Array.from({ length: 6 }, (_, at) => ({ text: `Провести занятие кружка номер ${at}` })))],
  valueInherited: [plain({ warnings: told('inherited') })],
  valueMoved: [plain({ warnings: told('columnsShifted') })],
  cutByPage: [plain({ warnings: told('cutByPage') })],
  textCutOff: [plain({ text: 'Провести собрание родителей и' })],
  noNumber: [planWith({}, { number: null })],
  duplicateNumber: [planWith({}, { number: '1' })],
  brokenNumber: [planWith({}, { number: '7' })],
  foreignLetters: [plain({ text: 'Рaзобрать работы учеников' })],
  identicalRows: [planWith({}, { text: 'Изучить порядок проведения проверочных работ', result: 'лист ознакомления' })],
  measureTwice: [planWith({}, {}, { text: 'Изучить порядок проведения проверочных работ' })],
  noResult: [planWith({}, {}, { result: null }), { usual: [usual] }],
  resultContradicts: [plain({ result: 'снижение качества обучения' })],
  resultOfNeighbour: [
    planWith(
      { text: 'Построить маршруты методической поддержки молодых учителей математики', result: 'протокол' },
      { text: 'Опубликовать новости', result: 'Построены маршруты методической поддержки молодых учителей математики' },
    ),
  ],
  resultRepeated: [planWith({ result: 'Обеспечена открытость работ' }, { result: 'Обеспечена открытость работ' })],
  resultRestates: [plain({ text: 'Посетить уроки молодых учителей школы', result: 'Посетить уроки молодых учителей' })],
  targetInWords: [plain({ text: 'Обучить не менее 10 педагогов' })],
  kindNotTold: [plain({ kind: null, text: 'Сходить куда-нибудь' })],
  evidenceInSystem: [
    plain({ state: 'inProgress', occurrences: [{ ...date, state: 'open' }] }),
    { evidence: [{ kind: 'M40', room: 'results', records: 3 }] },
  ],
  doneWithoutEvidence: [plain({ state: 'done', occurrences: [{ ...date, state: 'open' }] })],
  overdueNotReported: [
    plain({ state: 'inProgress', occurrences: [{ ...date, state: 'open' }] }),
    { today: '2026-11-22' },
  ],
};

/** Addresses of the site as its table of contents has them: «/plans/$id/remarks». */
const ROUTES = [
  ...readFileSync(new URL('../../web.tsx', import.meta.url), 'utf8').matchAll(/[pP]age\('([^']+)'/gu),
].map(([, path]) => new RegExp(`^${path!.replace(/\$\w+/gu, '[^/]+')}$`, 'u'));

test.each(REMARK_CODES)('%s: each mend makes the remark go, and each way leads to a page that is there', (code) => {
  const [plan, known] = CASES[code];
  const context = { ...NOTHING_KNOWN, ...known };
  const remark = lintPlan(plan, context).find((one) => one.code === code);
  if (remark === undefined) throw new Error('the plan does not call for the remark');
  const remains = (mended: LintedPlan): boolean =>
    lintPlan(mended, context).some((one) => remarkKey(one) === remarkKey(remark));
  for (const mend of mendsOf(remark)) {
    for (const language of ['ru', 'en'] as const) expect(mendInWords(mend, code, language)).toMatch(/^\p{Lu}.*[^.]$/u);
    if (isPlanMend(mend)) expect(remains(applyMend(plan, mend)), mend.kind).toBe(false);
    else expectWay(mend, plan, remains);
  }
});

function expectWay(mend: OutsideMend, plan: LintedPlan, remains: (mended: LintedPlan) => boolean): void {
  const { path } = wayOf(mend, { id: 3, organizationId: 5, schoolYear: 2026 });
  expect(
    ROUTES.some((route) => route.test(path)),
    path,
  ).toBe(true);
  if (mend.kind !== 'writeField') return;
  expect(plan.sections[0]!.measures.map(({ id }) => id)).toContain(mend.measureId);
  // A proposal that a person takes over as it is leaves nothing to be said.
  const { measureId, field, proposal } = mend;
  if (proposal === null || field === 'responsible') return;
  expect(remains(applyMend(plan, { kind: 'setField', measureId, field, value: proposal.value })), field).toBe(false);
}
