import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { browserRandom, passphrase } from './passphrase.ts';

test('an invented password is four words and four digits', () => {
  expect(passphrase(browserRandom)).toMatch(/^(?:[a-z]{4}-){4}\d{4}$/);
});

test('numbers drawn from the browser stay below their bound', () => {
  assert(
    property(integer({ min: 1, max: 1_000_000 }), (below) => {
      const drawn = browserRandom(below);
      return drawn >= 0 && drawn < below;
    }),
  );
});
