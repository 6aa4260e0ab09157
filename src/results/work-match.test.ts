import { expect, test } from 'vitest';
import type { PaperDraft, ReadFile, Work } from './model.ts';
import { NO_VALUE, NOT_ATTEMPTED } from './model.ts';
import { applyWork, recogniseWork, recomputedTotal } from './work-match.ts';

function work(
  subject: string,
  grade: number,
  tasks: readonly (readonly [string, number])[],
  more: Partial<Work> = {},
): Work {
  return {
    subject,
    grade,
    level: 'base',
    tasks: tasks.map(([id, max]) => ({ id, max, response: 'short' as const })),
    thresholds: { 3: 2, 4: 4, 5: 5 },
    ...more,
  };
}

function paper(row: number, scores: readonly number[], more: Partial<PaperDraft> = {}): PaperDraft {
  return {
    row,
    municipality: null,
    school: null,
    schoolName: null,
    className: '5А',
    participant: `5000${row}`,
    variant: '1',
    teacher: null,
    status: 'present',
    scores,
    total: null,
    mark: null,
    journalMark: null,
    ...more,
  };
}

function file(
  tasks: readonly (readonly [string, number | null])[],
  papers: readonly PaperDraft[],
  more: Partial<ReadFile> = {},
): ReadFile {
  return {
    reader: 'form-2026',
    procedure: null,
    year: null,
    subject: null,
    grade: 5,
    date: null,
    sheet: 'Протокол',
    tasks: tasks.map(([id, max]) => ({ id, max, level: null })),
    papers,
    problems: [],
    droppedColumns: [],
    ...more,
  };
}

const TASKS = [
  ['1', 2],
  ['2.1', 1],
  ['4К1', 3],
] as const;
const mathematics = work('Математика', 5, TASKS);

function codes({ problems }: ReadFile) {
  return problems.map(({ code, found, allowed }) => [code, found, allowed]);
}

test('a form that names no subject is recognised by grade and tasks; works that agree are all offered', () => {
  const russian = work('Русский язык', 5, [
    ['1', 2],
    ['2', 4],
  ]);
  const history = work('История', 5, TASKS);
  const older = work('Математика', 6, TASKS);
  const form = file(
    [
      ['4K1', 3],
      ['1', 2],
      ['2(1)', 1],
    ],
    [],
  );
  const found = recogniseWork(form, [russian, mathematics, history, older]).map((candidate) => candidate.work);
  expect(found).toEqual([mathematics, history]);
});

test('a file that names its subject and year comes with the work that agrees in most', () => {
  const of2025 = { ...mathematics, year: 2025 };
  const of2026 = { ...mathematics, year: 2026 };
  const undated = { ...mathematics, year: null };
  const exported = file(TASKS, [], { subject: 'Математика', year: 2026 });
  expect(recogniseWork(exported, [undated, of2025, of2026]).map((candidate) => candidate.work)).toEqual([
    of2026,
    undated,
  ]);
});

test('a work of «Иностранный язык» takes papers of English, a work of Russian does not', () => {
  const exported = file(TASKS, [], { subject: 'Английский язык' });
  const foreign = work('Иностранный язык', 5, TASKS);
  expect(recogniseWork(exported, [foreign, work('Русский язык', 5, TASKS)]).map((each) => each.work)).toEqual([
    foreign,
  ]);
});

test('scores are put into the order of the work', () => {
  const swapped = file(
    [
      ['4К1', 3],
      ['2.1', 1],
      ['1', 2],
    ],
    [paper(2, [3, NOT_ATTEMPTED, 2])],
  );
  const applied = applyWork(swapped, mathematics);
  expect(applied.tasks.map(({ id, max }) => [id, max])).toEqual(TASKS);
  expect(applied.papers[0].scores).toEqual([2, NOT_ATTEMPTED, 3]);
  expect(applied.problems).toEqual([]);
});

