import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { FileReading } from './registry.ts';
import { readResults } from './registry.ts';

const here = import.meta.dirname;

/** Every folder with an input.* is a case; what it must read as stands beside it. */
const inputs = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => /fixtures[\\/][^\\/]+[\\/]input\.\w+$/u.test(path))
  .map((path) => join(here, path))
  .sort();

/** Without what repeats the file itself: the rows shown to a person who maps the columns. */
function comparable({ reader, files, tables, statistics = [], problems }: FileReading) {
  return JSON.parse(
    JSON.stringify({
      reader,
      problems,
      files,
      ...(tables.length === 0 ? {} : { tables }),
      ...(statistics.length === 0 ? {} : { statistics }),
    }),
  ) as unknown;
}

test('there are cases for every reader', () => {
  expect(inputs.length).toBeGreaterThan(15);
});

test.each(inputs.map((input) => [relative(here, dirname(input)), input]))('%s reads as expected', async (_, input) => {
  const expected = join(dirname(input), 'expected.json');
  const reading = comparable(await readResults(readFileSync(input)));
  // A new case writes what was read, to be checked by hand before it is committed.
  if (process.env.WRITE_EXPECTED === 'yes') writeFileSync(expected, `${JSON.stringify(reading, null, 1)}\n`);
  expect(reading).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});

test('no name, document or birth date of any input leaves a reader', async () => {
  for (const input of inputs) {
    const text = JSON.stringify(await readResults(readFileSync(input)));
    expect(text, relative(here, input)).not.toMatch(
      /Выдумкин|Примеров|Придумова|Небылицын|Сказкин|Ильинична|Проба|000001|01\.02\.2014/iu,
    );
  }
});
