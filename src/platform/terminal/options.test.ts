import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const SHAPES = { spec: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
const read = (...args: string[]) => readOptions(args, SHAPES);

test('values, flags and words are told apart in any order', () => {
  const { value, given, words } = read('a.csv', '--spec', 's.json', 'b.csv', '--json', '--', '--odd name.csv');
  expect(value('spec')).toBe('s.json');
  expect(given('json')).toBe(true);
  expect(given('help')).toBe(false);
  expect(words).toEqual(['a.csv', 'b.csv', '--odd name.csv']);
});

test('a short name and a value after = are understood', () => {
  expect(read('-h').given('help')).toBe(true);
  expect(read('--spec=-s.json').value('spec')).toBe('-s.json');
});

test('an unknown option names the nearest one', () => {
  expect(() => read('--sepc', 'x')).toThrow('The nearest is “--spec”');
  expect(() => read('-x')).toThrow('There is no option “-x”');
});

test('a forgotten value is not taken from the next option', () => {
  expect(() => read('--spec', '--json')).toThrow('“--spec” needs a value');
  expect(() => read('--spec')).toThrow('“--spec” needs a value');
  expect(() => read('--spec=')).toThrow('“--spec” needs a value');
});

test('a flag with a value and a value given twice are refused', () => {
  expect(() => read('--json=yes')).toThrow('“--json” takes no value');
  expect(() => read('--spec', 'a', '--spec', 'b')).toThrow('more than once');
});
