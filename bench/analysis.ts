/**
 * Speed of the engine in one run: the papers are generated, then the full analysis, single tables of the kernel and the rules of
 * thumb in SQL are each measured beside one bare pass over the same records. The ratio is what counts.
 *
 *   node bench/analysis.ts [--papers 170000] [--rounds 2]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Administration } from '#src/objectivity/engine/administration.ts';
import { analyze } from '#src/objectivity/engine/analyze.ts';
import { packRecords } from '#src/objectivity/kernel/columns.ts';
import { Kernel } from '#src/objectivity/kernel/kernel.ts';
import { highestTotal, recordShape } from '#src/objectivity/kernel/records.ts';
import {
  classSumsTable,
  examineRecords,
  type PlacedRecords,
  putMask,
  totalsTable,
  valueTable,
} from '#src/objectivity/kernel/tables.ts';
import { writeParquet } from './country-parquet.ts';
import { countryRegion } from './country-region.ts';
import { measure, type Measured, printTable, speedTable } from './measure.ts';
import { rulesOfThumb } from './rules-of-thumb-sql.ts';

/** Papers of a whole region of bench/country-region.ts, about. */
const REGION_PAPERS = 340_000;
/** A bare pass is over in a blink: so many together make a time that a clock can tell. */
const PASSES = 50;
const VARIANTS = 2;

const { values: options } = parseArgs({
  options: { papers: { type: 'string', default: '170000' }, rounds: { type: 'string', default: '2' } },
});

interface Placed extends PlacedRecords {
  readonly ends: Int32Array;
}

/** The records of a work in the kernel's memory; the simulator gives papers class by class. */
function place(kernel: Kernel, administration: Administration): Placed {
  const { tasks, size, classes, classOf } = administration;
  const shape = recordShape(tasks.map(({ max }) => max));
  const at = kernel.take(size * shape.stride);
  packRecords(
    kernel,
    administration,
    Int32Array.from({ length: size }, (_, row) => row),
    shape,
    at,
  );
  const mask = putMask(kernel, shape);
  const ends = new Int32Array(classes.length);
  for (let row = 0; row < size; row += 1) ends[classOf[row]!] = row + 1;
  for (let unit = 1; unit < ends.length; unit += 1) ends[unit] = Math.max(ends[unit]!, ends[unit - 1]!);
  return { shape, at, mask, count: size, highest: examineRecords(kernel, shape, at, mask, size).highest, ends };
}

function regions(papers: number): Administration[][] {
  const whole = Math.floor(papers / REGION_PAPERS);
  const rest = papers / REGION_PAPERS - whole;
  const all = Array.from({ length: whole }, (_, region) => countryRegion(region));
  return rest > 0.01 ? [...all, countryRegion(whole, rest)] : all;
}

const countries = regions(Number(options.papers));
const works = countries.flat();
const amount = works.reduce((sum, { size }) => sum + size, 0);
const kernel = new Kernel();
const placed = works.map((work) => place(kernel, work));
const rounds = Number(options.rounds);

function scan(): void {
  for (const { at, count, shape } of placed) kernel.run.scan(at, Math.floor((count * shape.stride) / 64) * 64);
}

const measured: Measured[] = [];

/** Measures something beside the bare pass. @param times how often it is run for one time of the clock. */
async function beside(name: string, run: () => unknown, times = 1): Promise<void> {
  const one = await measure(
    {
      name,
      amount,
      run: async () => {
        for (let time = 0; time < times; time += 1) await run();
      },
      bound: {
        name: 'passes',
        run: () => {
          for (let pass = 0; pass < PASSES; pass += 1) scan();
        },
      },
    },
    rounds,
  );
  measured.push({
    ...one,
    seconds: one.seconds / times,
    boundName: 'a bare pass over the records',
    boundSeconds: one.boundSeconds / PASSES,
  });
}

const folder = await mkdtemp(join(tmpdir(), 'obektiv-bench-'));
try {
  const each = (table: (work: Placed) => unknown) => (): void =>
    placed.forEach((work) => kernel.scope(() => table(work)));
  await beside(
    'totals, kernel',
    each((work) => totalsTable(kernel, work)),
    10,
  );
  await beside(
    'class x task sums and squares, kernel',
    each((work) => classSumsTable(kernel, work, work.ends)),
    10,
  );
  await beside(
    'task x score group by points, kernel',
    each((work) => {
      const groups = VARIANTS * (highestTotal(work.shape) + 1);
      return valueTable(kernel, work, null, groups);
    }),
    10,
  );
  const files: string[] = [];
  for (const [index, region] of countries.entries()) files.push(await writeParquet(folder, `region-${index}`, region));
  const connection = await (await DuckDBInstance.create()).connect();
  for (const { name, sql } of rulesOfThumb(works, files)) await beside(`${name}, SQL`, () => connection.run(sql));
  connection.closeSync();
  await beside(`full analysis of ${works.length} works, one thread`, () => {
    for (const region of countries) analyze(region, { details: false });
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
printTable('Analysis', speedTable(measured, 'papers'));
