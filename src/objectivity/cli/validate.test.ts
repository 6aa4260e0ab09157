import { expect, test } from 'vitest';
import { Refusal } from '#src/platform/errors.ts';
import { readValidateOptions } from './validate-options.ts';
import { validate } from '../validation/run/validate.ts';

const small = { seeds: 1, schools: 10, regimes: ['strong'], generators: ['first'], strength: 1, threads: 2 } as const;

test('without options everything is validated on twenty regions of each kind', () => {
  expect(readValidateOptions([])).toMatchObject({
    seeds: 20,
    schools: 120,
    strength: null,
    regimes: ['strong', 'natural'],
    generators: ['first', 'second'],
    json: false,
    out: null,
  });
});

test('a strength may be typed with a comma', () => {
  expect(readValidateOptions(['--strength', '0,5'])).toMatchObject({ strength: 0.5 });
});

test.each([
  ['--seeds', '0'],
  ['--seeds', '2.5'],
  ['--strength', '-1'],
  ['--strength', 'full'],
  ['--regime', 'weak'],
  ['--generator', 'third'],
  ['--schools', '3'],
])('%s %s is refused', (option, value) => {
  expect(() => readValidateOptions([`${option}=${value}`])).toThrow(Refusal);
});

test('a small run answers for engine and rules, and for a region in which nothing was done', {
  timeout: 60_000,
}, async () => {
  const shares: number[] = [];
  const report = await validate({ ...small, onProgress: (share) => shares.push(share) });
  expect(report.cells).toHaveLength(1);
  expect(report.cells[0]!.methods.engine!.auc.mean).toBeGreaterThan(0.7);
  expect(report.cells[0]!.methods.rules!.signals.mean).toBeGreaterThan(0);
  // One region is too few for an oracle to learn from.
  expect(report.cells[0]!.methods.oracle).toBeUndefined();
  expect(report.honest).toHaveLength(1);
  expect(report.targets).toBeGreaterThan(0);
  expect(shares.at(-1)).toBe(1);
});

test('a run that is stopped ends with the reason and answers nothing', { timeout: 60_000 }, async () => {
  const stop = new AbortController();
  const running = validate({ ...small, seeds: 50, signal: stop.signal });
  stop.abort(new Error('stopped by hand'));
  await expect(running).rejects.toThrow('stopped by hand');
});
