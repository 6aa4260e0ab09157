import { expect, test } from 'vitest';
import type { MarkerResult, UnitResult } from './model.ts';
import { headline, markerName, mechanismName, strengthName } from './text.ts';
import { caveats } from './wording/caveats.ts';
import { explain } from './wording/explain.ts';

const hard: MarkerResult = {
  kind: 'computed',
  id: 'B2',
  mechanism: 'help',
  statistic: 4.2,
  p: 0.00002,
  effect: { value: 0.62, unit: 'pointsPerPupil', low: 0.31, high: 0.93 },
  participants: 22,
  details: {
    tasks: [
      { id: '9.2', observed: 0.8, expected: 0.4, z: 3.5 },
      { id: '12', observed: 0.6, expected: 0.3, z: 4 },
    ],
  },
};

const unit = (change: Partial<UnitResult> = {}): UnitResult => ({
  level: 'class',
  municipality: 'Округ',
  school: 'Школа № 3',
  grade: 5,
  className: '5Б',
  subject: 'Математика',
  participants: 22,
  absent: 1,
  index: 9,
  p: 0.00002,
  signalled: true,
  localFdr: 0.02,
  strength: 'noticeable',
  mechanisms: ['help'],
  markers: [hard],
  ...change,
});

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('a heading is a sentence of fact about the unit', () => {
  expect(plain(headline(unit(), 'ru'))).toBe(
    'В 5Б по математике трудные задания решены лучше ожидаемого, лёгкие — нет',
  );
  expect(plain(headline(unit({ level: 'school', className: null }), 'ru'))).toBe(
    'Школа № 3: по математике в 5 классах трудные задания решены лучше ожидаемого, лёгкие — нет',
  );
  expect(plain(headline(unit({ p: null, markers: [], signalled: false, strength: 'none' }), 'en'))).toBe(
    '5Б, Математика: too few papers for a conclusion',
  );
});

test('an explanation quotes the effect in points with its interval, tasks by strength and the comma of the language', () => {
  expect(plain(explain(hard, unit(), 'ru'))).toBe(
    'За самые трудные задания (12, 9.2) получено в среднем на 0,6 балла на участника больше (от 0,3 до 0,9), чем у участников региона с такими же суммами.',
  );
  expect(plain(explain(hard, unit(), 'en'))).toContain('0.6 points per pupil more (0.3 to 0.9)');
});

test('an effect that is printed as zero is called no noticeable difference, in neither direction', () => {
  const words = (id: 'B2' | 'B3' | 'B6' | 'B7', value: number, language: 'ru' | 'en') =>
    plain(
      explain(
        { ...hard, id, effect: { ...hard.effect, value, low: -0.2, high: 0.2 } } as MarkerResult,
        unit(),
        language,
      ),
    );
  for (const id of ['B2', 'B3', 'B6', 'B7'] as const) {
    const smallest = id === 'B7' ? 0.004 : 0.04;
    for (const value of [0, smallest, -smallest]) {
      expect(words(id, value, 'ru')).toContain('заметной разницы нет (от −0,2');
      expect(words(id, value, 'ru')).not.toMatch(/на 0,0|больше|меньше|выше|ниже/u);
      expect(words(id, value, 'en')).toContain('no noticeable difference (');
      expect(words(id, value, 'en')).not.toMatch(/\b0\.00? |more|less|higher|lower/u);
    }
    expect(words(id, smallest * 2, 'ru')).not.toContain('разницы нет');
    expect(words(id, smallest * 2, 'en')).not.toContain('no noticeable');
  }
  const boundary = { ...hard, id: 'B1', effect: { value: 0.3, unit: 'papers' }, details: {} } as MarkerResult;
  expect(explain(boundary, unit(), 'ru')).toBe('Сверх ожидаемого работ над границами отметок нет.');
  expect(explain(boundary, unit(), 'en')).toBe('There are no papers above mark boundaries beyond expectation.');
});

test('a boundary names the mark, the papers on both sides and how many were expected', () => {
  const boundary: MarkerResult = {
    kind: 'computed',
    id: 'B1',
    mechanism: 'boundary',
    statistic: 3,
    p: 0.001,
    effect: { value: 5.2, unit: 'papers', low: 2.1, high: 8.3 },
    participants: 60,
    details: { boundaries: [{ mark: 3, score: 6, below: 1, above: 21, expectedAbove: 14 }] },
  };
  expect(plain(explain(boundary, unit(), 'ru'))).toBe(
    'У границы отметки «3» (6 баллов) чуть выше 21 работа, чуть ниже 1; по распределению региона выше ожидалось бы около 14. ' +
      'Сверх ожидаемого над границами отметок около 5 работ (от 2 до 8).',
  );
});

test('too small a sample says what is needed and what there is', () => {
  const small: MarkerResult = {
    kind: 'insufficient',
    id: 'B7',
    mechanism: 'marks',
    required: 15,
    given: 7,
    reason: 'journalMarks',
  };
  expect(plain(explain(small, unit(), 'ru'))).toBe('Отметки и работа: нужно не меньше 15 отметок по журналу, есть 7.');
});

test('every marker, mechanism and strength has words in both languages, and none of them accuses', () => {
  const words: string[] = [];
  for (const language of ['ru', 'en'] as const) {
    for (const id of ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9'] as const) {
      const marker: MarkerResult = {
        ...hard,
        id,
        effect: { value: -0.4, unit: 'pointsPerPupil' },
        details: {},
      } as MarkerResult;
      words.push(
        markerName(id, language),
        explain(marker, unit(), language),
        headline(unit({ markers: [marker] }), language),
      );
      words.push(...caveats(unit({ markers: [marker], absent: 9 }), language));
    }
    for (const mechanism of ['boundary', 'help', 'copying', 'level', 'marks'] as const)
      words.push(mechanismName(mechanism, language));
    for (const strength of ['none', 'weak', 'noticeable', 'pronounced'] as const)
      words.push(strengthName(strength, language));
  }
  expect(words.every((text) => text.length > 2 && !/undefined|NaN/.test(text))).toBe(true);
  expect(
    words.filter((text) => /нарушени|виновн|рейтинг|обман|списыва|подозр|cheat|guilt|fraud|suspic/i.test(text)),
  ).toEqual([]);
});
