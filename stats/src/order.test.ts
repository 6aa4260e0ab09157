import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascendingOrder } from './order.ts';

test('places are those of a stable sort', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 200 }), (values) => {
      const expected = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
      expect([...ascendingOrder(values)]).toEqual(expected);
    }),
  );
});
