import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type DemoFile, writeDemoFiles } from './files.ts';
import { demoRegion, workingSchools } from './region.ts';
import { sampleFiles } from './samples/samples.ts';
import { papersIn } from './truth.ts';

const files: DemoFile[] = [];
for await (const file of writeDemoFiles()) files.push(file);

test('every municipality sends its files, and every school is in files of all four works', () => {
  expect(new Set(files.map((file) => file.municipality))).toEqual(
    new Set(demoRegion.municipalities.map(({ code }) => code)),
  );
  const units = files.flatMap((file) => file.results.map(({ school, work }) => `${school.code} ${work.key}`));
  expect(new Set(units).size).toBe(workingSchools.length * 4);
});

test('every class of every work stands in one file only', () => {
  const units = files.flatMap((file) =>
    file.results.map((each) => `${each.school.code} ${each.work.key} ${each.letter}`),
  );
  expect(new Set(units).size).toBe(units.length);
});

test('between them the files use all formats', () => {
  expect(new Set(files.map((file) => file.format))).toEqual(
    new Set(['f1', 'form2026', 'protocol2021', 'protocol2022', 'exchange']),
  );
});

test('about 25,000 papers stand in the files', () => {
  const papers = files.reduce((sum, file) => sum + papersIn(file).length, 0);
  expect(papers).toBeGreaterThan(23_500);
  expect(papers).toBeLessThan(26_000);
});

test('names of files differ, and a form says beside its bytes which school and work it is of', () => {
  expect(new Set(files.map((file) => file.name)).size).toBe(files.length);
  for (const file of files.filter((each) => each.format === 'form2026')) {
    expect(new Set(file.results.map(({ school }) => school.code))).toEqual(new Set([file.school]));
    expect(new Set(file.results.map(({ work }) => work))).toEqual(new Set([file.work]));
  }
});

test('the same bytes are written every time', async () => {
  const again: string[] = [];
  for await (const file of writeDemoFiles()) again.push(hash(file.bytes));
  expect(again).toEqual(files.map((file) => hash(file.bytes)));
  const samples = (await sampleFiles()).map(({ bytes }) => hash(bytes));
  expect((await sampleFiles()).map(({ bytes }) => hash(bytes))).toEqual(samples);
});

test('one sample is a file that the demo has loaded, the others are not', async () => {
  const loaded = new Set(files.map((file) => hash(file.bytes)));
  expect((await sampleFiles()).map(({ bytes }) => loaded.has(hash(bytes)))).toEqual([false, false, false, true]);
});

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
