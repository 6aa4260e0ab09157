import { expect, test } from 'vitest';
import { tableRefusals } from '#src/platform/tables/errors.ts';
import type { Problem } from './model.ts';
import { PROBLEM_SEVERITY } from './problems.ts';
import { GEOGRAPHY_8_AS_PRINTED } from './scales/official-2021.ts';
import { checkScale } from './scales/scale.ts';
import { problemMessage, problemText, problemTitle, scaleDefectText } from './text.ts';

const unknown: Problem = {
  severity: 'error',
  code: 'value-unknown',
  sheet: 'Протокол',
  row: 12,
  column: 'E',
  found: '?',
  allowed: '0–3, X',
};

test('a problem says where it is, what was found, what is allowed and what to do', () => {
  expect(problemText(unknown, 'ru')).toBe(
    'Лист «Протокол», строка 12, столбец E. Найдено «?», допустимо 0–3, X. Это не считается нулём. Исправьте ячейку в исходном файле и загрузите его снова.',
  );
  expect(problemText(unknown, 'en')).toMatch(/^Sheet “Протокол”, row 12, column E\. Found “\?”, allowed is 0–3, X\./u);
});

test('an entry that stands for many says how many', () => {
  const many: Problem = { ...unknown, row: null, column: null, found: null, allowed: null, count: 340 };
  expect(problemText(many, 'ru')).toBe('Ещё мест с той же неполадкой: 340. Непонятное значение.');
});

test.each([...Object.keys(PROBLEM_SEVERITY), ...Object.keys(tableRefusals)])(
  'the problem %j has words in both languages and leaves no blank unfilled',
  (code) => {
    for (const language of ['ru', 'en'] as const) {
      const message = problemMessage({ ...unknown, code }, language);
      expect(message).not.toContain(code);
      expect(message).not.toMatch(/[{}]|undefined/u);
      expect(problemTitle(code, language)).not.toBe('');
    }
    expect(problemMessage({ ...unknown, code }, 'ru')).toMatch(/[а-яё]/u);
    expect(problemMessage({ ...unknown, code }, 'en').replace(/[“(][^”)]*[”)]|Протокол/gu, '')).not.toMatch(
      /[а-яё]{3}/iu,
    );
  },
);

test('a code nobody knows is shown and not hidden', () => {
  expect(problemText({ ...unknown, code: 'new-code' }, 'ru')).toContain('new-code: ?');
});

test('the overlap of the official scale is explained in one sentence', () => {
  const [defect] = checkScale(GEOGRAPHY_8_AS_PRINTED.ranges, GEOGRAPHY_8_AS_PRINTED.max);
  expect(scaleDefectText(defect, 'ru')).toBe(
    'границы пересекаются: отметка «5» начинается с 35, хотя баллы до 35 уже отнесены к более низкой отметке.',
  );
});
