import { expect, test } from 'vitest';
import { figuresInWords } from './figures-text.ts';
import type { AimSubject, Effect, ShownUnit } from './model.ts';
import { effectInWords } from './outcome-text.ts';
import { aimTitle } from './text.ts';

const plain = (words: string): string => words.replace(/[\u00a0\u202f]/g, ' ');
const finding: AimSubject = {
  kind: 'finding',
  organizationId: 1,
  level: 'class',
  classGroup: { grade: 5, letter: 'Б', schoolYear: 2025 },
  subject: 'Математика',
  grade: 5,
};
const index: AimSubject = { kind: 'index', organizationId: 1, index: 'vpr' };
const measured = (words: 'fell' | 'rose' | 'notShown', difference: number, low: number, high: number): Effect => ({
  kind: 'measured',
  unit: 'share',
  difference,
  interval: { low, high },
  words,
});

test('a change is told with its interval, and that its cause is not known', () => {
  const { verdict, sentence, notes } = effectInWords(measured('fell', -0.4, -0.568, -0.182), index, '', 'ru');
  expect(verdict).toBe('Изменилось');
  expect(plain(sentence)).toBe('Доля меньше: −40,0 п. п.; с учётом случайности от −56,8 до −18,2 п. п.');
  expect(notes.join(' ')).toContain('Отчего изменилось, по этим данным сказать нельзя');
});

test('no effect shown is a usual answer, and of a sign it is said that strong signs fall back by themselves', () => {
  const { verdict, notes } = effectInWords(measured('notShown', -0.03, -0.2, 0.14), finding, '', 'ru');
  expect(verdict).toBe('Не изменилось');
  expect(notes[0]).toContain('Эффект не показан. Это обычный ответ');
  expect(notes[1]).toContain('часть снижения бывает и без мероприятий');
  expect(effectInWords(measured('notShown', -0.03, -0.2, 0.14), index, '', 'ru').notes).toHaveLength(1);
});

test('no sentence accuses, judges or names a cause', () => {
  const all = (['fell', 'rose', 'notShown'] as const).flatMap((words) =>
    (['ru', 'en'] as const).map((language) => effectInWords(measured(words, 0.1, 0, 0.2), finding, '', language)),
  );
  for (const { verdict, sentence, notes } of all)
    expect([verdict, sentence, ...notes].join(' ')).not.toMatch(
      /наруш|виновн|рейтинг|благодаря|помогло|из-за|guilty|thanks to/iu,
    );
});

test('a group under five is told without its number, a person’s reason with its words', () => {
  const few: Effect = { kind: 'tooSmall', when: 'after', given: null, required: 10, of: 'papers' };
  expect(effectInWords(few, finding, '', 'ru').sentence).toBe(
    'Для сравнения мало данных: работ теперь меньше 5, нужно не меньше 10.',
  );
  expect(effectInWords({ ...few, given: 6 }, { ...index, index: 'medal' }, '', 'ru').sentence).toContain(
    'претендентов на медаль теперь 6',
  );
  const none: Effect = { kind: 'notMeasurable', reason: 'other' };
  expect(effectInWords(none, { kind: 'none', reason: 'other' }, 'Работа разовая.', 'ru').sentence).toBe(
    'Другая причина: Работа разовая.',
  );
});

test('figures of a work are told in one line', () => {
  const shown: ShownUnit = {
    kind: 'unit',
    suppressed: false,
    findingId: 1,
    workId: 1,
    procedure: 'ВПР 2026',
    year: 2026,
    heldOn: '2026-04-21',
    grade: 5,
    className: '5Б',
    participants: 22,
    signalled: true,
    strength: 'noticeable',
    localFdr: 0.1,
    marker: { kind: 'computed', id: 'B2', z: 4.2, effect: { value: 1, unit: 'pointsPerPupil' } },
  };
  expect(plain(figuresInWords(shown, 'ru'))).toBe(
    'ВПР 2026, 21.04.2026: 5Б, признак заметный, 22 работы; «Трудные задания»: 4,2 стандартного отклонения от честного эталона',
  );
  expect(figuresInWords({ kind: 'unit', suppressed: true, year: 2026 }, 'ru')).toBe(
    '2026 год: меньше 5, показатели не приводятся',
  );
  expect(aimTitle(finding, 'Школа № 3', 'ru')).toBe('Признак: 5Б, Математика (Школа № 3)');
});
