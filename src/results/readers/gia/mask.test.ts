import { expect, test } from 'vitest';
import { MaskShape, maskSigns } from './mask.ts';

test.each([
  ['++-2', ['+', '+', '-', '2']],
  ['1(2)0(3)X(2)', ['1', '0', 'X']],
  ['1(2) 0(3)', ['1', '0']],
  ['1;0;12', ['1', '0', '12']],
  ['1 0 2', ['1', '0', '2']],
  ['', []],
  ['1(2)?', ['1', '?']],
])('%j has a sign per task', (text, signs) => {
  expect(maskSigns(text).map(({ sign }) => sign)).toEqual(signs);
});

test('an exam has as many tasks as most of its masks, of equals the longer', () => {
  const shape = new MaskShape();
  for (const mask of ['+++', '++-', '++', '']) shape.take(maskSigns(mask));
  expect(shape.tasks).toBe(3);
  shape.take(maskSigns('--'));
  expect(shape.tasks).toBe(3);
});

test('«+» is the full score of its task: printed, or the highest seen there, or one', () => {
  const shape = new MaskShape();
  for (const mask of ['+1+', '-2+', '++-']) shape.take(maskSigns(mask));
  expect(['+++', '-+-'].map((mask) => maskSigns(mask).map((sign, place) => shape.cell(sign, place, 'short')))).toEqual([
    [1, 2, 1],
    [0, 2, 0],
  ]);
  expect(shape.cell({ sign: '+', max: 3 }, 0, 'extended')).toBe(3);
});

test('a dash of an extended answer is no attempt, and a score above its printed maximum stays a text', () => {
  const shape = new MaskShape();
  expect(shape.cell({ sign: '-', max: 2 }, 0, 'extended')).toBe('X');
  expect(shape.cell({ sign: '3', max: 2 }, 0, 'extended')).toBe('3(2)');
  expect(shape.cell({ sign: '?', max: null }, 0, 'short')).toBe('?');
});
