import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { NAMED_COLUMNS } from './column-names.ts';
import { readExchange } from './read.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guide/exchange-format.md'), 'utf8');

function example(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'u').exec(guide)?.[1] ?? '';
}

test('the example of the guide reads without a problem but for the scale it leaves out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obektiv-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const paths = { papers: join(folder, 'papers.csv'), spec: join(folder, 'spec.json') };
  await writeFile(paths.papers, example('csv'));
  await writeFile(paths.spec, example('json'));
  const { administrations, problems, ...counts } = await readExchange(paths);
  expect(problems.map(({ code }) => code)).toEqual(['no-scale']);
  expect(counts).toEqual({ rows: 4, papers: 3, absent: 1, flawed: 0 });
  expect(administrations.map(({ subject, totals, marks }) => [subject, [...totals], [...marks]])).toEqual([
    ['Математика', [6, 3], [5, 3]],
    ['Русский язык', [3], [0]],
  ]);
});

test('the guide names every column of the format', () => {
  for (const name of NAMED_COLUMNS) expect(guide).toContain(`| \`${name}\` |`);
});
