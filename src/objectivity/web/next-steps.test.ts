import { expect, test } from 'vitest';
import { LANGUAGES } from '#src/platform/ui/i18n.ts';
import type { MarkerId, MarkerResult, Mechanism } from '../model.ts';
import type { Detail } from './facts.ts';
import { nextSteps } from './next-steps.ts';

const MECHANISM: Record<MarkerId, Mechanism> = {
  B1: 'boundary',
  B2: 'help',
  B3: 'help',
  B4: 'help',
  B5: 'copying',
  B6: 'level',
  B7: 'marks',
  B8: 'level',
  B9: 'level',
};

function marker(id: MarkerId, value = 1): MarkerResult {
  return {
    kind: 'computed',
    id,
    mechanism: MECHANISM[id],
    statistic: 4,
    p: 0.001,
    effect: { value, unit: 'pointsPerPupil' },
    participants: 20,
    details: {
      tasks: [{ id: '3', observed: 1.5, expected: 0.4, z: 4 }],
      boundaries: [{ mark: 4, score: 10, below: 1, above: 7, expectedAbove: 3.5 }],
    },
  };
}

function steps(markers: MarkerResult[], changes: Partial<Detail> = {}, own = false, language: 'ru' | 'en' = 'ru') {
  const detail = {
    level: 'class',
    localFdr: 0.02,
    signalled: true,
    participants: 20,
    absent: 1,
    mechanisms: markers.map((each) => each.mechanism),
    markers,
    tasks: [
      { id: '1', max: 1, response: 'short', difficulty: 0.9 },
      { id: '3', max: 2, response: 'extended', difficulty: 0.3 },
    ],
    ...changes,
  } as Detail;
  return nextSteps(detail, own, language);
}

test('at a boundary the papers just above it come first, and their extended tasks are named', () => {
  const [first, second] = steps([marker('B1')]);
  expect(first).toContain('7\u00a0работ сразу над границей отметки «4» (10\u00a0баллов и 11\u00a0баллов)');
  expect(second).toContain('(3)');
});

test('a teacher is asked to explain, others to ask the teacher', () => {
  expect(steps([marker('B2')], {}, true).at(-1)).toContain('в вашем классе');
  expect(steps([marker('B2')]).at(-1)).toContain('Спросите учителя');
});

test('marks above the test lead to the criteria of marks', () => {
  expect(steps([marker('B7', 0.4)])[0]).toContain('критерии текущих отметок');
});

test('many absent pupils are asked about', () => {
  expect(steps([marker('B5')], { absent: 6 }).join(' ')).toContain('6\u00a0участников отсутствовали');
});

test('without a signal there is nothing to do, with too few papers no conclusion', () => {
  expect(steps([], { signalled: false, localFdr: 0.8 })).toHaveLength(1);
  expect(steps([], { signalled: false, localFdr: null })[0]).toContain('по школе целиком');
});

test('no step accuses anybody, in either language', () => {
  const all = (Object.keys(MECHANISM) as MarkerId[]).map((id) => marker(id));
  for (const language of LANGUAGES) {
    const said = steps(all, { absent: 9 }, false, language).join(' ').toLowerCase();
    expect(said).not.toMatch(/наруш|винов|рейтинг|подозр|cheat|violat|guilt|suspic|rank/u);
  }
});
