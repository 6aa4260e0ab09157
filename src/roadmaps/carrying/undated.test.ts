import { expect, test } from 'vitest';
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import type { MeasureState, PlanState } from '../model.ts';
import { undatedOf } from './undated.ts';

const why = (words: string, state: MeasureState = 'planned', plan: PlanState = 'approved') =>
  undatedOf(resolveDeadline(parseDeadline(words), { schoolYear: 2026 }), { state, conditionMet: false }, plan);

test('a measure without a day says why', () => {
  expect(why('по графику ВПР')).toEqual({ why: 'reference', words: 'график ВПР' });
  expect(why('по графику ВПР (при необходимости)')).toEqual({ why: 'condition', words: 'при необходимости' });
  expect(why('')).toEqual({ why: 'noDeadline', words: '' });
  expect(why('как получится')).toEqual({ why: 'notUnderstood', words: '' });
  expect(why('ноябрь', 'withdrawn')).toEqual({ why: 'withdrawn', words: '' });
  expect(why('ноябрь', 'planned', 'draft')).toEqual({ why: 'draft', words: '' });
});
