import { array, assert, constantFrom, oneof, option, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { lintPlan, remarkKey } from './lint.ts';
import { applyMend, isPlanMend } from './mend.ts';
import type { LintedMeasure } from './model.ts';
import { measureOf, planOf, sectionOf } from './plan-fixture.ts';
import { mendInWords, remarkInWords } from './text.ts';

const words = oneof(
  constantFrom(
    '',
    'октябрь',
    'до 31.02',
    'ноябрь декабрь',
    'по графику',
    'август, затем постоянно',
    'до мая',
    'Maй',
    '1 раз в квартал',
  ),
  string({ unit: 'grapheme', maxLength: 40 }),
);
const measure = record({
  number: constantFrom(null, '1', '1.', '2.3', 'IV', '999'),
  text: words,
  deadline: words,
  result: option(words),
  kind: constantFrom(null, 'M14'),
});

test('whatever a plan holds, looking it through ends, changes nothing, and every mend takes its remark away', () => {
  assert(
    property(array(measure, { maxLength: 6 }), (rows) => {
      const measures = rows.map((row, at): LintedMeasure => ({ ...measureOf(at), ...row }));
      const plan = planOf([sectionOf('a', measures.slice(0, 3), 'Раздел'), sectionOf('b', measures.slice(3))]);
      const before = JSON.stringify(plan);
      for (const remark of lintPlan(plan)) {
        expect(remarkInWords(remark, 'ru').reason).not.toContain('undefined');
        for (const mend of [remark.mend, ...remark.otherMends]) {
          if (mend === null) continue;
          expect(mendInWords(mend, remark.code, 'en')).not.toBe('');
          if (!isPlanMend(mend)) continue;
          const left = lintPlan(applyMend(plan, mend)).map(remarkKey);
          expect(left).not.toContain(remarkKey(remark));
        }
      }
      expect(JSON.stringify(plan)).toBe(before);
    }),
    { numRuns: 300 },
  );
});