test('a protocol of 2021 gets tasks and maxima by position, and scores are checked against them', () => {
  const protocol = file(
    [
      ['1', null],
      ['2', null],
      ['3', null],
    ],
    [paper(2, [2, 1, 3]), paper(3, [2, 2, 1])],
  );
  expect(recogniseWork(protocol, [mathematics])).toHaveLength(1);
  const applied = applyWork(protocol, mathematics);
  expect(applied.tasks.map(({ id, max }) => [id, max])).toEqual(TASKS);
  expect(codes(applied)).toEqual([['score-above-maximum', '2.1: 2', '0–1, X']]);
  expect(applied.papers[1]).toMatchObject({ errors: 1, scores: [2, NO_VALUE, 1] });
});

test('another number of positions is refused, since nobody can tell which task is missing', () => {
  const protocol = file(
    [
      ['1', null],
      ['2', null],
    ],
    [paper(2, [1, 1])],
  );
  expect(recogniseWork(protocol, [mathematics])).toEqual([]);
  expect(codes(applyWork(protocol, mathematics))).toEqual([['task-count-differs', '2', '3']]);
});

test('tasks that differ are all named, and the papers stay as they are', () => {
  const other = file(
    [
      ['1', 1],
      ['2.1', 1],
      ['5', 3],
    ],
    [paper(2, [1, 1, 3])],
  );
  const applied = applyWork(other, mathematics);
  expect(codes(applied)).toEqual([
    ['task-not-in-work', '5', null],
    ['task-maximum-differs', '1: 1', '1: 2'],
    ['task-missing', null, '4К1'],
  ]);
  expect(applied.papers[0].scores).toEqual([1, 1, 3]);
});

test('a printed mark is compared with the scale by the recomputed total', () => {
  const marked = file(TASKS, [paper(2, [2, 1, 1], { mark: 4 }), paper(3, [2, 1, 2], { mark: 4 })]);
  expect(codes(applyWork(marked, mathematics))).toEqual([['mark-differs', '4', '5']]);
});

test('without a scale marks are not computed, and that is said once', () => {
  const marked = file(TASKS, [paper(2, [2, 1, 1], { mark: 4 }), paper(3, [0, 0, 0], { mark: 5 })]);
  expect(codes(applyWork(marked, { ...mathematics, thresholds: null }))).toEqual([['no-scale', null, null]]);
});

test('a file of another subject or grade does not become papers of the work', () => {
  const other = file(TASKS, [], { subject: 'История', grade: 6 });
  const severities = applyWork(other, mathematics).problems.map(({ code, severity }) => [code, severity]);
  expect(severities).toEqual([
    ['subject-differs', 'error'],
    ['grade-differs', 'error'],
  ]);
});

test('special values add nothing to a total', () => {
  expect(recomputedTotal([2, NOT_ATTEMPTED, NO_VALUE, 3])).toBe(5);
});

test('a mark of the OGE that a side condition lowers does not differ from the scale, another one does', () => {
  const ids = Array.from({ length: 25 }, (_, index) => [String(index + 1), index < 19 ? 1 : 2] as const);
  const exam = work('Математика', 9, ids, { thresholds: { 3: 8, 4: 15, 5: 22 } });
  // Fourteen points of algebra and two of an extended task of algebra: 16, none of them of geometry.
  const scores = ids.map((_, index): number => (index < 14 ? 1 : 0)).with(19, 2);
  const papers = [paper(2, scores, { mark: 2 }), paper(3, scores, { mark: 4 })];
  const protocol = file(
    ids.map(([id]) => [id, null] as const),
    papers,
    { grade: 9, year: 2023, subject: 'Математика' },
  );
  const differing = applyWork(protocol, { ...exam, year: 2023 }).problems.filter(({ code }) => code === 'mark-differs');
  expect(differing.map(({ row, found, allowed }) => [row, found, allowed])).toEqual([[3, '4', '2']]);
});
