import { expect, test } from 'vitest';
import { lintPlan, remarkKey } from './lint.ts';
import { REMARK_CODES } from './model.ts';
import { planWith } from './plan-fixture.ts';
import { RULES } from './registry.ts';
import { mendInWords, remarkInWords, remarkText } from './text.ts';

test('every remark is made by a rule, and every rule’s remarks have words in both languages', () => {
  expect(new Set(RULES.flatMap(({ codes }) => codes))).toEqual(new Set(REMARK_CODES));
  for (const language of ['ru', 'en'] as const) {
    for (const code of REMARK_CODES) {
      const facts = {
        words: 'слова',
        other: 'строка 3',
        day: '2026-10-20',
        last: '2026-10-25',
        count: '5',
        value: 'x',
      };
      const { title, reason, todo } = remarkInWords({ code, facts }, language);
      expect(title).not.toMatch(/[.!]$/u);
      expect(reason).toMatch(/[.!?]$/u);
      expect(todo).toMatch(/[.!?]$/u);
      expect(`${title} ${reason} ${todo}`).not.toMatch(/undefined|2026-10/u);
    }
    expect(Object.keys(remarkText[language])).toHaveLength(REMARK_CODES.length);
  }
});

test('days are written as people write them, and places in the language of the reader', () => {
  const [remark] = lintPlan(planWith({ deadline: 'до 1 ноября 2026 г.' }));
  expect(remarkInWords(remark, 'ru').reason).toBe('Срок «до 1 ноября 2026 г.» приходится на воскресенье 01.11.2026.');
  expect(remark.mend && mendInWords(remark.mend, remark.code, 'ru')).toBe('Написать «до 30 октября 2026 г.»');
  const doubled = remarkInWords({ code: 'duplicateNumber', facts: { words: '2', other: 'строка 3' } }, 'en');
  expect(doubled.reason).toContain('the number 2: line 3');
});

test('remarks have keys of their own', () => {
  const remarks = lintPlan(planWith({ deadline: '', responsible: [], result: null }, { number: '1' }, { number: '7' }));
  expect(new Set(remarks.map(remarkKey)).size).toBe(remarks.length);
});
