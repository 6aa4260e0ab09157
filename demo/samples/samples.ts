/**
 * Files that a newcomer drops into the import wizard by hand, signed in as the coordinator of the first municipality:
 * a sound one, one full of mistakes, one that no reader knows, and one that is loaded already. Beside them a plan in Word, and papers for the
 * command line.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoSpec, writeDemoFiles } from '../files.ts';
import { writeExchangeCsv } from '../formats/exchange.ts';
import { writeF1 } from '../formats/f1.ts';
import { type DemoClassResult, demoResults, sampleResults } from '../results.ts';
import { writeFormWithDefects } from './defects.ts';
import { writeUnknownTable } from './unknown-table.ts';
import { wordPlan } from './word-plan.ts';

export interface SampleFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const MUNICIPALITY = 'reg99_m001';
const SCHOOL_WITH_DEFECTS = 'edu990103';
const SCHOOL_OF_TABLE = 'edu990106';

/** The four samples; the first three hold a work that the demo does not load. The same bytes on every call. */
export async function sampleFiles(): Promise<SampleFile[]> {
  const results = sampleResults().filter((result) => result.municipality.code === MUNICIPALITY);
  const of = (school: string): DemoClassResult[] => results.filter((result) => result.school.code === school);
  return [
    { name: '1 Новая работа - Ф1 Английский язык 8 класс.xlsx', bytes: await writeF1(results) },
    {
      name: '2 С ошибками - форма сбора Английский язык 8 класс.xlsx',
      bytes: await writeFormWithDefects(of(SCHOOL_WITH_DEFECTS)),
    },
    { name: '3 Неизвестная таблица - ведомость с фамилиями.xlsx', bytes: await writeUnknownTable(of(SCHOOL_OF_TABLE)) },
    { name: '4 Уже загружен - Ф1 Русский язык 4 класс.xlsx', bytes: await loadedFile() },
  ];
}

/** For a page and commands of their own: a plan of a school, and the region's papers in the exchange format with their specification. */
async function otherFiles(): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
  return [
    { name: '5 Дорожная карта школы.docx', bytes: await wordPlan('образовательных результатов') },
    { name: 'papers.csv', bytes: writeExchangeCsv(demoResults(), { encoding: 'utf-8', delimiter: ',' }) },
    { name: 'spec.json', bytes: demoSpec() },
  ];
}

/** Writes all of them into a folder, made where it is missing. */
export async function writeSamples(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of [...(await sampleFiles()), ...(await otherFiles())]) {
    await writeFile(join(folder, name), bytes);
  }
}

async function loadedFile(): Promise<Buffer> {
  for await (const file of writeDemoFiles()) {
    if (file.municipality === MUNICIPALITY && file.format === 'f1') return file.bytes;
  }
  throw new Error(`the demo writes no export for ${MUNICIPALITY}`);
}
